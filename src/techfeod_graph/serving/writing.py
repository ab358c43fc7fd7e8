"""An answer as frames: its form, its pieces in the format asked for, and how many rows it had."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pyoxigraph as ox

from techfeod_graph.guard import QueryError, WrongForm
from techfeod_graph.rdf import FORMATS, write
from techfeod_graph.serving.results import TABLES, TRUTHS, truth
from techfeod_graph.vocabulary import contract

__all__ = ["frames"]

_PIECE = 1 << 16
Frame = tuple[bytes, bytes]


def frames(result: Any, asked: Mapping[str, Any], base: str) -> Iterator[Frame]:
    """The frames of an answer (see :mod:`techfeod_graph.serving.frames`).

    ``result`` is what Oxigraph gives, or triples. ``asked`` has the formats for each form (table,
    graph, truth) and ``rows``, the most that are wanted.

    :raises QueryError: when the answer does not fit the format.
    """
    if isinstance(result, ox.QueryBoolean):
        yield from _truth(bool(result), asked)
    elif isinstance(result, ox.QuerySolutions):
        yield from _table(result, asked, base)
    else:
        yield from _graph(result, asked, base)


def _head(**head: Any) -> Frame:
    return b"H", json.dumps(head).encode()


def _end(rows: _Counted) -> Frame:
    return b"E", json.dumps({"rows": rows.count, "cut": rows.cut}).encode()


def _table(result: Any, asked: Mapping[str, Any], base: str) -> Iterator[Frame]:
    style = asked.get("table")
    if style is None:
        raise WrongForm("the answer is a table, which none of the accepted formats can hold")
    variables = [variable.value for variable in result.variables]
    yield _head(form="table", format=style, columns=variables)
    rows = _Counted(result, asked.get("rows"))
    yield from _pieces(_texts(rows, base) if style == "rows" else TABLES[style](variables, rows))
    yield _end(rows)


def _texts(rows: Iterable[Any], base: str) -> Iterator[str]:
    for row in rows:
        yield json.dumps([_text(term, base) for term in row], ensure_ascii=False) + "\n"


def _text(term: Any, base: str) -> str | None:
    if isinstance(term, ox.NamedNode):
        return contract(term.value, base)
    return term.value if isinstance(term, ox.Literal) else None if term is None else str(term)


def _graph(result: Any, asked: Mapping[str, Any], base: str) -> Iterator[Frame]:
    style = asked.get("graph")
    if style is None:
        raise WrongForm("the answer is a graph, which none of the accepted formats can hold")
    rows = _Counted(result, asked.get("rows"))
    found = sorted(set(rows), key=str)
    yield _head(form="graph", format=style)
    if style == "rdf":
        content = ox.serialize(found, format=ox.RdfFormat.RDF_XML) or b""
    else:
        content = write(found, FORMATS[style], base)
    for start in range(0, len(content), _PIECE):
        yield b"D", content[start : start + _PIECE]
    yield _end(rows)


def _truth(value: bool, asked: Mapping[str, Any]) -> Iterator[Frame]:
    style = asked.get("truth")
    if style not in (*TRUTHS, "rows"):
        raise WrongForm("the answer is yes or no, which only JSON and XML can hold")
    yield _head(form="truth", format=style, truth=value)
    if style != "rows":
        yield b"D", truth(value, style).encode()
    yield b"E", json.dumps({"rows": 1, "cut": False}).encode()


def _pieces(texts: Iterator[str]) -> Iterator[Frame]:
    waiting: list[str] = []
    size = 0
    for text in texts:
        waiting.append(text)
        size += len(text)
        if size > _PIECE:
            yield b"D", "".join(waiting).encode()
            waiting, size = [], 0
    yield b"D", "".join(waiting).encode()


class _Counted:
    """The rows of an answer, counted, and no more than a number of them."""

    def __init__(self, rows: Iterable[Any], most: int | None) -> None:
        self.rows, self.most = rows, most
        self.count, self.cut = 0, False

    def __iter__(self) -> Iterator[Any]:
        try:
            for row in self.rows:
                if self.most is not None and self.count >= self.most:
                    self.cut = True
                    return
                self.count += 1
                yield row
        except (ValueError, OSError, RuntimeError, SyntaxError) as error:
            raise QueryError(f"the query cannot be answered: {error}") from None
