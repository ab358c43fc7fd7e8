"""The named questions give the same rows in rdflib and in Oxigraph, and they give some."""

from importlib.resources import files
from pathlib import Path

import pytest
import techfeod_graph.data

from techfeod_graph.engine import Engine
from techfeod_graph.loading import load
from techfeod_graph.rdf import prologue, to_rdf
from techfeod_graph.vocabulary import contract

QUERIES = sorted(
    (
        path
        for path in files("techfeod_graph.ontology").joinpath("queries").iterdir()
        if path.name.endswith(".rq")
    ),
    key=lambda path: path.name,
)


@pytest.fixture(scope="module")
def corpus():
    return load(Path(techfeod_graph.data.__file__).parent)


@pytest.fixture(scope="module")
def engine(corpus):
    return Engine(corpus)


@pytest.fixture(scope="module")
def dataset(corpus):
    return to_rdf(corpus)


def test_there_are_forty_three():
    assert len(QUERIES) == 43
    for path in QUERIES:
        english, french, *_ = path.read_text(encoding="utf-8").splitlines()
        assert english.startswith("# en: ")
        assert french.startswith("# fr: ")


@pytest.mark.slow
@pytest.mark.parametrize("path", QUERIES, ids=[path.name for path in QUERIES])
def test_the_same_rows_in_both_engines(corpus, engine, dataset, path):
    text = path.read_text(encoding="utf-8")
    base = corpus.source.base
    ours = engine.ask(text)
    theirs = dataset.query(prologue(base) + text)
    rows = [tuple(None if c is None else contract(str(c), base) for c in row) for row in theirs]
    assert sorted(rows, key=str) == sorted(ours.rows, key=str)
    assert ours.rows
