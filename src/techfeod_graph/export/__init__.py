"""The writers of all formats; what each format is stands in :mod:`techfeod_graph.formats`."""

from __future__ import annotations

from techfeod_graph.export import (
    aif,
    argdown,
    drawing,
    jsonld,
    network,
    references,
    schema,
    tables,
    triples,
    vault,
)
from techfeod_graph.export.edition import Content, Edition, Writer

__all__ = ["WRITERS", "Content", "Edition", "Writer", "written"]

#: The writer of each format, by its name on the command line.
WRITERS: dict[str, Writer] = {
    "ttl": triples.rdf("ttl"),
    "trig": triples.rdf("trig"),
    "nt": triples.rdf("nt"),
    "nq": triples.rdf("nq"),
    "jsonld": jsonld.jsonld,
    "rdfxml": triples.rdfxml,
    "rdf12": triples.rdf12,
    "skos": triples.thesaurus,
    "aifdb": aif.aifdb,
    "xaif": aif.xaif,
    "aif": aif.aif_rdf,
    "argdown": argdown.argdown,
    "nanopub": triples.nanopubs,
    "graphml": network.graphml,
    "gexf": network.gexf,
    "cytoscape": network.cytoscape,
    "dot": drawing.dot,
    "mermaid": drawing.mermaid,
    "csv": tables.tables,
    "csl": references.csl,
    "bibtex": references.bibtex,
    "ris": references.ris,
    "annotations": jsonld.web_annotations,
    "vault": vault.vault,
    "schema": schema.schemas,
}


def written(edition: Edition, name: str) -> Content:
    """An edition in one format: the bytes of a file, or those of a folder's files by their name."""
    return WRITERS[name](edition)
