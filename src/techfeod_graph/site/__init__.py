"""The reading room: a site that opens without a network, for readers who use no terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from techfeod_graph.corpus import Corpus
from techfeod_graph.site import pages
from techfeod_graph.site.frame import Asset, Material, Page, Producer, written
from techfeod_graph.site.maps.pages import maps
from techfeod_graph.site.maps.timeline import timeline
from techfeod_graph.site.page import TooLarge, map_page
from techfeod_graph.site.sparql import sparql

__all__ = ["PRODUCERS", "TooLarge", "map_page", "site"]

#: Everything that the site is made of.
PRODUCERS: Final[tuple[Producer, ...]] = (*pages.PRODUCERS, maps, timeline, sparql)


def site(
    corpus: Corpus, exports: Mapping[str, bytes], tell: Callable[[str], None] | None = None
) -> dict[str, bytes]:
    """Address to content of every file of the site; the same corpus gives the same bytes.

    ``exports`` are the files offered for download, by name. ``tell`` is called with the name of
    each producer of pages before it works.
    """
    material = Material(corpus, exports)
    return written(material, _produced(material, tell))


def _produced(material: Material, tell: Callable[[str], None] | None) -> Iterator[Page | Asset]:
    for produce in PRODUCERS:
        if tell:
            tell(getattr(produce, "__name__", "pages"))
        yield from produce(material)
