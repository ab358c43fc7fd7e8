"""The engines that the tests are run on, each asked in its own way for the same data."""

from __future__ import annotations

import http.client
import threading
import time
import warnings
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import Protocol
from urllib.parse import urlencode

import pyoxigraph as ox
import rdflib
import uvicorn
from rdflib.plugins.sparql import prepareQuery

from techfeod_graph.engine import Engine
from techfeod_graph.guard import QueryError, chosen_graphs
from techfeod_graph.serving.http import Endpoint, application
from techfeod_graph.serving.process import Limits

from .cases import Case
from .comparing import parsed, quads


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


class OverHttp:
    """An endpoint that is asked by the SPARQL 1.1 Protocol."""

    def __init__(self, case: Case, text: str, line: http.client.HTTPConnection) -> None:
        self.text, self.line = f"BASE <{case.query.as_uri()}>\n{text}", line
        self.path = self.place(case)

    def place(self, case: Case) -> str:
        """The path to ask, where the data of the test is."""
        raise NotImplementedError

    def accept(self) -> None:
        self._ask("application/sparql-results+json, application/n-triples;q=0.9")

    def answer(self, style: str) -> tuple[bytes, str]:
        return self._ask(_MEDIA[style]), style

    def _ask(self, accept: str) -> bytes:
        headers = {"Accept": accept, "Content-Type": "application/sparql-query"}
        return self.send("POST", self.path, self.text.encode(), headers)

    def send(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> bytes:
        """What is answered to a request."""
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


class Server(OverHttp):
    """A server elsewhere, whose whole data is replaced for each test."""

    def place(self, case: Case) -> str:
        self.send("PUT", "/store", _n_quads(case), {"Content-Type": "application/n-quads"})
        return "/query"


class Served(OverHttp):
    """Our own endpoint: it holds the data of all tests, of which the protocol chooses graphs."""

    def place(self, case: Case) -> str:
        if chosen_graphs(self.text, "", {}):  # by FROM, which a choice of the protocol overrides
            return "/sparql"
        default = [_own(case)] if any(True for _ in quads(replace(case, graphs=()))) else []
        named = [name for name, _ in case.graphs]
        if not (default or named):
            named = [_OTHER]  # only a choice of another graph leaves the default graph empty
        chosen = {"default-graph-uri": default, "named-graph-uri": named}
        return f"/sparql?{urlencode(chosen, doseq=True)}"


_OTHER = "x:another"


def _own(case: Case) -> str:
    return f"x:default/{case}"


def all_quads(ran: Iterable[Case]) -> Iterator[ox.Quad]:
    """The data of all tests: default graphs under names of their own, named graphs once."""
    another = ox.NamedNode(_OTHER)
    yield ox.Quad(another, another, another, another)
    named = {}
    for case in ran:
        named.update(case.graphs)
        for path in case.data:
            yield from parsed(path, ox.NamedNode(_own(case)))
    for name, path in named.items():
        yield from parsed(path, ox.NamedNode(name))


@contextmanager
def served(ran: Iterable[Case]) -> Iterator[str]:
    """The host and port of our endpoint over the data of these tests."""
    graph = ox.serialize(all_quads(ran), format=ox.RdfFormat.N_QUADS)
    endpoint = Endpoint(graph, "http://base.example/", Limits(seconds=20), workers=1)
    site = application(endpoint, None, ["127.0.0.1"])
    server = uvicorn.Server(uvicorn.Config(site, host="127.0.0.1", port=0, log_level="error"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive(), "our endpoint did not start"
            time.sleep(0.05)
        yield f"127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        endpoint.pool.end()
