"""sparql, export, stats: every form of query, every format, and what is refused."""

import csv
import io
import json
import xml.etree.ElementTree as ET

import pytest
import rdflib

from ..broken_data import TINY

SELECT = "SELECT ?c WHERE { ?c tf:heldBy <agent/tremie> } ORDER BY ?c"
BASE = "https://example.org/riviere/"


def test_a_table_uses_the_shortest_names(run):
    result = run("sparql", SELECT)
    assert result.code == 0
    assert result.out.split() == ["c", "claim/farine-moins-chere", "claim/faute-des-meules"]


def test_the_query_may_come_from_a_file_or_standard_input(run, tmp_path, process):
    path = tmp_path / "query.rq"
    path.write_text(SELECT, encoding="utf-8")
    expected = run("sparql", SELECT, "--format", "csv").out
    assert run("sparql", path, "--format", "csv").out == expected
    for dash in (["-"], []):
        piped = process("sparql", *dash, "--format", "csv", "--data", TINY, stdin=SELECT.encode())
        assert piped.stdout.decode().splitlines() == expected.splitlines()


def test_the_standard_formats(run):
    rows = [f"{BASE}claim/farine-moins-chere", f"{BASE}claim/faute-des-meules"]
    found = json.loads(run("sparql", SELECT, "--json").out)
    assert [b["c"]["value"] for b in found["results"]["bindings"]] == rows
    table = list(csv.reader(io.StringIO(run("sparql", SELECT, "--format", "csv").out)))
    assert table == [["c"], *([row] for row in rows)]
    assert run("sparql", SELECT, "--format", "tsv").out.split() == ["?c", *(f"<{r}>" for r in rows)]
    root = ET.fromstring(run("sparql", SELECT, "--format", "xml").out)
    assert [e.text for e in root.iter("{http://www.w3.org/2005/sparql-results#}uri")] == rows


def test_ask_construct_and_describe(run):
    assert run("sparql", "ASK { <agent/tremie> a foaf:Person }").out == "yes\n"
    assert run("sparql", "ASK { <agent/tremie> a foaf:Group }").out == "no\n"
    assert json.loads(run("sparql", "ASK {}", "--json").out)["boolean"] is True
    built = run("sparql", "CONSTRUCT { ?c a tf:Claim } WHERE { ?c a tf:Claim }")
    assert len(rdflib.Graph().parse(data=built.out, format="turtle")) == 11
    described = run("sparql", "DESCRIBE <concept/vanne>", "--format", "turtle")
    assert "skos:prefLabel" in described.out


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?c WHERE { ?c foo:x 1 }", "line 1, column 27"),
        ("SELECT ?c WHERE {\n  ?c a }", "line 2"),
        ("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }", "SERVICE is off"),
        ("SELECT * { " + "{" * 200 + "}" * 201, "levels deep"),
        ("SELECT * {" + " UNION ".join(["{ ?s ?p ?o }"] * 2000) + "}", "at most 1000"),
        ("INSERT DATA { <a> <b> <c> }", "not valid SPARQL"),
        ("{", "cannot read"),
        ("no-such-file.rq", "cannot read"),
    ],
)
def test_a_query_that_cannot_be_answered(run, query, message):
    result = run("sparql", query)
    assert result.code == 2
    if message != "cannot read" or "{" not in query:
        assert message in result.err
    assert "Traceback" not in result.err


def test_a_format_that_does_not_fit(run):
    assert run("sparql", SELECT, "--format", "turtle").code == 2
    assert run("sparql", "CONSTRUCT WHERE { ?s a tf:Claim }", "--format", "csv").code == 2
    assert run("sparql", "ASK {}", "--format", "csv").code == 2


@pytest.mark.parametrize("style", ["ttl", "trig", "nq", "nt", "jsonld", "graphml"])
def test_exports_to_a_file_or_to_the_terminal(run, process, tmp_path, style):
    out = tmp_path / f"kb.{style}"
    assert run("export", style, "--out", out).code == 0
    assert process("export", style, "--data", TINY).stdout == out.read_bytes()


def test_an_unknown_format_names_the_known_ones(run):
    result = run("export", "docx")
    assert result.code == 2
    assert "graphml" in result.err


def test_counts(run):
    assert json.loads(run("stats", "--json").out)["claims"] == 11
    assert "claims: 11\n" in run("stats", "--lang", "en").out
    assert "affirmations\u202f: 11\n" in run("stats").out
    rows = list(csv.DictReader(io.StringIO(run("stats", "--csv").out)))
    assert {"count": "claims", "of": "", "value": "11"} in rows
    assert {"count": "holders", "of": "tremie", "value": "2"} in rows
    text = run("stats", "--markdown", "--lang", "en").out
    assert "- **claims**: 11\n" in text
    assert "| I. Trémie | 2 |" in text
