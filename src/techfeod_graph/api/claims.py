"""A claim as a program reads it: who holds it, why, and what speaks against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techfeod_graph.api.links import Position, Reason, Relation
from techfeod_graph.api.record import Record
from techfeod_graph.api.records import Agent, Concept
from techfeod_graph.queries import UnknownName

if TYPE_CHECKING:
    from techfeod_graph import model
    from techfeod_graph.api.records import Work

__all__ = ["Claim"]


class Claim(Record):
    """One bare proposition in our own words; who holds it stands in its positions."""

    __slots__ = ()
    of = "claim"

    @property
    def _entry(self) -> model.Claim:
        return self.kb.corpus.claims[self.id]

    @property
    def positions(self) -> tuple[Position, ...]:
        """Every stance on it, with the holder, the reporters and the sentences."""
        found = self.kb.corpus.positions(self._entry)
        return tuple(
            Position(self, Agent(self.kb, p.holder), p.stance, self._agents(p.reported_by), p.at)
            for p in found
        )

    @property
    def holders(self) -> tuple[Agent, ...]:
        """The agents whose stance is for it: they assert, define, propose, concede … it."""
        return self._agents(p.holder.id for p in self.positions if p.side == "for")

    @property
    def opponents(self) -> tuple[Agent, ...]:
        """The agents whose stance is against it: they criticise, reject … it."""
        return self._agents(p.holder.id for p in self.positions if p.side == "against")

    @property
    def possible_holders(self) -> tuple[Agent, ...]:
        """All readings where the text leaves open who holds it; empty where it does not."""
        found = self._entry.ambiguous
        return self._agents(found.holders if found else ())

    def quote(self, style: str = "text") -> str:
        """A citation of its place in the essay, ready to paste.

        ``style``: ``text``, ``markdown``, ``csl``, ``bibtex`` or ``ris``.

        :raises UnknownName: with the names of the styles.
        """
        from techfeod_graph.answers.cite import STYLES, write

        if style not in STYLES:
            raise UnknownName("style", style, list(STYLES))
        return write(self.kb.corpus, self.id, style, self.kb.language)

    @property
    def _topics(self) -> list[str]:
        claim = self._entry
        said = [name for relation in claim.says for name in (relation.subject, relation.object)]
        return list(dict.fromkeys((*claim.about, *said)))

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """The concepts it is about."""
        known = self.kb.corpus.concepts
        return self._concepts(key for key in self._topics if key in known)

    @property
    def agents(self) -> tuple[Agent, ...]:
        """The agents it is about, who need not hold it."""
        return self._agents(key for key in self._topics if key in self.kb.corpus.agents)

    @property
    def works(self) -> tuple[Work, ...]:
        """The works it cites or is about."""
        keys = dict.fromkeys((*self._entry.cites, *self._topics))
        return self._works(key for key in keys if key in self.kb.corpus.works)

    @property
    def relations(self) -> tuple[Relation, ...]:
        """The relations between concepts that it states."""
        return tuple(
            Relation(
                Concept(self.kb, said.subject),
                said.relation,
                Concept(self.kb, said.object),
                said.basis,
                self,
                self.holders,
                self.at,
            )
            for said in self._entry.says
        )

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Its direct reasons; the premises of one reason support it together."""
        return tuple(
            Reason(self._claims(r.premises), r.scheme, r.basis, r.at) for r in self._entry.because
        )

    @property
    def attacks(self) -> tuple[Claim, ...]:
        """The claims that it speaks against."""
        return self._claims(link.claim for link in self._entry.attacks)

    @property
    def undercuts(self) -> tuple[Claim, ...]:
        """The claims to which it weakens an inference."""
        return self._claims(cut.claim for cut in self._entry.undercuts)

    @property
    def qualifies(self) -> tuple[Claim, ...]:
        """The claims that it qualifies."""
        return self._claims(link.claim for link in self._entry.qualifies)

    @property
    def elaborates(self) -> tuple[Claim, ...]:
        """The claims that it says more of."""
        return self._claims(link.claim for link in self._entry.elaborates)

    @property
    def presupposes(self) -> tuple[Claim, ...]:
        """The claims that it takes for granted."""
        return self._claims(link.claim for link in self._entry.presupposes)

    @property
    def supports(self) -> tuple[Claim, ...]:
        """The claims that it is a premise for."""
        return self._incoming("supports")

    @property
    def attacked_by(self) -> tuple[Claim, ...]:
        """The claims that speak against it."""
        return self._incoming("attacked_by")

    @property
    def undercut_by(self) -> tuple[Claim, ...]:
        """The claims that weaken an inference to it."""
        return self._incoming("undercut_by")

    @property
    def qualified_by(self) -> tuple[Claim, ...]:
        """The claims that qualify it."""
        return self._incoming("qualified_by")

    @property
    def elaborated_by(self) -> tuple[Claim, ...]:
        """The claims that say more of it."""
        return self._incoming("elaborated_by")

    @property
    def presupposed_by(self) -> tuple[Claim, ...]:
        """The claims that take it for granted."""
        return self._incoming("presupposed_by")

    def _incoming(self, name: str) -> tuple[Claim, ...]:
        return self._claims(self.kb.corpus.incoming.get(self.id, {}).get(name, ()))
