"""The pages of the essay itself: its sections, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from techfeod_graph.overview import coverage, sections
from techfeod_graph.site.frame import Material, Page

__all__ = ["essay"]


def essay(material: Material) -> Iterator[Page]:
    """A page for every section, with what each of its sentences carries."""
    corpus = material.corpus
    rows = sections(corpus)
    items = coverage(corpus)["bibliography"]
    for place, row in enumerate(rows):
        yield Page(
            f"section/{row['id']}",
            "pages/section.html.j2",
            corpus.source.sections[row["id"]],
            {
                "section": row,
                "units": _units(row["sentences"]),
                "items": [i for i in items if corpus.passages[i["id"]].section == row["id"]],
                "heading": row["id"] in corpus.passages,
                "before": rows[place - 1] if place else None,
                "after": rows[place + 1] if place + 1 < len(rows) else None,
            },
            menu="read",
        )


def _units(sentences: list[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    """The sentences by paragraph or note; each tells the claims that it is the first to carry."""
    seen: set[str] = set()
    told = []
    for sentence in sentences:
        new = [key for key in sentence["claims"] if key not in seen]
        seen.update(new)
        told.append(
            sentence | {"new": new, "again": [k for k in sentence["claims"] if k not in new]}
        )
    return [(unit, list(own)) for unit, own in groupby(told, lambda s: s["at"].partition(".")[0])]
