"""The compiled index: a checked corpus that opens without YAML, pydantic or any graph library."""

from __future__ import annotations

import marshal
import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from techfeod_graph.cache import Damaged, Entry, content_key, read_entry, write_entry
from techfeod_graph.corpus import FILES, LOCK, SLUGS, Corpus, Form
from techfeod_graph.views import Kinds, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

__all__ = ["Indexed", "contents", "open_corpus"]

#: Larger files are not read here: the loader says what is wrong with them.
_MAX_BYTES = 4 * 1024 * 1024
#: The parts of a corpus that hold records, and their kind.
_RECORDS = {
    "source": "Source", "passages": "Passage", "concepts": "Concept", "claims": "Claim",
    "agents": "Agent", "works": "Work", "pointers": "Pointer", "discrepancies": "Discrepancy",
    "slugs": "Published",
}  # fmt: skip
#: What a corpus works out once, and an index therefore keeps.
_WORKED_OUT = (
    "carried", "incoming", "mentions", "ranks", "narrower", "introduced", "standing",
    "related", "holdings",
)  # fmt: skip
_FOUND = ("concepts", "claims", "agents", "works")


class Indexed(Corpus):
    """A corpus whose parts are taken out of an index when they are first asked for.

    It has no faults and knows no places in the files: only checked data is ever indexed.
    """

    def __init__(self, key: str, entry: Entry, compile_anew: Callable[[], Corpus]) -> None:
        self.__dict__["_key"] = key
        self.__dict__["_entry"] = entry
        self.__dict__["_compile_anew"] = compile_anew
        self.__dict__["_classes"] = Kinds(self._part("shapes"))

    def _part(self, name: str) -> Any:
        """A part of the index; compiled anew where the cache has been damaged."""
        try:
            return self.__dict__["_entry"].part(name)
        except Damaged:
            return _parts(self.__dict__["_compile_anew"]())[name]

    def __getattr__(self, name: str) -> Any:
        if name == "origins":
            from techfeod_graph.reading import Origins

            return Origins()
        if name not in _RECORDS:
            raise AttributeError(name)
        kind, found = self.__dict__["_classes"][_RECORDS[name]], self._part(name)
        if name == "pointers":
            value: Any = tuple(kind(data) for data in found)
        elif name == "source":
            value = kind(found)
        else:
            value = Table(kind, found)
        self.__dict__[name] = value
        return value

    def kept(
        self, name: str, work: Callable[[], Mapping[str, Any]], parts: Iterable[str] = ("all",)
    ) -> dict[str, Any]:
        """Parts of what was made of the whole corpus, out of an entry of its own."""
        key, parts = self.__dict__["_key"], tuple(parts)
        entry = read_entry(key, name)
        if entry is not None:
            try:
                return {part: entry.part(part) for part in parts if entry.has(part)}
            except Damaged:
                pass
        made = work()
        write_entry(key, made, name)
        return {part: made[part] for part in parts if part in made}

    def forms(self, kind: str) -> Mapping[str, tuple[Form, ...]]:
        """What the records of a kind are found by, by id."""
        known = self._forms.get(kind)
        if known is None:
            known = self._forms[kind] = self._part(f"forms {kind}")
        return known

    def named(self, kind: str) -> Mapping[str, tuple[str, ...]]:
        """Folded names of a kind, to ids."""
        known = self._named.get(kind)
        if known is None:
            known = self._named[kind] = self._part(f"named {kind}")
        return known

    def labels(self, kind: str) -> Mapping[str, tuple[str, ...]]:
        """The folded labels of the records of a kind, by id."""
        found: Mapping[str, tuple[str, ...]] = self._part(f"labels {kind}")
        return found


for _name in _WORKED_OUT:
    _kept = cached_property(lambda self, name=_name: self._part(name))  # type: ignore[misc]
    _kept.__set_name__(Indexed, _name)
    setattr(Indexed, _name, _kept)


def open_corpus(folder: Path) -> Corpus:
    """The checked corpus of a data folder, out of the index when there is one of this content.

    :raises CorpusError: with all faults of the data; faulty data never has an index.
    """
    given = contents(folder)
    key = content_key(given) if given else ""
    entry = read_entry(key) if given else None
    if entry is not None:
        return Indexed(key, entry, lambda: _compile(folder, given, key))
    return _compile(folder, given, key)


def contents(folder: Path) -> dict[str, bytes] | None:
    """The files of a data folder by name; None when one of them cannot be read or is too large."""
    found = {}
    optional = [SLUGS] if (folder / SLUGS).exists() else []
    for name in (*(f"{name}.yaml" for name in FILES), LOCK, *optional):
        try:
            found[name] = _read(folder / name)
        except OSError:
            return None
        if len(found[name]) > _MAX_BYTES:
            return None
    return found


def _read(path: Path) -> bytes:
    """A file, as far as one byte beyond what is read of any."""
    with path.open("rb") as stream:
        size = min(os.fstat(stream.fileno()).st_size, _MAX_BYTES)
        content = stream.read(size + 1)  # a larger buffer costs more than the reading
        return content if len(content) <= size else content + stream.read(_MAX_BYTES - size)


def _compile(folder: Path, given: Mapping[str, bytes] | None, key: str) -> Corpus:
    from techfeod_graph.checks import check
    from techfeod_graph.errors import CorpusError
    from techfeod_graph.loading import load

    corpus = load(folder, given)
    if problems := check(corpus):
        raise CorpusError(problems)
    if given is not None:
        write_entry(key, _parts(corpus))
    return corpus


def _parts(corpus: Corpus) -> dict[str, Any]:
    from techfeod_graph import model
    from techfeod_graph.packing import pack, shapes

    kinds = [getattr(model, kind) for kind in _RECORDS.values()]
    found: dict[str, Any] = {"shapes": shapes(*kinds)}
    for name in _RECORDS:
        value = pack(getattr(corpus, name))
        if name not in ("source", "pointers"):
            value = {key: marshal.dumps(record) for key, record in value.items()}
        found[name] = value
    found |= {name: getattr(corpus, name) for name in _WORKED_OUT}
    found |= {f"named {name}": dict(corpus.named(name)) for name in _FOUND}
    found |= {f"labels {name}": corpus.labels(name) for name in _FOUND}
    for name in _FOUND:
        forms = corpus.forms(name).items()
        found[f"forms {name}"] = {key: tuple(tuple(form) for form in own) for key, own in forms}
    return found
