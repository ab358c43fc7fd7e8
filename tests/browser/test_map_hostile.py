"""Hostile texts in every field of every record: shown as they are, and never run."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from techfeod_graph.corpus import Corpus
from techfeod_graph.model import Record, Work
from techfeod_graph.site import map_page
from techfeod_graph.site.strings import typeset

pytestmark = pytest.mark.browser

HOSTILE = [
    "<img src=x onerror=window.__pwn=1>",
    "</script><script>window.__pwn=2</script>",
    "<!--<script>window.__pwn=3//-->",
    "</style><svg onload=window.__pwn=4>",
    "</title></textarea><iframe srcdoc='<script>parent.__pwn=5</script>'>",
    "{{7*7}}{% raw %}${7*7}#{7*7}",
    "javascript:window.__pwn=6",
    '" onmouseover=window.__pwn=7 x="',
    "' autofocus onfocus=window.__pwn=8 '",
    "<a href=javascript:window.__pwn=9>href</a>",
    "&lt;script&gt;window.__pwn=10&lt;/script&gt;",
    "a\u2028window.__pwn=11\u2029b",
    "\\u003cscript\\u003e\\",
    "${window.__pwn=12}`-window.__pwn-`",
    "{label} {stance} {holder}",
    "__proto__ constructor toString",
    "\u202e}tirw.tnemucod{\u202c",
]
#: The fields that hold free text; all others hold ids, locators or words of closed lists.
FREE = {"fr", "en", "note", "title", "title_short", "edition", "publisher", "container_title",
        "volume", "issue", "family", "given", "literal", "as_", "version", "paragraphs",
        "notes"}  # fmt: skip


def poisoned(value: Any, text: str, name: str = "") -> Any:
    """A copy of a value in which every free text, also an absent one, is the given one."""
    if isinstance(value, Record):
        free = FREE | ({"page"} if isinstance(value, Work) else set())
        fields = {field: getattr(value, field) for field in type(value).model_fields}
        changed = {
            field: poisoned(inner, text, "free" if field in free else "")
            for field, inner in fields.items()
        }
        return value.model_copy(update=changed)
    if isinstance(value, tuple):
        return tuple(poisoned(item, text, name) for item in value)
    if isinstance(value, dict):
        return {key: poisoned(item, text, name) for key, item in value.items()}
    return text if name == "free" else value


def hostile_corpus(corpus: Corpus, text: str) -> Corpus:
    tables = {
        name: {key: poisoned(record, text) for key, record in getattr(corpus, name).items()}
        for name in ("concepts", "claims", "agents", "works", "discrepancies")
    }
    source = poisoned(corpus.source, text).model_copy(update={"address": "https://example.org/x"})
    passages = {
        key: passage.model_copy(update={"fragment": text})
        for key, passage in corpus.passages.items()
    }
    pointers = tuple(poisoned(pointer, text) for pointer in corpus.pointers)
    return replace(corpus, source=source, passages=passages, pointers=pointers, **tables)


@pytest.mark.parametrize("language", ["fr-FR", "en-GB"])
def test_hostile_texts_are_shown_and_never_run(small, small_page, visit, tmp_path, language):
    text = " ".join(HOSTILE)
    page = tmp_path / "map.html"
    page.write_text(map_page(hostile_corpus(small, text)), encoding="utf-8", newline="\n")
    seen = visit(page, locale=language)
    shown = typeset(text) if language == "fr-FR" else text
    keys = seen.run("tf.data.records.map((r) => r.key)")
    for key in keys:
        seen.run("(key) => { location.hash = key; }", key)
        seen.until(f"tf.state.record === {json.dumps(key)}")
        assert seen.run("document.getElementById('record-title').textContent") == shown
    seen.page.fill("#map-search", "onerror")
    seen.page.click("[data-view=list]")
    seen.page.click("label[for=kinds-claim]")
    seen.page.click("[data-view=map]")
    seen.page.hover("#canvas")
    seen.settle()
    assert seen.run("window.__pwn") is None
    assert seen.complaints == []
    assert seen.run("window.__violations") == []
    assert [url for url in seen.requests if not url.startswith("file:")] == []
    foreign = (
        "img, iframe, object, embed, svg[onload], [onerror], [onfocus], [onmouseover], textarea"
    )
    assert seen.run("(names) => document.querySelectorAll(names).length", foreign) == 0
    assert seen.run("[...document.links].every((a) => /^https?:$/.test(a.protocol))")
    scripts = "document.querySelectorAll('script').length"
    assert seen.run(scripts) == visit(small_page).run(scripts)


@pytest.mark.parametrize("text", HOSTILE)
def test_each_hostile_text_alone(small, visit, tmp_path, text):
    page = tmp_path / "map.html"
    page.write_text(map_page(hostile_corpus(small, text)), encoding="utf-8", newline="\n")
    seen = visit(page, at="#claim/eau-rente", locale="en-GB")
    assert seen.run("document.getElementById('record-title').textContent") == text
    seen.page.click("[data-view=list]")
    assert seen.run("window.__pwn") is None
    assert seen.complaints == []
