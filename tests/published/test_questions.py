"""The named questions give their expected answers in every engine: ours, rdflib, and servers."""

import json
import urllib.parse
import urllib.request

import pytest

from techfeod_graph.loading import load
from techfeod_graph.named import bind, named_queries
from techfeod_graph.rdf import compiled, prologue, serialise, to_rdf
from techfeod_graph.vocabulary import contract
from tests.servers import (
    NO_VIRTUOSO,
    missing,
    oxigraph_server,
    virtuoso_installed,
    virtuoso_server,
)

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


@pytest.fixture(scope="module")
def oxigraph(corpus):
    quads = serialise(compiled(corpus), corpus.source.base, "nq")
    media = {"Content-Type": "application/n-quads"}
    with oxigraph_server("--union-default-graph") as address:
        put = urllib.request.Request(f"{address}/store", quads, media, method="PUT")
        urllib.request.urlopen(put, timeout=120).close()
        yield f"{address}/query"


@pytest.mark.slow
@pytest.mark.parametrize("query", QUERIES, ids=IDS)
def test_the_oxigraph_server(corpus, oxigraph, query):
    assert answered(corpus, oxigraph, query.text) == expected(query.stem), REFRESH


@pytest.fixture(scope="module")
def virtuoso(corpus, tmp_path_factory):
    folder = tmp_path_factory.mktemp("virtuoso")
    if not virtuoso_installed():
        missing(NO_VIRTUOSO)
    triples = serialise(compiled(corpus), corpus.source.base, "nt")
    (folder / "kb.nt").write_bytes(triples)
    with virtuoso_server(folder) as server:
        load_it = f"DB.DBA.TTLP_MT(file_to_string_output('{folder}/kb.nt'), '', 'urn:kb')"
        said = server.run(f"{load_it}; checkpoint;")
        address = f"http://{server.place}/sparql"
        count = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH <urn:kb> { ?s ?p ?o } }"
        # isql ends with 0 whatever happened: only the number of triples tells.
        assert asked(address, count)[1] == [[str(len({*triples.splitlines()}))]], said
        yield address


@pytest.mark.slow
@pytest.mark.parametrize("query", QUERIES, ids=IDS)
def test_virtuoso(corpus, virtuoso, query):
    assert answered(corpus, virtuoso, query.text) == expected(query.stem), REFRESH


@pytest.mark.slow
def test_servers_agree_in_english(corpus, engine, oxigraph, virtuoso):
    for query in QUERIES:
        if any(parameter.name == "lang" for parameter in query.parameters):
            text = bind(query, corpus, {"lang": ["en"]})
            answer = engine.ask(text)
            ours = lines(answer.columns, answer.rows)
            assert answered(corpus, oxigraph, text) == ours, query.stem
            assert answered(corpus, virtuoso, text) == ours, query.stem
