"""Requests of the SPARQL 1.1 Protocol: what is asked, and what is wrong with how it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl

__all__ = ["Asked", "BadRequest", "asked_by_form", "asked_directly"]

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
_KNOWN = ("query", "default-graph-uri", "named-graph-uri")


class BadRequest(Exception):
    """A request that cannot be answered, with the HTTP status that says so."""

    def __init__(self, status: int, message: str) -> None:
        self.status = status
        super().__init__(message)


@dataclass(frozen=True)
class Asked:
    """A query, None when none is asked, and the graphs chosen for it."""

    query: str | None
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def asked_by_form(content: bytes) -> Asked:
    """A query in the query string of the address, or in a form.

    :raises BadRequest: 400 when it is not UTF-8 or has two queries, 403 when it is an update.
    """
    given = _parameters(content)
    if "update" in given:
        raise BadRequest(403, "this endpoint is read-only: updates are off")
    queries = given.get("query", [])
    if len(queries) > 1:
        raise BadRequest(400, "one request holds one query")
    default, named = given.get("default-graph-uri", []), given.get("named-graph-uri", [])
    return Asked(queries[0] if queries else None, tuple(default), tuple(named))


def asked_directly(content: bytes, query_string: bytes) -> Asked:
    """A query that is the body of a request, its graphs in the query string.

    :raises BadRequest: 400 when it is not UTF-8, or when there is a second query.
    """
    around = asked_by_form(query_string)
    if around.query is not None:
        raise BadRequest(400, "one request holds one query: in the body or in the address")
    return Asked(_utf8(content), around.default, around.named)


def _parameters(content: bytes) -> dict[str, list[str]]:
    try:
        pairs = parse_qsl(
            _utf8(content), keep_blank_values=True, errors="strict", max_num_fields=200
        )
    except UnicodeDecodeError:
        raise BadRequest(400, "the request is not UTF-8") from None
    except ValueError:
        raise BadRequest(400, "the request has too many parameters") from None
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


def _utf8(content: bytes) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise BadRequest(400, "the request is not UTF-8") from None
