"""The W3C's query tests, where a copy of the suite is at hand."""

import os
from pathlib import Path

import pytest
import rdflib

from tests.servers import NO_VIRTUOSO, missing
from tests.w3c.cases import cases
from tests.w3c.known import KNOWN, known
from tests.w3c.running import contenders, failure, outcome

FOLDER = os.environ.get("TECHFEOD_W3C", "")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", autouse=True)
def rdflib_as_it_comes():
    """Some peers switch off, for good, that rdflib writes values in their canonical form."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rdflib, "NORMALIZE_LITERALS", True)
        yield


@pytest.fixture(scope="module")
def outcomes():
    """Engine and test to what was answered, and why it fails."""
    if not FOLDER:
        missing("no copy of the W3C's suite: name its folder sparql11 in TECHFEOD_W3C")
    ran = list(cases(Path(FOLDER).resolve()))
    assert len(ran) > 250
    with contenders(ran) as engines:
        return {name: {str(c): outcome(c, engine) for c in ran} for name, engine in engines.items()}


@pytest.mark.parametrize("engine", KNOWN)
def test_exactly_the_known_tests_fail(outcomes, engine):
    if engine not in outcomes:
        missing(NO_VIRTUOSO)
    failed = {name: why for name, (_, why) in outcomes[engine].items() if why}
    expected = known(engine, outcomes[engine])
    assert {name: why for name, why in failed.items() if name not in expected} == {}
    assert {name: why for name, why in expected.items() if name not in failed} == {}


@pytest.mark.parametrize(
    ("engines", "tests", "answers"),
    [(("embedded", "serve", "rdflib", "server"), 240, 150), (tuple(KNOWN), 170, 110)],
    ids=["without Virtuoso", "all"],
)
def test_what_all_engines_pass_they_answer_alike(outcomes, engines, tests, answers):
    if not {*engines} <= {*outcomes}:
        missing(NO_VIRTUOSO)
    first, *others = (outcomes[engine] for engine in engines)
    unlike = {name for engine in engines for name in known(engine, first)}
    alike = [name for name in first if name not in unlike]
    assert len(alike) > tests
    assert sum(first[name][0] is not None for name in alike) > answers
    for name in alike:
        assert all(other[name][0] == first[name][0] for other in others), name


@pytest.mark.parametrize("engine", ["serve", "server"])
def test_the_servers_answer_as_our_engine_does(outcomes, engine):
    """Even where they deviate: what is asked here is answered the same over HTTP."""
    ours, theirs = outcomes["embedded"], outcomes[engine]
    unlike = {
        name: theirs[name][1]
        for name, (answer, _) in ours.items()
        if answer is not None and answer != theirs[name][0]
    }
    # our endpoint tells of a graph that FROM names and the data lacks, where others have it empty
    told = [name for name, why in unlike.items() if (why or "").startswith("the data has no graph")]
    assert set(unlike) == set(told) <= {"construct/constructwhere04"}


@pytest.mark.parametrize("engine", KNOWN)
def test_a_wrong_answer_is_seen(tmp_path, engine):
    (tmp_path / "bind").mkdir()
    files = {
        "manifest.ttl": MANIFEST,
        "q.rq": "SELECT ?o { ?s ?p ?o }",
        "bad.rq": "SELECT ?o {",
        "d.ttl": '<x:a> <x:p> 1.0, "b"@fr .',
        "r.srj": RESULT,
    }
    for name, text in files.items():
        (tmp_path / "bind" / name).write_text(text, encoding="utf-8")
    ran = list(cases(tmp_path))
    with contenders(ran) as engines:
        if engine not in engines:
            missing(NO_VIRTUOSO)
        found = {case.name: failure(case, engines[engine]) for case in ran}
        changed = RESULT.replace("1.00", "1.01")
        (tmp_path / "bind" / "r.srj").write_text(changed, encoding="utf-8")
        assert failure(ran[0], engines[engine]) == "other rows"
    assert found.pop("no-syntax")
    assert found == {
        "same": None,
        "wrongly-refused": "a query that is not valid was accepted",
        "refused": None,
    }


MANIFEST = """
@prefix mf: <http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#> .
@prefix qt: <http://www.w3.org/2001/sw/DataAccess/tests/test-query#> .
@prefix : <x:#> .
<> a mf:Manifest ; mf:entries ( :same :no-syntax :wrongly-refused :refused ) .
:same a mf:QueryEvaluationTest ;
  mf:action [ qt:query <q.rq> ; qt:data <d.ttl> ] ; mf:result <r.srj> .
:no-syntax a mf:PositiveSyntaxTest11 ; mf:action <bad.rq> .
:wrongly-refused a mf:NegativeSyntaxTest11 ; mf:action <q.rq> .
:refused a mf:NegativeSyntaxTest11 ; mf:action <bad.rq> .
"""
RESULT = """{"head": {"vars": ["o"]}, "results": {"bindings": [
  {"o": {"type": "literal", "value": "b", "xml:lang": "fr"}},
  {"o": {"type": "literal", "value": "1.00",
         "datatype": "http://www.w3.org/2001/XMLSchema#decimal"}}
]}}"""
