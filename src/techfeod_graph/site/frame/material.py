"""What all pages are made from, computed once: records as plain data, and places of the essay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from techfeod_graph.answers.links import Links, by_place
from techfeod_graph.corpus import Corpus
from techfeod_graph.model import Name
from techfeod_graph.queries import KINDS, record, stats
from techfeod_graph.site.figures import Links as FigureLinks

__all__ = ["Material"]


@dataclass(frozen=True)
class Material:
    """A corpus and the files that it is exported to, by name, with what is derived of them.

    Derived values are computed when first asked for and kept; they are not to be changed.
    """

    corpus: Corpus
    exports: Mapping[str, bytes] = field(default_factory=dict)

    @cached_property
    def records(self) -> dict[str, dict[str, dict[str, Any]]]:
        """Kind to id to record as ``queries.record`` gives it, in the order of the files."""
        return {
            kind: {key: record(self.corpus, kind, key) for key in getattr(self.corpus, table)}
            for kind, table in KINDS.items()
        }

    @cached_property
    def labels(self) -> dict[tuple[str, str], Name]:
        """Kind and id of every record to its labels; of a claim, its wording."""
        return {
            (kind, key): entry.labels
            for kind, table in KINDS.items()
            for key, entry in getattr(self.corpus, table).items()
        }

    @cached_property
    def stats(self) -> dict[str, Any]:
        """The counts of ``queries.stats``."""
        return stats(self.corpus)

    @cached_property
    def links(self) -> Links:
        """How the claims bear on one another, in both directions."""
        return Links(self.corpus)

    @cached_property
    def claims_in_order(self) -> list[str]:
        """Every claim, by its first sentence."""
        return by_place(self.corpus, self.corpus.claims)

    @cached_property
    def figures(self) -> FigureLinks:
        """What the drawings of records are made from."""
        return FigureLinks(self.corpus)
