"""Programs that are not ours ask the endpoint, and get what the embedded engine gives."""

import json
import os
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from techfeod_graph.engine import Engine
from techfeod_graph.index import open_corpus
from techfeod_graph.rdf import prologue

from ..broken_data import TINY

QUERY = "SELECT ?c ?l { ?c a tf:Claim ; rdfs:label ?l } ORDER BY ?c ?l"


@pytest.fixture(scope="module")
def corpus():
    return open_corpus(TINY)


@pytest.fixture(scope="module")
def expected(corpus):
    answer = json.loads(Engine(corpus).write(QUERY, "json"))
    return [(row["c"]["value"], row["l"]["value"]) for row in answer["results"]["bindings"]]


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("request_method", ["urlencoded", "postdirectly"])
def test_sparqlwrapper(endpoint, expected, method, request_method):
    client = SPARQLWrapper(endpoint)
    client.setMethod(method)
    client.setRequestMethod(request_method)
    client.setQuery(QUERY)
    client.setReturnFormat(JSON)
    found = client.queryAndConvert()["results"]["bindings"]
    assert [(row["c"]["value"], row["l"]["value"]) for row in found] == expected
    client.setReturnFormat(XML)
    assert client.queryAndConvert().toxml().count("<result>") == len(expected)
    client.setReturnFormat(CSV)
    assert client.queryAndConvert().decode().count("\r\n") == len(expected) + 1


def test_sparqlwrapper_reads_graphs_and_faults(endpoint):
    client = SPARQLWrapper(endpoint)
    client.setQuery("CONSTRUCT { ?c a tf:Claim } { ?c a tf:Claim }")
    client.setReturnFormat(TURTLE)
    assert b"tf:Claim" in client.queryAndConvert()
    client.setQuery("CONSTRUCT {")
    with pytest.raises(QueryBadFormed):
        client.query()


def test_the_sparql_store_of_rdflib(endpoint, expected, corpus):
    store = SPARQLStore(endpoint, method="POST_FORM")
    found = [tuple(map(str, row)) for row in store.query(prologue(corpus.source.base) + QUERY)]
    assert found == expected
    assert len(list(SPARQLStore(endpoint).triples((None, None, None)))) > 1000


@pytest.mark.parametrize("media", ["text/csv", "text/turtle", "application/json", "*/*"])
def test_curl(endpoint, media):
    query = "DESCRIBE <agent/tremie>" if media == "text/turtle" else "SELECT * { ?s ?p ?o } LIMIT 1"
    curl = shutil.which("curl")
    if curl is None:
        pytest.skip("curl is not installed")
    command = [curl, "-sS", "-w", "\n%{http_code} %{content_type}", "-H", f"Accept: {media}"]
    command += ["--data-urlencode", f"query={query}", endpoint]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    status, given, *_ = done.stdout.rpartition("\n")[2].split()
    assert status == "200"
    assert media in (given.rstrip(";"), "*/*")


@pytest.mark.slow
def test_comunica(endpoint, expected, corpus):
    peers = os.environ.get("TECHFEOD_PEERS")
    engine = Path(peers or ".") / "node_modules" / "@comunica" / "query-sparql"
    if not peers or not engine.is_dir():
        pytest.skip("Comunica is not installed (tests/peers/package.json)")
    program = engine / "bin" / "query.js"
    command = ["node", program, f"sparql@{endpoint}", prologue(corpus.source.base) + QUERY]
    done = subprocess.run(
        [*map(str, command), "-t", "application/sparql-results+json"],
        capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    found = json.loads(done.stdout)["results"]["bindings"]
    assert [(row["c"]["value"], row["l"]["value"]) for row in found] == expected


def test_the_questions_of_the_vocabulary_have_one_answer_over_http(endpoint, corpus):
    from .test_protocol import get

    engine = Engine(corpus)
    for path in sorted(files("techfeod_graph.ontology").joinpath("queries").iterdir(), key=str):
        query = path.read_text(encoding="utf-8")
        status, _, body = get(endpoint, query)
        assert status == 200, path.name
        found, expected = json.loads(body), json.loads(engine.write(query, "json"))
        assert found["head"]["vars"] == expected["head"]["vars"]
        rows = (found["results"]["bindings"], expected["results"]["bindings"])
        assert sorted(map(str, rows[0])) == sorted(map(str, rows[1])), path.name
