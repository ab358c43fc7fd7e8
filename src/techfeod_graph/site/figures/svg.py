"""The parts that the drawings are made of: wrapped text, boxes that are links, lines, signs.

Lengths are in the units of the drawing, which are CSS pixels at its natural size.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from markupsafe import Markup, escape

__all__ = ["DOT", "SIZE", "SMALL", "Box", "Sheet", "clipped", "figure", "room", "wrapped"]

#: Size of the text in boxes and of the words beside lines, and the step from line to line.
SIZE: Final = 14.0
SMALL: Final = 12.0
#: Between parts of a line: the line may break after it.
DOT: Final = "\u00a0· "
_STEP: Final = 18.0
_SMALL_STEP: Final = 15.0
_PAD: Final = 9.0

#: Widths of letters in shares of the size, as a wide sans-serif face has them.
_THIN: Final = frozenset("ijlI.,;:'’!| \u00a0\u202f")
_SLIM: Final = frozenset("ftr()[]-·«»“”")
_SLENDER: Final = frozenset("sckvxyz")
_BROAD: Final = frozenset("mwMW@œæŒÆ—…%")


_WORDS: Final = re.compile(r"[^ -]*-+|[^ -]+")


def room(text: str, size: float = SIZE) -> float:
    """How wide a text is at most, whatever sans-serif face it is set in."""
    total = 0.0
    for letter in text:
        if letter in _THIN:
            total += 0.33
        elif letter in _SLIM:
            total += 0.43
        elif letter in _SLENDER:
            total += 0.56
        elif letter in _BROAD:
            total += 0.98
        elif letter > "\u2e7f":
            total += 1.0
        else:
            total += 0.72 if letter.isupper() else 0.635
    return total * size


def wrapped(text: str, width: float, size: float = SIZE) -> list[str]:
    """A text cut after spaces and hyphens into lines of at most a width; a longer word is cut."""
    lines: list[str] = []
    line = ""
    for word in _WORDS.findall(text):
        longer = f"{line}{word}" if line.endswith("-") or not line else f"{line} {word}"
        if not line or room(longer, size) <= width:
            line = longer
        else:
            lines.append(line)
            line = word
        while room(line, size) > width and len(line) > 1:
            fit = max(1, int(len(line) * width / room(line, size)))
            lines.append(line[:fit])
            line = line[fit:]
    return [*lines, line] if line else lines


def clipped(text: str, width: float, size: float = SIZE) -> str:
    """A text in one line of at most a width, with an ellipsis where it was cut."""
    if room(text, size) <= width:
        return text
    while text and room(f"{text}…", size) > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


class Box(NamedTuple):
    """Where a box stands: its left and upper edge, its width and height."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """Half way down."""
        return self.y + self.height / 2

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


class Sheet:
    """Collects the elements of one drawing; lines lie under boxes."""

    def __init__(self, width: float) -> None:
        self.width = width
        self._lines: list[str] = []
        self._things: list[str] = []

    def height(self, x: float, width: float, text: str, under: str = "") -> float:
        """How high a box with this text is."""
        inner = width - 2 * _PAD
        lines = len(wrapped(text, inner)) * _STEP
        return lines + len(wrapped(under, inner, SMALL)) * _SMALL_STEP + 2 * _PAD - 3

    def box(
        self,
        x: float,
        y: float,
        width: float,
        text: str,
        under: str = "",
        href: str | None = None,
        kind: str = "",
    ) -> Box:
        """A box with a text, smaller words under it, and the address it leads to."""
        inner = width - 2 * _PAD
        found = Box(x, y, width, self.height(x, width, text, under))
        rows = [
            (line, "t", y + _PAD + _STEP * number + 12)
            for number, line in enumerate(wrapped(text, inner))
        ]
        low = y + _PAD + _STEP * len(rows)
        rows += [
            (line, "u", low + _SMALL_STEP * number + 10)
            for number, line in enumerate(wrapped(under, inner, SMALL))
        ]
        spans = "".join(
            f'<tspan class="{name}" x="{_n(x + _PAD)}" y="{_n(at)}">{escape(line)} </tspan>'
            for line, name, at in rows
        )
        body = (
            f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(found.height)}" '
            f'rx="4"/><text>{spans}</text>'
        )
        if href is None:
            self._things.append(f'<g class="box {kind}">{body}</g>')
        else:
            self._things.append(f'<a class="box {kind}" href="{escape(href)}">{body}</a>')
        return found

    def line(self, points: Sequence[tuple[float, float]], kind: str, head: str = "") -> None:
        """A line through points, of a class, that ends in an arrow, a bar or nothing."""
        path = "L".join(f"{_n(x)} {_n(y)}" for x, y in points)
        self._lines.append(f'<path class="{kind}" d="M{path}"/>')
        if head:
            self._lines.append(f'<path class="head {kind}" d="{_head(points, head)}"/>')

    def sign(self, x: float, y: float, what: str, kind: str) -> None:
        """The node of an inference (a ring with a therefore) or of a conflict (a diamond)."""
        if what == "inference":
            dots = ((0, -3.2), (-3.2, 2.6), (3.2, 2.6))
            inner = "".join(f'<circle cx="{_n(x + a)}" cy="{_n(y + b)}" r="1.5"/>' for a, b in dots)
            outer = f'<circle class="node" cx="{_n(x)}" cy="{_n(y)}" r="9"/>'
        else:
            inner = f'<path d="M{_n(x - 3.5)} {_n(y - 3.5)}l7 7m0 -7l-7 7"/>'
            outer = f'<path class="node" d="M{_n(x)} {_n(y - 11)}l11 11l-11 11l-11 -11z"/>'
        self._things.append(f'<g class="sign {kind}">{outer}{inner}</g>')

    def dot(self, x: float, y: float, radius: float, kind: str) -> None:
        """A filled mark of a class."""
        self._things.append(
            f'<circle class="dot {kind}" cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}"/>'
        )

    def words(self, x: float, y: float, text: str, kind: str = "", href: str | None = None) -> None:
        """Small words beside a line."""
        body = f'<text class="w {kind}" x="{_n(x)}" y="{_n(y)}">{escape(text)}</text>'
        self._things.append(f'<a href="{escape(href)}">{body}</a>' if href else body)

    def markup(self, height: float, name: str, title: str, about: str) -> Markup:
        """The drawing as an element, with a title and a description for those who hear it."""
        inside = "".join((*self._lines, *self._things))
        return Markup(
            f'<svg class="{name}" role="group" viewBox="0 0 {_n(self.width)} {_n(height)}" '
            f'width="{_n(self.width)}" height="{_n(height)}" aria-label="{escape(title)}">'
            f"<title>{escape(title)}</title><desc>{escape(about)}</desc>{inside}</svg>"
        )


def _head(points: Sequence[tuple[float, float]], head: str) -> str:
    """The outline of an arrow head or a bar at the end of a level or upright line."""
    (x0, y0), (x, y) = points[-2], points[-1]
    length = max(abs(x - x0), abs(y - y0)) or 1.0
    dx, dy = (x - x0) / length, (y - y0) / length
    corners: tuple[tuple[float, float], ...]
    if head == "bar":
        corners = ((0, -6), (0, 6), (-3, 6), (-3, -6))
    else:
        corners = ((0, 0), (-9, 4.5), (-7, 0), (-9, -4.5))
    turned = [(x + a * dx - b * dy, y + a * dy + b * dx) for a, b in corners]
    return "M" + "L".join(f"{_n(a)} {_n(b)}" for a, b in turned) + "Z"


def figure(drawings: Sequence[Markup], caption: str, kind: str) -> Markup:
    """The drawings of one thing, for a wide and for a narrow column, as one figure."""
    return Markup('<figure class="drawing {}">{}<figcaption>{}</figcaption></figure>').format(
        kind, Markup("").join(drawings), caption
    )
