"""The interactive map: one page that opens without a network, for readers who use no terminal."""

from techfeod_graph.site.page import map_page

__all__ = ["map_page"]
