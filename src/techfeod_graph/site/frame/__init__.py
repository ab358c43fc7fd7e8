"""The framework of the reading room: pages and files, their addresses, and how they are filled."""

from techfeod_graph.site.frame.material import Material
from techfeod_graph.site.frame.page import Asset, Page, Producer
from techfeod_graph.site.frame.room import written
from techfeod_graph.site.frame.speech import LANGUAGES, Speech

__all__ = ["LANGUAGES", "Asset", "Material", "Page", "Producer", "Speech", "written"]
