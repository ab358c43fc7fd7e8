"""Answers as tables: rows of named tuples, for programs, pandas and notebooks."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from keyword import iskeyword
from typing import TYPE_CHECKING, Any, overload

from techfeod_graph.errors import TechfeodError

if TYPE_CHECKING:
    import pandas
    import rdflib

    from techfeod_graph.api.base import KnowledgeBase
    from techfeod_graph.engine import Engine

__all__ = ["MissingExtra", "Table", "answer", "engine", "named_answer"]


class MissingExtra(TechfeodError):
    """A library that is optional, and not installed."""


class Table(Sequence[Any]):
    """Rows of named tuples, in order, with the names of their columns.

    A column whose name Python does not allow for an attribute is reached by position, or through
    :meth:`to_dicts`. ``truth`` is the answer to an ASK query, and None for every other table; a
    table is true when that is, or when it has rows.
    """

    def __init__(
        self,
        columns: Iterable[str],
        rows: Iterable[Sequence[object]],
        truth: bool | None = None,
        triples: bytes | None = None,
    ) -> None:
        self.columns = tuple(columns)
        self.truth = truth
        self._triples = triples
        names = [f"{name}_" if iskeyword(name) else name for name in self.columns]
        make: Any = namedtuple("Row", names, rename=True)  # type: ignore[misc]
        self._rows: tuple[Any, ...] = tuple(make(*row) for row in rows)

    @overload
    def __getitem__(self, index: int) -> Any: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Any, ...]: ...
    def __getitem__(self, index: int | slice) -> Any:
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._rows)

    def __bool__(self) -> bool:
        return bool(self._rows) if self.truth is None else self.truth

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Table):
            return NotImplemented
        return (self.columns, self._rows) == (other.columns, other._rows)

    __hash__ = None  # type: ignore[assignment]

    def to_dicts(self) -> list[dict[str, Any]]:
        """The rows as mappings from column to value."""
        return [dict(zip(self.columns, row, strict=True)) for row in self._rows]

    def to_dataframe(self) -> pandas.DataFrame:
        """The rows as a pandas DataFrame.

        :raises MissingExtra: when pandas is not installed.
        """
        try:
            import pandas
        except ImportError:
            raise MissingExtra(
                "a DataFrame needs pandas: pip install 'techfeod-graph[pandas]'"
            ) from None
        return pandas.DataFrame([tuple(row) for row in self._rows], columns=list(self.columns))

    def to_rdf(self) -> rdflib.Graph:
        """The triples that CONSTRUCT or DESCRIBE gave, as an rdflib Graph.

        :raises TechfeodError: when this table is no graph.
        """
        if self._triples is None:
            raise TechfeodError("only the answer to CONSTRUCT or DESCRIBE is a graph")
        import rdflib

        return rdflib.Graph().parse(data=self._triples, format="nt")

    def __repr__(self) -> str:
        if self.truth is not None:
            return f"<Table: {'true' if self.truth else 'false'}>"
        count = f"{len(self)} row{'' if len(self) == 1 else 's'}"
        return f"<Table of {count}: {', '.join(self.columns)}>"

    def _repr_html_(self) -> str:
        from techfeod_graph.api.html import grid

        return grid(self)


def engine(kb: KnowledgeBase) -> Engine:
    """The compiled triples in memory; those of a folder are kept in the cache."""
    import pyoxigraph as ox

    from techfeod_graph.engine import Engine

    if kb._folder is None:
        return Engine(kb.corpus)
    from techfeod_graph.compiled import n_quads

    quads = ox.parse(n_quads(kb._folder, kb.corpus), format=ox.RdfFormat.N_QUADS)
    return Engine.over(quads, kb.base)


def answer(kb: KnowledgeBase, query: str, values: Mapping[str, object]) -> Table:
    """The answer of the embedded engine, IRIs by their shortest name, literals as Python values.

    :raises QueryError: when the query is not valid or not allowed.
    """
    import pyoxigraph as ox

    from techfeod_graph.api.binding import bound
    from techfeod_graph.guard import QueryError

    asked = kb._engine
    try:
        result = asked.solve(bound(query, values) if values else query)
    except QueryError:
        asked.solve(query)  # a fault of the query is shown at its place, as it was written
        raise
    if isinstance(result, ox.QueryBoolean):
        return Table(("answer",), [(bool(result),)], truth=bool(result))
    if isinstance(result, ox.QueryTriples):
        triples = sorted(result, key=str)
        rows: Iterable[Sequence[object]] = (
            [_value(kb, term) for term in (t.subject, t.predicate, t.object)] for t in triples
        )
        raw = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
        return Table(("subject", "predicate", "object"), rows, triples=raw)
    columns = [variable.value for variable in result.variables]
    return Table(columns, ([_value(kb, term) for term in solution] for solution in result))


def named_answer(kb: KnowledgeBase, name: str, values: Mapping[str, object]) -> Table:
    """The answer to a named query; its labels are in the language of the knowledge base.

    :raises UnknownName: when there is no such query, or no record of a name.
    """
    from techfeod_graph.api.naming import ids
    from techfeod_graph.named import bind, named

    query = named(name)
    given = {key: ids(value) for key, value in values.items()}
    if any(parameter.name == "lang" for parameter in query.parameters):
        given.setdefault("lang", [kb.language])
    return answer(kb, bind(query, kb.corpus, given), {})


def _value(kb: KnowledgeBase, term: object) -> object:
    """A term as a Python value: paths and prefixed names, numbers, truth values, texts."""
    import pyoxigraph as ox

    from techfeod_graph.vocabulary import PREFIXES, contract

    if isinstance(term, ox.NamedNode):
        return contract(term.value, kb.base)
    if not isinstance(term, ox.Literal):
        return None if term is None else str(term)
    make = _TYPES.get(term.datatype.value.removeprefix(PREFIXES["xsd"]), str)
    try:
        return make(term.value)
    except (ValueError, ArithmeticError):
        return term.value


#: Datatypes of XML Schema that have a type in Python; of the rest, the text is given.
_TYPES: dict[str, Any] = {
    "integer": int,
    "int": int,
    "long": int,
    "nonNegativeInteger": int,
    "positiveInteger": int,
    "decimal": Decimal,
    "double": float,
    "float": float,
    "boolean": lambda text: text in ("true", "1"),
}
