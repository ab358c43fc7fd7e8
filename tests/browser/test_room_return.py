"""The reading room on paper, and what a list shows when a reader comes back to it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

#: A sheet of US Letter less its margins, in CSS pixels, which is shorter than one of A4.
SHEET = (279 - 38) / 25.4 * 96


LOADED = "document.readyState === 'complete'"


def page_of(room, name):
    return Path(room) / "fr" / f"{name}.html"


@pytest.mark.parametrize(
    "name", ["mobiliser-les-communs-numeriques", "enrichir-le-cadre-technofeodal"]
)
def test_a_drawing_and_its_heading_fit_on_one_sheet(published_room, visit, name):
    seen = visit(page_of(published_room, f"claim/{name}"), ready=LOADED)
    seen.page.emulate_media(media="print")
    seen.page.set_viewport_size({"width": 650, "height": 900})
    assert 0 < seen.run("document.querySelector('.drawing').parentElement.offsetHeight") < SHEET


def test_no_number_of_a_list_is_cut_on_paper(published_room, visit):
    seen = visit(page_of(published_room, "read"), ready=LOADED)
    seen.page.emulate_media(media="print")
    indent = seen.run("parseFloat(getComputedStyle(document.querySelector('main ol')).paddingLeft)")
    size = seen.run("parseFloat(getComputedStyle(document.querySelector('main ol')).fontSize)")
    assert indent >= 1.8 * size


@pytest.mark.parametrize(
    ("name", "field", "items", "word"),
    [
        ("claims", "#filter input", "[data-filtered] li", "souverainete"),
        ("queries", "[data-narrow]", ".queries li", "opposent"),
    ],
)
def test_a_narrowed_list_is_still_narrow_after_coming_back(
    published_room, visit, name, field, items, word
):
    seen = visit(page_of(published_room, name), ready=LOADED)
    every = seen.page.locator(items).count()
    seen.page.fill(field, word)
    first = seen.page.locator(f"{items}:visible")
    narrowed = first.count()
    assert 0 < narrowed < every
    first.first.locator("a").first.click()
    seen.page.wait_for_url(re.compile("/(claim|queries)/"))
    seen.page.go_back()
    seen.page.wait_for_load_state()
    seen.page.wait_for_timeout(200)
    kept = narrowed if seen.page.input_value(field) else every
    assert seen.page.locator(f"{items}:visible").count() == kept
