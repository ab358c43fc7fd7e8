"""The first page: what this is, where to begin, and what there is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from techfeod_graph.answers.central import central
from techfeod_graph.answers.controversies import controversies
from techfeod_graph.site.frame import Material, Page
from techfeod_graph.site.texts import both

__all__ = ["home"]

#: How many concepts and voices the first page offers.
OFFERED: Final = 12


def home(material: Material) -> Iterator[Page]:
    """The page that opens each language."""
    corpus = material.corpus
    voices = [key for key in material.stats["holders"] if material.stats["holders"][key] > 1]
    opposed = controversies(corpus, ("opposed",))
    given = {
        "hubs": [row["id"] for row in central(corpus, "concepts", "claims")["rows"][:OFFERED]],
        "voices": voices[:OFFERED],
        "opposed": [row["claim"] for row in opposed],
        "ends": [row["id"] for row in central(corpus, "claims", "rests")["rows"][:5]],
    }
    yield Page("index", "pages/home.html.j2", both("site"), given, menu="start")
