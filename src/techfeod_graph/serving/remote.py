"""Endpoints elsewhere: queries by the SPARQL 1.1 Protocol, graphs by the Graph Store Protocol."""

from __future__ import annotations

import re
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import closing
from typing import IO, Any, cast
from urllib.parse import quote, urlencode, urlsplit

import pyoxigraph as ox

from techfeod_graph.guard import QueryError
from techfeod_graph.rdf import prologue
from techfeod_graph.serving.process import Answer, Limits, Question, TimedOut, take_pieces
from techfeod_graph.serving.writing import frames

__all__ = ["ask", "put_graph"]

#: The most that is read of an answer from elsewhere, in bytes.
_MAX_BYTES = 256 * 1024 * 1024
_ACCEPT = (
    "application/sparql-results+json, application/sparql-results+xml;q=0.8, "
    "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.5"
)
_RESULTS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "application/xml": ox.QueryResultsFormat.XML,
}


def ask(endpoint: str, question: Question, base: str, limits: Limits) -> Answer:
    """The answer of an endpoint, in the format asked for.

    Prefixes and base are sent with the query, so that it reads as it does on the embedded engine.

    :raises QueryError: when the endpoint refuses, fails, or gives what is no answer.
    :raises TimedOut: when it takes longer than the limits allow.
    """
    form = {"query": prologue(base) + question.query}
    if question.default:
        form["default-graph-uri"] = list(question.default)  # type: ignore[assignment]
    if question.named:
        form["named-graph-uri"] = list(question.named)  # type: ignore[assignment]
    headers = {"Accept": _ACCEPT, "Content-Type": "application/x-www-form-urlencoded"}
    body = urlencode(form, doseq=True).encode()
    response = _open(endpoint, limits, "POST", body, headers)
    asked = {**vars(question), "rows": limits.rows}
    given = frames(_read(response, endpoint, limits), asked, base)
    return take_pieces(_failures(given, response, endpoint))


def _open(
    address: str, limits: Limits, method: str, body: bytes | None, headers: Mapping[str, str],
    user: tuple[str, str] | None = None,
) -> Any:  # fmt: skip
    if not re.match(r"https?://(\[[0-9A-Fa-f:.]+\]|[^\s/?#\[\]]+)([/?#]\S*)?$", address):
        raise QueryError(f"{address} is no address of an endpoint: write http:// or https://")
    own = {"User-Agent": "techfeod", **headers}
    request = urllib.request.Request(address, data=body, headers=own, method=method)
    opener = urllib.request.build_opener()
    if user:
        passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        passwords.add_password(None, address, *user)
        opener.add_handler(urllib.request.HTTPBasicAuthHandler(passwords))
        opener.add_handler(urllib.request.HTTPDigestAuthHandler(passwords))
    try:
        response = opener.open(request, timeout=limits.seconds)
    except urllib.error.HTTPError as error:
        with closing(error):
            reason = " ".join(error.read(2000).decode("utf-8", "replace").split())
        raise QueryError(f"{address} answered {error.code} {error.reason}: {reason}") from None
    except TimeoutError:
        raise TimedOut(f"{address} did not answer within {limits.seconds:g} seconds") from None
    except (OSError, ValueError) as error:
        cause = error.reason if isinstance(error, urllib.error.URLError) else error
        if isinstance(cause, TimeoutError):
            raise TimedOut(f"{address} did not answer within {limits.seconds:g} seconds") from None
        raise QueryError(f"{address} cannot be reached: {cause}") from None
    if state := response.headers.get("X-SQL-State"):  # Virtuoso: 200, and yet it gave up half-way
        raise QueryError(f"{address} gave an answer that is not whole (SQL state {state})")
    return response


def _read(response: Any, endpoint: str, limits: Limits) -> Any:
    media = response.headers.get_content_type()
    content = cast("IO[bytes]", _Bounded(response, limits))
    try:
        if media in _RESULTS:
            return ox.parse_query_results(content, format=_RESULTS[media])
        style = ox.RdfFormat.from_media_type(media)
        if style is None:
            raise QueryError(f"{endpoint} answered with {media}, which is no SPARQL result")
        return (quad.triple for quad in ox.parse(content, format=style))
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"{endpoint} gave an answer that cannot be read: {error}") from None


def _failures(
    given: Iterator[tuple[bytes, bytes]], response: Any, endpoint: str
) -> Iterator[tuple[bytes, bytes]]:
    try:
        with closing(response):
            yield from given
    except OSError as error:
        raise QueryError(f"{endpoint} broke off: {error}") from None
    except QueryError as error:
        raise type(error)(f"{endpoint}: {error}") from None


class _Bounded:
    """A stream that ends in a fault when it is too long or takes too long."""

    def __init__(self, stream: IO[bytes], limits: Limits) -> None:
        self.stream, self.limits = stream, limits
        self.end = time.monotonic() + limits.seconds if limits.seconds else None
        self.left = _MAX_BYTES

    def read(self, size: int = -1) -> bytes:
        """Some bytes."""
        if self.end is not None and time.monotonic() > self.end:
            raise TimeoutError(f"the answer took longer than {self.limits.seconds:g} seconds")
        content = self.stream.read(min(size, 1 << 16) if size > 0 else 1 << 16)
        self.left -= len(content)
        if self.left < 0:
            raise OSError(f"the answer has more than {_MAX_BYTES} bytes")
        return content


def put_graph(
    store: str, graph: str, triples: bytes, limits: Limits, *,
    add: bool = False, user: tuple[str, str] | None = None,
) -> int:  # fmt: skip
    """Put a graph (N-Triples) in a store by the Graph Store Protocol; the HTTP status it answered.

    What the store has under that name is replaced, or added to.

    :raises QueryError: when the store refuses or cannot be reached.
    """
    mark = "&" if urlsplit(store).query else "?"
    address = f"{store}{mark}graph={quote(graph, safe='')}"
    method = "POST" if add else "PUT"
    headers = {"Content-Type": "application/n-triples"}
    with closing(_open(address, limits, method, triples, headers, user)) as response:
        return int(response.status)
