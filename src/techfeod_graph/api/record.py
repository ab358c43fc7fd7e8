"""What every record has, and how one leads to others."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from techfeod_graph.api.links import Label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from techfeod_graph.api.base import KnowledgeBase
    from techfeod_graph.api.claims import Claim
    from techfeod_graph.api.figures import Figure
    from techfeod_graph.api.records import Agent, Concept, Work

__all__ = ["Record"]


@dataclass(frozen=True, slots=True, repr=False)
class Record:
    """One record of a knowledge base; two are equal when their kind and id are."""

    kb: KnowledgeBase = field(compare=False)
    id: str
    of: ClassVar[str] = ""

    @property
    def _entry(self) -> Any:
        return getattr(self.kb.corpus, f"{self.of}s")[self.id]

    @property
    def labels(self) -> Label:
        """Its name in both languages; of a claim, the wording."""
        found = self._entry.labels
        return Label(found.fr, found.en)

    @property
    def label(self) -> str:
        """Its name, or the wording of a claim, in the language of the knowledge base."""
        return str(getattr(self.labels, self.kb.language))

    @property
    def variants(self) -> tuple[str, ...]:
        """Its other written forms in the language of the knowledge base."""
        found: tuple[str, ...] = getattr(self._entry.variants, self.kb.language)
        return found

    @property
    def at(self) -> tuple[str, ...]:
        """The sentences it rests on, as locators: ``P05.2``, ``N03.1``, ``B12``."""
        found: tuple[str, ...] = self._entry.at
        return found

    @property
    def note(self) -> str | None:
        """A remark of the curators."""
        found: str | None = self._entry.note
        return found

    @property
    def path(self) -> str:
        """Its address under the base: ``concept/mika``."""
        return f"{self.of}/{self.id}"

    @property
    def iri(self) -> str:
        """Its IRI in the triples."""
        return self.kb.base + self.path

    def figure(self) -> Figure:
        """A still drawing of its relations or of the argument around it; see ``kb.map``."""
        return self.kb.map(self)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.id!r}, {self.label!r})"

    def __str__(self) -> str:
        return self.label

    def _repr_html_(self) -> str:
        from techfeod_graph.api.html import card

        return card(self)

    def _concepts(self, keys: Iterable[str]) -> tuple[Concept, ...]:
        from techfeod_graph.api.records import Concept

        return tuple(Concept(self.kb, key) for key in keys)

    def _claims(self, keys: Iterable[str]) -> tuple[Claim, ...]:
        from techfeod_graph.api.claims import Claim

        return tuple(Claim(self.kb, key) for key in keys)

    def _agents(self, keys: Iterable[str]) -> tuple[Agent, ...]:
        from techfeod_graph.api.records import Agent

        return tuple(Agent(self.kb, key) for key in dict.fromkeys(keys))

    def _works(self, keys: Iterable[str]) -> tuple[Work, ...]:
        from techfeod_graph.api.records import Work

        return tuple(Work(self.kb, key) for key in keys)
