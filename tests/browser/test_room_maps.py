"""The maps of the reading room: painted, named, shareable, and saved as pictures and as data."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
import rdflib

from techfeod_graph.rdf import to_rdf
from techfeod_graph.words import RELATIONS

from .axe import faults
from .test_map_hostile import HOSTILE, hostile_corpus

pytestmark = pytest.mark.browser

MAPS = ["map", "map/sections", "map/holders", "map/argument", "network"]
LOOKS = [("wide", "light"), ("wide", "dark"), ("phone", "light"), ("phone", "dark")]
PAINTED = """() => {
  const canvas = document.querySelector("#canvas canvas");
  const { width, height } = canvas;
  const data = canvas.getContext("2d").getImageData(0, 0, width, height).data;
  const colours = new Set();
  let painted = 0;
  for (let i = 3; i < data.length; i += 4) {
    if (!data[i]) continue;
    painted += 1;
    colours.add((data[i - 3] >> 5) * 64 + (data[i - 2] >> 5) * 8 + (data[i - 1] >> 5));
  }
  return [painted / (width * height), colours.size];
}"""


def page_of(room, name, language="fr"):
    return Path(room) / language / f"{name}.html"


@pytest.mark.parametrize("name", MAPS)
def test_every_map_is_painted_sealed_and_without_fault(published_room, visit, name):
    for place, (size, theme) in enumerate(LOOKS):
        language = ("fr", "en")[place % 2]
        seen = visit(page_of(published_room, name, language), size=size, theme=theme)
        share, colours = seen.run(PAINTED)
        assert 0.02 <= share <= 0.6, (size, theme)
        assert colours >= 6, (size, theme)
        assert seen.run("document.documentElement.scrollWidth <= innerWidth")
        assert faults(seen) == []
        if size == "phone":
            seen.page.click("[data-view=list]")
            assert faults(seen) == []
        assert seen.complaints == []
        assert seen.run("window.__violations") == []
        assert [url for url in seen.requests if not url.startswith("file:")] == []


def test_the_table_holds_what_the_map_shows(published_room, visit):
    for name in MAPS:
        seen = visit(page_of(published_room, name))
        seen.page.click("[data-view=list]")
        rows = seen.page.locator("#table tbody tr").count()
        assert rows == seen.run("tf.state.shown.nodes.size") > 5


def test_an_inference_is_no_step_and_an_argument_stands_in_cards(published_room, visit):
    seen = visit(page_of(published_room, "map/argument"))
    assert seen.run("tf.cards") is True
    kinds = seen.run("[...tf.state.shown.nodes].map((id) => tf.data.records[id].kind)")
    assert {"claim", "inference"} <= set(kinds)
    key = seen.run("tf.state.record")
    direct = seen.run(
        """() => {
          const own = new Set();
          const id = tf.records.get(tf.state.record).id;
          const far = (e, i) => (e.from === i ? e.to : e.from);
          const on = (e) => tf.state.links.has(e.type);
          for (const edge of tf.near[id].filter(on)) {
            const other = far(edge, id);
            if (tf.data.records[other].kind === "claim") own.add(other);
            else for (const next of tf.near[other].filter(on)) {
              const end = far(next, other);
              if (tf.data.records[end].kind === "claim" && end !== id) own.add(end);
            }
          }
          return own.size;
        }"""
    )
    assert kinds.count("claim") >= direct + 1
    boxes = seen.run(
        "[...tf.state.shown.nodes].filter((id) => tf.card(id))"
        ".map((id) => ({ ...tf.at(id), ...tf.measure(id) }))"
    )
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            apart = abs(a["x"] - b["x"]) >= (a["w"] + b["w"]) / 2
            assert apart or abs(a["y"] - b["y"]) >= (a["h"] + b["h"]) / 2
    assert key.startswith("claim/")


def test_a_shared_link_brings_the_view_back(published_room, visit):
    first = visit(page_of(published_room, "map"))
    first.page.click("label[for=kinds-technology]")
    first.page.click("label[for=links-broader]")
    first.page.fill("#map-search", "glebe numerique")
    first.page.keyboard.press("Enter")
    first.settle()
    first.page.select_option("#focus", "2")
    first.settle()
    first.page.click("#zoom-in")
    first.page.click("#share")
    first.settle()
    at = first.run("location.hash")
    assert "hops=2" in at
    state = (
        "[tf.state.record, tf.state.hops, [...tf.state.kinds].sort(), [...tf.state.links].sort(),"
        " [...tf.state.shown.nodes].sort(), Math.round(tf.network.getScale() * 20)]"
    )
    again = visit(page_of(published_room, "map"), at=at)
    assert again.run(state) == first.run(state)
    other = first.page.get_attribute("#language", "href")
    assert other.endswith(at)
    english = visit(page_of(published_room, "map", "en"), at=at)
    assert english.run(state) == first.run(state)


def test_an_address_that_means_nothing_is_read_as_the_first_view(published_room, visit):
    for at in ("#?hops=x&kinds=&at=a,b", "#?%ff", "#x?&&==", "#claim/../../x?hops=9"):
        seen = visit(page_of(published_room, "map"), at=at)
        assert seen.complaints == []


def test_a_record_that_has_no_place_here_says_so_and_links_to_its_page(published_room, visit):
    seen = visit(page_of(published_room, "network"))
    seen.page.fill("#map-search", "technoféodalisme")
    option = seen.page.locator("#results [role=option]", has_text="notion").first
    assert "absent de cette carte" in option.inner_text()
    option.click()
    seen.settle()
    assert "pas de place" in seen.text("#panel")
    seen.page.click("#panel .tools a")
    assert seen.page.url.endswith("fr/concept/technofeodalisme.html")


def test_the_keyboard_walks_to_an_objection_and_back(published_room, visit):
    seen = visit(page_of(published_room, "map/argument"))
    start = seen.run("tf.state.record")
    seen.page.focus("#canvas")
    seen.page.keyboard.press("ArrowRight")
    seen.page.keyboard.press("ArrowRight")
    seen.settle()
    assert seen.text("#live")
    for way in ("ArrowRight", "ArrowUp", "ArrowDown", "ArrowLeft") * 4:
        kind = seen.run("tf.state.cursor !== null && tf.data.records[tf.state.cursor].kind")
        here = seen.run("tf.state.cursor !== null && tf.data.records[tf.state.cursor].key")
        if kind == "claim" and here != start:
            break
        seen.page.keyboard.press(way)
        seen.settle()
    seen.page.keyboard.press("Enter")
    seen.settle()
    assert seen.run("tf.state.record") not in (start, None)
    seen.page.go_back()
    seen.settle()
    assert seen.run("tf.state.record") == start


# files of the view


def saved(seen, name):
    with seen.page.expect_download() as waiting:
        seen.page.click(f"[data-export={name}]")
    return Path(waiting.value.path()).read_bytes()


@pytest.fixture(scope="session")
def compiled_graph(published):
    graph = rdflib.Graph()
    for quad in to_rdf(published).quads():
        graph.add(quad[:3])
    return graph


@pytest.mark.parametrize("name", MAPS)
def test_files_of_the_view_hold_what_is_shown(published_room, compiled_graph, visit, name):
    seen = visit(page_of(published_room, name))
    if name == "map":
        for box in ("all-agent", "kinds-work", "kinds-claim"):
            seen.page.click(f"label[for={box}]")
    seen.page.click("#export summary")
    png = saved(seen, "png")
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert len(png) > 20_000
    picture = ElementTree.fromstring(saved(seen, "svg"))
    shapes = list(picture.iter("{http://www.w3.org/2000/svg}path"))
    assert len(shapes) >= seen.counts[1]
    assert picture.find("{http://www.w3.org/2000/svg}title").text
    rows = list(csv.DictReader(io.StringIO(saved(seen, "records").decode("utf-8-sig"))))
    assert len(rows) == seen.counts[0]
    links = list(csv.DictReader(io.StringIO(saved(seen, "links").decode("utf-8-sig"))))
    assert len(links) == seen.counts[1]
    relations = [row for row in links if row["link"] in RELATIONS]
    assert bool(relations) == (name == "map")
    for row in relations:
        proof = [row["claims"], row["held_by"], row["at"], row["basis"]]
        assert all(proof) or (row["link"] == "broader" and not any(proof))
    given = rdflib.Graph().parse(data=saved(seen, "turtle").decode(), format="turtle")
    assert len(given) > seen.counts[0]
    foreign = [triple for triple in given if triple not in compiled_graph]
    assert foreign == []


def test_hostile_texts_are_inert_in_maps_and_files(small, engine_asset, visit, tmp_path):
    from .room import written_room

    text = "=HYPERLINK(1) " + " ".join(HOSTILE)
    room = written_room(hostile_corpus(small, text), tmp_path)
    for name in MAPS:
        seen = visit(page_of(room, name, "en"))
        hidden = "#kinds input[data-toggle]:not(:checked)"
        for box in seen.run("(s) => [...document.querySelectorAll(s)].map((b) => b.id)", hidden):
            seen.page.check(f"#{box}")
        seen.page.click("#export summary")
        picture = ElementTree.fromstring(saved(seen, "svg"))
        tags = {node.tag.partition("}")[2] for node in picture.iter()}
        assert not tags & {"script", "foreignObject", "image", "iframe", "img", "a"}
        assert not any(key.startswith("on") for node in picture.iter() for key in node.attrib)
        rows = list(csv.reader(io.StringIO(saved(seen, "records").decode("utf-8-sig"))))
        assert all(len(row) == len(rows[0]) for row in rows)
        assert not any(cell[:1] in "=+-@" for row in rows for cell in row if cell)
        graph = rdflib.Graph().parse(data=saved(seen, "turtle").decode(), format="turtle")
        assert len(graph) > 5
        assert seen.run("window.__pwn") is None
        assert seen.complaints == []
        assert seen.run("window.__violations") == []


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("name", MAPS)
def test_no_count_of_the_legend_is_cut(published_room, visit, name, lang):
    seen = visit(page_of(published_room, name, lang))
    edge = seen.run("document.getElementById('filters').getBoundingClientRect().right")
    boxes = seen.run(
        "[...document.querySelectorAll('#filters .count')]"
        ".map((count) => count.getBoundingClientRect().right)"
    )
    assert boxes
    assert max(boxes) <= edge


@pytest.mark.parametrize("name", ["map", "sparql"])
def test_without_scripts_no_dead_control_is_offered(chromium, published_room, name):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((published_room / "fr" / f"{name}.html").as_uri())
    for control in page.locator("main :is(button, input, select, textarea)").all():
        assert not control.is_visible()
    assert page.locator("main a:visible").count() > 0
    context.close()
