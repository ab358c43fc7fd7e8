"""The pages of queries: named ones with their answers, free text where an engine is there."""

from techfeod_graph.site.sparql.pages import sparql

__all__ = ["sparql"]
