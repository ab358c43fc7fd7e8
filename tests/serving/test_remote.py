"""Stores elsewhere: the data is put in one and asked there, with the answers it has here."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files

import pytest

from techfeod_graph.guard import QueryError
from techfeod_graph.serving.process import Limits, Question, TimedOut
from techfeod_graph.serving.remote import ask, put_graph

from ..commands.conftest import *  # noqa: F403 - the fixture that runs commands

SELECT = "SELECT ?c ?l { ?c a tf:Claim ; rdfs:label ?l } ORDER BY ?c ?l LIMIT 7"


@pytest.mark.slow
def test_every_named_question_has_the_answers_it_has_here(run, oxigraph):
    loaded = run("load", "--endpoint", f"{oxigraph}/store", data=None)
    assert loaded.code == 0, loaded.err
    assert "8 graphs loaded" in loaded.out
    union = f"{oxigraph}/query?union-default-graph"
    for path in sorted(files("techfeod_graph.ontology").joinpath("queries").iterdir(), key=str):
        asked = ("sparql", path.read_text(encoding="utf-8"), "--format", "csv")
        there = run(*asked, "--endpoint", union, data=None)
        here = run(*asked, data=None)
        assert there.code == here.code == 0, (path.name, there.err)
        assert sorted(there.out.splitlines()) == sorted(here.out.splitlines()), path.name
        assert len(here.out.splitlines()) > 1


def test_a_store_is_filled_again_or_added_to(run, oxigraph):
    union = f"{oxigraph}/query?union-default-graph"
    count = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"

    def number():
        return int(run("sparql", count, "--format", "csv", "--endpoint", union).out.split()[1])

    assert run("load", "--endpoint", f"{oxigraph}/store").code == 0
    first = number()
    assert first == int(run("sparql", count, "--format", "csv").out.split()[1])
    put_graph(f"{oxigraph}/store", "http://e/g", b'<http://e/s> <http://e/p> "x" .\n', Limits(5))
    assert number() == first + 1
    more = b'<http://e/s> <http://e/p> "y" .\n'
    put_graph(f"{oxigraph}/store", "http://e/g", more, Limits(5), add=True)
    assert number() == first + 2
    put_graph(f"{oxigraph}/store", "http://e/g", more, Limits(5))
    assert number() == first + 1
    assert run("load", "--endpoint", f"{oxigraph}/store", "--add").code == 0
    assert number() == first + 1


@pytest.mark.parametrize("style", ["table", "json", "csv", "tsv", "xml"])
def test_an_answer_from_elsewhere_is_printed_as_one_from_here(run, endpoint, style):
    there = run("sparql", SELECT, "--format", style, "--endpoint", endpoint)
    here = run("sparql", SELECT, "--format", style)
    assert (there.code, there.out) == (0, here.out)


@pytest.mark.parametrize("style", ["turtle", "ntriples", "jsonld", "rdfxml"])
def test_a_graph_from_elsewhere_is_printed_as_one_from_here(run, endpoint, style):
    query = "CONSTRUCT { ?c a tf:Claim } { ?c a tf:Claim }"
    there = run("sparql", query, "--format", style, "--endpoint", endpoint)
    here = run("sparql", query, "--format", style)
    assert (there.code, there.out) == (0, here.out)


def test_yes_no_and_fewer_rows_from_elsewhere(run, endpoint):
    assert run("sparql", "ASK {}", "--endpoint", endpoint).out == "yes\n"
    found = run("sparql", SELECT, "--limit-rows", "2", "--format", "csv", "--endpoint", endpoint)
    assert len(found.out.splitlines()) == 3
    assert "stopped after 2 rows" in found.err


def test_a_fault_elsewhere_is_told_in_its_own_words(run, endpoint):
    result = run("sparql", "SELEC {", "--endpoint", endpoint)
    assert result.code == 2
    assert "400" in result.err
    assert "not valid SPARQL" in result.err
    assert run("load", "--endpoint", endpoint).code == 2


@pytest.fixture
def strange():
    """An endpoint that answers as it is told to."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            self.rfile.read(int(self.headers["Content-Length"]))
            self.server.tell(self)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def given(status, media, body, **headers):
    def tell(handler):
        handler.send_response(status)
        handler.send_header("Content-Type", media)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return tell


JSON = "application/sparql-results+json"
WHOLE = json.dumps({"head": {"vars": ["n"]}, "results": {"bindings": []}}).encode()


@pytest.mark.parametrize(
    "tell",
    [
        given(200, "text/html", b"<html>"),
        given(200, JSON, b"{"),
        given(200, JSON, WHOLE[:-4]),
        given(200, JSON, WHOLE, X_SQL_State="S1TAT"),
        given(500, "text/plain", b"no"),
        given(301, "text/plain", b"", Location="file:///etc/passwd"),
        given(200, "text/turtle", b"not turtle"),
        given(200, "application/sparql-results+xml", b"<sparql"),
    ],
)
def test_what_is_no_answer_is_a_fault(run, strange, tell):
    strange.tell = tell
    address = f"http://127.0.0.1:{strange.server_address[1]}/"
    result = run("sparql", "SELECT ?n {}", "--endpoint", address)
    assert result.code == 2
    assert "127.0.0.1" in result.err
    assert "Traceback" not in result.err


def test_an_endpoint_that_does_not_answer_is_left(strange):
    wait = threading.Event()
    strange.tell = lambda _handler: wait.wait(20)
    address = f"http://127.0.0.1:{strange.server_address[1]}/"
    try:
        with pytest.raises(TimedOut):
            ask(address, Question("ASK {}"), "http://b/", Limits(0.3))
    finally:
        wait.set()


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://x/", "nothing", "http://["])
def test_only_addresses_of_the_web_are_asked(address):
    with pytest.raises(QueryError):
        ask(address, Question("ASK {}"), "http://b/", Limits(1))
