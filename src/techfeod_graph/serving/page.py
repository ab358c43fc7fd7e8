"""The page with the query form, and an answer below it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import jinja2

from techfeod_graph.vocabulary import PREFIXES, expand

__all__ = ["page"]

#: The most rows that a page shows; programs get all.
_SHOWN = 2_000
_EXAMPLE = """SELECT ?claim ?text WHERE {
  ?claim tf:heldBy <agent/durand> ; rdfs:label ?text .
  FILTER(LANG(?text) = "fr")
} LIMIT 20"""


@cache
def _template() -> jinja2.Template:
    folder = files("techfeod_graph.serving").joinpath("templates")
    text = folder.joinpath("query.html.j2").read_text(encoding="utf-8")
    return jinja2.Environment(autoescape=True, trim_blocks=True).from_string(text)


def page(
    base: str, query: str = "", head: Mapping[str, Any] | None = None, content: bytes = b""
) -> str:
    """The page: a form, and when there is one, the answer as a table, text, or yes or no."""
    rows: list[list[str | None]] = []
    if head and head["form"] == "table":
        rows = [json.loads(line) for line in content.splitlines()]
    return _template().render(
        query=query or _EXAMPLE,
        prefixes=sorted(PREFIXES.items()),
        base=base,
        head=head,
        rows=rows[:_SHOWN],
        count=len(rows),
        text=content.decode() if head and head["form"] == "graph" else "",
        link=lambda name: expand(name, base),
    )
