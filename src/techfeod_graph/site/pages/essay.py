"""The pages of the essay itself: in order, by section, what sentences carry, its slips."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from techfeod_graph.answers.summaries import section_summary
from techfeod_graph.answers.trace import trace
from techfeod_graph.overview import coverage, slips
from techfeod_graph.site.frame import Material, Page
from techfeod_graph.site.texts import both

__all__ = ["essay"]


def essay(material: Material) -> Iterator[Page]:
    """The whole argument in order, a page for each section, coverage and slips."""
    corpus = material.corpus
    found = coverage(corpus)
    sections = [_section(material, key, found) for key in corpus.source.sections]
    yield Page("read", "pages/read.html.j2", both("read-title"),
               {"sections": sections, "marks": _marks(sections)},
               menu="read")  # fmt: skip
    for place, row in enumerate(sections):
        steps = {
            "before": sections[place - 1]["id"] if place else None,
            "after": sections[place + 1]["id"] if place + 1 < len(sections) else None,
        }
        yield Page(f"section/{row['id']}", "pages/section.html.j2",
                   corpus.source.sections[row["id"]], {"section": row, **steps},
                   menu="read")  # fmt: skip
    yield Page("coverage", "pages/coverage.html.j2", both("nav-coverage"),
               {"coverage": found, "sections": sections}, menu="read")  # fmt: skip
    by_kind: dict[str, list[Any]] = {}
    for slip in slips(corpus):
        by_kind.setdefault(slip["kind"], []).append(slip)
    groups = sorted(by_kind.items(), key=lambda item: (-len(item[1]), item[0]))
    yield Page("discrepancies", "pages/discrepancies.html.j2", both("nav-discrepancies"),
               {"groups": groups}, menu="read")  # fmt: skip


def _section(material: Material, key: str, found: dict[str, Any]) -> dict[str, Any]:
    """A section with its sentences by paragraph, its summary, and its bibliography items."""
    corpus = material.corpus
    some = any(p.section == key and name[0] in "PN" for name, p in corpus.passages.items())
    sentences = trace(corpus, key)["sentences"] if some else []
    return {
        "id": key,
        "units": _units(sentences),
        "items": [i for i in found["bibliography"] if corpus.passages[i["id"]].section == key],
        "heading": key in corpus.passages,
        "summary": section_summary(corpus, key),
        "called": {note: at for at, passage in corpus.passages.items() for note in passage.calls},
    }


def _units(sentences: list[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    """The sentences by paragraph or note; each tells the claims that it is the first to carry."""
    seen: set[str] = set()
    told = []
    for sentence in sentences:
        new = [key for key in sentence["claims"] if key not in seen]
        seen.update(new)
        again = [key for key in sentence["claims"] if key not in new]
        told.append(sentence | {"new": new, "again": again})
    return [(unit, list(own)) for unit, own in groupby(told, lambda s: s["at"].partition(".")[0])]


def _marks(sections: list[dict[str, Any]]) -> dict[str, str]:
    """Claim to the mark of the first sentence of all: a letter where that carries several.

    The sentences learn under ``first`` which claims they are the first of all to carry.
    """
    found: dict[str, str] = {}
    for section in sections:
        for _, sentences in section["units"]:
            for row in sentences:
                row["first"] = [key for key in row["new"] if key not in found]
                many = len(row["first"]) > 1
                for rank, key in enumerate(row["first"]):
                    found[key] = row["at"] + (_letters(rank) if many else "")
    return found


def _letters(rank: int) -> str:
    """The first twenty-six ranks as a to z, then aa, ab and so on."""
    high, low = divmod(rank, 26)
    return (_letters(high - 1) if high else "") + chr(ord("a") + low)
