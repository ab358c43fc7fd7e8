"""Answers as tables: rows of named tuples, for programs, pandas and notebooks."""

from __future__ import annotations

import os
import threading
from collections import namedtuple
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from keyword import iskeyword
from typing import TYPE_CHECKING, Any, overload
from weakref import WeakKeyDictionary, finalize

from techfeod_graph.errors import TechfeodError

if TYPE_CHECKING:
    import pandas
    import rdflib

    from techfeod_graph.api.base import KnowledgeBase
    from techfeod_graph.serving.process import Answer, Limits, Pool

__all__ = ["MissingExtra", "Table", "answer", "limits", "named_answer"]


class MissingExtra(TechfeodError):
    """A library that is optional, and not installed."""


class Table(Sequence[Any]):
    """Rows of named tuples, in order, with the names of their columns.

    A column whose name Python does not allow for an attribute is reached by position, or through
    :meth:`to_dicts`. ``truth`` is the answer to an ASK query, and None for every other table; a
    table is true when that is, or when it has rows. ``cut`` says that there are more rows than the
    limit that was asked for let in.
    """

    def __init__(
        self,
        columns: Iterable[str],
        rows: Iterable[Sequence[object]],
        truth: bool | None = None,
        triples: bytes | None = None,
        cut: bool = False,
    ) -> None:
        self.columns = tuple(columns)
        self.truth = truth
        self.cut = cut
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
        return f"<Table of {self._count()}: {', '.join(self.columns)}>"

    def _count(self) -> str:
        rest = ", and there are more" if self.cut else ""
        return f"{len(self)} row{'' if len(self) == 1 else 's'}{rest}"

    def _repr_html_(self) -> str:
        from techfeod_graph.api.html import grid

        return grid(self)


#: The longest time that a query may be given, in seconds, as on the command line.
_LONGEST = 86_400
_STARTING = threading.Lock()
#: The process that answers each knowledge base, by who started it: a fork starts its own.
_POOLS: WeakKeyDictionary[KnowledgeBase, tuple[int, Pool]] = WeakKeyDictionary()


def _pool(kb: KnowledgeBase) -> Pool:
    """The process that evaluates queries, as long as the knowledge base is there."""
    from techfeod_graph.compiled import n_quads
    from techfeod_graph.serving.process import Limits, Pool

    with _STARTING:
        owner, found = _POOLS.get(kb, (None, None))
        if found is None or owner != os.getpid():
            found = Pool(n_quads(kb._folder, kb.corpus), kb.base, Limits(), size=1)
            finalize(kb, found.end)
            _POOLS[kb] = os.getpid(), found
    return found


def limits(timeout: float | None = 60, limit_rows: int | None = None) -> Limits:
    """What a query may take: seconds, rows of its answer; and the memory that all queries may.

    :raises TechfeodError: when there is no such time or number.
    """
    from techfeod_graph.serving.process import Limits

    if timeout is not None and not 0 < timeout <= _LONGEST:
        raise TechfeodError(f"a timeout is more than 0 and at most {_LONGEST} seconds, or None")
    if limit_rows is not None and limit_rows < 1:
        raise TechfeodError("limit_rows is 1 or more, or None")
    return Limits(timeout, rows=limit_rows)


def _read(kb: KnowledgeBase, query: str, most: Limits) -> tuple[Answer, bytes]:
    from techfeod_graph.guard import QueryError
    from techfeod_graph.serving.process import Question

    with _pool(kb).worker(patience=None) as worker:
        try:
            found = worker.ask(Question(query, table="json", graph="nt", truth="json"), most)
            return found, b"".join(found.pieces)
        except QueryError:
            raise
        except BaseException:  # interrupted: what is still on its way answers no later query
            worker.end()
            raise


def _asked(kb: KnowledgeBase, query: str, most: Limits) -> Table:
    import pyoxigraph as ox

    found, raw = _read(kb, query, most)
    if found.head["form"] == "truth":
        truth = found.head["truth"]
        return Table(("answer",), [(truth,)], truth=truth)
    cut = found.end["cut"]
    if found.head["form"] == "graph":
        triples = ox.parse(raw, format=ox.RdfFormat.N_TRIPLES)
        rows = ([_value(kb, term) for term in (t.subject, t.predicate, t.object)] for t in triples)
        return Table(("subject", "predicate", "object"), rows, triples=raw, cut=cut)
    solutions: Any = ox.parse_query_results(raw, format=ox.QueryResultsFormat.JSON)
    rows = ([_value(kb, term) for term in solution] for solution in solutions)
    return Table(found.head["columns"], rows, cut=cut)


def answer(kb: KnowledgeBase, query: str, values: Mapping[str, object], most: Limits) -> Table:
    """The answer of the embedded engine, IRIs by their shortest name, literals as Python values.

    :raises QueryError: when the query is not valid or not allowed.
    :raises TimedOut: when its time is over.
    :raises Broken: when it needs too much memory.
    """
    from techfeod_graph.api.binding import bound
    from techfeod_graph.guard import QueryError
    from techfeod_graph.serving.process import Broken, Limits, TimedOut

    try:
        return _asked(kb, bound(query, values) if values else query, most)
    except (TimedOut, Broken):
        raise
    except QueryError:
        if values:  # a fault of the query is shown at its place, as it was written
            with suppress(TimedOut, Broken):
                _asked(kb, query, Limits(1, rows=1))
        raise


def named_answer(kb: KnowledgeBase, name: str, values: Mapping[str, object]) -> Table:
    """The answer to a named query; its labels are in the language of the knowledge base.

    :raises UnknownName: when there is no such query, or no record of a name.
    :raises TimedOut: when its time is over.
    """
    from techfeod_graph.api.naming import ids
    from techfeod_graph.named import bind, named

    query = named(name)
    given = {key: ids(value) for key, value in values.items()}
    if any(parameter.name == "lang" for parameter in query.parameters):
        given.setdefault("lang", [kb.language])
    return answer(kb, bind(query, kb.corpus, given), {}, limits())


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
