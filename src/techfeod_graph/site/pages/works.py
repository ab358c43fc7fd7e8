"""A page for every work, the list of works, and the references of the essay."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from techfeod_graph.answers.summaries import work_summary
from techfeod_graph.names import fold
from techfeod_graph.overview import coverage
from techfeod_graph.site.frame import Material, Page
from techfeod_graph.site.texts import both

__all__ = ["works"]


def works(material: Material) -> Iterator[Page]:
    """The list, the references, then the page of each work."""
    corpus = material.corpus
    yield Page("works", "pages/works.html.j2", both("nav-works"), {"keys": _by_author(material)},
               menu="works")  # fmt: skip
    yield Page(
        "references",
        "pages/references.html.j2",
        both("nav-references"),
        {
            "items": coverage(corpus)["bibliography"],
            "missing": [key for key in _by_author(material) if _missing(material, key)],
            "pointers": sorted(corpus.pointers, key=lambda pointer: corpus.order(pointer.at)),
        },
        menu="works",
    )
    for key, record in material.records["work"].items():
        given = {
            "key": key,
            "record": record,
            "work": corpus.works[key],
            "summary": work_summary(corpus, key),
            "slips": [corpus.discrepancies[name] for name in record["discrepancies"]],
        }
        yield Page(f"work/{key}", "pages/work.html.j2", material.labels["work", key], given,
                   menu="works")  # fmt: skip


def _missing(material: Material, key: str) -> bool:
    """Whether the essay points to a work that its bibliography does not have."""
    record: dict[str, Any] = material.records["work"][key]
    return bool(record["pointers"]) and record["bibliography"] is None


def _by_author(material: Material) -> list[str]:
    """The works as a bibliography lists them: by first author, then year, then title."""

    def rank(key: str) -> tuple[str, str, str]:
        work = material.corpus.works[key]
        first = work.author[0] if work.author else None
        name = (first.family or first.literal or "") if first else work.labels.fr
        return fold(name), work.issued.year if work.issued else "", fold(work.labels.fr)

    return sorted(material.corpus.works, key=rank)
