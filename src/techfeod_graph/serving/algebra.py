"""What a query means: its operators in the algebra of SPARQL 1.1, as rdflib reads it."""

from __future__ import annotations

from typing import Any

from techfeod_graph.guard import QueryError, bounded
from techfeod_graph.rdf import prologue
from techfeod_graph.vocabulary import contract

__all__ = ["algebra"]


def algebra(query: str, base: str) -> str:
    """The tree of operators of a query, one a line, outermost first, names shortened.

    :raises QueryError: when the query is not valid.
    """
    from pyparsing import ParseException
    from rdflib.plugins.sparql.algebra import translateQuery
    from rdflib.plugins.sparql.parser import parseQuery

    bounded(query)
    try:
        tree = translateQuery(parseQuery(prologue(base) + query), base=base).algebra
    except ParseException as error:
        line = error.lineno - prologue(base).count("\n")
        raise QueryError(f"not valid SPARQL, line {line}, column {error.column}") from None
    except Exception as error:  # noqa: BLE001 - rdflib raises bare Exception, and many others
        raise QueryError(f"not valid SPARQL: {error}") from None
    return "\n".join(_lines(tree, base, 0))


#: Parts that repeat what another part says.
_SKIPPED = {"_vars", "lazy", "datasetClause"}


def _lines(node: Any, base: str, depth: int, label: str = "") -> list[str]:
    lead = "  " * depth + (f"{label}: " if label else "")
    if not hasattr(node, "items") or not hasattr(node, "name"):
        return [f"{lead}{_value(node, base)}"]
    simple, inner = [], []
    for name, value in node.items():
        if name in _SKIPPED or value is None or (name == "triples" and not value):
            continue
        if name == "triples":
            inner += [
                "  " * (depth + 1) + " ".join(_value(term, base) for term in triple)
                for triple in value
            ]
        elif hasattr(value, "name") and hasattr(value, "items"):
            inner += _lines(value, base, depth + 1, "" if name.startswith("p") else name)
        elif isinstance(value, list) and any(hasattr(part, "items") for part in value):
            for part in value:
                inner += _lines(part, base, depth + 1, name)
        else:
            simple.append(f"{name}={_value(value, base)}")
    return [f"{lead}{node.name} {' '.join(simple)}".rstrip(), *inner]


def _value(value: Any, base: str) -> str:
    if isinstance(value, list | tuple | set):
        return ", ".join(sorted(_value(part, base) for part in value))
    shown = value.n3() if hasattr(value, "n3") else str(value)
    if shown.startswith("<"):
        short = contract(shown[1:-1], base)
        return short if ":" in short and "//" not in short else f"<{short}>"
    return str(shown)
