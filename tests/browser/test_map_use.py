"""How the map is worked: addresses, keyboard, pointer, language, theme and print."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser


def test_an_address_opens_its_record(any_page, visit):
    opened = visit(any_page)
    for table in ("concept", "claim"):
        seen = visit(any_page, at=f"#{table}/{opened.first(table)}")
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
    assert seen.run("document.activeElement.id") == "map-search"
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
        seen.run(
            "tf.state.cursor = [...tf.state.shown.nodes]"
            ".find((id) => tf.data.records[id].key !== tf.state.record)"
        )
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
        reached.add(
            seen.run(
                "(({ id, dataset }) => id || dataset.view || dataset.language)"
                "(document.activeElement)"
            )
        )
    wanted = {"skip-record", "skip-list", "map-search", "map", "list", "fr", "en", "theme"}
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
            const { x, y } = middle;
            if (x < 0 || x > frame.width || y < 60 || y > frame.height - 60) continue;
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
    seen.settle()
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
    seen.until("document.documentElement.dataset.ready === 'yes'")
    assert seen.run("document.documentElement.lang") == "en"


def test_the_browser_chooses_language_and_theme_at_first(small_page, visit):
    seen = visit(small_page, theme="dark", locale="en-GB")
    assert seen.run("[document.documentElement.lang, document.documentElement.dataset.theme]") == [
        "en",
        "dark",
    ]
    seen.page.click("#theme")
    assert seen.run("document.documentElement.dataset.theme") == "light"
    assert visit(small_page, locale="it-IT").run("document.documentElement.lang") == "fr"


def test_print_shows_record_and_list(any_page, visit):
    seen = visit(any_page, at=f"#concept/{visit(any_page).first('concept')}", theme="dark")
    seen.run("dispatchEvent(new Event('beforeprint'))")
    seen.page.emulate_media(media="print")
    assert seen.page.is_visible("#record-title")
    assert seen.page.is_visible("#table")
    assert not seen.page.is_visible("#canvas")
    top = seen.run(
        "[tf.byId('panel'), tf.byId('list-view')].map((part) => part.getBoundingClientRect().top)"
    )
    assert top[0] < top[1]
