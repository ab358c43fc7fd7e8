"""What a query of the public interface may take: time, memory, rows; and what comes after it."""

import gc
import subprocess
import sys

import pytest

import techfeod_graph as tf

#: A product that ends in no time that anybody waits.
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
HELD = "SELECT DISTINCT ?claim { ?claim tf:heldBy <agent/saito> } ORDER BY ?claim"
TRIPLES = "CONSTRUCT { ?s tf:x ?o } WHERE { ?s tf:heldBy ?o }"


def test_a_query_is_stopped_and_the_next_one_is_answered(tiny):
    with pytest.raises(tf.TimedOut, match=r"stopped after 0\.3 seconds"):
        tiny.sparql(ENDLESS, timeout=0.3)
    assert tiny.sparql("ASK { ?s tf:heldBy ?o }", timeout=None).truth is True
    assert issubclass(tf.TimedOut, tf.QueryError)


def test_a_wrong_value_of_an_endless_query_is_told(tiny):
    with pytest.raises(tf.QueryError, match=r"no variable \?nobody"):
        tiny.sparql(ENDLESS, timeout=60, nobody="x")


@pytest.mark.skipif(sys.platform == "win32", reason="memory is not bounded on Windows")
@pytest.mark.slow
def test_a_query_that_takes_too_much_memory(kb):
    much = "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d), STR(?g))) AS ?all) {"
    with pytest.raises(tf.Broken, match="1024 megabytes"):
        kb.sparql(much + ENDLESS.partition("{")[2])
    assert kb.sparql(HELD)


def test_rows_beyond_the_limit_are_never_cut_silently(kb):
    every = kb.sparql(HELD)
    assert not every.cut
    count = len(every)
    exact = kb.sparql(HELD, limit_rows=count)
    assert exact == every
    assert not exact.cut
    some = kb.sparql(HELD, limit_rows=count - 1)
    assert [*some] == [*every[:-1]]
    assert some.cut
    for shown in (repr(some), some._repr_html_()):
        assert f"{count - 1} rows, and there are more" in shown
    assert "and there are more" not in repr(exact) + exact._repr_html_()
    graph = kb.sparql(TRIPLES, limit_rows=3)
    assert graph.cut
    assert len(graph.to_rdf()) == 3


@pytest.mark.parametrize(
    "limits", [{"timeout": 0}, {"timeout": -1}, {"timeout": float("nan")}, {"timeout": 1e9},
               {"limit_rows": 0}],
)  # fmt: skip
def test_limits_that_are_none(kb, limits):
    with pytest.raises(tf.TechfeodError, match=next(iter(limits))):
        kb.sparql("ASK {}", **limits)


def test_the_process_ends_with_the_knowledge_base(tiny):
    from techfeod_graph.api.tables import _POOLS

    own = tiny.in_language("en")
    own.sparql("ASK {}")
    _, pool = _POOLS[own]
    [worker] = pool._all
    process = worker._process
    assert process.poll() is None
    del own
    gc.collect()
    assert process.wait(5) is not None


def ran(script):
    """What a program of its own prints."""
    command = [sys.executable, "-c", f"import techfeod_graph as tf\nkb = tf.load()\n{script}"]
    found = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (found.returncode, found.stderr) == (0, "")
    return found.stdout.split()


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_an_interrupted_query_stops_and_answers_no_later_one():
    script = f"""
import os, signal, threading
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background ignores it
kb.sparql("ASK {{}}")
threading.Timer(0.5, os.kill, (os.getpid(), signal.SIGINT)).start()
try:
    kb.sparql({ENDLESS!r})
except KeyboardInterrupt:
    print(len(kb.sparql("SELECT ?s {{ ?s ?p ?o }} LIMIT 7")))
"""
    assert ran(script) == ["7"]


@pytest.mark.skipif(not hasattr(__import__("os"), "fork"), reason="no fork here")
def test_a_fork_asks_a_process_of_its_own():
    script = """
import os
def answers(number):
    ask = "SELECT ?s { ?s ?p ?o } LIMIT %d" % number
    return all(len(kb.sparql(ask)) == number for _ in range(40))
assert answers(3)
child = os.fork()
found = answers(5 if child else 900)
if not child:
    os._exit(0 if found else 1)
print(found, os.waitpid(child, 0)[1])
"""
    assert ran(script) == ["True", "0"]
