"""The W3C's query tests, where a copy of the suite is at hand."""

import os
from pathlib import Path

import pytest

from tests.w3c.cases import cases
from tests.w3c.engines import contenders, failure, outcome
from tests.w3c.known import KNOWN, known

FOLDER = os.environ.get("TECHFEOD_W3C", "")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def outcomes():
    """Engine and test to what was answered, and why it fails."""
    if not FOLDER:
        reason = "no copy of the W3C's suite: name its folder sparql11 in TECHFEOD_W3C"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    ran = list(cases(Path(FOLDER).resolve()))
    assert len(ran) > 250
    with contenders() as engines:
        return {name: {str(c): outcome(c, engine) for c in ran} for name, engine in engines.items()}


@pytest.mark.parametrize("engine", KNOWN)
def test_exactly_the_known_tests_fail(outcomes, engine):
    failed = {name: why for name, (_, why) in outcomes[engine].items() if why}
    expected = known(engine, outcomes[engine])
    assert {name: why for name, why in failed.items() if name not in expected} == {}
    assert {name: why for name, why in expected.items() if name not in failed} == {}


def test_what_all_engines_pass_they_answer_alike(outcomes):
    first, *others = outcomes.values()
    unlike = {name for engine in KNOWN for name in known(engine, first)}
    alike = [name for name in first if name not in unlike]
    assert len(alike) > 240
    assert sum(first[name][0] is not None for name in alike) > 150
    for name in alike:
        assert all(other[name][0] == first[name][0] for other in others), name


def test_the_server_answers_as_our_engine_does(outcomes):
    """Even where both deviate: what is asked here is answered the same elsewhere."""
    ours, theirs = outcomes["embedded"], outcomes["server"]
    answers = [name for name, (answer, _) in ours.items() if answer is not None]
    assert [name for name in answers if ours[name][0] != theirs[name][0]] == []


@pytest.fixture(scope="module")
def engines():
    with contenders() as found:
        yield found


@pytest.mark.parametrize("engine", KNOWN)
def test_a_wrong_answer_is_seen(tmp_path, engines, engine):
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
    found = {case.name: failure(case, engines[engine]) for case in cases(tmp_path)}
    assert found == {
        "same": None,
        "no-syntax": found["no-syntax"],
        "wrongly-refused": "a query that is not valid was accepted",
        "refused": None,
    }
    assert found["no-syntax"]
    changed = RESULT.replace("1.00", "1.01")
    (tmp_path / "bind" / "r.srj").write_text(changed, encoding="utf-8")
    assert failure(next(cases(tmp_path)), engines[engine]) == "other rows"


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
