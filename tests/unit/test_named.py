"""Named queries: names, headers, and values that are bound without breaking out."""

from importlib.resources import files

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from techfeod_graph import named as module
from techfeod_graph.engine import Engine
from techfeod_graph.loading import load
from techfeod_graph.named import BadParameter, bind, named, named_queries
from techfeod_graph.queries import UnknownName

from ..broken_data import TINY

CORPUS = load(TINY)
ENGINE = Engine(CORPUS)


@pytest.mark.parametrize(
    "name", ["01-held-by-durand", "01", "1", "held-by-durand", "Held by Durand", "held-by"]
)
def test_a_query_is_found_by_stem_number_name_or_beginning(name):
    assert named(name).stem == "01-held-by-durand"


@pytest.mark.parametrize(
    ("name", "near"), [("undercut", "undercuts"), ("hold-by-durand", "held-by")]
)
def test_an_unknown_query_offers_the_nearest(name, near):
    if name == "undercut":
        assert named(name).name == near
    else:
        with pytest.raises(UnknownName, match=near):
            named(name)


def test_the_beginning_of_several_is_none_of_them():
    with pytest.raises(UnknownName):
        named("")
    with pytest.raises(UnknownName, match="definitions"):
        named("definition")


def test_every_file_says_in_its_text_what_its_header_declares():
    folder = files("techfeod_graph.ontology").joinpath("queries")
    for query in named_queries():
        raw = folder.joinpath(f"{query.stem}.rq").read_text(encoding="utf-8")
        assert raw.endswith(query.text)
        assert query.text.count("VALUES ?") >= len(query.parameters)
        for parameter in query.parameters:
            assert parameter.default
        assert "ORDER BY" in query.text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# level: 1\n", ""),
        ("# param agent: agent", "# param agent: aggent"),
        ("# param agent: agent", "# param agents: agent"),
    ],
)
def test_a_header_that_is_not_well_formed_is_refused(old, new):
    raw = files("techfeod_graph.ontology").joinpath("queries", "01-held-by-durand.rq")
    text = raw.read_text(encoding="utf-8")
    assert old in text
    with pytest.raises(ValueError, match="01"):
        module._parse("01-held-by-durand", text.replace(old, new))


def ask(name, **values):
    return ENGINE.ask(bind(named(name), CORPUS, values)).rows


def test_names_are_resolved_as_everywhere():
    expected = {("claim/farine-moins-chere",), ("claim/faute-des-meules",)}
    for name in ("tremie", "Trémie", "I. TREMIE"):
        assert {row[:1] for row in ask("held-by-durand", agent=[name])} == expected


def test_several_values_mean_any_of_them():
    one = ask("36", who=["tremie"])
    other = ask("36", who=["meuniers"])
    assert set(ask("36", who=["tremie", "meuniers"])) == {*one, *other}
    assert one
    assert other


def test_the_language_is_a_parameter():
    french = ask("held-by-durand", agent=["tremie"])
    english = ask("held-by-durand", agent=["tremie"], lang=["en"])
    assert {row[1] for row in french}.isdisjoint({row[1] for row in english})


def test_a_topic_may_be_a_concept_an_agent_or_a_work():
    for name in ("péage", "Vannelle", "meules et péages"):
        bind(named("02"), CORPUS, {"topic": [name]})


@pytest.mark.parametrize(
    ("name", "values", "error", "message"),
    [
        ("01", {"agents": ["tremie"]}, BadParameter, "it has: agent, lang"),
        ("07", {"agent": ["tremie"]}, BadParameter, "it has: none"),
        ("01", {"agent": ["nobody"]}, UnknownName, "nobody"),
        ("01", {"agent": ["> } DROP ALL #"]}, UnknownName, "DROP"),
        ("01", {"lang": ["de"]}, BadParameter, "one of: fr, en"),
        ("50", {"stance": ["shouts"]}, BadParameter, "asserts"),
        ("33", {"kind": ["mistake"]}, BadParameter, "typo"),
        ("53", {"least": ["8) } #"]}, BadParameter, "whole number"),
    ],
)
def test_a_value_that_does_not_fit_is_refused(name, values, error, message):
    with pytest.raises(error, match=message):
        bind(named(name), CORPUS, values)


def test_stances_slips_and_numbers():
    assert {row[1] for row in ask("50", stance=["proposes"], lang=["en"])} == {"proposes"}
    assert ask("33", kind=["uncited-entry"]) == (("discrepancy/weir-non-cite", "tf:uncited-entry"),)
    assert len(ask("53", least=["1"])) > len(ask("53", least=["2"]))


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs"]))
    | st.sampled_from(['VALUES ?lang { "fr" }', '" } #', "\\", "?word { ", "\n} UNION {"])
)
def test_no_text_breaks_out_of_its_place(value):
    query = named("08")
    text = bind(query, CORPUS, {"word": [value], "lang": ["en"]})
    term = str(ox.Literal(value))
    bound = query.text.replace('"appropriation"', term).replace('?lang { "fr" }', '?lang { "en" }')
    if "?lang { " not in term:
        assert text == bound
    (line,) = (line for line in text.split("\n") if line.startswith("  VALUES ?word"))
    (solution,) = ox.Store().query(f"SELECT ?word WHERE {{ {line} }}")
    assert solution["word"] == ox.Literal(value)
    ENGINE.ask(text)
