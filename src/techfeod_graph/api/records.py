"""Concepts, agents and works as a program reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techfeod_graph.api.links import Pointer, Position, Relation
from techfeod_graph.api.record import Record
from techfeod_graph.queries import claims_on, relations

if TYPE_CHECKING:
    from techfeod_graph import model
    from techfeod_graph.api.claims import Claim

__all__ = ["Agent", "Concept", "Work"]


class Concept(Record):
    """A notion, technology, event, place … that the argument is told with."""

    __slots__ = ()
    of = "concept"

    @property
    def _entry(self) -> model.Concept:
        return self.kb.corpus.concepts[self.id]

    @property
    def kind(self) -> str:
        """``notion``, ``technology``, ``event`` …, as docs/model.md lists them."""
        return self._entry.kind

    @property
    def definition(self) -> str | None:
        """Our definition in the language of the knowledge base; None where there is none."""
        found = self._entry.definition
        return None if found is None else str(getattr(found, self.kb.language))

    @property
    def broader(self) -> tuple[Concept, ...]:
        """The concepts that it is a kind of."""
        return self._concepts(key for key in self._entry.broader)

    @property
    def narrower(self) -> tuple[Concept, ...]:
        """The concepts that are a kind of it."""
        return self._concepts(self.kb.corpus.narrower.get(self.id, ()))

    @property
    def relations(self) -> tuple[Relation, ...]:
        """Its relations with other concepts, one for each claim that states one."""
        from techfeod_graph.api.naming import relation

        return tuple(relation(self.kb, row) for row in relations(self.kb.corpus, self.id))

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims about it, in the order of the essay."""
        return self._claims(claims_on(self.kb.corpus, self.id))

    @property
    def holders(self) -> tuple[Agent, ...]:
        """The agents who are for at least one claim about it; see ``claims`` for which."""
        return self._agents(agent.id for claim in self.claims for agent in claim.holders)


class Agent(Record):
    """A person, group or organisation that the essay names or lets speak.

    What an agent holds and what is said of the agent are two things: ``claims_held`` and
    ``claims_about``. There is no ``claims``.
    """

    __slots__ = ()
    of = "agent"

    @property
    def _entry(self) -> model.Agent:
        return self.kb.corpus.agents[self.id]

    @property
    def kind(self) -> str:
        """``person``, ``group`` or ``organisation``."""
        return self._entry.is_

    @property
    def positions(self) -> tuple[Position, ...]:
        """Every stance of the agent, in the order of the essay; nothing comes from a group."""
        corpus = self.kb.corpus
        found = [
            position
            for claim in self._claims(corpus.holdings.get(self.id, ()))
            for position in claim.positions
            if position.holder == self
        ]
        return tuple(sorted(found, key=lambda position: corpus.order(position.at[0])))

    @property
    def claims_held(self) -> tuple[Claim, ...]:
        """The claims that the agent is for."""
        return self._claims(dict.fromkeys(p.claim.id for p in self.positions if p.side == "for"))

    @property
    def claims_about(self) -> tuple[Claim, ...]:
        """The claims about the agent, whoever holds them, in the order of the essay."""
        return self._claims(claims_on(self.kb.corpus, self.id))

    @property
    def members(self) -> tuple[Agent, ...]:
        """The members of a group that the data names."""
        return self._agents(self._entry.members)

    @property
    def groups(self) -> tuple[Agent, ...]:
        """The groups that the agent is a member of."""
        found = self.kb.corpus.agents.items()
        return self._agents(key for key, other in found if self.id in other.members)

    @property
    def works(self) -> tuple[Work, ...]:
        """The works that the agent wrote."""
        found = self.kb.corpus.works.items()
        return self._works(key for key, w in found if self.id in w.custom.creators)


class Work(Record):
    """A work that the essay cites or mentions."""

    __slots__ = ()
    of = "work"

    @property
    def _entry(self) -> model.Work:
        return self.kb.corpus.works[self.id]

    @property
    def at(self) -> tuple[str, ...]:
        """Where the essay points to it, in its order."""
        places = {*self._entry.custom.at, *(pointer.at for pointer in self.pointers)}
        return tuple(sorted(places, key=self.kb.corpus.order))

    @property
    def note(self) -> str | None:
        """A remark of the curators."""
        return self._entry.custom.note

    @property
    def kind(self) -> str:
        """Its type in CSL: ``book``, ``article-journal``, … in the data."""
        return self._entry.type

    @property
    def title(self) -> str | None:
        """Its title, where one is known."""
        return self._entry.title

    @property
    def year(self) -> str | None:
        """The year it was published in, four digits."""
        return self._entry.issued.year if self._entry.issued else None

    @property
    def authors(self) -> tuple[str, ...]:
        """The names of its authors, as the bibliography has them."""
        found = self._entry.author
        return tuple(n.literal or " ".join(filter(None, (n.given, n.family))) for n in found)

    @property
    def creators(self) -> tuple[Agent, ...]:
        """Its authors as agents."""
        return self._agents(self._entry.custom.creators)

    @property
    def pointers(self) -> tuple[Pointer, ...]:
        """Every place where the essay points to it, and why."""
        return tuple(
            Pointer(self, p.at, p.as_, p.kind, p.why, p.year, p.page)
            for p in self.kb.corpus.pointers
            if p.to == self.id
        )

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that cite it or are about it, in the order of the essay."""
        return self._claims(claims_on(self.kb.corpus, self.id))
