"""The map in a browser: what it asks for, what it shows, and how it is worked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from techfeod_graph.site import map_page

from .axe import faults

pytestmark = pytest.mark.browser

LOOKS = [("wide", "light"), ("wide", "dark"), ("phone", "light"), ("phone", "dark")]
STATES = [
    "",
    "#concept/{concept}",
    "#claim/{claim}",
    "#agent/{agent}",
    "#work/{work}",
    "#claim/nul",
]


# what the page is


def test_it_asks_for_nothing_and_complains_of_nothing(any_page, visit):
    seen = visit(any_page)
    for table in ("concept", "claim", "agent", "work"):
        seen.run("(key) => { location.hash = key; }", f"{table}/{seen.first(table)}")
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


def test_it_is_not_heavy(published_page):
    assert published_page.stat().st_size <= 1_520_000


@pytest.mark.parametrize("at", ["", "#?kinds=claim", "#list-view", "#concept/{concept}?hops=1"])
def test_it_is_ready_when_the_address_is_drawn(any_page, visit, at):
    name = visit(any_page).first("concept")
    seen = visit(any_page, at=at.format(concept=name))
    assert seen.counts == tuple(seen.run("[tf.state.shown.nodes.size, tf.state.shown.edges.size]"))
    assert seen.counts[0] > 0
    assert seen.run("location.hash").startswith(at.format(concept=name))
    assert seen.text("#shown") != ""
    assert seen.run("document.title") != ""


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
        seen.run("(key) => { location.hash = key; }", f"{table}/{seen.first(table)}")
        seen.settle()
        assert seen.run("document.documentElement.scrollWidth <= innerWidth")
    seen.page.click("[data-view=list]")
    assert seen.run("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(("size", "theme"), LOOKS)
def test_axe_finds_no_fault(any_page, visit, size, theme):
    seen = visit(any_page, size=size, theme=theme)
    names = {table: seen.first(table) for table in ("concept", "claim", "agent", "work")}
    for state in STATES:
        seen.run("(key) => { location.hash = key; }", state.format(**names))
        seen.settle()
        assert faults(seen) == []
    seen.page.fill("#map-search", "a")
    assert faults(seen) == []
    seen.page.keyboard.press("Escape")
    seen.page.click("[data-view=list]")
    assert faults(seen) == []


def test_labels_do_not_collide(any_page, visit):
    for size in ("wide", "phone"):
        seen = visit(any_page, size=size)
        boxes = seen.run("tf.labelBoxes()")
        wide = seen.run("document.querySelector('canvas').clientWidth")
        assert len(boxes) >= 4
        for place, box in enumerate(boxes):
            assert box["x"] >= 0
            assert box["x"] + box["w"] <= wide
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
    seen.settle()
    assert seen.run("tf.state.record").startswith("work/")
    assert seen.run("document.activeElement.id") == "record-title"


def test_the_neighbourhood_is_narrowed(any_page, visit):
    seen = visit(any_page)
    assert seen.page.is_disabled("#focus")
    whole = seen.counts[0]
    seen.run("(key) => { location.hash = key; }", f"concept/{seen.first('concept')}")
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
        seen.page.fill("#map-search", typed)
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
    claim = seen.first("claim")
    wording = seen.run("(key) => tf.records.get(key).fr", f"claim/{claim}")
    seen.page.fill("#map-search", wording)
    option = seen.text("#results [role=option]:first-child")
    assert "affirmation" in option
    assert "masqué" in option
    assert not seen.page.is_checked("#kinds-claim")
    seen.page.click("#results [role=option]:first-child")
    seen.settle()
    assert seen.page.is_checked("#kinds-claim")
    assert seen.run("tf.state.record") == f"claim/{claim}"
    assert seen.run("tf.state.shown.nodes.has(tf.records.get(tf.state.record).id)")
