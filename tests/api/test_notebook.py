"""What notebooks show: escaped, without a network, in both languages; and the tour runs."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

import techfeod_graph as tf
from tests.api.conftest import BAD

TOUR = Path(__file__).parents[2] / "docs" / "tour.ipynb"


class Outline(HTMLParser):
    """The elements and attributes of some markup, and whether every element is closed."""

    def __init__(self, markup):
        super().__init__()
        self.tags, self.attributes, self.open = set(), set(), []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in ("br",):
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def shown(kb):
    yield kb
    for kind in ("concepts", "agents", "works"):
        yield from getattr(kb, kind)()
    yield from kb.claims()
    yield kb.table("claims")
    yield kb.sparql("SELECT ?s ?l { ?s rdfs:label ?l }")
    yield kb.sparql("ASK { ?s rdfs:label ?l }")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_everything_is_escaped_and_whole(hostile, language):
    spoilt = 0
    for thing in shown(hostile.in_language(language)):
        markup = thing._repr_html_()
        spoilt += "&lt;script&gt;" in markup
        outline = Outline(markup)
        assert not outline.open
        assert not outline.tags & {"script", "img", "iframe", "link", "a"}
        assert not {name for name in outline.attributes if name.startswith("on")}
        assert not outline.attributes & {"href", "src"}
        assert BAD not in markup
    assert spoilt > 10


def test_nothing_is_fetched(kb):
    for thing in (kb, kb.concept("mika"), kb.map("technofeodalisme"), kb.table("positions")):
        markup = thing._repr_html_()
        assert not re.search(r"https?://|url\(|@import", markup)


def test_every_colour_of_a_drawing_is_given(kb):
    markup = kb.map("mika")._repr_html_()
    asked = set(re.findall(r"var\((--[a-z-]+)\)", markup))
    assert len(asked) > 10
    assert asked <= set(re.findall(r"(--[a-z-]+):", markup))


def test_a_card_says_who_holds_what_and_who_reports_it(english):
    card = english.claim("valeur-quitte-le-travail")._repr_html_()
    assert "Cédric Durand · rejects · reported by Lucas Benyattou · N04.1" in card
    assert "<svg" in card
    assert (
        "rejette · rapporté par"
        in english.in_language("fr").claim("valeur-quitte-le-travail")._repr_html_()
    )


def test_long_lists_are_counted(kb):
    assert f"{len(kb.positions())} rows, {len(kb.positions()) - 50} not shown" in (
        kb.table("positions")._repr_html_()
    )
    durand = kb.agent("durand")
    assert f"et {len(durand.positions) - 8} de plus" in durand._repr_html_()


def test_only_concepts_and_claims_are_drawn(kb):
    figure = kb.map("mika")
    assert figure == kb.concept("mika").figure()
    assert repr(figure) == "<Figure of concept/mika>"
    with pytest.raises(tf.TechfeodError, match="concept or a claim"):
        kb.map("agent/saito")


@pytest.mark.skipif(not TOUR.is_file(), reason="the documentation is not beside the tests")
def test_the_tour_is_kept_without_outputs():
    import nbformat

    notebook = nbformat.read(TOUR, as_version=4)
    nbformat.validate(notebook)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert len(code) > 8
    assert all(not cell.outputs and cell.execution_count is None for cell in code)


@pytest.mark.slow
@pytest.mark.skipif(not TOUR.is_file(), reason="the documentation is not beside the tests")
@pytest.mark.filterwarnings("default")
def test_every_cell_of_the_tour_runs(tmp_path):
    import nbclient
    import nbformat

    notebook = nbformat.read(TOUR, as_version=4)
    nbclient.NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": tmp_path}}
    ).execute()
    outputs = [o for cell in notebook.cells if cell.cell_type == "code" for o in cell.outputs]
    assert not [o for o in outputs if o.output_type in ("error", "stream")]
    assert sum("text/html" in o.get("data", {}) for o in outputs) > 6
