"""Agents, concepts, sections, works and places in short; two agents compared."""

import pytest

from techfeod_graph.answers.compare import compare
from techfeod_graph.answers.summaries import (
    agent_summary,
    concept_summary,
    section_summary,
    work_summary,
)
from techfeod_graph.answers.trace import UnknownPlace, trace
from techfeod_graph.answers.who import explain, who_says


def test_an_agent_by_stance_and_topic(tiny):
    found = agent_summary(tiny, "vannelle")
    assert [row["claim"] for row in found["concedes"]] == ["eau-rente"]
    assert "eau-rente" not in [row["claim"] for row in found["holds"]]
    assert found["reports"] == ["eau-rente", "farine-moins-chere"]
    assert [row["topic"] for row in found["topics"]][:2] == ["peage", "canal"]
    assert [(row["kind"], row["from"]) for row in found["met_by"]] == [
        ("undercuts", "siege-timide"),
        ("qualifies", "siege-timide"),
    ]
    assert agent_summary(tiny, "bluteau")["rejects"][0]["claim"] == "faute-des-meules"


def test_every_position_of_every_agent_is_in_its_summary(published):
    for key in published.agents:
        found = agent_summary(published, key)
        rows = [row for name in ("holds", "rejects", "concedes", "asks") for row in found[name]]
        wanted = [
            (claim.id, p.stance)
            for claim in published.claims.values()
            for p in published.positions(claim)
            if p.holder == key
        ]
        assert sorted((row["claim"], row["stance"]) for row in rows) == sorted(wanted)
        assert sum(found["counts"].values()) == len(wanted)


def test_a_concept_by_holder(tiny, published):
    found = concept_summary(tiny, "peage")
    assert found["introduced"] == min(tiny.concepts["peage"].at, key=tiny.order)
    assert {row["holder"] for row in found["holders"]} == {"vannelle", "tremie", "meuniers"}
    assert [row["claim"] for row in found["controversies"]] == ["farine-moins-chere"]
    assert set(found["related"]) == {"canal", "partage"}
    definitions = concept_summary(published, "glebe-numerique")["definitions"]
    assert {row["claim"] for row in definitions} == {"glebe-numerique-dependance"}


def test_a_section_leads_to_conclusions(tiny, published):
    found = section_summary(tiny, "1")
    assert found["conclusions"] == ["vanne-pouvoir"]
    assert "vannelle" in [row["holder"] for row in found["voices"]]
    found = section_summary(published, "S7")
    ids = [row["claim"] for row in found["argument"]]
    assert len(ids) == len(set(ids)) > 100
    assert set(found["conclusions"]) <= set(ids)


def test_a_work_by_purpose_and_page(tiny):
    found = work_summary(tiny, "vannelle-riviere")
    assert [(row["page"], row["at"]) for row in found["pages"]] == [
        ("12", "P02.2"),
        ("40", "P07.2"),
    ]
    assert found["pages"][0]["claims"] == ["eau-rente"]
    assert work_summary(tiny, "tremie-meules")["entry"] in ("B01", "B02")


def test_two_agents_side_by_side(tiny, published):
    found = compare(tiny, "bluteau", "tremie")
    assert [row["claim"] for row in found["oppositions"]] == ["faute-des-meules"]
    assert found["oppositions"][0]["stances"] == {"tremie": ["asserts"], "bluteau": ["rejects"]}
    assert compare(tiny, "vannelle", "meuniers")["membership"] == ["vannelle", "meuniers"]
    assert [r["claim"] for r in compare(tiny, "vannelle", "meuniers")["concessions"]] == [
        "eau-rente"
    ]
    found = compare(published, "durand", "wark")
    assert "valeur-quitte-le-travail" in [row["claim"] for row in found["oppositions"]]


def test_comparing_is_symmetric(published):
    for one, other in (("durand", "wark"), ("benyattou", "durand"), ("saito", "eco-modernistes")):
        a, b = compare(published, one, other), compare(published, other, one)
        for name in ("agreements", "concessions", "oppositions", "open"):
            assert [r["claim"] for r in a[name]] == [r["claim"] for r in b[name]]
        assert len(a["conflicts"]) == len(b["conflicts"])
        assert {r["topic"] for r in a["topics"]} == {r["topic"] for r in b["topics"]}


@pytest.mark.parametrize(
    ("asked", "kind", "place", "count"),
    [
        ("P02.2", "sentence", "P02.2", 1),
        ("p2", "paragraph", "P02", 3),
        ("§ 2", "paragraph", "P02", 3),
        ("note 2", "note", "N02", None),
        ("n02", "note", "N02", None),
        ("S0", "section", "S0", None),
        ("p. 12", "page", "12", 1),
        ("pp. 10–13", "page", "10-13", 1),
        ("b02", "entry", "B02", None),
    ],
)
def test_a_place_is_understood_as_people_write_it(tiny, asked, kind, place, count):
    found = trace(tiny, asked)
    assert (found["kind"], found["place"]) == (kind, place)
    assert count is None or len(found["sentences"]) == count


def test_a_page_leads_to_the_sentences_that_quote_it(published):
    found = trace(published, "94")
    assert [row["at"] for row in found["sentences"]] == ["P18.3", "P19.1"]
    assert found["work"] == "durand-numerique"
    assert all(row["claims"] for row in found["sentences"])
    assert [row["at"] for row in trace(published, "56")["sentences"]] == ["P09.1"]


@pytest.mark.parametrize("asked", ["P77", "p. 3", "", "x", "P02.99", "B99", "S77", "94.5", "P"])
def test_a_place_that_is_not_there(tiny, asked):
    with pytest.raises(UnknownPlace):
        trace(tiny, asked)


def test_every_place_of_the_essay_can_be_traced(published):
    seen = []
    for section in published.source.sections:
        if any(p.section == section and k[0] in "PN" for k, p in published.passages.items()):
            seen += [row["at"] for row in trace(published, section)["sentences"]]
    assert sorted(seen) == sorted(key for key in published.passages if key[0] in "PN")
    for key in published.passages:
        if key[0] == "B":
            assert trace(published, key)["work"]


def test_who_says_a_claim_and_who_speaks_of_a_concept(tiny):
    found = who_says(tiny, "claim", "farine-moins-chere")
    assert found["positions"][0]["reported_by"] == ["vannelle", "bluteau"]
    assert [(r["kind"], r["claim"]) for r in found["elsewhere"]] == [
        ("attacks", "faute-des-meules")
    ]
    assert {r["holder"] for r in who_says(tiny, "concept", "peage")["holders"]} >= {"tremie"}


def test_a_term_is_explained(tiny, published):
    found = explain(tiny, "vanne")
    assert found["introduced"]
    assert found["holders"][0] == {"holder": "vannelle", "count": 2}
    found = explain(published, "mika")
    assert found["definitions"][0]["holder"] == "durand"
    assert found["introduced_by"]
