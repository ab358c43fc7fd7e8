"""The named questions give their expected answers in every engine: ours, rdflib, and servers."""

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

from techfeod_graph.loading import load
from techfeod_graph.named import bind, named_queries
from techfeod_graph.rdf import compiled, prologue, serialise, to_rdf
from techfeod_graph.vocabulary import contract

from .expected import ANSWERS, PUBLISHED, expected, lines, published_engine

QUERIES = named_queries()
IDS = [query.stem for query in QUERIES]


@pytest.fixture(scope="module")
def corpus():
    return load(PUBLISHED)


@pytest.fixture(scope="module")
def engine():
    return published_engine()


def test_there_are_enough_in_three_levels():
    assert len(QUERIES) >= 40
    assert {query.level for query in QUERIES} == {1, 2, 3}
    assert [int(query.stem.partition("-")[0]) for query in QUERIES] == list(
        range(1, len(QUERIES) + 1)
    )
    for part in ("title", "about"):
        for language in ("fr", "en"):
            words = [getattr(query, part)[language] for query in QUERIES]
            assert len({*words}) == len(words) or part == "about"
    assert {path.stem for path in ANSWERS.glob("*.tsv")} == {*IDS}


def test_every_question_has_an_answer_in_both_languages(engine):
    for query in QUERIES:
        assert engine.ask(query.text).rows, query.stem
        if any(parameter.name == "lang" for parameter in query.parameters):
            french = engine.ask(query.text).rows
            english = engine.ask(query.text.replace('?lang { "fr" }', '?lang { "en" }')).rows
            assert len(english) == len(french), query.stem


REFRESH = "run «python tests/published/refresh.py», look at what changed, and commit it"


@pytest.mark.slow
@pytest.mark.parametrize("query", QUERIES, ids=IDS)
def test_the_embedded_engine(engine, query):
    answer = engine.ask(query.text)
    assert lines(answer.columns, answer.rows) == expected(query.stem), REFRESH


@pytest.fixture(scope="module")
def dataset(corpus):
    return to_rdf(corpus)


@pytest.mark.slow
@pytest.mark.parametrize("query", QUERIES, ids=IDS)
def test_rdflib(corpus, dataset, query):
    base = corpus.source.base
    found = dataset.query(prologue(base) + query.text)
    rows = [[None if c is None else contract(str(c), base) for c in row] for row in found]
    assert lines([str(variable) for variable in found.vars], rows) == expected(query.stem), REFRESH


def free_ports(number):
    """Different ports of loopback that nobody listens on."""
    with contextlib.ExitStack() as stack:
        probes = [stack.enter_context(socket.socket()) for _ in range(number)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]


def listening(port):
    try:
        with socket.create_connection(("127.0.0.1", port), 1):
            return True
    except OSError:
        return False


@contextlib.contextmanager
def running(command, ports, folder, wait=60):
    """A server as a child process, once all its ports answer; stopped at the end."""
    log = folder / "log"
    with log.open("wb") as out:
        child = subprocess.Popen(command, cwd=folder, stdout=out, stderr=out)
    try:
        deadline = time.monotonic() + wait
        while not all(listening(port) for port in ports):
            said = f"{command[0]}:\n{log.read_text(errors='replace')}"
            assert child.poll() is None, f"it ended at once: {said}"
            assert time.monotonic() < deadline, f"not ready after {wait} s: {said}"
            time.sleep(0.2)
        yield
    finally:
        child.terminate()
        try:
            child.wait(20)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait(20)


def asked(address, text):
    """A SELECT over the SPARQL protocol, by form: its columns, and its rows."""
    form = urllib.parse.urlencode({"query": text}).encode()
    accept = {"Accept": "application/sparql-results+json"}
    request = urllib.request.Request(address, form, accept)
    with urllib.request.urlopen(request, timeout=120) as response:
        assert not response.headers.get("X-SQL-State")  # Virtuoso's only word of a partial answer
        found = json.load(response)
    columns = found["head"]["vars"]
    bindings = found["results"]["bindings"]
    return columns, [[b[c]["value"] if c in b else None for c in columns] for b in bindings]


def answered(corpus, address, text):
    """The lines of a server's answer to a query."""
    base = corpus.source.base
    columns, rows = asked(address, prologue(base) + text)
    short = [[None if cell is None else contract(cell, base) for cell in row] for row in rows]
    return lines(columns, short)


def missing(what):
    """Skip where a server is not installed; fail where CI is set."""
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


@pytest.fixture(scope="module")
def oxigraph_server(corpus, tmp_path_factory):
    folder = tmp_path_factory.mktemp("oxigraph")
    beside = str(Path(sys.executable).parent)
    program = shutil.which("oxigraph", path=beside) or shutil.which("oxigraph")
    program = program or missing("no oxigraph server (pip install oxigraph)")
    (folder / "kb.nq").write_bytes(serialise(compiled(corpus), corpus.source.base, "nq"))
    store = ["--location", str(folder / "store")]
    load_it = [program, "load", *store, "--file", folder / "kb.nq"]
    subprocess.run(load_it, check=True, timeout=120)
    [port] = free_ports(1)
    address = f"127.0.0.1:{port}"
    serve = [program, "serve-read-only", *store, "--bind", address, "--union-default-graph"]
    with running(serve, [port], folder):
        yield f"http://{address}/query"


@pytest.mark.slow
@pytest.mark.parametrize("query", QUERIES, ids=IDS)
def test_the_oxigraph_server(corpus, oxigraph_server, query):
    assert answered(corpus, oxigraph_server, query.text) == expected(query.stem), REFRESH


VIRTUOSO = """
[Database]
DatabaseFile = {0}/virtuoso.db
TransactionFile = {0}/virtuoso.trx
ErrorLogFile = {0}/virtuoso.log
LockFile = {0}/virtuoso.lck
xa_persistent_file = {0}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {0}/temporary.db
TransactionFile = {0}/temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{1}
DirsAllowed = {0}
NumberOfBuffers = 20000
[HTTPServer]
ServerPort = 127.0.0.1:{2}
"""


@pytest.fixture(scope="module")
def virtuoso(corpus, tmp_path_factory):
    folder = tmp_path_factory.mktemp("virtuoso")
    program = shutil.which("virtuoso-t")
    isql = shutil.which("isql-vt") or shutil.which("isql-v")
    if program is None or isql is None:
        missing("no Virtuoso (Debian: apt install virtuoso-opensource-7-bin)")
    triples = serialise(compiled(corpus), corpus.source.base, "nt")
    (folder / "kb.nt").write_bytes(triples)
    sql, port = free_ports(2)
    (folder / "virtuoso.ini").write_text(VIRTUOSO.format(folder, sql, port))
    command = [program, "+foreground", "+configfile", str(folder / "virtuoso.ini")]
    with running(command, [sql, port], folder):
        load_it = (
            f"DB.DBA.TTLP_MT(file_to_string_output('{folder}/kb.nt'), '', 'urn:kb'); checkpoint;"
        )
        login = [isql, f"127.0.0.1:{sql}", "dba", "dba", "ERRORS=STDOUT"]
        loaded = subprocess.run(
            [*login, f"exec={load_it}"], capture_output=True, text=True, timeout=120
        )
        address = f"http://127.0.0.1:{port}/sparql"
        count = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH <urn:kb> { ?s ?p ?o } }"
        # isql ends with 0 whatever happened: only the number of triples tells.
        assert asked(address, count)[1] == [[str(len({*triples.splitlines()}))]], loaded.stdout
        yield address


@pytest.mark.slow
@pytest.mark.parametrize("query", QUERIES, ids=IDS)
def test_virtuoso(corpus, virtuoso, query):
    assert answered(corpus, virtuoso, query.text) == expected(query.stem), REFRESH


@pytest.mark.slow
def test_servers_agree_in_english(corpus, engine, oxigraph_server, virtuoso):
    for query in QUERIES:
        if any(parameter.name == "lang" for parameter in query.parameters):
            text = bind(query, corpus, {"lang": ["en"]})
            answer = engine.ask(text)
            ours = lines(answer.columns, answer.rows)
            assert answered(corpus, oxigraph_server, text) == ours, query.stem
            assert answered(corpus, virtuoso, text) == ours, query.stem
