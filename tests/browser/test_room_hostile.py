"""Hostile texts in every field of every record: text on every page of the reading room."""

from __future__ import annotations

import re

import pytest

from techfeod_graph.site.strings import typeset

from .room import written_room
from .test_map_hostile import HOSTILE, hostile_corpus

pytestmark = pytest.mark.browser

FOREIGN = (
    "img, iframe, object, embed, base, form, style, textarea:not(#query), "
    "[onerror], [onload], [onfocus], [onmouseover], [onclick], [autofocus]"
)


def test_hostile_texts_are_text_on_every_page(small, visit, tmp_path):
    text = " ".join(HOSTILE)
    room = written_room(hostile_corpus(small, text), tmp_path / "room")
    seen = visit(room / "index.html", ready="")
    missing = []
    for language in ("fr", "en"):
        shown = typeset(text) if language == "fr" else text
        words = re.sub(r"\s+", " ", shown).strip()
        for path in sorted((room / language).rglob("*.html")):
            seen.page.goto(path.as_uri())
            said = seen.run("document.querySelector('main').textContent.replace(/\\s+/g, ' ')")
            if words not in said:
                missing.append(path.relative_to(room).as_posix())
            assert seen.run("(names) => document.querySelectorAll(names).length", FOREIGN) == 0
            assert seen.run("window.__pwn") is None, path
            assert seen.run("[...document.links].every((a) => /^(file|https):$/.test(a.protocol))")
    own = ("about", "downloads", "ontology", "queries", "sparql")
    assert [name for name in missing if not name[3:].startswith(own)] == []
    assert seen.complaints == []
    assert seen.run("window.__violations") == []
    assert [url for url in seen.requests if not url.startswith("file:")] == []


def test_hostile_texts_are_text_in_the_search_and_the_filters(small, visit, tmp_path):
    room = written_room(hostile_corpus(small, HOSTILE[0]), tmp_path / "room")
    seen = visit(room / "en" / "claims.html", ready="")
    seen.page.fill("#search-field", "onerror")
    seen.page.wait_for_selector("#search-hits li")
    assert HOSTILE[0] in seen.text("#search-hit-0")
    seen.page.hover("#search-hit-0")
    options = seen.page.locator("#filter option").all_text_contents()
    assert any(HOSTILE[0] in option for option in options)
    assert seen.run("window.__pwn") is None
    assert seen.complaints == []
