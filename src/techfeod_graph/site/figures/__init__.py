"""Small still drawings of one record's neighbourhood, made when a page is made."""

from techfeod_graph.site.figures.claim import claim_figure
from techfeod_graph.site.figures.concept import concept_figure
from techfeod_graph.site.figures.links import Links, many
from techfeod_graph.site.figures.timeline import dated, timeline_figure

__all__ = ["Links", "claim_figure", "concept_figure", "dated", "many", "timeline_figure"]
