"""Answers in one form, equal when they are the same bag of rows, the same graph, the same truth.

Blank nodes count up to their names, numbers and truth values by value.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
from rdflib.namespace import RDF

from .cases import Case

#: What the ending of an expected result is called by the engines.
_STYLES = {".srx": "xml", ".srj": "json", ".tsv": "tsv", ".csv": "csv"}
_FORMATS = {
    "xml": ox.QueryResultsFormat.XML,
    "json": ox.QueryResultsFormat.JSON,
    "tsv": ox.QueryResultsFormat.TSV,
}
Term = ox.NamedNode | ox.BlankNode | ox.Literal
Rows = list[dict[str, Term]]
#: A truth, a graph, or a table as the graph of its rows.
Answer = bool | frozenset[ox.Quad]


def expected(case: Case) -> tuple[str, Answer]:
    """In which style an engine is to answer, and what must come out."""
    assert case.result is not None
    if style := _STYLES.get(case.result.suffix):
        return style, read(case.result.read_bytes(), style)
    graph = ox.Dataset(parsed(case.result, ox.DefaultGraph()))
    types = graph.quads_for_predicate(ox.NamedNode(str(RDF.type)))
    if any(quad.object == _RS.ResultSet for quad in types):
        return "json", _as_graph(_from_graph(graph))
    return "graph", _canonical(graph)


def read(raw: bytes, style: str) -> Answer:
    """An answer as an engine wrote it; a graph is read from N-Triples."""
    if style == "graph":
        return _canonical(ox.Dataset(ox.parse(raw, format=ox.RdfFormat.N_TRIPLES)))
    found = _from_csv(raw.decode()) if style == "csv" else _read(raw, style)
    return found if isinstance(found, bool) else _as_graph(found)


def difference(wanted: Answer, got: Answer) -> str | None:
    """How two answers differ; None when they are equal."""
    if wanted == got:
        return None
    if isinstance(wanted, bool) or isinstance(got, bool):
        return "another truth"
    numbers = [sum(quad.predicate == _ROW for quad in answer) for answer in (wanted, got)]
    if not any(numbers):
        return "another graph"
    return "other rows" if numbers[0] == numbers[1] else f"{numbers[1]} rows for {numbers[0]}"


_ROW = ox.NamedNode("x:row")


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


def _as_graph(rows: Rows) -> frozenset[ox.Quad]:
    """A bag of rows as a graph in which every row is a node; equal bags are isomorphic graphs."""
    graph = ox.Dataset()
    for row in rows:
        node = ox.BlankNode()
        graph.add(ox.Quad(node, _ROW, ox.Literal("row")))
        for name, term in row.items():
            graph.add(ox.Quad(node, ox.NamedNode(f"x:of/{name}"), _plain(term)))
    return _canonical(graph)


def _canonical(graph: ox.Dataset) -> frozenset[ox.Quad]:
    graph.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return frozenset(graph)


def quads(case: Case) -> Iterator[ox.Quad]:
    for path in case.data:
        yield from parsed(path, ox.DefaultGraph())
    for name, path in case.graphs:
        yield from parsed(path, ox.NamedNode(name))


def parsed(path: Path, graph: ox.NamedNode | ox.DefaultGraph) -> Iterator[ox.Quad]:
    style = ox.RdfFormat.from_extension(path.suffix[1:])
    for quad in ox.parse(path=path, format=style, base_iri=path.as_uri(), rename_blank_nodes=True):
        yield ox.Quad(quad.subject, quad.predicate, quad.object, graph)
