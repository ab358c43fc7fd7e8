"""The reading room as files: what it holds, where it points, and that it is whole."""

from __future__ import annotations

import re
import subprocess
import sys
from html import unescape
from importlib.resources import files
from pathlib import Path

import pytest

from techfeod_graph.loading import load
from techfeod_graph.site import site
from techfeod_graph.site.frame import Asset, Material, Page, written
from techfeod_graph.site.frame.room import Clash
from techfeod_graph.site.pages.controversies import disputes
from techfeod_graph.site.texts import TEXTS, both

from ..broken_data import TINY
from ..pages import Reader, broken_links

OBJECTS = re.compile(
    r'<span class="holder against">(objecte\w*)</span> <a class="at" href="claim/([^"]+)\.html"'
    r'[^>]*>([^<]+)</a> <span class="rests">(\w+)</span>'
)


@pytest.fixture(scope="module")
def corpus():
    return load(TINY)


@pytest.fixture(scope="module")
def room(corpus):
    return site(corpus, {})


def test_every_link_leads_somewhere(room):
    assert broken_links(room) == []


def test_a_broken_link_would_be_found(room):
    cut = {name: data for name, data in room.items() if name != "fr/concept/canal.html"}
    assert broken_links(cut)


def test_every_page_is_in_both_languages(room):
    names = {
        language: {name[3:] for name in room if name.startswith(f"{language}/")}
        for language in ("fr", "en")
    }
    assert names["fr"] == names["en"]
    for name, data in room.items():
        if name.startswith(("fr/", "en/")):
            assert f'<html lang="{name[:2]}">' in data.decode()


def test_every_record_has_a_page_at_its_path(corpus, room):
    for table, key, _ in corpus.entries:
        assert f"fr/{table[:-1]}/{key}.html" in room


def test_ids_of_a_page_are_its_own(room):
    for name, data in room.items():
        if name.endswith(".html"):
            ids = Reader(data.decode()).ids
            assert len(ids) == len(set(ids)), name


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_coverage_page_gives_claims_in_words(corpus, room, language):
    page = unescape(room[f"{language}/coverage.html"].decode())
    for claim in corpus.claims.values():
        link = rf'<a href="claim/{claim.id}.html">([^<]+)</a>'
        assert set(re.findall(link, page)) == {getattr(claim, language)}


def test_nothing_stands_inline_that_the_policy_forbids(room):
    for name, data in room.items():
        if not name.endswith(".html"):
            continue
        for tag, given in Reader(data.decode()).elements:
            assert tag != "style", name
            assert "style" not in given, name
            assert not any(attribute.startswith("on") for attribute in given), name
            assert tag != "script" or "src" in given, name


def test_the_same_data_gives_the_same_bytes(corpus, room):
    assert site(corpus, {}) == room


def test_two_parts_with_one_address_are_refused(corpus):
    with pytest.raises(Clash, match="assets/a"):
        written(Material(corpus), [Asset("assets/a", b"1"), Asset("assets/a", b"2")])


def test_the_navigation_shows_the_pages_that_are_there(corpus):
    page = Page("map", "frame.html.j2", both("nav-map"))
    html = written(Material(corpus), [page])["en/map.html"].decode()
    assert 'href="map.html"' in html
    assert 'href="queries.html"' not in html


def test_an_objection_is_given_at_the_sentence_of_the_voice_that_makes_it():
    published = load(Path(str(files("techfeod_graph.data"))))
    (page,) = disputes(Material(published))
    html = written(Material(published), [page])["fr/controversies.html"].decode()
    table = html[html.index("<table") : html.index("</table>")]
    found = 0
    for _, *cells in (row.split("<td>") for row in table.split("<tr>")[2:]):
        for voice, cell in zip(page.given["voices"], cells, strict=True):
            for verb, claim, at, basis in OBJECTS.findall(cell):
                held = published.positions(published.claims[claim])
                assert at in {place for p in held if p.holder == voice for place in p.at}
                assert ("nt" in verb) == (voice in ("eco-modernistes", "marxistes-decroissants"))
                assert basis in ("énoncé", "inféré")
                found += 1
    assert found > 15


def test_texts_are_in_both_languages_with_the_same_places():
    for key, (fr, en) in TEXTS.items():
        assert fr, key
        assert en, key
        assert set(re.findall(r"\{(\w+)\}", fr)) == set(re.findall(r"\{(\w+)\}", en)), key
        assert fr.count("|") == en.count("|"), key
        assert "'" not in fr, key


def test_the_agreement_that_is_shown_is_what_the_readings_give():
    script = Path(__file__).parents[2] / "benchmarks" / "agreement.py"
    if not script.is_file():
        pytest.skip("the benchmarks are not beside the tests")
    told = subprocess.run(
        [sys.executable, str(script), "--json"], capture_output=True, check=True, text=True
    )
    shown = files("techfeod_graph.site.pages") / "agreement.json"
    assert shown.read_text(encoding="utf-8") == told.stdout
