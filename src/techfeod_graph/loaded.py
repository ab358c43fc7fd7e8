"""The corpus that was read from the files of a data folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from techfeod_graph.corpus import Corpus
from techfeod_graph.reading import Origins

if TYPE_CHECKING:
    from techfeod_graph.model import (
        Agent,
        Claim,
        Concept,
        Discrepancy,
        Passage,
        Pointer,
        Published,
        Source,
        Work,
    )

__all__ = ["Loaded"]


@dataclass(frozen=True)
class Loaded(Corpus):
    """All records as models, and their places; apart from :class:`Corpus`, whose look-ups need
    neither.
    """

    source: Source
    passages: Mapping[str, Passage]
    concepts: Mapping[str, Concept] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    agents: Mapping[str, Agent] = field(default_factory=dict)
    works: Mapping[str, Work] = field(default_factory=dict)
    pointers: tuple[Pointer, ...] = field(default_factory=tuple)
    discrepancies: Mapping[str, Discrepancy] = field(default_factory=dict)
    slugs: Mapping[str, Published] = field(default_factory=dict)
    origins: Origins = field(default_factory=Origins)
    broken: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()
