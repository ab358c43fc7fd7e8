"""The pages of the maps, and the scripts and data that they share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from techfeod_graph.corpus import Corpus
from techfeod_graph.model import Name
from techfeod_graph.site.assets import literal, scripts, static, vis_network
from techfeod_graph.site.frame import Asset, Material, Page
from techfeod_graph.site.maps.data import of_view, shared
from techfeod_graph.site.maps.view import View
from techfeod_graph.site.maps.views import views
from techfeod_graph.site.page import LIMIT
from techfeod_graph.site.records import entries
from techfeod_graph.site.strings import interface

__all__ = ["maps"]

_STYLES: Final = ("map.css",)
_SHARED: Final = ("vis-network.min.js", "map-records.js")


def maps(material: Material) -> Iterator[Page | Asset]:
    """Every map as a page, and what all of them load; above ``LIMIT`` records, why there is none.

    The address ``map`` is always there.
    """
    corpus = material.corpus
    yield Asset("assets/map.css", _style().encode())
    records = entries(corpus)
    if len(records) > LIMIT:
        yield _refusal(len(records))
        return
    yield Asset("assets/vis-network.min.js", vis_network().encode())
    yield Asset("assets/map-records.js", _script(shared(corpus, records)))
    ours = "".join(f"{code}\n" for code in scripts()[1:])
    yield Asset("assets/map.js", ours.encode())
    found = list(views(corpus, [row["key"] for row in records]))
    words = interface(corpus)
    for view in found:
        yield Asset(f"assets/map-{view.name}.js", _script(of_view(view, records)))
        yield _page(view, found, words, corpus)


def _script(data: dict[str, Any]) -> bytes:
    """Data as a classic script, which a page opened from a file can load."""
    return (
        f"window.techfeodData=Object.assign(window.techfeodData||{{}},{literal(data)});\n".encode()
    )


def _page(view: View, found: list[View], words: dict[str, Any], corpus: Corpus) -> Page:
    run = (*_SHARED, f"map-{view.name}.js", "map.js")
    given = {"view": view, "views": found, "w": words}
    menu = "network" if view.address == "network" else "map"
    return Page(view.address, "pages/map.html.j2", view.title, given, run, _STYLES, "", menu, True)


def _refusal(count: int) -> Page:
    title = Name(fr="Carte", en="Map")
    given = {"count": count, "limit": LIMIT}
    return Page("map", "pages/no-map.html.j2", title, given, (), _STYLES, "", "map")


def _style() -> str:
    """The rules of the map's parts within its frame: the reading room's tones by other names."""
    return static("room-map.css") + ".map-app{\n" + static("map.css") + "}\n"
