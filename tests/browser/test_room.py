"""The reading room in a browser: what it asks for, how it is read, worked and printed."""

from __future__ import annotations

import functools
import re
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from .axe import faults
from .room import LANGUAGES, kinds, records

pytestmark = pytest.mark.browser

HEADER = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class Sealed(SimpleHTTPRequestHandler):
    """A static server that sends the policy as a header too, and says nothing."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", HEADER)
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="module")
def served(published_room: Path) -> Iterator[str]:
    handler = functools.partial(Sealed, directory=str(published_room))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def opened(visit: Any, published_room: Path) -> Any:
    def page(address: str, language: str = "fr", **look: Any) -> Any:
        return visit(published_room / language / f"{address}.html", ready="", **look)

    return page


# what pages ask for


@pytest.mark.parametrize("base", ["file", "served"])
def test_pages_ask_for_nothing_outside_and_complain_of_nothing(
    published_room, request, visit, base
):
    root = request.getfixturevalue("served") if base == "served" else f"{published_room.as_uri()}/"
    seen = visit(f"{root}index.html", ready="")
    for language in LANGUAGES:
        for address in kinds(published_room):
            seen.page.goto(f"{root}{language}/{address}.html")
            seen.settle()
    assert [url for url in seen.requests if not url.startswith((root, "data:", "blob:"))] == []
    assert seen.complaints == []
    assert seen.run("window.__violations") == []


def test_the_search_and_its_index_are_loaded_only_when_asked_for(opened):
    seen = opened("index")
    assert not any(url.endswith("assets/index.js") for url in seen.requests)
    seen.page.focus("#search-field")
    seen.settle()
    assert any(url.endswith("assets/index.js") for url in seen.requests)


# how pages look


WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_no_fault_on_any_kind_of_page(small_room, published_room, visit, theme, language):
    """Every kind with the small corpus, records and first page also with the published data."""
    seen = visit(published_room / "index.html", theme=theme, ready="")
    looks = [(small_room, address, WIDE) for address in kinds(small_room)]
    looks += [(small_room, address, PHONE) for address in records(small_room)]
    looks += [(published_room, address, WIDE) for address in ("index", "controversies")]
    looks += [(published_room, address, PHONE) for address in records(published_room, 0.2)]
    found = {}
    for room, address, size in looks:
        seen.page.set_viewport_size(size)
        seen.page.goto((room / language / f"{address}.html").as_uri())
        if told := faults(seen):
            found[address, size["width"]] = told
    assert found == {}


@pytest.mark.parametrize("size", ["phone", "wide", "huge"])
def test_no_page_is_wider_than_the_screen(published_room, opened, size):
    seen = opened("index", size=size)
    wide = []
    for address in kinds(published_room):
        seen.page.goto((published_room / "fr" / f"{address}.html").as_uri())
        if not seen.run("document.documentElement.scrollWidth <= innerWidth"):
            wide.append(address)
    assert wide == []


def test_lines_are_of_a_length_that_can_be_read(published_room, opened):
    seen = opened("index")
    for address in ("read", "about", "concept/technofeodalisme"):
        seen.page.goto((published_room / "fr" / f"{address}.html").as_uri())
        long = seen.run(
            """() => {
              const ruler = document.createElement("canvas").getContext("2d");
              return [...document.querySelectorAll("main .text p, main .line")].map((p) => {
                const style = getComputedStyle(p);
                ruler.font = `${style.fontSize} ${style.fontFamily}`;
                const text = p.textContent.trim();
                const mean = ruler.measureText(text).width / Math.max(text.length, 1);
                return text.length > 80 ? p.clientWidth / mean : 0;
              }).filter((length) => length > 92);
            }"""
        )
        assert long == [], address


def test_the_theme_is_kept_from_page_to_page(opened):
    seen = opened("index", theme="light")
    ground = seen.run("getComputedStyle(document.body).backgroundColor")
    seen.page.click("#theme")
    assert seen.run("getComputedStyle(document.body).backgroundColor") != ground
    seen.page.click("nav.main a >> nth=0")
    seen.page.wait_for_load_state()
    assert seen.run("document.documentElement.dataset.theme") == "dark"


def test_pages_are_whole_without_scripts(chromium, published_room):
    context = chromium.new_context(java_script_enabled=False, color_scheme="dark")
    page = context.new_page()
    page.goto((published_room / "fr" / "claim" / "valeur-quitte-le-travail.html").as_uri())
    assert page.locator("#search").is_hidden()
    assert page.locator("#theme").is_hidden()
    assert page.locator(".holders li").count() == 3
    page.click("#language")
    assert "Value creation" in page.inner_text("h1")
    context.close()


# how pages are worked


def test_the_other_language_is_the_same_page(opened):
    seen = opened("concept/glebe")
    seen.page.click("#language")
    seen.page.wait_for_url("**/en/concept/glebe.html")
    assert seen.run("document.documentElement.lang") == "en"
    assert seen.text("h1") == "glebe"
    seen.page.click("#language")
    seen.page.wait_for_url("**/fr/concept/glebe.html")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("glebe numerique", "concept/glebe-numerique"),
        ("GLÈBE NUMÉRIQUE", "concept/glebe-numerique"),
        ("digital glebe", "concept/glebe-numerique"),
        ("saito", "agent/saito"),
        ("creation de valeur sort", "claim/valeur-quitte-le-travail"),
        ("p05.2", "claim/technofeodalisme-trois-caracteristiques"),
    ],
)
def test_the_search_folds_accents_and_leads_to_a_page(opened, typed, first):
    seen = opened("index")
    seen.page.fill("#search-field", typed)
    seen.page.wait_for_selector("#search-hits li")
    assert "résultat" in seen.page.text_content("#search-status")
    seen.page.keyboard.press("ArrowDown")
    assert seen.page.get_attribute("#search-hit-0", "aria-selected") == "true"
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_url(f"**/fr/{first}.html")


def test_the_search_says_when_nothing_matches(opened):
    seen = opened("concept/glebe", "en")
    seen.page.fill("#search-field", "zzzz")
    seen.page.wait_for_selector("#search-status:has-text('Nothing matches.')", state="attached")
    assert seen.page.locator("#search-told").is_visible()
    assert seen.text("#search-told") == "Nothing matches."
    seen.page.keyboard.press("Escape")
    assert seen.page.locator("#search-hits").is_hidden()
    assert seen.page.locator("#search-told").is_hidden()


def test_the_search_says_how_many_of_its_results_it_shows(opened):
    seen = opened("index")
    seen.page.fill("#search-field", "technofeodalisme")
    seen.page.wait_for_selector("#search-hits li")
    shown = seen.page.locator("#search-hits li").count()
    assert re.fullmatch(rf"Les {shown} premiers résultats sur \d+", seen.text("#search-told"))
    assert seen.page.text_content("#search-status") == seen.text("#search-told")
    seen.page.fill("#search-field", "glebe numerique")
    seen.page.wait_for_selector("#search-told", state="hidden")


def test_the_list_of_claims_is_narrowed(opened):
    seen = opened("claims", "en")
    everything = seen.page.locator("[data-filtered] li").count()
    seen.page.select_option("#filter select >> nth=0", "Cédric Durand")
    held = seen.page.locator("[data-filtered] li:visible").count()
    assert 0 < held < everything
    seen.page.select_option("#filter select >> nth=1", "rejects")
    seen.page.fill("#filter input", "createur VALUE")
    assert seen.page.locator("[data-filtered] li:visible").count() == 0
    seen.page.fill("#filter input", "VALUE creation")
    assert seen.page.locator("[data-filtered] li:visible").count() == 1
    assert seen.text("#filter [role=status]") == f"1 of {everything} claims"


def test_a_citation_is_copied(chromium, served):
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{served}en/concept/glebe.html")
    page.click("[data-copy]")
    page.wait_for_selector(".told:has-text('Copied')")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("“glebe”, concept glebe,")
    assert copied.endswith("/concept/glebe>")
    context.close()


def press_until(page: Any, wanted: str, most: int = 400) -> None:
    """Press Tab until the focus is on what a selector names."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("(s) => document.activeElement.matches(s)", wanted):
            return
    raise AssertionError(f"Tab does not lead to {wanted}")


def test_the_keyboard_leads_from_the_overview_to_an_objection_and_back(opened):
    seen = opened("index")
    page = seen.page
    page.keyboard.press("Tab")
    assert seen.run("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert seen.run("document.activeElement.id") == "content"
    press_until(page, "a[href='claim/valeur-quitte-le-travail.html']")
    box = seen.run("(() => { const s = getComputedStyle(document.activeElement); "
                   "return [s.outlineStyle, parseFloat(s.outlineWidth)]; })()")  # fmt: skip
    assert box[0] == "solid"
    assert box[1] >= 2
    page.keyboard.press("Enter")
    page.wait_for_url("**/claim/valeur-quitte-le-travail.html")
    press_until(page, ".argument .bears .wording a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claim/tic-intensifient-l-exploitation.html")
    press_until(page, "main a[href='../claim/valeur-quitte-le-travail.html']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/claim/valeur-quitte-le-travail.html")
    page.go_back()
    page.go_back()
    page.go_back()
    page.wait_for_url("**/index.html#content")


def test_the_menu_of_a_phone_leads_to_all_pages(opened):
    seen = opened("read", size="phone")
    assert seen.page.locator("nav.main").is_hidden()
    seen.page.click(".to-menu")
    assert seen.run("document.getElementById('menu').getBoundingClientRect().top < innerHeight")
    seen.page.click("#menu a[href='about.html']")
    seen.page.wait_for_url("**/about.html")


# paper


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_first_printed_page_has_the_text_on_white(opened, theme):
    seen = opened("claim/valeur-quitte-le-travail", theme=theme)
    if theme == "dark":
        seen.run("document.documentElement.dataset.theme = 'dark'")
    pdf = seen.page.pdf(format="A4", print_background=True)
    assert pdf.startswith(b"%PDF")
    assert 1 <= len(re.findall(rb"/Type\s*/Page\b", pdf)) <= 3
    seen.page.emulate_media(media="print")
    assert seen.run("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert seen.page.locator(".top").is_hidden()
    height = 297 / 25.4 * 96
    top = seen.run("document.querySelector('h1').getBoundingClientRect().top")
    assert 0 <= top < height / 2
