"""The network of all resources for graph software: GraphML, GEXF, Cytoscape JSON."""

from __future__ import annotations

import io
from functools import cached_property
from typing import Any
from xml.etree import ElementTree

import networkx

from techfeod_graph.export.edition import Edition, as_json
from techfeod_graph.graph import to_networkx

__all__ = ["Network", "cytoscape", "gexf", "graphml"]

Graph = networkx.MultiDiGraph


class Network:
    """Nodes and edges with what graph software asks for.

    To the attributes of :func:`to_networkx` a node gains ``label`` (in the language of the
    edition) and ``kind`` (the head of its path: claim, position, concept …); an edge gains
    ``predicate`` and the key ``e0``, ``e1`` … in the order of the alphabet.
    """

    def __init__(self, edition: Edition) -> None:
        self.edition = edition

    @cached_property
    def graph(self) -> networkx.MultiDiGraph[str]:
        """The network; its attribute ``base`` makes IRIs of the paths."""
        plain = to_networkx(self.edition.statements)
        graph: networkx.MultiDiGraph[str] = Graph(base=self.edition.base)
        for node, data in plain.nodes(data=True):
            graph.add_node(node, label=self._label(node, data), kind=_kind(node), **data)
        edges = plain.edges(keys=True, data=True)
        for number, (source, target, predicate, data) in enumerate(edges):
            graph.add_edge(source, target, key=f"e{number}", predicate=predicate, **data)
        return graph

    def _label(self, node: str, data: dict[str, str]) -> str:
        wanted = self.edition.language
        for name in (f"rdfs:label@{wanted}", "rdfs:label", "dcterms:identifier"):
            if name in data:
                return data[name].split("\n")[0]
        return node


def _kind(node: str) -> str:
    head, slash, _ = node.partition("/")
    return head if slash and ":" not in head else "" if ":" in node else node


def graphml(edition: Edition) -> bytes:
    """GraphML, UTF-8; the attribute ``base`` of the graph makes IRIs of the paths."""
    buffer = io.BytesIO()
    networkx.readwrite.graphml.write_graphml_xml(Network(edition).graph, buffer)
    return buffer.getvalue()


def gexf(edition: Edition) -> bytes:
    """GEXF 1.2, for Gephi.

    networkx dates the file by the clock and names its own version; that element is taken out, so
    that the same data always gives the same bytes.
    """
    writer = networkx.readwrite.gexf.GEXFWriter(encoding="utf-8", version="1.2draft")
    writer.add_graph(Network(edition).graph)
    root = writer.xml
    for meta in root.findall("meta"):
        root.remove(meta)
    description = ElementTree.Element("meta")
    ElementTree.SubElement(description, "description").text = f"base {edition.base}"
    root.insert(0, description)
    ElementTree.indent(root, " ")
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def cytoscape(edition: Edition) -> bytes:
    """The JSON of Cytoscape.js and Cytoscape, with what networkx's reader asks for besides."""
    graph = Network(edition).graph
    nodes: list[dict[str, Any]] = [
        {"data": {"id": node, "value": node, "name": data["label"], **data}}
        for node, data in graph.nodes(data=True)
    ]
    edges: list[dict[str, Any]] = [
        {"data": {"id": key, "key": key, "source": source, "target": target, **data}}
        for source, target, key, data in graph.edges(keys=True, data=True)
    ]
    document = {
        "data": {"base": edition.base},
        "directed": True,
        "multigraph": True,
        "elements": {"nodes": nodes, "edges": edges},
    }
    return as_json(document)
