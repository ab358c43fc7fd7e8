"""The pages of the reading room, one producer a kind of page."""

from __future__ import annotations

from typing import Final

from techfeod_graph.site.frame import Producer
from techfeod_graph.site.pages.essay import essay
from techfeod_graph.site.pages.home import home
from techfeod_graph.site.pages.indexes import indexes
from techfeod_graph.site.pages.records import record_pages
from techfeod_graph.site.pages.shared import shared

__all__ = ["PRODUCERS"]

#: In the order in which their files are written.
PRODUCERS: Final[tuple[Producer, ...]] = (shared, home, essay, indexes, record_pages)
