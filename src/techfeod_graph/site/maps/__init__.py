"""The interactive maps of the reading room: what each shows, and the pages that carry them."""

from techfeod_graph.site.maps.data import of_view, shared
from techfeod_graph.site.maps.view import Region, View
from techfeod_graph.site.maps.views import concepts, views

__all__ = ["Region", "View", "concepts", "of_view", "shared", "views"]
