"""Runs the query tests of the W3C's SPARQL 1.1 suite on the engine that the commands use.

The suite is read from a copy, which this repository does not hold.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import rdflib
from rdflib.collection import Collection
from rdflib.namespace import RDF

from techfeod_graph.engine import Engine
from techfeod_graph.guard import QueryError

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
#: Cases that fail, and why; the engine is Oxigraph, whose answers we do not bend.
_JOINED = "GRAPH ?g binds its variable inside the pattern, not by a join with its answers"
_ZERO = "a path of length zero does not begin at a term that no triple has"
_EDITION = "the edition asks what later editions of the suite no longer ask"
KNOWN = {
    "aggregates/agg-groupconcat-04": "GROUP_CONCAT keeps a language tag that all values share",
    "aggregates/agg-groupconcat-06": "GROUP_CONCAT keeps a language tag that all values share",
    "aggregates/agg-empty-group": _EDITION,
    "aggregates/agg-empty-group-count-graph": _JOINED,
    "bindings/graph": _JOINED,
    "negation/graph-minus": _JOINED,
    "construct/constructwhere04": "FROM names a file, and queries read nothing but the data",
    "csv-tsv-res/tsv03": "numbers of a derived type are kept as xsd:integer",
    "functions/bnode01": "BNODE of one text is one node in all rows",
    "functions/strdt03": _EDITION,
    "functions/strlang03": _EDITION,
    "property-path/zero_or_more_set_start": _ZERO,
    "property-path/zero_or_more_set_end": _ZERO,
    "property-path/zero_or_one_set_start": _ZERO,
    "property-path/zero_or_one_set_end": _ZERO,
}


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


def failure(case: Case) -> str | None:
    """Why a case fails; None when it passes."""
    text = case.query.read_text(encoding="utf-8")
    engine = Engine.over(_quads(case), case.query.as_uri(), union=not case.graphs)
    if case.kind.startswith("Negative"):
        try:
            engine.solve(text)
        except QueryError:
            return None
        return "a query that is not valid was accepted"
    try:
        if case.kind.startswith("Positive"):
            engine.solve(text)
        else:
            return _compare(engine, text, case)
    except QueryError as error:
        # a syntax test asks for no answer, and may call what no engine has
        if not (case.kind.startswith("Positive") and "custom function" in str(error)):
            return str(error).partition("\n")[0]
    return None


def _quads(case: Case) -> Iterator[ox.Quad]:
    for path in case.data:
        yield from _parsed(path, ox.DefaultGraph())
    for name, path in case.graphs:
        yield from _parsed(path, ox.NamedNode(name))


def _parsed(path: Path, graph: ox.NamedNode | ox.DefaultGraph) -> Iterator[ox.Quad]:
    style = ox.RdfFormat.from_extension(path.suffix[1:])
    for quad in ox.parse(path=path, format=style, base_iri=path.as_uri(), rename_blank_nodes=True):
        yield ox.Quad(quad.subject, quad.predicate, quad.object, graph)


def _compare(engine: Engine, text: str, case: Case) -> str | None:
    assert case.result is not None
    ending = case.result.suffix
    if ending not in _STYLES:
        return _graphs(engine, text, case.result)
    if ending == ".csv":
        wanted, got = case.result.read_text(encoding="utf-8"), engine.write(text, "csv").decode()
        return _tables(_from_csv(wanted), _from_csv(got))
    wanted = _read(case.result.read_bytes(), _STYLES[ending])
    got = _read(engine.write(text, _STYLES[ending]), _STYLES[ending])
    if isinstance(wanted, bool) or isinstance(got, bool):
        return None if wanted is got else "another truth"
    return _tables(wanted, got)


#: What the ending of an expected result is called by the engine.
_STYLES = {".srx": "xml", ".srj": "json", ".tsv": "tsv", ".csv": "csv"}
_FORMATS = {
    "xml": ox.QueryResultsFormat.XML,
    "json": ox.QueryResultsFormat.JSON,
    "tsv": ox.QueryResultsFormat.TSV,
}
Term = ox.NamedNode | ox.BlankNode | ox.Literal
Rows = list[dict[str, Term]]


def _read(raw: bytes, style: str) -> Rows | bool:
    found = ox.parse_query_results(raw, format=_FORMATS[style])
    if isinstance(found, ox.QueryBoolean):
        return bool(found)
    names = [variable.value for variable in found.variables]
    return [{n: row[n] for n in names if row[n] is not None} for row in found]


def _from_csv(text: str) -> Rows:
    """CSV tells blank nodes from other terms, and nothing else; numbers are compared by value."""
    rows = []
    for row in csv.DictReader(io.StringIO(text)):
        rows.append({name: _from_cell(cell) for name, cell in row.items() if cell})
    return rows


def _from_cell(cell: str) -> Term:
    if cell.startswith("_:"):
        return ox.BlankNode(cell[2:])
    try:
        return ox.Literal(repr(float(cell)))
    except ValueError:
        return ox.Literal(cell)


def _graphs(engine: Engine, text: str, path: Path) -> str | None:
    """A result written in Turtle: the triples of a CONSTRUCT, or a table as a graph."""
    graph = ox.Dataset(_parsed(path, ox.DefaultGraph()))
    types = graph.quads_for_predicate(ox.NamedNode(str(RDF.type)))
    if any(quad.object == _RS.ResultSet for quad in types):
        found = _read(engine.write(text, "json"), "json")
        assert not isinstance(found, bool)
        return _tables(_from_graph(graph), found)
    got = ox.Dataset(ox.Quad(t.subject, t.predicate, t.object) for t in engine.solve(text))
    return None if _canonical(graph) == _canonical(got) else "another graph"


class _RS:
    """The vocabulary of tables written as graphs."""

    ResultSet, solution, binding, value, variable = (
        ox.NamedNode(f"http://www.w3.org/2001/sw/DataAccess/tests/result-set#{name}")
        for name in ("ResultSet", "solution", "binding", "value", "variable")
    )


def _from_graph(graph: ox.Dataset) -> Rows:
    def objects(subject: Term, predicate: ox.NamedNode) -> list[Term]:
        found = graph.quads_for_subject(subject)
        return [quad.object for quad in found if quad.predicate == predicate]

    return [
        {
            objects(binding, _RS.variable)[0].value: objects(binding, _RS.value)[0]
            for binding in objects(quad.object, _RS.binding)
        }
        for quad in graph.quads_for_predicate(_RS.solution)
    ]


def _tables(wanted: Rows, got: Rows) -> str | None:
    """Two tables as bags of rows, blank nodes up to their names, numbers and truths by value."""
    if len(wanted) != len(got):
        return f"{len(got)} rows for {len(wanted)}"
    same = _canonical(_as_graph(wanted)) == _canonical(_as_graph(got))
    return None if same else "other rows"


def _plain(term: Term) -> Term:
    """A number or truth value in one written form."""
    if not isinstance(term, ox.Literal):
        return term
    kind = term.datatype.value.rpartition("#")[2]
    try:
        if kind in ("decimal", "integer"):
            return ox.Literal(format(Decimal(term.value).normalize(), "f"), datatype=term.datatype)
        if kind == "boolean":
            true = term.value in ("true", "1")
            return ox.Literal("true" if true else "false", datatype=term.datatype)
        if kind in ("double", "float"):
            return ox.Literal(repr(float(term.value)), datatype=term.datatype)
    except (ValueError, ArithmeticError):
        pass
    return term


def _as_graph(rows: Rows) -> ox.Dataset:
    """A bag of rows as a graph in which every row is a node; equal bags are isomorphic graphs."""
    graph = ox.Dataset()
    for row in rows:
        node = ox.BlankNode()
        graph.add(ox.Quad(node, ox.NamedNode("x:row"), ox.Literal("row")))
        for name, term in row.items():
            graph.add(ox.Quad(node, ox.NamedNode(f"x:{name}"), _plain(term)))
    return graph


def _canonical(graph: ox.Dataset) -> set[ox.Quad]:
    graph.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return set(graph)
