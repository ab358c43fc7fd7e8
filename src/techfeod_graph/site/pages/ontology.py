"""The page of the vocabulary: classes, properties, relations and closed lists, with their terms."""

from __future__ import annotations

from collections.abc import Iterator

from techfeod_graph.ontology_page import ontology_page_data
from techfeod_graph.site.frame import Material, Page
from techfeod_graph.site.texts import both

__all__ = ["ontology"]


def ontology(_: Material) -> Iterator[Page]:
    """The vocabulary as its ontology describes it."""
    given = {"ontology": ontology_page_data()}
    yield Page("ontology", "pages/ontology.html.j2", both("nav-ontology"), given, menu="ontology")
