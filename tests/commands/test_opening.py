"""open: the reading room in the browser, and what it says without one."""

import webbrowser

import pytest

from techfeod_graph.building import build
from techfeod_graph.loading import load

from ..broken_data import TINY


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    out = tmp_path_factory.mktemp("built") / "out"
    build(load(TINY), out)
    return out


def test_open_opens_a_page(run, built, monkeypatch):
    opened = []
    monkeypatch.setattr(webbrowser, "open", lambda where: opened.append(where) or True)
    assert run("open", "--out", built).code == 0
    assert run("open", "concept/canal#claims", "--lang", "en", "--out", built).code == 0
    room = (built / "site").resolve().as_uri()
    assert opened == [f"{room}/fr/index.html", f"{room}/en/concept/canal.html#claims"]


def test_open_prints_the_address_where_there_is_no_browser(run, built, monkeypatch):
    monkeypatch.setattr(webbrowser, "open", lambda _: False)
    assert run("open", "--out", built).out.strip().endswith("/site/fr/index.html")


@pytest.mark.parametrize("page", ["concept/nothing", "../../manifest", "concept"])
def test_open_refuses_a_page_that_is_not_there(run, built, page):
    result = run("open", page, "--out", built)
    assert result.code == 2
    assert "no page" in result.err


def test_open_says_to_build_first(run, tmp_path):
    result = run("open", "--out", tmp_path)
    assert result.code == 2
    assert "techfeod build" in result.err
