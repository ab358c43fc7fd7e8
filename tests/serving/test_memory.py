"""A query that needs too much memory ends with its process, by whichever means the system has."""

import sys

import pytest

from techfeod_graph.serving import process
from techfeod_graph.serving.process import Broken, Limits, Question, Worker

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="memory is not bounded on Windows"),
]
HUNGRY = """SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d), STR(?g))) AS ?all) {
    ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"""
#: As on a system that holds no process to its memory: it looks at its own.
WATCHING = """
from techfeod_graph.serving import worker
worker._HOLDS_MEMORY = False
worker.main()
"""


@pytest.mark.parametrize("program", [process._PROGRAM, WATCHING], ids=["held", "watching"])
def test_too_much_memory_ends_a_query_and_the_next_is_answered(graph, program, monkeypatch):
    monkeypatch.setattr(process, "_PROGRAM", program)
    worker = Worker(Limits(seconds=60, megabytes=200))
    try:
        worker.give(*graph)
        first = worker._process
        assert answer(worker, "SELECT ?s { ?s ?p ?o } ORDER BY ?s LIMIT 2").count(b'"s"') == 3
        assert worker._process is first
        with pytest.raises(Broken, match="200 megabytes"):
            answer(worker, HUNGRY)
        assert answer(worker, "ASK { ?s ?p ?o }").endswith(b"true}")
    finally:
        worker.end()


def answer(worker, query):
    return b"".join(worker.ask(Question(query)).pieces)
