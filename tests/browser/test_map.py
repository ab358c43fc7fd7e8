"""The map in a browser: what it asks for, what it shows, and how it is worked."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from techfeod_graph.corpus import Corpus
from techfeod_graph.model import Record
from techfeod_graph.site import map_page
from techfeod_graph.site.strings import typeset

pytestmark = pytest.mark.browser

LOOKS = [("wide", "light"), ("wide", "dark"), ("phone", "light"), ("phone", "dark")]
STATES = ["", "#concept/{concept}", "#claim/{claim}", "#agent/{agent}", "#work/{work}", "#claim/nul"]


def first(visit: Any, table: str) -> str:
    """The id of the record of a table that most links lead to."""
    return str(
        visit.run(
            "(table) => tf.data.records.filter((r) => r.key.startsWith(table + '/'))"
            ".sort((a, b) => tf.near[b.id].length - tf.near[a.id].length)[0].key.split('/')[1]",
            table,
        )
    )


# what the page is


def test_it_asks_for_nothing_and_complains_of_nothing(any_page, visit):
    seen = visit(any_page)
    for table in ("concept", "claim", "agent", "work"):
        seen.run("(key) => { location.hash = key; }", f"{table}/{first(seen, table)}")
        seen.settle()
    seen.page.click("[data-view=list]")
    seen.page.click("#theme")
    seen.page.click("[data-language=en]")
    seen.settle()
    outside = [url for url in seen.requests if not url.startswith(("file:", "data:", "blob:"))]
    assert outside == []
    assert len([url for url in seen.requests if url.startswith("file:")]) == 1
    assert seen.complaints == []
    assert seen.run("window.__violations") == []


def test_it_is_ready_soon_and_not_heavy(published_page, visit):
    assert published_page.stat().st_size <= 1_500_000
    before = time.monotonic()
    visit(published_page)
    assert time.monotonic() - before < 3


def test_it_is_a_document(any_page, visit):
    seen = visit(any_page)
    assert seen.run("document.compatMode") == "CSS1Compat"
    assert seen.run("document.documentElement.lang") == "fr"
    assert seen.run("document.querySelectorAll('main, header, h1').length") == 3
    assert seen.run("document.title") != ""


@pytest.mark.parametrize(("size", "theme"), LOOKS)
def test_the_map_is_painted(any_page, visit, size, theme):
    seen = visit(any_page, size=size, theme=theme)
    share, wide, high = seen.run(
        """() => {
          const canvas = document.querySelector("canvas");
          const { width, height } = canvas;
          const data = canvas.getContext("2d").getImageData(0, 0, width, height).data;
          let [painted, left, right, top, bottom] = [0, width, 0, height, 0];
          for (let i = 3; i < data.length; i += 4) {
            if (!data[i]) continue;
            const [x, y] = [((i - 3) / 4) % width, Math.floor((i - 3) / 4 / width)];
            painted += 1;
            [left, right] = [Math.min(left, x), Math.max(right, x)];
            [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
          }
          return [painted / (width * height), (right - left) / width, (bottom - top) / height];
        }"""
    )
    many = seen.counts[0] > 50
    assert (0.08 if many else 0.01) <= share <= 0.5
    assert max(wide, high) >= (0.75 if many else 0.5)


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_nothing_is_wider_than_the_screen(any_page, visit, size):
    seen = visit(any_page, size=size)
    for table in ("concept", "claim", "agent", "work"):
        seen.run("(key) => { location.hash = key; }", f"{table}/{first(seen, table)}")
        seen.settle()
        assert seen.run("document.documentElement.scrollWidth <= innerWidth")
    seen.page.click("[data-view=list]")
    assert seen.run("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(("size", "theme"), LOOKS)
def test_axe_finds_no_fault(any_page, visit, size, theme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    seen = visit(any_page, size=size, theme=theme)
    names = {table: first(seen, table) for table in ("concept", "claim", "agent", "work")}
    for state in STATES:
        seen.run("(key) => { location.hash = key; }", state.format(**names))
        seen.settle()
        assert faults(axe, seen) == []
    seen.page.fill("#search", "a")
    assert faults(axe, seen) == []
    seen.page.keyboard.press("Escape")
    seen.page.click("[data-view=list]")
    assert faults(axe, seen) == []


def faults(axe: Any, seen: Any) -> list[str]:
    found = axe.run(seen.page).response["violations"]
    return [f"{fault['id']}: {fault['nodes'][0]['html']}" for fault in found]


def test_labels_do_not_collide(any_page, visit):
    for size in ("wide", "phone"):
        seen = visit(any_page, size=size)
        boxes = seen.run("tf.labelBoxes()")
        canvas = seen.run("(() => { const c = document.querySelector('canvas'); return [c.clientWidth, c.clientHeight]; })()")
        assert len(boxes) >= 4
        for place, box in enumerate(boxes):
            assert box["x"] >= 0
            assert box["x"] + box["w"] <= canvas[0]
            assert not any(overlap(box, other) for other in boxes[place + 1 :])


def overlap(a: dict[str, float], b: dict[str, float]) -> bool:
    beside = a["x"] >= b["x"] + b["w"] or b["x"] >= a["x"] + a["w"]
    below = a["y"] >= b["y"] + b["h"] or b["y"] >= a["y"] + a["h"]
    return not (beside or below)


# filters and list


def test_it_opens_on_concepts_and_counts_what_it_shows(any_page, visit):
    seen = visit(any_page)
    concepts = seen.run("tf.data.records.filter((r) => r.key.startsWith('concept/')).length")
    everything = seen.run("tf.data.records.length")
    assert seen.counts[0] == concepts
    assert f"{concepts} fiches sur {everything}" in seen.text("#shown")
    claims = seen.run("tf.data.records.filter((r) => r.kind === 'claim').length")
    assert seen.text("[data-count='kinds:claim']") == f"0 sur {claims}"
    seen.page.click("label[for=kinds-claim]")
    assert seen.counts[0] == concepts + claims
    assert seen.text("[data-count='kinds:claim']") == f"{claims} sur {claims}"
    assert f"{concepts + claims} fiches sur {everything}" in seen.text("#shown")


def test_a_type_of_link_can_be_hidden(any_page, visit):
    seen = visit(any_page)
    nodes, edges = seen.counts
    seen.page.click("label[for=links-broader]")
    assert seen.counts[0] == nodes
    assert 0 <= seen.counts[1] < edges
    assert seen.text("[data-count='links:broader']").startswith("0 ")
    seen.page.click("#reset")
    assert seen.counts == (nodes, edges)


def test_the_list_holds_what_the_map_shows(any_page, visit):
    seen = visit(any_page)
    seen.page.click("[data-view=list]")
    assert seen.page.locator("#table tbody tr").count() == seen.counts[0]
    seen.page.click("label[for=all-concept]")
    seen.page.click("label[for=kinds-work]")
    works = seen.run("tf.data.records.filter((r) => r.kind === 'work').length")
    assert seen.page.locator("#table tbody tr").count() == works
    seen.page.click("#table tbody tr:first-child .link")
    assert seen.run("tf.state.record").startswith("work/")
    assert seen.run("document.activeElement.id") == "record-title"


def test_the_neighbourhood_is_narrowed(any_page, visit):
    seen = visit(any_page)
    assert seen.page.is_disabled("#focus")
    whole = seen.counts[0]
    seen.run("(key) => { location.hash = key; }", f"concept/{first(seen, 'concept')}")
    seen.settle()
    shown = []
    for hops in ("1", "2", "3", "0"):
        seen.page.select_option("#focus", hops)
        shown.append(seen.counts[0])
    assert 1 < shown[0] <= shown[1] <= shown[2] <= shown[3] == whole


# search


def test_search_ignores_accents_and_finds_the_name_first(published_page, visit):
    seen = visit(published_page)
    for typed in ("glebe numerique", "GLÈBE NUMÉRIQUE", "digital glebe"):
        seen.page.fill("#search", typed)
        option = seen.text("#results [role=option]:first-child")
        assert "glèbe numérique" in option
        assert "notion" in option
    seen.page.keyboard.press("ArrowDown")
    seen.page.keyboard.press("Enter")
    seen.settle()
    assert seen.text("#record-title") == "glèbe numérique"


def test_search_folds_ligatures_and_reads_both_languages(small, visit, tmp_path):
    canal = small.concepts["canal"].model_copy(update={"fr": "Œuvre d’État", "en": "Æther"})
    page = tmp_path / "map.html"
    page.write_text(map_page(replace(small, concepts=small.concepts | {"canal": canal})), "utf-8")
    seen = visit(page)
    for typed in ("oeuvre etat", "OEUVRE", "aether"):
        assert seen.run("(text) => tf.find(text)[0].record.key", typed) == "concept/canal"


def test_a_hidden_hit_says_so_and_is_shown_when_chosen(any_page, visit):
    seen = visit(any_page)
    claim = first(seen, "claim")
    wording = seen.run("(key) => tf.records.get(key).fr", f"claim/{claim}")
    seen.page.fill("#search", wording)
    option = seen.text("#results [role=option]:first-child")
    assert "affirmation" in option
    assert "masqué" in option
    assert not seen.page.is_checked("#kinds-claim")
    seen.page.click("#results [role=option]:first-child")
    seen.settle()
    assert seen.page.is_checked("#kinds-claim")
    assert seen.run("tf.state.record") == f"claim/{claim}"
    assert seen.run("tf.state.shown.nodes.has(tf.records.get(tf.state.record).id)")


# addresses and keyboard


def test_an_address_opens_its_record(any_page, visit):
    for table in ("concept", "claim", "agent", "work"):
        name = first(visit(any_page), table)
        seen = visit(any_page, at=f"#{table}/{name}")
        assert seen.text("#record-title") == seen.run("tf.records.get(tf.state.record).fr")
        assert seen.run("document.title").startswith(seen.text("#record-title"))
        assert seen.run("tf.state.shown.nodes.has(tf.records.get(tf.state.record).id)")


def test_an_unknown_address_is_named(any_page, visit):
    seen = visit(any_page, at="#claim/%3Cimg%20src=x%3E")
    assert "claim/<img src=x>" in seen.text(".lost")
    assert seen.complaints == []


def test_the_keyboard_leads_from_search_to_node_to_neighbour_and_back(any_page, visit):
    seen = visit(any_page)
    page = seen.page
    name = seen.run(
        "tf.data.records.filter((r) => r.key.startsWith('concept/')).sort((a, b) =>"
        " tf.near[b.id].filter((e) => tf.state.shown.edges.has(e.id)).length -"
        " tf.near[a.id].filter((e) => tf.state.shown.edges.has(e.id)).length)[0].fr"
    )
    page.keyboard.press("/")
    assert seen.run("document.activeElement.id") == "search"
    page.keyboard.type(name)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    seen.settle()
    start = seen.run("tf.state.record")
    assert seen.text("#record-title") == name
    assert seen.run("document.activeElement.id") == "record-title"
    page.focus("#canvas")
    page.keyboard.press("ArrowRight")
    reached = {seen.run("tf.state.cursor")}
    for key in ("ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)
        seen.settle()
        assert seen.text("#live") != ""
        reached.add(seen.run("tf.state.cursor"))
    assert len(reached) > 1
    if seen.run("tf.data.records[tf.state.cursor].key") == start:
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowLeft")
        seen.run("tf.state.cursor = [...tf.state.shown.nodes].find((id) => tf.data.records[id].key !== tf.state.record)")
    page.keyboard.press("Enter")
    seen.settle()
    assert seen.run("tf.state.record") != start
    assert seen.run("document.activeElement.id") == "record-title"
    page.go_back()
    seen.settle()
    assert seen.run("tf.state.record") == start
    page.go_forward()
    seen.settle()
    assert seen.run("tf.state.record") != start


def test_keys_change_the_scale_and_escape_leaves(any_page, visit):
    seen = visit(any_page)
    seen.page.focus("#canvas")
    scale = seen.run("tf.network.getScale()")
    seen.page.keyboard.press("+")
    assert seen.run("tf.network.getScale()") > scale
    seen.page.keyboard.press("-")
    seen.page.keyboard.press("-")
    assert seen.run("tf.network.getScale()") < scale
    seen.page.keyboard.press("0")
    assert seen.run("tf.network.getScale()") == pytest.approx(scale, rel=0.01)
    seen.page.keyboard.press("ArrowRight")
    assert seen.run("tf.state.cursor") is not None
    seen.page.keyboard.press("Escape")
    assert seen.run("tf.state.cursor") is None


def test_every_control_can_be_reached_by_tab(small_page, visit):
    seen = visit(small_page)
    reached = set()
    for _ in range(80):
        seen.page.keyboard.press("Tab")
        reached.add(seen.run("document.activeElement.id || document.activeElement.dataset.view || document.activeElement.dataset.language"))
    wanted = {"skip-record", "skip-list", "search", "map", "list", "fr", "en", "theme"}
    wanted |= {"all-concept", "kinds-claim", "reset", "links-broader", "canvas", "zoom-in", "panel"}
    assert wanted <= reached


def test_the_pointer_chooses_a_node_and_a_line(any_page, visit):
    seen = visit(any_page)
    spot = (
        "(id) => { const s = tf.spot(id); const f = document.getElementById('canvas')"
        ".getBoundingClientRect(); return [f.left + s.x, f.top + s.y]; }"
    )
    rank = seen.run("tf.labelBoxes()[0].id")
    seen.page.mouse.click(*seen.run(spot, rank))
    seen.settle()
    assert seen.run("tf.records.get(tf.state.record).id") == rank
    assert seen.page.get_attribute("#canvas", "aria-label")
    line = seen.run(
        """() => {
          const frame = document.getElementById("canvas").getBoundingClientRect();
          for (const id of tf.state.shown.edges) {
            const [a, b] = [tf.spot(tf.edges[id].from), tf.spot(tf.edges[id].to)];
            const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
            if (middle.x < 0 || middle.x > frame.width || middle.y < 60 || middle.y > frame.height - 60) continue;
            if (tf.under(middle) === null && tf.network.getEdgeAt(middle) === id) {
              return [frame.left + middle.x, frame.top + middle.y, tf.edgeWord(tf.edges[id])];
            }
          }
        }"""
    )
    seen.page.mouse.click(*line[:2])
    seen.settle()
    assert line[2] in seen.text("#caption")
    seen.page.click("#caption .link >> nth=0")
    assert seen.run("tf.state.edge") is None


# language, theme, print


def test_both_languages_change_every_word(any_page, visit):
    seen = visit(any_page, at="")
    french = set(seen.run("[...document.querySelectorAll('[data-t]')].map((n) => n.textContent)"))
    seen.page.click("[data-language=en]")
    assert seen.run("document.documentElement.lang") == "en"
    english = set(seen.run("[...document.querySelectorAll('[data-t]')].map((n) => n.textContent)"))
    assert len(french & english) <= 2
    seen.page.reload()
    seen.page.wait_for_function("document.documentElement.dataset.ready === 'yes'")
    assert seen.run("document.documentElement.lang") == "en"


def test_the_browser_chooses_language_and_theme_at_first(small_page, visit):
    seen = visit(small_page, theme="dark", locale="en-GB")
    assert seen.run("[document.documentElement.lang, document.documentElement.dataset.theme]") == ["en", "dark"]
    seen.page.click("#theme")
    assert seen.run("document.documentElement.dataset.theme") == "light"
    assert visit(small_page, locale="it-IT").run("document.documentElement.lang") == "fr"


def test_print_shows_record_and_list(any_page, visit):
    seen = visit(any_page, at=f"#concept/{first(visit(any_page), 'concept')}", theme="dark")
    seen.run("dispatchEvent(new Event('beforeprint'))")
    seen.page.emulate_media(media="print")
    assert seen.page.is_visible("#record-title")
    assert seen.page.is_visible("#table")
    assert not seen.page.is_visible("#canvas")
    top = seen.run("['panel', 'list-view'].map((id) => document.getElementById(id).getBoundingClientRect().top)")
    assert top[0] < top[1]


# what a claim's panel says


def test_a_position_is_told_with_its_reporters(small_page, visit):
    seen = visit(small_page, at="#claim/eau-rente")
    panel = seen.text("#panel")
    assert "meuniers affirment, rapporté par Maud Vannelle puis Anselme Bluteau" in panel
    assert "Maud Vannelle concède, rapporté par Anselme Bluteau" in panel
    assert "P02.3" in panel
    assert "inféré" in panel


def test_an_open_reading_names_both_and_why(small_page, visit):
    seen = visit(small_page, at="#claim/faute-des-meules")
    assert "Lecture ouverte" in seen.text("#panel")
    assert "I. Trémie ou Maud Vannelle" in seen.text(".doubt")
    assert "La question ne dit pas à qui elle répond." in seen.text(".doubt")


def test_reasons_objections_and_nuances_are_told_from_both_ends(small_page, visit):
    seen = visit(small_page, at="#claim/vanne-pouvoir")
    panel = seen.text("#panel")
    assert "Parce que, ensemble" in panel
    assert "de la cause à l’effet" in panel
    assert "Inférence affaiblie par" in panel
    assert "Présupposée par" in panel
    assert "Attaque" in visit(small_page, at="#claim/faute-des-meules").text("#panel")
    assert "Attaquée par" in visit(small_page, at="#claim/farine-moins-chere").text("#panel")
    assert "Nuancée par" in visit(small_page, at="#claim/siege").text("#panel")
    assert "Appuie" in visit(small_page, at="#claim/eau-rente").text("#panel")


def test_records_name_records_by_buttons(small_page, visit):
    seen = visit(small_page, at="#concept/peage")
    keys = seen.run("[...document.querySelectorAll('#panel [data-key]')].map((n) => n.dataset.key)")
    assert {"concept/canal", "concept/partage", "claim/eau-rente", "agent/meuniers", "agent/bluteau"} <= set(keys)
    assert seen.page.locator("#panel .missing").count() == 0
    seen.page.click("#panel [data-key='agent/meuniers']")
    assert seen.text("#record-title") == "meuniers"
    assert "vannelle" in seen.run("location.hash.includes('meuniers') && tf.records.get('agent/meuniers').members[0]")


def test_a_work_says_where_and_why_it_is_cited(small_page, visit):
    seen = visit(small_page, at="#work/tremie-meules")
    panel = seen.text("#panel")
    assert "Trémie (2031)" in panel
    assert "comme preuve" in panel
    assert "N02.1" in panel
    assert "B02" in panel
    assert "entrée non citée" in visit(small_page, at="#work/bluteau-weir").text("#panel")


# hostile texts

HOSTILE = [
    "<img src=x onerror=window.__pwn=1>",
    "</script><script>window.__pwn=2</script>",
    "<!--<script>window.__pwn=3//-->",
    "</style><svg onload=window.__pwn=4>",
    "</title></textarea><iframe srcdoc='<script>parent.__pwn=5</script>'>",
    "{{7*7}}{% raw %}${7*7}#{7*7}",
    "javascript:window.__pwn=6",
    "\" onmouseover=window.__pwn=7 x=\"",
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
KEPT = {"id", "kind", "is_", "type", "at", "holder", "stance", "via", "about", "cites", "members",
        "broader", "creators", "same_as", "exact_match", "close_match", "premises", "scheme",
        "basis", "claim", "by", "subject", "relation", "object", "holders", "bibliography", "year",
        "page", "works", "to", "why_", "date_parts", "base", "version_", "author_", "reviews",
        "language", "address", "uncovered", "locator", "section", "digest", "calls"}  # fmt: skip


def poisoned(value: Any, text: str) -> Any:
    """A copy of a record in which every free text is the given one."""
    if isinstance(value, Record):
        return value.model_copy(
            update={
                name: poisoned(getattr(value, name), text)
                for name in type(value).model_fields
                if not kept(value, name)
            }
        )
    if isinstance(value, tuple):
        return tuple(poisoned(item, text) for item in value)
    if isinstance(value, dict):
        return {key: poisoned(item, text) for key, item in value.items()}
    return text if isinstance(value, str) else value


def kept(record: Record, name: str) -> bool:
    if name in ("why", "kind") and type(record).__name__ in ("Ambiguity",):
        return False
    if name == "author":
        return type(record).__name__ == "Source"
    return name in KEPT or (name == "why" and type(record).__name__ == "Pointer")


def hostile_corpus(corpus: Corpus, text: str) -> Corpus:
    tables = {
        name: {key: poisoned(record, text) for key, record in getattr(corpus, name).items()}
        for name in ("concepts", "claims", "agents", "works", "discrepancies")
    }
    source = poisoned(corpus.source, text).model_copy(update={"address": "https://example.org/x"})
    passages = {
        key: passage.model_copy(update={"fragment": text}) for key, passage in corpus.passages.items()
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
        seen.page.wait_for_function("(key) => tf.state.record === key", arg=key)
        assert seen.run("document.getElementById('record-title').textContent") == shown
    seen.page.fill("#search", "onerror")
    seen.page.click("[data-view=list]")
    seen.page.click("label[for=kinds-claim]")
    seen.page.click("[data-view=map]")
    seen.page.hover("#canvas")
    seen.settle()
    assert seen.run("window.__pwn") is None
    assert seen.complaints == []
    assert seen.run("window.__violations") == []
    assert [url for url in seen.requests if not url.startswith("file:")] == []
    foreign = "img, iframe, object, embed, svg[onload], [onerror], [onfocus], [onmouseover], textarea"
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
