"""The W3C's query tests, where a copy of the suite is at hand."""

import os
from pathlib import Path

import pytest

from tests.w3c import KNOWN, cases, failure

FOLDER = os.environ.get("TECHFEOD_W3C", "")

pytestmark = pytest.mark.slow


def test_the_query_tests_that_apply_pass_on_our_engine():
    if not FOLDER:
        reason = "no copy of the W3C's suite: name its folder sparql11 in TECHFEOD_W3C"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    ran = list(cases(Path(FOLDER).resolve()))
    assert len(ran) > 250
    failed = {str(case): why for case in ran if (why := failure(case))}
    assert {name: why for name, why in failed.items() if name not in KNOWN} == {}


def test_a_wrong_answer_is_seen(tmp_path):
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
    found = {case.name: failure(case) for case in cases(tmp_path)}
    assert found == {
        "same": None,
        "no-syntax": found["no-syntax"],
        "wrongly-refused": "a query that is not valid was accepted",
        "refused": None,
    }
    assert "not valid SPARQL" in found["no-syntax"]
    changed = RESULT.replace("1.00", "1.01")
    (tmp_path / "bind" / "r.srj").write_text(changed, encoding="utf-8")
    assert failure(next(cases(tmp_path))) == "other rows"


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
