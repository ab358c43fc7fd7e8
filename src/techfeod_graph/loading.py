"""From the YAML files of a data folder to one corpus, with every fault at its place."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path as FilePath
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from techfeod_graph.corpus import FILES, LOCK, SLUGS
from techfeod_graph.errors import CorpusError, Place, Problem
from techfeod_graph.loaded import Loaded
from techfeod_graph.model import Agent, Claim, Concept, Discrepancy, Pointer, Record, Source, Work
from techfeod_graph.passages import parse_lock
from techfeod_graph.reading import RULES as READING_RULES
from techfeod_graph.reading import Document, Origins, Path, read_text, read_yaml
from techfeod_graph.slugs import parse_slugs

__all__ = ["FILES", "LOCK", "RULES", "load", "try_load"]

RULES: dict[str, str] = READING_RULES | {
    "unknown-key": "A record has no key that its kind does not know.",
    "missing-key": "A record has every key that its kind requires.",
    "bad-value": "A value has the form that its key asks for.",
    "passages-lock": "The lock of passages is as the command wrote it.",
    "slugs-lock": "The lock of ids is as the command wrote it.",
}

_KEYED: dict[str, type[Record]] = {
    "agents": Agent,
    "concepts": Concept,
    "claims": Claim,
    "discrepancies": Discrepancy,
}


def load(folder: FilePath, contents: Mapping[str, bytes] | None = None) -> Loaded:
    """The corpus of a data folder, or of the contents of its files where they have been read.

    :raises CorpusError: with all faults of reading, when there is any.
    """
    corpus, problems = try_load(folder, contents)
    if problems or corpus is None:
        raise CorpusError(problems)
    return corpus


def try_load(
    folder: FilePath, contents: Mapping[str, bytes] | None = None
) -> tuple[Loaded | None, list[Problem]]:
    """What can be read of a data folder, and all faults of reading.

    The corpus is None only when the source or the lock of passages cannot be read.
    """
    return _Loading(folder, contents or {}).run()


class _Loading:
    def __init__(self, folder: FilePath, contents: Mapping[str, bytes]) -> None:
        self.folder = folder
        self.contents = contents
        self.problems: list[Problem] = []
        self.documents: dict[str, Document] = {}
        self.roots: dict[tuple[str, str], tuple[str, Path]] = {}
        self.broken: set[str] = set()
        self.locked = Document(LOCK)
        self.slugs = Document(SLUGS)

    def run(self) -> tuple[Loaded | None, list[Problem]]:
        source = self._source()
        parts: dict[str, Any] = {name: self._keyed(name, kind) for name, kind in _KEYED.items()}
        parts["works"] = self._works()
        parts["pointers"] = tuple(self._pointers())
        passages, faults = self._passages()
        self.problems += faults
        parts["slugs"] = self._slugs()
        for document in self.documents.values():
            self.problems += document.problems
        if source is None or faults or not passages:
            return None, sorted(self.problems)
        documents = {**self.documents, "passages": self.locked, "slugs": self.slugs}
        unread = frozenset(f for f, d in self.documents.items() if d.value is None)
        corpus = Loaded(
            source=source,
            passages=passages,
            origins=Origins(documents, self.roots),
            broken=frozenset(self.broken),
            unread=unread,
            **parts,
        )
        return corpus, sorted(self.problems)

    def _read(self, name: str) -> Document:
        path = self.folder / f"{name}.yaml"
        document = Document(path.as_posix())
        self.documents[name] = document
        text = read_text(path, document, self.contents.get(path.name))
        return document if text is None else read_yaml(text, document)

    def _passages(self) -> tuple[Any, list[Problem]]:
        path = self.folder / LOCK
        document = Document(path.as_posix())
        text = read_text(path, document, self.contents.get(path.name))
        if text is None:
            return {}, document.problems
        passages, faults = parse_lock(text, document.file)
        document.value = text
        self.locked = document
        for locator, passage in passages.items():
            document.places[locator,] = Place(document.file, passage.order + 2)
            self.roots["passages", locator] = ("passages", (locator,))
        return passages, [*document.problems, *faults]

    def _slugs(self) -> dict[str, Record]:
        """The published ids; a folder without their lock has published none."""
        path = self.folder / SLUGS
        document = self.slugs = Document(path.as_posix())
        content = self.contents.get(SLUGS)
        if content is None and not path.exists():
            return {}
        text = read_text(path, document, content)
        published, faults = parse_slugs(text, document.file) if text is not None else ({}, [])
        self.problems += [*document.problems, *faults]
        if document.problems or faults:
            return {}
        for line, key in enumerate(published, 2):
            document.places[key,] = Place(document.file, line)
            self.roots["slugs", key] = ("slugs", (key,))
        return dict(published)

    def _source(self) -> Source | None:
        document = self._read("source")
        self.roots["source", ""] = ("source", ())
        if not isinstance(document.value, dict):
            self._not_a(document, (), "a mapping of the essay's properties")
            return None
        record = self._record(Source, document, (), document.value)
        return record if isinstance(record, Source) else None

    def _keyed(self, name: str, kind: type[Record]) -> dict[str, Record]:
        document = self._read(name)
        if not isinstance(document.value, dict):
            self._not_a(document, (), "a mapping from id to record")
            return {}
        records: dict[str, Record] = {}
        for key, value in document.value.items():
            self.roots[name, key] = (name, (key,))
            record = self._entry(kind, document, (key,), key, value)
            if record is None:
                self.broken.add(key)
            else:
                records[key] = record
        return records

    def _entry(
        self, kind: type[Record], document: Document, path: Path, key: str, value: Any
    ) -> Record | None:
        if not isinstance(value, dict):
            self._not_a(document, path, "a mapping of the record's properties")
            return None
        return self._record(kind, document, path, {"id": key, **value})

    def _works(self) -> dict[str, Record]:
        document = self._read("works")
        items = document.value.get("references") if isinstance(document.value, dict) else None
        if not isinstance(items, list):
            self._not_a(document, (), "«references:» and a list of CSL items")
            return {}
        records: dict[str, Record] = {}
        for index, item in enumerate(items):
            key = item.get("id", "") if isinstance(item, dict) else ""
            if key in records:
                document.fault(
                    document.place(("references", index, "id")),
                    "duplicate-key",
                    f"the work «{key}» stands twice",
                    "merge the two items or rename one",
                )
            self.roots["works", key] = ("works", ("references", index))
            path: Path = ("references", index)
            record = self._record(Work, document, path, item) if isinstance(item, dict) else None
            if record is None:
                if not isinstance(item, dict):
                    self._not_a(document, path, "a CSL item")
                self.broken.add(key)
            else:
                records.setdefault(key, record)
        return records

    def _pointers(self) -> Iterator[Record]:
        document = self._read("citations")
        if not isinstance(document.value, list):
            self._not_a(document, (), "a list of pointers")
            return
        count = 0
        for index, item in enumerate(document.value):
            record = None
            if isinstance(item, dict):
                record = self._record(Pointer, document, (index,), item)
            else:
                self._not_a(document, (index,), "a pointer")
            if record is None:
                self.broken.add(f"citations {index}")
            else:
                self.roots["citations", str(count)] = ("citations", (index,))
                count += 1
                yield record

    def _not_a(self, document: Document, path: Path, wanted: str) -> None:
        if document.value is not None:
            document.fault(
                document.place(path), "bad-value", f"this is not {wanted}", f"write {wanted}"
            )
            if not path:
                document.value = None

    def _record(
        self, kind: type[Record], document: Document, path: Path, value: dict[str, Any]
    ) -> Record | None:
        try:
            record = kind.model_validate(value)
        except ValidationError as error:
            for fault in error.errors():
                _translate(kind, document, path, fault)
            return None
        broken = any(fault[: len(path)] == path for fault in document.faulty) if path else False
        return None if broken else record


def _translate(kind: type[Record], document: Document, path: Path, fault: Any) -> None:
    """Record one fault of pydantic in the words of the data's author."""
    where: Path = (*path, *fault["loc"])
    if any(where[:end] in document.faulty for end in range(len(path) + 1, len(where) + 1)):
        return
    name = str(fault["loc"][-1]) if fault["loc"] else ""
    if fault["type"] == "extra_forbidden":
        known = _keys(kind, fault["loc"][:-1])
        place = document.place(where, key=True)
        document.fault(
            place, "unknown-key", f"the key «{name}» is not known here", _nearest(name, known)
        )
    elif fault["type"] == "missing":
        place = document.place(where[:-1], key=True)
        document.fault(place, "missing-key", f"the key «{name}» is missing", f"add «{name}: …»")
    else:
        at_key = fault["loc"] == ("id",)
        place = document.place(path if at_key else where, key=at_key)
        message, remedy = _explain(fault)
        document.fault(place, "bad-value", message, remedy)


def _explain(fault: Any) -> tuple[str, str]:
    given = fault["input"]
    shown = f"«{given}»" if isinstance(given, str) else "this value"
    if fault["type"] == "literal_error":
        known = re.findall(r"'([^']+)'", fault["ctx"]["expected"])
        return f"{shown} is not one of the values allowed here", _nearest(str(given), known)
    if fault["type"] == "string_pattern_mismatch":
        pattern = fault["ctx"]["pattern"]
        return f"{shown} has not the form asked for", f"{_FORMS.get(pattern, pattern)}"
    if fault["type"] == "string_type":
        return "text is wanted here, not a list or a mapping", "write one scalar"
    if fault["type"] == "value_error":
        return str(fault["ctx"]["error"]), "see docs/curating.md for the form of this record"
    message = str(fault["msg"])
    return message[:1].lower() + message[1:], "see docs/curating.md for the form of this record"


_FORMS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "write an id of small letters, digits and single hyphens",
    r"^([PN]\d{2}\.\d{1,2}|S\d{1,2}|B\d{2})$": "write a locator: P05.2, N03.1, B19 or S4",
    r"^\d{4}$": "write a year of four digits",
    r"^\d{1,4}([-–]\d{1,4})?$": "write a page or a range of pages: 41 or 55-56",
    r"^S\d{1,2}$": "write a section: S0, S1 …",
}


def _nearest(name: str, known: list[str]) -> str:
    close = difflib.get_close_matches(name, known, 1, 0.6)
    listed = ", ".join(known)
    return f"did you mean «{close[0]}»?" if close else f"use one of: {listed}"


def _keys(kind: Any, loc: tuple[Any, ...]) -> list[str]:
    """The YAML keys that the record at ``loc`` inside ``kind`` knows."""
    for part in loc:
        if isinstance(part, str) and (inner := _field(kind, part)) is not None:
            kind = inner
    fields = kind.model_fields.items()
    return [info.alias or name for name, info in fields if name != "id" or kind is Work]


def _field(kind: Any, name: str) -> Any:
    for key, info in kind.model_fields.items():
        if name in (key, info.alias):
            return _record_in(info.annotation)
    return None


def _record_in(annotation: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in get_args(annotation):
        if (found := _record_in(part)) is not None:
            return found
    return None
