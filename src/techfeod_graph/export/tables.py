"""The network as three CSV tables: nodes, edges, and every value of a node."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from techfeod_graph.export.edition import Edition
from techfeod_graph.export.network import Network
from techfeod_graph.graph import Words
from techfeod_graph.vocabulary import expand

__all__ = ["COLUMNS", "tables"]

#: The columns of each table, with what they hold.
COLUMNS: dict[str, dict[str, str]] = {
    "nodes.csv": {
        "id": "path of the resource under the base, or its prefixed name",
        "iri": "its IRI",
        "kind": "claim, position, concept, agent, work, essay (a passage), argument, conflict …",
        "type": "its classes, separated by spaces",
        "label": "its label in the language of the export",
    },
    "edges.csv": {
        "source": "id of the subject",
        "predicate": "prefixed name of the property",
        "target": "id of the object",
        "graphs": "the named graphs that hold the statement, separated by spaces",
    },
    "values.csv": {
        "id": "id of the resource",
        "predicate": "prefixed name of the property",
        "language": "fr, en or empty",
        "datatype": "prefixed name of the datatype; empty for text",
        "value": "the text",
    },
}


def tables(edition: Edition) -> Mapping[str, bytes]:
    """The tables in UTF-8 with a header line; lines end as RFC 4180 says."""
    graph = Network(edition).graph
    nodes = [
        (node, expand(node, edition.base), data["kind"], _spaced(data.get("rdf:type", "")),
         data["label"])
        for node, data in graph.nodes(data=True)
    ]  # fmt: skip
    edges = [
        (source, data["predicate"], target, _spaced(data["graphs"]))
        for source, target, data in graph.edges(data=True)
    ]
    values = dict.fromkeys(
        (subject, predicate, words.language, words.datatype, words.text)
        for _graph, subject, predicate, words in edition.statements
        if isinstance(words, Words)
    )
    rows: tuple[Iterable[Sequence[str]], ...] = (nodes, edges, values)
    return {name: _table(name, found) for name, found in zip(COLUMNS, rows, strict=True)}


def _spaced(lines: str) -> str:
    return " ".join(lines.split("\n"))


def _table(name: str, rows: Iterable[Sequence[str]]) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(COLUMNS[name])
    writer.writerows(rows)
    return buffer.getvalue().encode()
