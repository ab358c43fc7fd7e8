"""The relations of a concept, with their verbs: subjects on the left, objects on the right."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from techfeod_graph.site.figures.links import Href, Links, term
from techfeod_graph.site.figures.svg import SIZE, SMALL, Box, Sheet, figure, room, wrapped
from techfeod_graph.site.figures.words import count, say
from techfeod_graph.site.palette import LINKS
from techfeod_graph.terms import Language

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["concept_figure"]

WIDE: Final = 660.0
NARROW: Final = 340.0
#: Relations that are drawn on one side at most.
MOST: Final = 14
_SIDE: Final = 154.0
_GAP: Final = 8.0
_BETWEEN: Final = 10.0
_SPINE: Final = 12.0
#: Room above the boxes for the first verb.
_TOP: Final = 17.0
_SYMMETRIC: Final = frozenset({"opposed-to", "differs-from"})


class _Row(NamedTuple):
    """One relation: its verb, the other concept, and whether it leads to this one."""

    type: str
    other: str
    incoming: bool
    basis: str


class _Given(NamedTuple):
    links: Links
    key: str
    language: Language
    href: Href

    def label(self, key: str) -> str:
        return self.links.label(key, self.language)

    def to(self, key: str) -> str | None:
        return self.href(f"concept/{key}")


def concept_figure(links: Links, key: str, language: Language, href: Href) -> Markup | None:
    """The concepts that a concept has a relation with; None when it has none.

    What is not drawn is counted, and the count leads to ``href("map/concept/…")``.
    """
    rows = _rows(links, key)
    if not rows:
        return None
    title = say("concept-title", language, label=links.label(key, language))
    about = say("concept-desc", language)
    given = _Given(links, key, language, href)
    sheet, height = _columns(given, rows)
    wide = sheet.markup(height, "wide", title, about)
    sheet, height = _ladder(given, rows)
    narrow = sheet.markup(height, "narrow", title, about)
    return figure([wide, narrow], say("concept-caption", language), "relations")


def _rows(links: Links, key: str) -> list[_Row]:
    """The relations of a concept in the order of the legend; symmetric ones as its own."""
    own, order, found = f"concept/{key}", list(LINKS), []
    for edge in links.concepts[key]:
        mine = edge.source == own
        other = (edge.target if mine else edge.source).partition("/")[2]
        found.append(_Row(edge.type, other, not mine and edge.type not in _SYMMETRIC, edge.basis))
    return sorted(found, key=lambda row: (order.index(row.type), row.other))


def _class(row: _Row) -> str:
    kind = LINKS[row.type].family
    return f"{kind} inferred" if row.basis == "inferred" else kind


def _columns(given: _Given, rows: Sequence[_Row]) -> tuple[Sheet, float]:
    """Subjects in a left column, objects in a right one, the concept between them."""
    sheet = Sheet(WIDE)
    label = given.label(given.key)
    longest = max(room(word, SIZE * 1.08) for word in label.split())
    width = min(190.0, max(120.0, longest + 20))
    left = (WIDE - width) / 2
    high = sheet.height(left, width, label)
    sides = [[row for row in rows if row.incoming is incoming] for incoming in (True, False)]
    tall = [_tall(sheet, given, side) for side in sides]
    height = max(*tall, high)
    focal = sheet.box(left, _TOP + (height - high) / 2, width, label, "", None, "focal")
    for side, own in zip(sides, tall, strict=True):
        _side(sheet, given, side, _TOP + (height - own) / 2, focal)
    return sheet, height + _TOP + 2


def _tall(sheet: Sheet, given: _Given, side: Sequence[_Row]) -> float:
    """How high the boxes of a side stand."""
    boxes = sum(sheet.height(0, _SIDE, given.label(row.other)) + _GAP for row in side[:MOST])
    groups = len({row.type for row in side[:MOST]})
    return boxes + _BETWEEN * groups + (24 if len(side) > MOST else 0)


def _side(sheet: Sheet, given: _Given, side: Sequence[_Row], y: float, focal: Box) -> None:
    """The boxes of one side, the relations of one verb on one line."""
    groups = [(name, list(found)) for name, found in groupby(side[:MOST], lambda row: row.type)]
    for rank, (name, found) in enumerate(groups):
        x = 1.0 if found[0].incoming else WIDE - _SIDE - 1
        boxes = []
        for row in found:
            box = sheet.box(x, y, _SIDE, given.label(row.other), "", given.to(row.other))
            boxes.append((row, box))
            y = box.bottom + _GAP
        y += _BETWEEN
        share = focal.y + focal.height * (rank + 1) / (len(groups) + 1)
        _verb(sheet, term("links", name, given.language), boxes, focal, share)
    if len(side) > MOST:
        words = count("more", len(side) - MOST, given.language)
        x = 1.0 if side[0].incoming else WIDE - _SIDE - 1
        sheet.words(x + 9, y + 8, words, "more", given.href(f"map/concept/{given.key}"))


def _verb(
    sheet: Sheet, verb: str, boxes: Sequence[tuple[_Row, Box]], focal: Box, share: float
) -> None:
    """One verb: a line between the concept and the boxes that it joins, the verb over it."""
    row, first = boxes[0]
    middle = (first.middle + boxes[-1][1].middle) / 2
    family = LINKS[row.type].family
    head = "" if row.type in _SYMMETRIC else "arrow"
    sign = 1 if row.incoming else -1
    edge = first.x + (first.width if row.incoming else 0)
    spine, near = edge + sign * _SPINE, (focal.x if row.incoming else focal.x + focal.width)
    bend = near - sign * 14
    all_inferred = all(other.basis == "inferred" for other, _ in boxes)
    points = [(spine, middle), (bend, middle), (bend, share), (near, share)]
    kind = f"{family} inferred" if all_inferred else family
    sheet.line(points if row.incoming else points[::-1], kind, head if row.incoming else "")
    for other, box in boxes:
        stub = [(spine, middle), (spine, box.middle), (edge, box.middle)]
        sheet.line(stub, _class(other), "" if row.incoming else head)
    lane = abs(bend - spine) - 2
    lines = wrapped(verb, lane, SMALL)
    for number, line in enumerate(lines):
        at = middle - 6 - 14 * (len(lines) - 1 - number)
        sheet.words(min(spine, bend) + 4, at, line)


def _ladder(given: _Given, rows: Sequence[_Row]) -> tuple[Sheet, float]:
    """The concept on top and the others under it, for a narrow column."""
    sheet = Sheet(NARROW)
    label = given.label(given.key)
    focal = sheet.box(1, 1, NARROW - 2, label, "", None, "focal")
    y, tips = focal.bottom + 14, {True: focal.bottom, False: focal.bottom}
    for row in rows[: MOST * 2]:
        verb = term("links", row.type, given.language)
        for line in wrapped(say("before" if row.incoming else "after", given.language,
                                label=label, verb=verb), NARROW - 44, SMALL):  # fmt: skip
            sheet.words(42, y + 8, line)
            y += 15
        box = sheet.box(42, y, NARROW - 43, given.label(row.other), "", given.to(row.other))
        head = "" if row.type in _SYMMETRIC else "arrow"
        x, tip = (26.0 if row.incoming else 12.0), tips[row.incoming]
        points = [(42.0, box.middle), (x, box.middle), (x, tip)]
        if row.incoming:
            sheet.line(points, _class(row), head if tip == focal.bottom else "")
        else:
            sheet.line(points[::-1], _class(row), head)
        tips[row.incoming] = box.middle
        y = box.bottom + 12
    if len(rows) > MOST * 2:
        words = count("more", len(rows) - MOST * 2, given.language)
        sheet.words(42, y + 8, words, "more", given.href(f"map/concept/{given.key}"))
        y += 22
    return sheet, y
