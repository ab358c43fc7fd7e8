"""The description of the endpoint, in the vocabulary of SPARQL 1.1 Service Description."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pyoxigraph as ox

__all__ = ["description", "graph_sizes"]

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_VOID = "http://rdfs.org/ns/void#triples"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_INTEGER = "http://www.w3.org/2001/XMLSchema#integer"
_RESULT_FORMATS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV",
    "Turtle", "N-Triples", "RDF_XML", "JSON-LD",
)  # fmt: skip


def graph_sizes(n_quads: bytes) -> dict[str, int]:
    """The IRIs of the named graphs with the number of their triples."""
    quads = ox.parse(n_quads, format=ox.RdfFormat.N_QUADS, lenient=True)
    sizes = Counter(str(quad.graph_name.value) for quad in quads)
    return dict(sorted(sizes.items()))


def description(endpoint: str, sizes: dict[str, int], style: str) -> bytes:
    """What the endpoint at an address can do, as RDF in a format of ``rdf.FORMATS`` or ``rdf``."""
    from techfeod_graph.rdf import FORMATS

    triples = sorted(_triples(endpoint, sizes), key=str)
    form = ox.RdfFormat.RDF_XML if style == "rdf" else FORMATS[style]
    prefixes = {"sd": _SD, "void": _VOID.removesuffix("triples")}
    return ox.serialize(triples, format=form, prefixes=prefixes) or b""


def _triples(endpoint: str, sizes: dict[str, int]) -> Iterator[ox.Triple]:
    service, dataset, union = (f"{endpoint}#{name}" for name in ("service", "dataset", "union"))
    yield _link(service, _RDF, f"{_SD}Service")
    yield _link(service, f"{_SD}endpoint", endpoint)
    yield _link(service, f"{_SD}supportedLanguage", f"{_SD}SPARQL11Query")
    yield _link(service, f"{_SD}feature", f"{_SD}UnionDefaultGraph")
    for name in _RESULT_FORMATS:
        yield _link(service, f"{_SD}resultFormat", f"{_FORMATS}{name}")
    yield _link(service, f"{_SD}defaultDataset", dataset)
    yield _link(dataset, _RDF, f"{_SD}Dataset")
    yield _link(dataset, f"{_SD}defaultGraph", union)
    yield _link(union, _RDF, f"{_SD}Graph")
    yield _count(union, sum(sizes.values()))
    for graph, size in sizes.items():
        named = f"{endpoint}#{graph.rstrip('/').rpartition('/')[2]}-graph"
        yield _link(dataset, f"{_SD}namedGraph", named)
        yield _link(named, _RDF, f"{_SD}NamedGraph")
        yield _link(named, f"{_SD}name", graph)
        yield _link(named, f"{_SD}graph", f"{named}-content")
        yield _link(f"{named}-content", _RDF, f"{_SD}Graph")
        yield _count(f"{named}-content", size)


def _link(subject: str, predicate: str, target: str) -> ox.Triple:
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), ox.NamedNode(target))


def _count(subject: str, number: int) -> ox.Triple:
    literal = ox.Literal(str(number), datatype=ox.NamedNode(_INTEGER))
    return ox.Triple(ox.NamedNode(subject), ox.NamedNode(_VOID), literal)
