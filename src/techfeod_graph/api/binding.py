"""Values for the variables of a query, as a VALUES line in its outermost pattern."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from techfeod_graph.api.record import Record
from techfeod_graph.guard import QueryError, tokens

if TYPE_CHECKING:
    import pyoxigraph as ox

__all__ = ["bound"]


def bound(query: str, values: Mapping[str, object]) -> str:
    """The query with its variables bound; several values for one mean any of them.

    :raises QueryError: when the query has no such variable or no pattern, or a value is no term.
    """
    found = list(tokens(query))
    known = {token[1:] for kind, token, _ in found if kind == "name" and token[0] in "?$"}
    lines = []
    for name, given in values.items():
        if name not in known:
            listed = ", ".join(sorted(known)) or "none"
            raise QueryError(f"the query has no variable ?{name} (it has: {listed})")
        several = given if isinstance(given, list | tuple | set | frozenset) else [given]
        terms = " ".join(sorted(_written(value) for value in several))
        lines.append(f" VALUES ?{name} {{ {terms} }}")
    place = _pattern(found)
    return query[:place] + "".join(lines) + query[place:]


def _pattern(found: list[tuple[str, str, int]]) -> int:
    """Where the outermost pattern begins: after its brace, past the template of a CONSTRUCT."""
    depth, before = 0, ""
    for kind, token, end in found:
        if kind == "open":
            if token == "{" and depth == 0 and before != "CONSTRUCT":
                return end
            depth += 1
        elif kind == "close":
            depth -= 1
        if kind != "comment":
            before = token.upper()
    raise QueryError("values can only be bound in a query with a pattern in braces")


def _written(value: object) -> str:
    try:
        return str(_term(value))
    except ValueError as error:  # a lone surrogate, or an IRI that is none
        raise QueryError(f"{value!r} is no value of RDF: {error}") from None


def _term(value: Any) -> ox.NamedNode | ox.Literal:
    import pyoxigraph as ox

    if isinstance(value, Record):
        return ox.NamedNode(value.iri)
    if isinstance(value, ox.NamedNode | ox.Literal):
        return value
    kind = type(value)
    if kind.__module__ == "rdflib.term":
        if kind.__name__ == "URIRef":
            return ox.NamedNode(str(value))
        if kind.__name__ == "Literal":
            if value.language:
                return ox.Literal(str(value), language=value.language)
            datatype = ox.NamedNode(str(value.datatype)) if value.datatype else None
            return ox.Literal(str(value), datatype=datatype)
    elif isinstance(value, str | bool | int | float):
        return ox.Literal(value)
    raise QueryError(f"a value of type {kind.__name__} is no term: give a record, text or number")
