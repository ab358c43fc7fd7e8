"""The first page: what this is, where to begin, and what there is."""

from __future__ import annotations

from collections.abc import Iterator

from techfeod_graph.site.frame import Material, Page
from techfeod_graph.site.texts import both

__all__ = ["home"]


def home(material: Material) -> Iterator[Page]:
    """The page that opens each language."""
    yield Page("index", "pages/home.html.j2", both("site"), menu="start")
