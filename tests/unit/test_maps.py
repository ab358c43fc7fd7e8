"""What the maps of the reading room hold: places, lines, inferences, regions, first states."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import techfeod_graph.data

from techfeod_graph.loading import load
from techfeod_graph.rdf import compiled
from techfeod_graph.site.frame import Material
from techfeod_graph.site.maps import of_view, pages, views
from techfeod_graph.site.palette import KINDS, LINKS
from techfeod_graph.site.records import entries

PUBLISHED = Path(techfeod_graph.data.__file__).parent


@pytest.fixture(scope="module")
def corpus():
    return load(PUBLISHED)


@pytest.fixture(scope="module")
def records(corpus):
    return entries(corpus)


@pytest.fixture(scope="module")
def found(corpus, records):
    return {view.name: view for view in views(corpus, [row["key"] for row in records])}


def test_every_line_joins_two_nodes_that_have_a_place(found):
    assert set(found) == {"concepts", "sections", "holders", "argument", "network"}
    for view in found.values():
        for edge in view.edges:
            assert edge.source in view.spots
            assert edge.target in view.spots
            assert edge.type in LINKS
        assert len(set(view.spots.values())) == len(view.spots)
        assert view.kinds <= KINDS.keys()


def test_nodes_that_are_no_records_are_those_of_the_compiled_data(corpus, found):
    data = {statement.subject for statement in compiled(corpus)}
    for view in found.values():
        extra = [row["key"] for row in view.extra]
        assert len(set(extra)) == len(extra)
        assert set(extra) <= data
    reasons = sum(len(claim.because) for claim in corpus.claims.values())
    kinds = [row["kind"] for row in found["argument"].extra]
    assert kinds.count("inference") == reasons
    attacks = sum(len(c.attacks) + len(c.undercuts) for c in corpus.claims.values())
    assert kinds.count("conflict") == attacks


def test_every_inference_has_premises_and_one_conclusion(corpus, found):
    lines = found["argument"].edges
    for row in found["argument"].extra:
        own = [edge for edge in lines if row["key"] in (edge.source, edge.target)]
        into = {edge.type for edge in own if edge.target == row["key"]}
        out = [edge.type for edge in own if edge.source == row["key"]]
        if row["kind"] == "inference":
            assert "premise" in into
            assert out == ["conclusion"]
        else:
            assert into == {"conflicting"}
            assert out == ["conflicted"]


def test_an_undercut_ends_at_an_inference(corpus, found):
    ends = [e for e in found["argument"].edges if e.target.startswith("argument/")]
    conflicts = [edge for edge in ends if edge.type == "conflicted"]
    cuts = sum(len(claim.undercuts) for claim in corpus.claims.values())
    assert len(conflicts) == cuts > 0


def test_claims_stand_in_the_region_of_their_section_and_of_their_holder(corpus, found):
    for name in ("sections", "holders"):
        view = found[name]
        regions = {region.key: region for region in view.regions}
        claims = [key for key in view.spots if key.startswith("claim/")]
        assert len(claims) == len(corpus.claims)
        for key in claims:
            claim = corpus.claims[key.removeprefix("claim/")]
            own = (
                f"section/{corpus.passages[claim.at[0]].section}"
                if name == "sections"
                else f"agent/{corpus.positions(claim)[0].holder}"
            )
            x, y = view.spots[key]
            region = regions[own]
            assert region.x <= x <= region.x + region.width
            assert region.y <= y <= region.y + region.height


def test_every_reference_of_the_essay_stands_in_the_network(corpus, found):
    lines = [e for e in found["network"].edges if LINKS[e.type].section == "purposes"]
    shown = {(e.target, e.type, at) for e in lines for at in e.at}
    assert shown == {(f"work/{p.to}", p.why, p.at) for p in corpus.pointers}


def test_a_map_opens_on_a_claim_that_has_an_objection(corpus, found):
    start = found["argument"].start.removeprefix("claim/")
    attacked = {link.claim for c in corpus.claims.values() for link in (*c.attacks, *c.undercuts)}
    assert start in attacked


def test_the_data_of_a_map_counts_its_own_nodes(records, found):
    for view in found.values():
        data = of_view(view, records)
        ids = data["nodes"]["id"]
        assert len(ids) == len(set(ids)) == len(view.spots)
        assert max(ids) < len(records) + len(data["extra"])
        assert len(data["edges"]["from"]) == len(view.edges)
        json.dumps(data)


def test_more_records_than_a_map_can_show_are_refused_with_the_reason(corpus, monkeypatch):
    monkeypatch.setattr(pages, "LIMIT", 100)
    made = list(pages.maps(Material(corpus)))
    assert [part.address for part in made] == ["assets/map.css", "map"]
    assert made[1].given == {"count": sum(1 for _ in corpus.entries), "limit": 100}
