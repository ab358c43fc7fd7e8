"""Still drawings for notebooks: those of the reading room, inert, on any ground."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from techfeod_graph.errors import TechfeodError

if TYPE_CHECKING:
    from techfeod_graph.api.record import Record

__all__ = ["Figure", "drawn", "framed"]

#: Colours that have a contrast of 3:1 or more on white and on #1e1e1e, since the ground of a
#: notebook is not known; text and boxes take the notebook's own colours.
_STYLE = """
.techfeod {
  --ink: var(--jp-content-font-color1, var(--vscode-foreground, currentColor));
  --line: var(--ink); --soft: var(--ink); --accent: var(--ink); --link-book: var(--ink);
  --sheet: transparent; --sans: system-ui, sans-serif;
  --ground: var(--jp-layout-color0, var(--vscode-editor-background, Canvas));
  --link-support: #2e8b57; --link-against: #d1493a; --link-nuance: #a8741a;
  --link-order: #6b7fa3; --link-making: #2c88b5; --link-power: #a45cc4;
  color: inherit; background: none; max-width: 46rem; line-height: 1.45;
}
.techfeod h4.name { margin: 0 0 .2rem; font-size: 1.1em; font-weight: 600; color: inherit; }
.techfeod p { margin: .25rem 0; }
.techfeod ul { margin: .4rem 0; padding-left: 1.2rem; }
.techfeod li { margin: .3rem 0; }
.techfeod .quiet { opacity: .78; font-size: .88em; }
.techfeod .rows table { border-collapse: collapse; margin: .3rem 0; color: inherit; }
.techfeod .rows th, .techfeod .rows td {
  text-align: left; vertical-align: top; padding: .2rem .7rem .2rem 0; background: none;
  border-bottom: 1px solid color-mix(in srgb, currentColor 25%, transparent);
  color: inherit; max-width: 28rem; white-space: normal; overflow-wrap: break-word;
}
.techfeod .rows td.number { text-align: right; font-variant-numeric: tabular-nums; }
.techfeod .rows { overflow-x: auto; }
"""


@dataclass(frozen=True, slots=True, repr=False)
class Figure:
    """A drawing of one record's neighbourhood; a notebook shows it.

    ``html`` is the drawing as a figure with two SVG images, for a wide and for a narrow column.
    """

    record: Record
    html: str

    def __repr__(self) -> str:
        return f"<Figure of {self.record.path}>"

    def _repr_html_(self) -> str:
        return framed(self.html)


def drawn(record: Record) -> Figure:
    """The drawing of a concept or a claim.

    :raises TechfeodError: when there is nothing to draw.
    """
    from techfeod_graph.site.figures import claim_figure, concept_figure

    draw = {"concept": concept_figure, "claim": claim_figure}.get(record.of)
    if draw is None:
        raise TechfeodError(f"«{record.label}» is not drawn: give a concept or a claim")
    found = draw(record.kb._links, record.id, record.kb.language, _nowhere)
    if found is None:
        raise TechfeodError(f"«{record.label}» is joined to nothing that could be drawn")
    return Figure(record, str(found))


def _nowhere(_address: str) -> None:
    """A notebook has no pages that a drawing could lead to."""


def framed(html: str) -> str:
    """Escaped markup with the style it needs, which touches nothing else of a notebook."""
    return f'<div class="techfeod"><style>{_STYLE}{_drawings()}</style>{html}</div>'


@cache
def _drawings() -> str:
    style = files("techfeod_graph.site").joinpath("static", "figure.css")
    return f".techfeod {{\n{style.read_text(encoding='utf-8')}}}"
