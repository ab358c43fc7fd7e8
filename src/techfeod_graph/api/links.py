"""What stands between records: positions, relations, reasons, pointers, steps of a way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from techfeod_graph.terms import AGAINST, FOR

if TYPE_CHECKING:
    from techfeod_graph.api.claims import Claim
    from techfeod_graph.api.record import Record
    from techfeod_graph.api.records import Agent, Concept, Work

__all__ = ["Label", "Pointer", "Position", "Reason", "Relation", "Step"]


class Label(NamedTuple):
    """A text in both languages."""

    fr: str
    en: str


@dataclass(frozen=True, slots=True)
class Position:
    """One holder's stance on a claim, and where the essay says so.

    ``reported_by`` lists everyone who reports it, from the inside out: the last is the author of
    the essay, unless the holder is or speaks in it too (its ``contributors``). ``at`` are the
    sentences it rests on.
    """

    claim: Claim
    holder: Agent
    stance: str
    reported_by: tuple[Agent, ...]
    at: tuple[str, ...]

    @property
    def side(self) -> str:
        """The polarity of the stance: ``for``, ``against`` or ``open``."""
        return "for" if self.stance in FOR else "against" if self.stance in AGAINST else "open"

    def __repr__(self) -> str:
        told = f", reported by {', '.join(a.id for a in self.reported_by)}"
        chain = told if self.reported_by else ""
        return f"<{self.holder.id} {self.stance} {self.claim.id}{chain}; {', '.join(self.at)}>"


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation between two concepts as one claim states it.

    ``basis`` is ``stated`` or ``inferred``; ``held_by`` are the agents who are for the claim.
    """

    subject: Concept
    relation: str
    object: Concept
    basis: str
    claim: Claim
    held_by: tuple[Agent, ...]
    at: tuple[str, ...]

    def __repr__(self) -> str:
        return f"<{self.subject.id} {self.relation} {self.object.id}; {', '.join(self.at)}>"


@dataclass(frozen=True, slots=True)
class Reason:
    """Linked premises that together support a claim, by an argument scheme where it is clear."""

    premises: tuple[Claim, ...]
    scheme: str | None
    basis: str
    at: tuple[str, ...]

    def __repr__(self) -> str:
        return f"<because {' + '.join(p.id for p in self.premises)}; {', '.join(self.at)}>"


@dataclass(frozen=True, slots=True)
class Pointer:
    """A place where the essay points to a work, as it writes it, and why."""

    work: Work
    at: str
    written: str
    kind: str
    why: str
    year: str | None
    page: str | None

    def __repr__(self) -> str:
        return f"<{self.written} at {self.at}, {self.why} {self.work.id}>"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a way: subject, relation and object as stated, and what proves it.

    ``claims`` state it and ``at`` are the sentences it rests on; both are empty for the hierarchy.
    ``distance`` counts relations from the centre of a neighbourhood, and is 0 on a way.
    """

    subject: Record
    relation: str
    object: Record
    claims: tuple[Claim, ...]
    at: tuple[str, ...]
    distance: int = 0

    def __repr__(self) -> str:
        proof = f"; {', '.join(self.at)}" if self.at else ""
        return f"<{self.subject.id} {self.relation} {self.object.id}{proof}>"
