"""The files that all pages share: style, scripts, icon, and the door to both languages."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Final

from techfeod_graph.site.frame import Asset, Material
from techfeod_graph.site.frame.room import policy, render
from techfeod_graph.site.palette import tones
from techfeod_graph.site.strings import typeset

__all__ = ["shared", "static"]

#: The scripts under ``static`` that pages load.
SCRIPTS: Final = ("theme.js", "site.js", "finder.js", "claims.js")


def static(name: str) -> str:
    """The text of a file of the package's ``static`` folder."""
    return (files("techfeod_graph.site") / "static" / name).read_text(encoding="utf-8")


def shared(material: Material) -> Iterator[Asset]:
    """The door (``index.html``), and what stands under ``assets/``."""
    label = material.corpus.source.label
    yield Asset(
        "index.html",
        render("door.html.j2", {"policy": policy(), "fr": typeset(label.fr), "en": label.en}),
    )
    yield Asset("assets/site.css", (static("site.css") + static("figure.css") + tones()).encode())
    for name in (*SCRIPTS, "icon.svg"):
        yield Asset(f"assets/{name}", static(name).encode())
