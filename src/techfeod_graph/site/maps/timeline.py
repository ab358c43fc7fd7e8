"""The page of the works by year: a drawing, and the same works as a table."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from techfeod_graph.site.figures import dated, timeline_figure
from techfeod_graph.site.frame import LANGUAGES, Material, Page
from techfeod_graph.site.texts import both

__all__ = ["timeline"]


def timeline(material: Material) -> Iterator[Page]:
    """One page, when a work has a year."""
    rows, without = dated(material.corpus)
    if rows:
        draw = partial(timeline_figure, material.corpus, rows)
        drawings = {
            language: draw("en" if language == "en" else "fr", _address) for language in LANGUAGES
        }
        given = {"rows": rows, "without": without, "drawings": drawings}
        yield Page("timeline", "pages/timeline.html.j2", both("nav-timeline"), given,
                   ("queries.js",), ("queries.css",), menu="timeline", wide=True)  # fmt: skip


def _address(path: str) -> str:
    """The page stands at the top of its language, beside the folders of records."""
    return f"{path}.html"
