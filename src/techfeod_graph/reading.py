"""A strict YAML reader: every scalar stays text, every value keeps its place, nothing is guessed.

It works on libyaml's events, so that aliases, tags, duplicate keys and deep nesting are refused
before anything is built from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

import yaml

from techfeod_graph.errors import Place, Problem

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "RULES",
    "Document",
    "Origins",
    "Path",
    "Value",
    "read_text",
    "read_yaml",
]

Path = tuple[str | int, ...]
Value = dict[str, Any] | list[Any] | str

#: The largest file that is read, in bytes, and the deepest nesting.
MAX_BYTES = 4 * 1024 * 1024
MAX_DEPTH = 32

RULES: dict[str, str] = {
    "missing-file": "Every file of the data folder is there and can be read.",
    "file-too-large": f"A file has at most {MAX_BYTES} bytes.",
    "not-utf-8": "A file is UTF-8.",
    "control-character": "No control or bidirectional-override character, written or escaped.",
    "yaml-syntax": "A file is one YAML document of mappings, lists and scalars.",
    "duplicate-key": "A key stands once in its mapping.",
    "anchor-or-alias": "No anchor, alias or merge: each value is written where it counts.",
    "tag": "No tag: every scalar is text.",
    "too-deep": f"Nesting is at most {MAX_DEPTH} levels deep.",
    "empty-value": "A key that is written has a value.",
}

_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029"
    "\u202a-\u202e\u2066-\u2069\ufeff]"
)
#: How libyaml, from 0.2.6 on, refuses nesting before it has told us of it.
_TOO_DEEP = "maximum nesting depth"
_LOADER = getattr(yaml, "CLoader", yaml.Loader)


@dataclass
class Document:
    """One file: its value, the place of each key and value by path, and its faults.

    ``value`` is None when nothing could be read.
    """

    file: str
    value: Value | None = None
    places: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    faulty: set[Path] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def place(self, path: Path, *, key: bool = False) -> Place:
        """The place of a value (or of its key): the nearest one that the file has.

        Components that the file does not have are skipped, so that a path into a shorthand
        leads to the scalar that stands for it.
        """
        found: Path = ()
        for part in path:
            if (*found, part) in self.places:
                found = (*found, part)
        if key and found in self.keys:
            return self.keys[found]
        return self.places.get(found, Place(self.file))

    def fault(self, place: Place, rule: str, message: str, remedy: str) -> None:
        """Record one fault."""
        self.problems.append(Problem(place, rule, message, remedy))


class _Stop(Exception):
    """The rest of the file cannot be read; the fault is recorded."""


@dataclass(frozen=True)
class Origins:
    """From a record to its place: ``roots`` maps (kind, id) to a document and a path in it."""

    documents: Mapping[str, Document] = field(default_factory=dict)
    roots: Mapping[tuple[str, str], tuple[str, Path]] = field(default_factory=dict)

    def place(self, kind: str, key: str, *path: str | int, at_key: bool = False) -> Place:
        """The place of a part of a record; the record's own key when ``path`` is empty."""
        name, root = self.roots.get((kind, key), (kind, ()))
        document = self.documents.get(name)
        if document is None:
            return Place(f"{name}.yaml")
        return document.place((*root, *path), key=at_key or not path)


def read_text(path: FilePath, document: Document, content: bytes | None = None) -> str | None:
    """The text of a file, or of its content, with every fault of bytes and characters recorded."""
    raw = _read_bytes(path, document) if content is None else content
    if raw is None:
        return None
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        document.fault(
            _place(document.file, before),
            "not-utf-8",
            f"byte 0x{raw[error.start]:02x} is not UTF-8",
            "save the file as UTF-8",
        )
        return None
    return _without_unsafe(text.removeprefix("\ufeff"), document)


def _read_bytes(path: FilePath, document: Document) -> bytes | None:
    start = Place(document.file)
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            document.fault(
                start, "file-too-large", f"the file has {size} bytes", "split or shorten the file"
            )
            return None
        return path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        document.fault(
            start, "missing-file", f"cannot read the file: {reason}", f"provide {document.file}"
        )
        return None


def _place(file: str, before: str) -> Place:
    return Place(file, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)


def _without_unsafe(text: str, document: Document) -> str:
    for match in _UNSAFE.finditer(text):
        _unsafe_fault(document, _place(document.file, text[: match.start()]), match.group())
    return _UNSAFE.sub("\ufffd", text)


def _unsafe_fault(document: Document, place: Place, character: str) -> None:
    document.fault(
        place,
        "control-character",
        f"the invisible character U+{ord(character):04X} is not allowed",
        "delete it; write the text in reading order",
    )


def read_yaml(text: str, document: Document) -> Document:
    """Fill a document from YAML text; faults are recorded, never raised."""
    reader = _Reader(document, yaml.parse(text, Loader=_LOADER))
    try:
        document.value = reader.whole()
    except _Stop:
        document.value = None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = Place(document.file, mark.line + 1, mark.column + 1) if mark else None
        problem = getattr(error, "problem", None) or "the text cannot be read"
        where = place or Place(document.file)
        if _TOO_DEEP in problem:
            document.fault(where, *_too_deep())
        else:
            document.fault(
                where,
                "yaml-syntax",
                f"not valid YAML: {problem}",
                "check the indentation, and quote a scalar that holds «: », «#», «[» or «{»",
            )
        document.value = None
    return document


def _too_deep() -> tuple[str, str, str]:
    return ("too-deep", f"more than {MAX_DEPTH} levels", "flatten the entry")


class _Reader:
    def __init__(self, document: Document, events: Iterator[Any]) -> None:
        self.document = document
        self.events = events

    def whole(self) -> Value | None:
        value: Value | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if value is not None:
                    self._stop(event, "yaml-syntax", "a second document", "keep one document")
                value = self._value(next(self.events), (), 1)
        if value is None:
            self.document.fault(
                Place(self.document.file),
                "yaml-syntax",
                "the file is empty",
                "write «{}» for no entry",
            )
        return value

    def _at(self, event: Any) -> Place:
        return Place(self.document.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _stop(self, event: Any, rule: str, message: str, remedy: str) -> None:
        self.document.fault(self._at(event), rule, message, remedy)
        raise _Stop

    def _fault(self, event: Any, path: Path, rule: str, message: str, remedy: str) -> None:
        self.document.fault(self._at(event), rule, message, remedy)
        self.document.faulty.add(path)

    def _value(self, event: Any, path: Path, depth: int) -> Value:
        self.document.places[path] = self._at(event)
        if depth > MAX_DEPTH:
            self._stop(event, *_too_deep())
        if isinstance(event, yaml.AliasEvent):
            self._fault(
                event,
                path,
                "anchor-or-alias",
                f"the alias *{event.anchor} is not allowed",
                "write the value out",
            )
            return ""
        self._plain(event, path)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path, depth)
        return self._mapping(path, depth)

    def _plain(self, event: Any, path: Path) -> None:
        if event.anchor is not None:
            self._fault(
                event,
                path,
                "anchor-or-alias",
                f"the anchor &{event.anchor} is not allowed",
                "remove it; write values out where they count",
            )
        if event.tag is not None:
            self._fault(event, path, "tag", f"the tag {event.tag} is not allowed", "remove the tag")

    def _scalar(self, event: Any, path: Path) -> str:
        text: str = event.value
        if unsafe := _UNSAFE.search(text):
            _unsafe_fault(self.document, self._at(event), unsafe.group())
            self.document.faulty.add(path)
        if not text.strip():
            self._fault(event, path, "empty-value", "the value is empty", "fill or delete it")
        return text

    def _sequence(self, path: Path, depth: int) -> list[Any]:
        items: list[Any] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._value(event, (*path, len(items)), depth + 1))
        return items

    def _mapping(self, path: Path, depth: int) -> dict[str, Any]:
        entries: dict[str, Any] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent):
                self._stop(event, "yaml-syntax", "a key that is not text", "write a plain key")
            key: str = event.value
            here = (*path, key)
            if key in entries:
                first = self.document.keys[here]
                self._fault(
                    event,
                    here,
                    "duplicate-key",
                    f"the key «{key}» stands twice here (first on line {first.line})",
                    "merge the two entries or rename one",
                )
                self._value(next(self.events), (*path, f"{key} (again)"), depth + 1)
                continue
            self._plain(event, here)
            self.document.keys[here] = self._at(event)
            entries[key] = self._value(next(self.events), here, depth + 1)
        return entries
