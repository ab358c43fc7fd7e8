"""The pages of queries: the rows of the command line, and an engine in the page that agrees."""

from __future__ import annotations

import csv
import io
import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

from techfeod_graph.engine import Engine, QueryError
from techfeod_graph.site.sparql import wasm
from techfeod_graph.site.sparql.gallery import answered, queries

from .axe import faults
from .conftest import LOADED
from .room import written_room
from .test_map_hostile import HOSTILE, hostile_corpus

pytestmark = pytest.mark.browser


@pytest.fixture(scope="session")
def engine(published):
    return Engine(published)


def page_of(room, name, language="fr"):
    return Path(room) / language / f"{name}.html"


def test_every_named_query_shows_the_rows_of_the_engine(published_room, engine, visit):
    seen = visit(page_of(published_room, "queries"), ready=LOADED)
    listed = seen.page.locator(".queries li").count()
    found = list(queries())
    assert listed == len(found) > 20
    for query in found:
        for language in ("fr", "en"):
            page = page_of(published_room, f"queries/{query.id}", language)
            seen.page.goto(page.as_uri())
            answer = answered(engine, query.spoken(language))
            rows = seen.run(
                "[...document.querySelectorAll('.rows-of tbody tr')]"
                ".map((row) => [...row.cells].map((cell) => cell.textContent.trim()))"
            )
            plain = [[_shown(cell) for cell in row] for row in answer.rows]
            assert rows == plain, query.id
    assert seen.complaints == []


def _shown(cell):
    text = "–" if cell is None else cell.removeprefix("essay/") if _place(cell) else cell
    return text.strip()


def _place(cell):
    return cell.startswith("essay/") and "." in cell and "#" not in cell


def test_the_engine_in_the_page_agrees_on_every_named_query(published_room, engine, visit):
    seen = visit(page_of(published_room, "sparql"), ready=LOADED)
    for query in queries():
        answer = engine.ask(query.text)
        seen.page.fill("#query", query.text)
        seen.run("window.techfeodAnswer = null")
        seen.page.click("#run")
        seen.until("Boolean(window.techfeodAnswer)")
        told = seen.run("window.techfeodAnswer")
        assert "answer" in told, (query.id, told)
        given = told["answer"]
        if answer.truth is not None:
            assert given["truth"] == answer.truth
            continue
        if answer.triples is not None:
            assert given["count"] == len(answer.triples)
            continue
        wanted = json.loads(engine.write(query.text, "json"))
        assert given["names"] == wanted["head"]["vars"]
        assert _rows(given["rows"]) == _rows(wanted["results"]["bindings"]), query.id
        assert len(given["rows"]) == given["count"]
    assert seen.complaints == []
    assert seen.run("window.__violations") == []
    outside = [url for url in seen.requests if not url.startswith(("file:", "blob:"))]
    assert outside == []


def _rows(bindings):
    return sorted(
        json.dumps(
            {
                name: [term["type"], term["value"], term.get("xml:lang", "")]
                for name, term in row.items()
            },
            sort_keys=True,
        )
        for row in bindings
    )


def test_faults_are_shown_at_their_place_and_nothing_dangerous_runs(published_room, engine, visit):
    seen = visit(page_of(published_room, "sparql", "en"), ready=LOADED)

    def told(query):
        seen.page.fill("#query", query)
        seen.run("document.getElementById('told').textContent = ''")
        seen.page.click("#run")
        seen.until(
            "Boolean(document.getElementById('told').textContent)"
            " && !/Loading|Asking/.test(document.getElementById('told').textContent)"
        )
        return seen.text("#told")

    wrong = "SELECT ?a WHERE {\n  ?a ?b ?c .\n  FILTER(?a = = 3)\n}"
    with pytest.raises(QueryError) as fault:
        engine.ask(wrong)
    line, column = re.search(r"line (\d+), column (\d+)", str(fault.value)).groups()
    assert told(wrong).startswith(f"Line {line}, column {column}: ")
    text, mark = seen.page.text_content("#place").split("\n")
    assert text == wrong.split("\n")[int(line) - 1]
    assert mark.index("^") == int(column) - 1
    assert "SERVICE is off" in told("SELECT * { SERVICE <http://x> { ?a ?b ?c } }")
    for query in ("SELEC ?a { ?a ?b ?c }", "DELETE WHERE { ?a ?b ?c }", ""):
        assert told(query).startswith("A query begins with SELECT, ASK, CONSTRUCT or DESCRIBE")
    assert "nested" in told("SELECT * { " + "{" * 200 + "}" * 200 + "}")
    assert told("ASK { ?a a tf:Claim }") == "Yes"
    assert "row" in told("SELECT ?a { ?a a tf:Claim } LIMIT 3")
    assert seen.page.locator("#answer a").first.get_attribute("href").startswith("claim/")
    assert "of" in told("SELECT ?a ?b ?c { ?a ?b ?c } LIMIT 3000")
    assert seen.page.locator("#answer tbody tr").count() == 1000
    assert "row" in told("CONSTRUCT { ?a tf:supports ?b } WHERE { ?a tf:supports ?b }")
    seen.page.click("#as-map")
    seen.until("Boolean(document.getElementById('picture').dataset.drawn)")
    seen.until(
        "(() => { const c = document.querySelector('#picture canvas');"
        " const k = new OffscreenCanvas(c.width, c.height).getContext('2d');"
        " k.drawImage(c, 0, 0); const d = k.getImageData(0, 0, c.width, c.height).data;"
        " let n = 0; for (let i = 3; i < d.length; i += 4) n += d[i] > 0;"
        " return n / (c.width * c.height) > 0.02; })()"
    )
    assert seen.complaints == []


def test_a_query_that_does_not_end_is_stopped(published_room, visit):
    seen = visit(page_of(published_room, "sparql", "en"), ready=LOADED)
    seen.run("document.getElementById('sparql').dataset.seconds = 2")
    seen.page.fill("#query", "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    seen.page.click("#run")
    seen.until("/stopped/.test(document.getElementById('told').textContent)", 60)
    seen.page.fill("#query", "ASK { ?a a tf:Claim }")
    seen.page.click("#run")
    seen.until("document.getElementById('told').textContent === 'Yes'", 30)


@pytest.mark.parametrize("name", ["queries", "queries/14-proof-of-relations", "sparql"])
def test_axe_finds_no_fault(published_room, visit, name):
    if not page_of(published_room, name).is_file():
        name = "queries/" + next(iter(queries())).id
    for language, size, theme in (
        ("fr", "wide", "light"),
        ("en", "wide", "dark"),
        ("en", "phone", "light"),
        ("fr", "phone", "dark"),
    ):
        seen = visit(page_of(published_room, name, language), size=size, theme=theme, ready=LOADED)
        if name == "sparql":
            seen.page.click("#run")
            seen.page.wait_for_selector("#answer tbody tr")
        assert faults(seen) == []
        assert seen.run("document.documentElement.scrollWidth <= innerWidth")
        assert seen.complaints == []


def test_lists_are_narrowed_without_accents(published_room, visit):
    seen = visit(page_of(published_room, "queries"), ready=LOADED)
    seen.page.fill("#narrow", "ECOSOCIALISME zzz")
    assert seen.page.locator(".queries li:visible").count() == 0
    seen.page.fill("#narrow", "technofeodal")
    shown = seen.page.locator(".queries li:visible").count()
    assert 0 < shown < seen.page.locator(".queries li").count()
    assert seen.text("#narrowed").startswith(f"{shown} sur ")


def test_hostile_texts_are_inert_in_answers(small, engine_asset, visit, tmp_path):
    text = "=1+1 " + " ".join(HOSTILE)
    room = written_room(hostile_corpus(small, text), tmp_path)
    for query in queries():
        seen = visit(page_of(room, f"queries/{query.id}", "en"), ready=LOADED)
        assert seen.run("window.__pwn") is None
        assert seen.complaints == []
        assert seen.run("window.__violations") == []
        break
    seen = visit(page_of(room, "sparql", "en"), ready=LOADED)
    seen.page.fill(
        "#query", "SELECT ?c ?l { ?c rdfs:label ?l ; a tf:Claim . FILTER(LANG(?l) = 'en') }"
    )
    seen.page.click("#run")
    seen.page.wait_for_selector("#answer tbody tr")
    assert text.split()[-1] in seen.page.locator("#answer tbody tr td").nth(1).text_content()
    rows = list(csv.reader(io.StringIO(seen.run("window.techfeodCsv()").lstrip("\ufeff"))))
    assert all(len(row) == 2 for row in rows)
    assert not any(cell.startswith("=") for row in rows for cell in row)
    assert seen.run("window.__pwn") is None
    assert seen.complaints == []
    assert seen.run("window.__violations") == []


def test_without_the_engine_the_page_says_how_to_ask(small, visit, tmp_path, monkeypatch):
    monkeypatch.setattr(wasm, "cache_folder", lambda: None)
    room = written_room(small, tmp_path)
    assert not (room / "assets" / "oxigraph.js").exists()
    seen = visit(page_of(room, "sparql", "en"), ready=LOADED)
    words = seen.text("main")
    assert "techfeod sparql" in words
    assert "techfeod serve" in words
    assert "techfeod assets" in words
    assert seen.page.locator("#run").count() == 0
    assert seen.complaints == []


def test_the_file_of_each_query_is_offered(published_room):
    folder = files("techfeod_graph.ontology").joinpath("queries")
    for query in queries():
        offered = (published_room / "assets" / "queries" / f"{query.id}.rq").read_text("utf-8")
        assert offered == folder.joinpath(f"{query.id}.rq").read_text(encoding="utf-8")
