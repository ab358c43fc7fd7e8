"""SPARQL on the compiled data, by the embedded engine (Oxigraph)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

import pyoxigraph as ox

from techfeod_graph.corpus import Corpus
from techfeod_graph.guard import QueryError, bounded, chosen_graphs, explained
from techfeod_graph.rdf import compiled, ontology_quads, to_quads, write
from techfeod_graph.vocabulary import PREFIXES, contract

__all__ = ["RESULT_FORMATS", "Answer", "Engine", "QueryError"]

#: What a result can be written as; the first five are tables, the last is for graphs.
RESULT_FORMATS = ("table", "json", "csv", "tsv", "xml", "turtle")
_TABLES = {
    "json": ox.QueryResultsFormat.JSON,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "xml": ox.QueryResultsFormat.XML,
}


@dataclass(frozen=True)
class Answer:
    """The answer to one query.

    ``columns`` and ``rows`` hold a SELECT (IRIs by their shortest name, None for an unbound
    variable), ``truth`` an ASK and ``triples`` a CONSTRUCT or DESCRIBE, sorted.
    """

    query: str
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str | None, ...], ...] = ()
    truth: bool | None = None
    triples: tuple[ox.Triple, ...] | None = None


class Engine:
    """The compiled data in memory, asked in SPARQL 1.1.

    Queries run on the union of all named graphs; every prefix of the data is known, and relative
    IRIs start at its base, so ``<agent/durand>`` needs no declaration.
    """

    def __init__(self, corpus: Corpus) -> None:
        base = corpus.source.base
        self._fill(base, chain(to_quads(compiled(corpus), base), ontology_quads(base)))

    @classmethod
    def over(cls, quads: Iterable[ox.Quad], base: str, *, union: bool = True) -> Engine:
        """An engine over other quads; without ``union``, queries start at their default graph."""
        made = cls.__new__(cls)
        made._fill(base, quads, union)
        return made

    def _fill(self, base: str, quads: Iterable[ox.Quad], union: bool = True) -> None:
        self.base = base
        self._union = union
        self._store = ox.Store()
        self._store.bulk_extend(quads)

    def __len__(self) -> int:
        return len(self._store)

    def ask(self, query: str) -> Answer:
        """The answer to a SELECT, ASK, CONSTRUCT or DESCRIBE query.

        :raises QueryError: with line and column, when the query is not valid or not allowed.
        """
        result = self.solve(query)
        if isinstance(result, ox.QueryBoolean):
            return Answer(query, truth=bool(result))
        if isinstance(result, ox.QueryTriples):
            return Answer(query, triples=tuple(sorted(result, key=str)))
        columns = tuple(variable.value for variable in result.variables)
        rows = tuple(tuple(self._text(term) for term in solution) for solution in result)
        return Answer(query, columns, rows)

    def rows(self, triples: Iterable[ox.Triple]) -> Iterator[tuple[str | None, ...]]:
        """Triples as rows of three cells, written as those of a SELECT."""
        for triple in triples:
            yield tuple(map(self._text, (triple.subject, triple.predicate, triple.object)))

    def quads(self) -> bytes:
        """All that is asked, as sorted N-Quads."""
        lines = (self._store.dump(format=ox.RdfFormat.N_QUADS) or b"").splitlines(keepends=True)
        return b"".join(sorted(lines))

    def _text(self, term: object) -> str | None:
        if isinstance(term, ox.NamedNode):
            return contract(term.value, self.base)
        return term.value if isinstance(term, ox.Literal) else None if term is None else str(term)

    def write(self, query: str, style: str) -> bytes:
        """The answer in one of the standard result formats, or the graph as Turtle.

        :raises QueryError: also when the format does not fit the form of the query.
        """
        result = self.solve(query)
        if isinstance(result, ox.QueryTriples):
            if style != "turtle":
                raise QueryError(
                    f"a CONSTRUCT or DESCRIBE answer is a graph: --format turtle, not {style}"
                )
            return write(sorted(result, key=str), ox.RdfFormat.TURTLE, self.base)
        if style not in _TABLES or (isinstance(result, ox.QueryBoolean) and style in _FLAT):
            known = "json or xml" if isinstance(result, ox.QueryBoolean) else ", ".join(_TABLES)
            raise QueryError(f"this answer cannot be written as {style}: use {known}")
        return result.serialize(format=_TABLES[style]) or b""

    def solve(self, query: str) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """The answer as Oxigraph gives it, row by row.

        :raises QueryError: with line and column, when the query is not valid or not allowed.
        """
        bounded(query)
        union = self._union and not chosen_graphs(query, self.base, PREFIXES)
        try:
            return self._store.query(
                query, base_iri=self.base, prefixes=PREFIXES, use_default_graph_as_union=union
            )
        except SyntaxError as error:
            raise QueryError(explained(str(error), query)) from None
        except (ValueError, OSError, RuntimeError) as error:
            raise QueryError(f"the query cannot be answered: {error}") from None


_FLAT = {"csv", "tsv"}
