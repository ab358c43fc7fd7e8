"""The files that a corpus is exported to; ``FORMATS`` is the command line's list of choices."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from functools import partial

import networkx

from techfeod_graph.graph import Statement, to_networkx
from techfeod_graph.rdf import serialise

__all__ = ["FORMATS", "Writer", "graphml"]

#: From compiled statements and the base IRI to the bytes of a file.
Writer = Callable[[Sequence[Statement], str], bytes]


def graphml(given: Sequence[Statement], base: str) -> bytes:
    """The network as GraphML: nodes by path, edges with their predicate, UTF-8.

    ``base`` becomes an attribute of the graph, so that paths can be made IRIs again.
    """
    network = to_networkx(given)
    network.graph["base"] = base
    for _source, _target, key, data in network.edges(keys=True, data=True):
        data["predicate"] = key
    numbered: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(**network.graph)
    numbered.add_nodes_from(network.nodes(data=True))
    for number, (source, target, data) in enumerate(network.edges(data=True)):
        numbered.add_edge(source, target, key=f"e{number}", **data)
    buffer = io.BytesIO()
    networkx.readwrite.graphml.write_graphml_xml(numbered, buffer)
    return buffer.getvalue()


FORMATS: dict[str, Writer] = {
    "ttl": partial(serialise, ending="ttl"),
    "trig": partial(serialise, ending="trig"),
    "nq": partial(serialise, ending="nq"),
    "nt": partial(serialise, ending="nt"),
    "jsonld": partial(serialise, ending="jsonld"),
    "graphml": graphml,
}
