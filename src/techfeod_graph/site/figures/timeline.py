"""The works in the order of their years, drawn downwards; longer gaps stand further apart."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from techfeod_graph.corpus import Corpus
from techfeod_graph.site.figures.svg import DOT, Sheet, figure
from techfeod_graph.site.figures.words import count, say
from techfeod_graph.site.strings import typeset
from techfeod_graph.terms import Language

if TYPE_CHECKING:
    from markupsafe import Markup

    from techfeod_graph.site.figures.links import Href

__all__ = ["Dated", "dated", "timeline_figure"]

_WIDTHS: Final = {"wide": 660.0, "narrow": 340.0}
_AXIS: Final = 58.0
_LEFT: Final = 78.0


class Dated(NamedTuple):
    """A work with the year of the edition cited, of the first one, and how often it is cited."""

    key: str
    year: str
    first: str
    authors: str
    pointers: int


def dated(corpus: Corpus) -> tuple[list[Dated], list[str]]:
    """The works by year and id, and the ids of those without one."""
    found, without = [], []
    for key, work in sorted(corpus.works.items()):
        if work.issued is None:
            without.append(key)
            continue
        names = [n.literal or " ".join(filter(None, (n.given, n.family))) for n in work.author]
        first = work.original_date.year if work.original_date else ""
        pointers = sum(pointer.to == key for pointer in corpus.pointers)
        found.append(Dated(key, work.issued.year, first, ", ".join(names), pointers))
    return sorted(found, key=lambda row: (row.year, row.key)), without


def timeline_figure(
    corpus: Corpus, rows: Sequence[Dated], language: Language, href: Href
) -> Markup:
    """Each work as a box at its year, with its first edition; the mark grows with citations."""
    drawings = [_drawing(corpus, rows, language, href, name) for name in _WIDTHS]
    return figure(drawings, say("timeline-caption", language), "timeline")


def _drawing(
    corpus: Corpus, rows: Sequence[Dated], language: Language, href: Href, name: str
) -> Markup:
    sheet = Sheet(_WIDTHS[name])
    y, last = 6.0, None
    for row, gap in _gaps(rows):
        if last is not None:
            y += 8 + 12 * math.sqrt(gap) if gap else 8
        if gap > 5:
            sheet.words(_LEFT, y - 8, count("years", gap, language))
        work = corpus.works[row.key]
        title = typeset(work.labels.fr) if language == "fr" else work.labels.en
        under = [row.authors] if row.authors else []
        under += [say("first-edition", language, year=row.first)] if row.first else []
        under.append(count("cited", row.pointers, language))
        box = sheet.box(
            _LEFT, y, sheet.width - _LEFT - 1, title, DOT.join(under), href(f"work/{row.key}")
        )
        if gap or last is None:
            sheet.words(2, box.y + 17, row.year, "year")
        sheet.line([(_AXIS, box.y + 13), (_LEFT, box.y + 13)], "order")
        sheet.dot(_AXIS, box.y + 13, 3.5 + min(7.0, math.sqrt(row.pointers) * 1.6), "book")
        if last is not None:
            sheet.line(
                [(_AXIS, last), (_AXIS, box.y + 13)], "order inferred" if gap > 5 else "order"
            )
        last, y = box.y + 13, box.bottom
    return sheet.markup(
        y + 4, name, say("timeline-title", language), say("timeline-desc", language)
    )


def _gaps(rows: Sequence[Dated]) -> Iterator[tuple[Dated, int]]:
    """Each work with the years since the one before it."""
    last = None
    for row in rows:
        yield row, int(row.year) - last if last is not None else 0
        last = int(row.year)
