"""The reading room: a site that opens without a network, for readers who use no terminal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from techfeod_graph.corpus import Corpus
from techfeod_graph.site import pages
from techfeod_graph.site.frame import Material, Producer, written
from techfeod_graph.site.maps.pages import maps
from techfeod_graph.site.maps.timeline import timeline
from techfeod_graph.site.page import map_page
from techfeod_graph.site.sparql import sparql

__all__ = ["PRODUCERS", "map_page", "site"]

#: Everything that the site is made of.
PRODUCERS: Final[tuple[Producer, ...]] = (*pages.PRODUCERS, maps, timeline, sparql)


def site(corpus: Corpus, exports: Mapping[str, bytes]) -> dict[str, bytes]:
    """Address to content of every file of the site; the same corpus gives the same bytes.

    ``exports`` are the files offered for download, by name.
    """
    material = Material(corpus, exports)
    return written(material, (part for produce in PRODUCERS for part in produce(material)))
