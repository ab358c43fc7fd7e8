"""The query tests of the W3C's SPARQL 1.1 suite, read from a copy that is not kept here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF

MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")

#: The parts of the suite that test what this product does.
PARTS = (
    "aggregates", "bind", "bindings", "cast", "construct", "csv-tsv-res", "exists", "functions",
    "grouping", "json-res", "negation", "project-expression", "property-path", "subquery",
    "syntax-query",
)  # fmt: skip
#: Why the other parts do not apply.
NOT_APPLICABLE = {
    "add": "update", "basic-update": "update", "clear": "update", "copy": "update",
    "delete": "update", "delete-data": "update", "delete-insert": "update",
    "delete-where": "update", "drop": "update", "move": "update", "syntax-update-1": "update",
    "syntax-update-2": "update", "update-silent": "update", "http-rdf-update": "update",
    "graph-store-protocol": "update",
    "service": "SERVICE", "syntax-fed": "SERVICE",
    "entailment": "entailment regimes",
    "protocol": "HTTP, no files to run", "service-description": "HTTP, no files to run",
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """One test: what is asked of which data, and what must come out."""

    part: str
    name: str
    kind: str
    query: Path
    data: tuple[Path, ...] = ()
    graphs: tuple[tuple[str, Path], ...] = ()
    result: Path | None = None

    def __str__(self) -> str:
        return f"{self.part}/{self.name}"


def cases(folder: Path, parts: tuple[str, ...] = PARTS) -> Iterator[Case]:
    """The cases of the parts that apply, in the order of their manifests."""
    for part in parts:
        path = folder / part / "manifest.ttl"
        if path.is_file():  # the parts differ between editions of the suite
            yield from _manifest(path, part)


def entries(folder: Path, part: str) -> int:
    """How many tests a part lists."""
    path = folder / part / "manifest.ttl"
    if not path.is_file():
        return 0
    graph = rdflib.Graph().parse(path, publicID=path.as_uri())
    return sum(len(Collection(graph, found)) for found in graph.objects(None, MF.entries))


def _manifest(path: Path, part: str) -> Iterator[Case]:
    graph = rdflib.Graph().parse(path, publicID=path.as_uri())
    for entries in graph.objects(None, MF.entries):
        for node in Collection(graph, entries):
            if (found := _case(graph, node, part)) is not None:
                yield found


def _case(graph: rdflib.Graph, node: rdflib.term.Node, part: str) -> Case | None:
    kind = str(graph.value(node, RDF.type)).rpartition("#")[2]
    action = graph.value(node, MF.action)
    query = action if "Syntax" in kind else graph.value(action, QT.query)
    if query is None:
        return None
    name = str(node).rpartition("#")[2]
    return Case(
        part,
        name,
        kind,
        _path(query),
        tuple(map(_path, graph.objects(action, QT.data))),
        tuple((str(g), _path(g)) for g in sorted(graph.objects(action, QT.graphData))),
        _path(result) if (result := graph.value(node, MF.result)) is not None else None,
    )


def _path(node: object) -> Path:
    return Path(rdflib.URIRef(str(node)).removeprefix("file://"))
