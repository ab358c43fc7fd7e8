"""The whole knowledge base in memory, and where in the files each part of it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from techfeod_graph.errors import Place
from techfeod_graph.model import (
    Agent,
    Claim,
    Concept,
    Discrepancy,
    Passage,
    Pointer,
    Position,
    Source,
    Work,
)
from techfeod_graph.reading import Document, Path

__all__ = ["Corpus", "Entry", "Origins"]

Entry = Concept | Claim | Agent | Work


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


@dataclass(frozen=True)
class Corpus:
    """All records by id, in the order of the files.

    ``broken`` names the ids whose record is faulty and absent here; ``unread`` the files that
    could not be read at all. Both are empty in a corpus that loaded without fault.
    """

    source: Source
    passages: Mapping[str, Passage]
    concepts: Mapping[str, Concept] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    agents: Mapping[str, Agent] = field(default_factory=dict)
    works: Mapping[str, Work] = field(default_factory=dict)
    pointers: tuple[Pointer, ...] = ()
    discrepancies: Mapping[str, Discrepancy] = field(default_factory=dict)
    origins: Origins = field(default_factory=Origins)
    broken: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()

    @property
    def whole(self) -> bool:
        """Whether every file and every record could be read."""
        return not self.broken and not self.unread

    @property
    def entries(self) -> Iterator[tuple[str, str, Entry]]:
        """Kind of file, id and record of every concept, claim, agent and work."""
        for kind in ("concepts", "claims", "agents", "works"):
            records: Mapping[str, Entry] = getattr(self, kind)
            for key, record in records.items():
                yield kind, key, record

    def positions(self, claim: Claim) -> tuple[Position, ...]:
        """Who holds a claim, with the essay's author as the outermost reporter.

        A claim without ``who`` is asserted by the author. Two entries of one holder, stance and
        chain are one position that rests on both sentences.
        """
        author = self.source.author
        if not claim.who:
            return (Position(holder=author, stance="asserts", at=claim.at),)
        found: dict[tuple[str, str, tuple[str, ...]], Position] = {}
        for held in claim.who:
            own = held.holder == author and not held.via
            chain = () if own else (*held.via, author)
            key = (held.holder, held.stance, chain)
            at = held.at or claim.at
            if key in found:
                at = tuple(dict.fromkeys((*found[key].at, *at)))
            found[key] = Position(holder=held.holder, stance=held.stance, reported_by=chain, at=at)
        return tuple(found.values())

    def order(self, locator: str) -> int:
        """The rank of a passage in the essay; unknown locators come last."""
        passage = self.passages.get(locator)
        return passage.order if passage else len(self.passages)
