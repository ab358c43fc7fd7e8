"""SPARQL results written row by row, so that a long answer streams and can be cut."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

from techfeod_graph.guard import QueryError

__all__ = ["TABLES", "TRUTHS", "truth"]

_XML = '<?xml version="1.0"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">'
Row = Sequence[Any]


def _json(variables: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    yield f'{{"head":{{"vars":{json.dumps(list(variables))}}},"results":{{"bindings":['
    for number, row in enumerate(rows):
        bound = {name: _plain(term) for name, term in zip(variables, row, strict=True) if term}
        yield ("," if number else "") + json.dumps(bound, ensure_ascii=False, separators=(",", ":"))
    yield "]}}"


def _plain(term: Any) -> dict[str, Any]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        parts = {n: _plain(getattr(term, n)) for n in ("subject", "predicate", "object")}
        return {"type": "triple", "value": parts}
    found = {"type": "literal", "value": term.value}
    if term.language:
        found["xml:lang"] = term.language
    elif term.datatype.value != _STRING:
        found["datatype"] = term.datatype.value
    return found


_STRING = "http://www.w3.org/2001/XMLSchema#string"


def _xml(variables: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    yield f"{_XML}<head>"
    yield from (f"<variable name={quoteattr(name)}/>" for name in variables)
    yield "</head><results>"
    for row in rows:
        cells = (
            f"<binding name={quoteattr(name)}>{_element(_plain(term))}</binding>"
            for name, term in zip(variables, row, strict=True)
            if term
        )
        yield f"<result>{''.join(cells)}</result>"
    yield "</results></sparql>\n"


_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def _element(plain: dict[str, Any]) -> str:
    kind, value = plain["type"], plain["value"]
    if isinstance(value, str) and _NOT_XML.search(value):
        raise QueryError("XML cannot hold a control character of this answer: ask for JSON")
    if kind == "triple":
        inner = "".join(f"<{name}>{_element(part)}</{name}>" for name, part in value.items())
        return f"<triple>{inner}</triple>"
    extra = "".join(f" {k}={quoteattr(v)}" for k, v in plain.items() if k not in ("type", "value"))
    return f"<{kind}{extra}>{escape(value, {chr(13): '&#13;'})}</{kind}>"


def _csv(variables: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    line = io.StringIO()
    writer = csv.writer(line)
    writer.writerow(variables)
    for row in rows:
        yield line.getvalue()
        line.seek(0)
        line.truncate()
        writer.writerow(["" if not term else _raw(term) for term in row])
    yield line.getvalue()


def _raw(term: Any) -> str:
    return str(term) if isinstance(term, ox.BlankNode | ox.Triple) else str(term.value)


def _tsv(variables: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    yield "\t".join(f"?{name}" for name in variables) + "\n"
    for row in rows:
        yield "\t".join(_turtle(term) for term in row) + "\n"


def _turtle(term: Any) -> str:
    return str(term).replace("\t", "\\t").replace("\r", "\\r") if term else ""


#: The formats of SPARQL 1.1 for a table, by name.
TABLES = {"json": _json, "xml": _xml, "csv": _csv, "tsv": _tsv}
#: Those that can hold a yes or no.
TRUTHS = ("json", "xml")


def truth(value: bool, style: str) -> str:
    """The answer to an ASK query in one of :data:`TRUTHS`."""
    word = "true" if value else "false"
    if style == "xml":
        return f"{_XML}<head></head><boolean>{word}</boolean></sparql>\n"
    return f'{{"head":{{}},"boolean":{word}}}'
