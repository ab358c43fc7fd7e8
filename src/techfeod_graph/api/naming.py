"""From names and plain rows to records: the look-ups that a knowledge base is made of."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar

from techfeod_graph.api.claims import Claim
from techfeod_graph.api.links import Relation, Step
from techfeod_graph.api.record import Record
from techfeod_graph.api.records import Agent, Concept, Work
from techfeod_graph.queries import KINDS, UnknownName, find, find_among, nearest, search
from techfeod_graph.terms import AGAINST, FOR, OPEN

if TYPE_CHECKING:
    from techfeod_graph.api.base import KnowledgeBase

__all__ = [
    "at_path", "found", "ids", "matching", "of_kind", "one_of", "record", "relation", "stances",
    "steps",
]  # fmt: skip

_R = TypeVar("_R", bound=Record)
_CLASSES: dict[str, type[Record]] = {kind.of: kind for kind in (Concept, Claim, Agent, Work)}


def found(kb: KnowledgeBase, kind: type[_R], name: str | _R) -> _R:
    """The record of a kind that a name means.

    :raises UnknownName: with the nearest names.
    """
    return kind(kb, find(kb.corpus, kind.of, name.id if isinstance(name, kind) else str(name)))


def at_path(kb: KnowledgeBase, path: str) -> Record:
    """The record at a path: ``concept/mika``.

    :raises UnknownName: with the nearest names.
    """
    kind, _, key = path.partition("/")
    if kind not in _CLASSES:
        raise UnknownName("record", path, nearest(kb.corpus, path))
    if key not in getattr(kb.corpus, KINDS[kind]):
        find(kb.corpus, kind, key)  # offers the nearest
        raise UnknownName(kind, key, [])
    return _CLASSES[kind](kb, key)


def record(kb: KnowledgeBase, name: str | Record) -> Record:
    """The record of any kind that a name or a path means.

    :raises UnknownName: with the nearest names of all kinds.
    """
    if isinstance(name, Record) or name.partition("/")[0] in _CLASSES:
        return at_path(kb, name.path if isinstance(name, Record) else name)
    kind, key = find_among(kb.corpus, name)
    return _CLASSES[kind](kb, key)


def matching(kb: KnowledgeBase, text: str, kind: str | None) -> tuple[Record, ...]:
    """Every record in which all words of a text occur.

    :raises UnknownName: when there is no such kind.
    """
    if kind is not None and kind not in KINDS:
        raise UnknownName("kind of record", kind, list(KINDS))
    hits = search(kb.corpus, text, KINDS if kind is None else (kind,))
    return tuple(_CLASSES[hit.kind](kb, hit.id) for hit in hits)


def relation(kb: KnowledgeBase, row: dict[str, Any]) -> Relation:
    """A relation from its row."""
    return Relation(
        Concept(kb, row["subject"]),
        row["relation"],
        Concept(kb, row["object"]),
        row["basis"],
        Claim(kb, row["claim"]),
        tuple(Agent(kb, key) for key in dict.fromkeys(row["held_by"])),
        tuple(row["at"]),
    )


def steps(kb: KnowledgeBase, rows: list[dict[str, Any]]) -> tuple[Step, ...]:
    """The steps of a way from their rows."""
    return tuple(
        Step(
            at_path(kb, row["subject"]),
            row["relation"],
            at_path(kb, row["object"]),
            tuple(Claim(kb, key) for key in row["claims"]),
            tuple(row["at"]),
            row.get("distance", 0),
        )
        for row in rows
    )


def ids(given: object) -> list[str]:
    """The ids or names in what was given, one or several."""
    several = given if isinstance(given, Iterable) and not isinstance(given, str) else [given]
    return [one.id if isinstance(one, Record) else str(one) for one in several]


def one_of(kind: str, name: str, known: Iterable[str]) -> str:
    """The name, when it is known.

    :raises UnknownName: with the nearest names.
    """
    listed = sorted(known)
    if name not in listed:
        raise UnknownName(kind, name, get_close_matches(name, listed, 6, 0.4) or listed)
    return name


def of_kind(records: Iterable[_R], kind: str | None, known: Iterable[str]) -> tuple[_R, ...]:
    """The records of one kind, or all of them.

    :raises UnknownName: when there is no such kind.
    """
    if kind is not None:
        one_of("kind", kind, known)
    return tuple(one for one in records if kind in (None, getattr(one, "kind", None)))


def stances(name: str) -> tuple[str, ...]:
    """The stances that a name means: itself, or those of one side."""
    sides = {"for": FOR, "against": AGAINST, "open": OPEN}
    if name in sides:
        return tuple(sorted(sides[name]))
    return (one_of("stance", name, FOR | AGAINST | OPEN),)
