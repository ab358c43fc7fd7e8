"""Questions a reader asks: one command and one query each, with the expected answer."""

import json
import shlex
from importlib.resources import files
from pathlib import Path

import pytest
import techfeod_graph.data
from techfeod_graph.cli.app import main

from techfeod_graph.engine import Engine
from techfeod_graph.loading import load

from .expected import rows

ANSWERS = json.loads(Path(__file__).with_name("answers.json").read_text(encoding="utf-8"))
PARTS = {
    "26-traits-of-technofeudalism": lambda found: found["elaborated_by"],
    "27-measures-against-big-tech": lambda found: [
        r["subject"] for r in found["relations"] if r["relation"] == "part-of"
    ],
    "28-value-and-labour": lambda found: [p["holder"] for p in found["positions"]],
    "32-fronts-of-struggle": lambda found: found["reasons"][0]["premises"],
    "34-three-concepts": lambda found: found["concepts"],
    "35-third-way": lambda found: found["reasons"][0]["premises"],
    "39-not-merely-passive": lambda found: premises(found["reasons"][:2]),
    "40-against-capital-s-sovereignty": lambda found: premises(found["reasons"]),
    "41-reasons-for-internationalism": lambda found: found["elaborated_by"],
    "43-three-catastrophes": lambda found: [link["claim"] for link in found["presupposes"]],
}


def premises(reasons):
    return [premise for reason in reasons for premise in reason["premises"]]


@pytest.fixture(scope="module")
def engine():
    return Engine(load(Path(techfeod_graph.data.__file__).parent))


@pytest.mark.parametrize("answer", ANSWERS, ids=[answer["query"] for answer in ANSWERS])
def test_the_query_gives_the_expected_rows(engine, answer):
    query = files("techfeod_graph.ontology").joinpath("queries", f"{answer['query']}.rq")
    found = engine.ask(query.read_text(encoding="utf-8")).rows
    assert sorted([cell or "" for cell in row] for row in found) == rows(answer["query"])


@pytest.mark.parametrize("answer", ANSWERS, ids=[answer["query"] for answer in ANSWERS])
def test_the_command_gives_the_same_answer(answer, capsys, monkeypatch):
    monkeypatch.delenv("TECHFEOD_DATA", raising=False)
    with pytest.raises(SystemExit) as stop:
        main([*shlex.split(answer["command"]), "--json"])
    assert not stop.value.code
    found = json.loads(capsys.readouterr().out)
    part = PARTS.get(answer["query"], lambda rows: [row["id"] for row in rows])
    expected = {row[0].rpartition("/")[2] for row in rows(answer["query"])}
    assert set(part(found)) == expected


def test_the_questions_are_documented_with_command_query_and_answer():
    page = Path(__file__).parents[2] / "docs" / "questions.md"
    if not page.is_file():
        pytest.skip("the documentation is not beside the tests")
    text = page.read_text(encoding="utf-8")
    for answer in ANSWERS:
        assert f"`techfeod {answer['command']}`" in text
        assert f"`ontology/queries/{answer['query']}.rq`" in text
        for row in rows(answer["query"]):
            assert row[0].rpartition("/")[2] in text
