"""A map of more lines than the drawing library takes in at once: they are stroked together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from techfeod_graph.model import Claim, Concept, Holding
from techfeod_graph.site import map_page

from .conftest import written

pytestmark = pytest.mark.browser

CONCEPTS, CLAIMS, EACH = 130, 70, 120
EVERYTHING = "#?kinds=notion,person,group,work,claim"
#: The share of canvas points that are painted.
PAINTED = """() => {
  const { width, height } = document.querySelector("canvas");
  const sheet = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  sheet.drawImage(document.querySelector("canvas"), 0, 0);
  const { data } = sheet.getImageData(0, 0, width, height);
  let painted = 0;
  for (let i = 3; i < data.length; i += 4) painted += data[i] > 0;
  return painted / (data.length / 4);
}"""
#: A point that lies on a line and on nothing else: where it is in the window, and the line's id.
BARE = """() => {
  const box = tf.byId("canvas").getBoundingClientRect();
  const scale = tf.network.getScale();
  for (const id of tf.state.shown.edges) {
    const [a, b] = [tf.spot(tf.edges[id].from), tf.spot(tf.edges[id].to)];
    for (const share of [0.2, 0.35, 0.5, 0.65, 0.8]) {
      const x = Math.round(box.left + a.x + (b.x - a.x) * share) - box.left;
      const y = Math.round(box.top + a.y + (b.y - a.y) * share) - box.top;
      if (x < 60 || y < 60 || x > box.width - 60 || y > box.height - 90) continue;
      if (tf.under({ x, y }) !== null) continue;
      if (tf.lines.under(tf.network.DOMtoCanvas({ x, y }), scale) === id)
        return [box.left + x, box.top + y, id];
    }
  }
}"""


@pytest.fixture(scope="module")
def large_page(small, tmp_path_factory):
    places = [key for key in small.passages if key[0] == "P"]
    names = [f"c-{number}" for number in range(CONCEPTS)]
    concepts = {
        name: Concept(id=name, fr=f"notion {name}", en=f"notion {name}", at=places[0])
        for name in names
    }
    claims = {
        f"k-{number}": Claim(
            id=f"k-{number}",
            fr=f"Affirmation {number}.",
            en=f"Claim {number}.",
            at=places[number % len(places)],
            about=[names[(number + step) % CONCEPTS] for step in range(EACH)],
            who=[Holding(holder=next(iter(small.agents)))],
        )
        for number in range(CLAIMS)
    }
    corpus = replace(small, concepts=concepts, claims=claims, pointers=(), discrepancies={})
    return written(map_page(corpus), tmp_path_factory.mktemp("page"))


def test_its_lines_are_stroked_together(large_page, visit):
    seen = visit(large_page, at=EVERYTHING)
    nodes, held = seen.counts
    shown = seen.run("tf.state.shown.edges.size")
    assert nodes == seen.run("tf.here.length")
    assert shown > 8000
    assert held == 0
    full = seen.run(PAINTED)
    seen.page.uncheck("#all-links-records")
    seen.settle()
    assert full > 2 * seen.run(PAINTED)
    assert seen.complaints == []


def test_few_enough_lines_are_the_librarys_again(large_page, visit):
    seen = visit(large_page, at=EVERYTHING)
    seen.page.uncheck("#kinds-claim")
    assert seen.counts[1] == seen.run("tf.state.shown.edges.size")
    seen.page.check("#kinds-claim")
    assert seen.counts[1] == 0


def test_a_stroked_line_says_what_it_is(large_page, visit):
    seen = visit(large_page, at=EVERYTHING)
    x, y, line = seen.run(BARE)
    seen.page.mouse.click(x, y)
    seen.settle()
    assert seen.run("tf.state.edge") == line
    assert seen.run("tf.network.body.data.edges.getIds()") == [line]
    assert seen.run("tf.edgeWord(tf.edges[tf.state.edge])") in seen.text("#caption")


def test_a_chosen_record_has_its_lines_lit(large_page, visit):
    seen = visit(large_page, at=f"#claim/k-3{EVERYTHING[1:]}")
    own = seen.run("tf.near[tf.records.get('claim/k-3').id].length")
    assert own > EACH
    assert seen.counts[1] == own
    seen.page.keyboard.press("Escape")
    seen.run("tf.close()")
    seen.settle()
    assert seen.counts[1] == 0


def test_lines_rest_while_it_is_dragged_and_come_back(large_page, visit):
    seen = visit(large_page, at=EVERYTHING)
    before = seen.run(PAINTED)
    seen.page.mouse.move(560, 400)
    seen.page.mouse.down()
    seen.page.mouse.move(600, 410)
    seen.page.mouse.move(620, 420)
    seen.settle()
    assert seen.run(PAINTED) < before / 2
    seen.page.mouse.up()
    seen.settle()
    assert seen.run(PAINTED) == pytest.approx(before, rel=0.1)
