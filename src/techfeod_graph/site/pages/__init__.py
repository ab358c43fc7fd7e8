"""The pages of the reading room, one producer a kind of page."""

from __future__ import annotations

from typing import Final

from techfeod_graph.site.frame import Producer
from techfeod_graph.site.pages.about import about
from techfeod_graph.site.pages.agents import agents
from techfeod_graph.site.pages.claims import claims
from techfeod_graph.site.pages.concepts import concepts
from techfeod_graph.site.pages.controversies import disputes
from techfeod_graph.site.pages.essay import essay
from techfeod_graph.site.pages.home import home
from techfeod_graph.site.pages.ontology import ontology
from techfeod_graph.site.pages.search import search_index
from techfeod_graph.site.pages.shared import shared
from techfeod_graph.site.pages.works import works

__all__ = ["PRODUCERS"]

#: In the order in which their files are written.
PRODUCERS: Final[tuple[Producer, ...]] = (
    shared, search_index, home, essay, concepts, claims, agents, works, disputes, ontology, about,
)  # fmt: skip
