"""The engines that the tests are run on, each asked in its own way for the same data."""

from __future__ import annotations

import http.client
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Protocol
from urllib.parse import urlsplit

import pyoxigraph as ox
import rdflib
from rdflib.plugins.sparql import prepareQuery

from techfeod_graph.engine import Engine
from techfeod_graph.guard import QueryError
from tests.oxigraph import oxigraph_server

from .cases import Case
from .comparing import Answer, difference, expected, quads, read


class Refused(Exception):
    """An engine gives no answer."""


class Asked(Protocol):
    """An engine with the data of one test."""

    def accept(self) -> None:
        """Read the query, whose answer does not count."""

    def answer(self, style: str) -> tuple[bytes, str]:
        """The answer in a style, or, if the engine does not write it, in JSON; with the style."""


class Embedded:
    """Our engine, with the guard that every query passes."""

    def __init__(self, case: Case, text: str) -> None:
        self.text = text
        self.engine = Engine.over(quads(case), case.query.as_uri(), union=not case.graphs)

    def accept(self) -> None:
        self._try(lambda: self.engine.solve(self.text))

    def answer(self, style: str) -> tuple[bytes, str]:
        if style == "graph":
            found = self._try(lambda: list(self.engine.solve(self.text)))
            return ox.serialize(found, format=ox.RdfFormat.N_TRIPLES), style
        return self._try(lambda: self.engine.write(self.text, style)), style

    @staticmethod
    def _try(action):
        try:
            return action()
        except QueryError as error:
            raise Refused(str(error).partition("\n")[0]) from None


def _n_quads(case: Case) -> bytes:
    return ox.serialize(quads(case), format=ox.RdfFormat.N_QUADS)


class Rdflib:
    """rdflib's own evaluator, over a Dataset whose default graph is no union."""

    def __init__(self, case: Case, text: str) -> None:
        self.text, self.base = text, case.query.as_uri()
        self.dataset = rdflib.Dataset()
        self.dataset.parse(data=_n_quads(case), format="nquads")

    def accept(self) -> None:
        self._try(lambda: prepareQuery(self.text, base=self.base))

    def answer(self, style: str) -> tuple[bytes, str]:
        # rdflib writes no TSV, and in XML a zero as an empty text
        style = "json" if style in ("tsv", "xml") else style
        return self._try(lambda: self._answer(style)), style

    def _answer(self, style: str) -> bytes:
        found = self.dataset.query(prepareQuery(self.text, base=self.base))
        if style == "graph":
            return found.graph.serialize(format="nt", encoding="utf-8")
        return found.serialize(format=style)

    @staticmethod
    def _try(action):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            try:
                return action()
            except Exception as error:  # noqa: BLE001 - what rdflib raises has no common kind
                raise Refused(f"{type(error).__name__}: {error}".partition("\n")[0]) from None


#: What a style is called over HTTP.
_MEDIA = {
    "xml": "application/sparql-results+xml",
    "json": "application/sparql-results+json",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "graph": "application/n-triples",
}


class Server:
    """A server elsewhere: its whole data is replaced for each test, and it is asked over HTTP."""

    def __init__(self, case: Case, text: str, line: http.client.HTTPConnection) -> None:
        self.text, self.line = f"BASE <{case.query.as_uri()}>\n{text}", line
        self._send("PUT", "/store", _n_quads(case), {"Content-Type": "application/n-quads"})

    def accept(self) -> None:
        self._ask("application/sparql-results+json, application/n-triples;q=0.9")

    def answer(self, style: str) -> tuple[bytes, str]:
        return self._ask(_MEDIA[style]), style

    def _ask(self, accept: str) -> bytes:
        headers = {"Accept": accept, "Content-Type": "application/sparql-query"}
        return self._send("POST", "/query", self.text.encode(), headers)

    def _send(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> bytes:
        try:
            self.line.request(method, path, body, headers)
            with closing(self.line.getresponse()) as response:
                content = response.read()
        except http.client.HTTPException as error:
            self.line.close()
            raise Refused(f"the answer broke off: {error!r}") from None
        if response.status >= 300:
            raise Refused(content.decode(errors="replace").partition("\n")[0])
        return content


Contender = Callable[[Case, str], Asked]


@contextmanager
def contenders() -> Iterator[dict[str, Contender]]:
    """The engines by name, and a server that runs as long as they are wanted."""
    with oxigraph_server() as address:
        line = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
        with closing(line):
            yield {
                "embedded": Embedded,
                "rdflib": Rdflib,
                "server": lambda case, text: Server(case, text, line),
            }


def outcome(case: Case, engine: Contender = Embedded) -> tuple[Answer | None, str | None]:
    """What an engine answers, None for a test of syntax; and why it fails, None when it passes."""
    negative = case.kind.startswith("Negative")
    try:
        asked = engine(case, case.query.read_text(encoding="utf-8"))
        if negative or case.kind.startswith("Positive"):
            asked.accept()
            return None, "a query that is not valid was accepted" if negative else None
        style, wanted = expected(case)
        got = read(*asked.answer(style))
        return got, difference(wanted, got)
    except Refused as error:
        # a syntax test asks for no answer, and may call what no engine has
        own = case.kind.startswith("Positive") and "custom function" in str(error)
        return None, None if negative or own else str(error)


def failure(case: Case, engine: Contender = Embedded) -> str | None:
    """Why a test fails on an engine; None when it passes."""
    return outcome(case, engine)[1]
