"""Records as programs read them say what the command line says."""

import dataclasses

import pytest

import techfeod_graph as tf
from techfeod_graph.queries import record
from techfeod_graph.questions import claims_where


def ids(records):
    return [one.id for one in records]


def test_every_concept_is_what_the_command_line_shows(kb):
    for concept in kb.concepts():
        plain = record(kb.corpus, "concept", concept.id)
        assert concept.labels._asdict() == plain["labels"]
        assert concept.label == plain["labels"]["fr"]
        assert list(concept.variants) == plain["variants"]["fr"]
        assert concept.kind == plain["kind"]
        assert concept.definition == (plain["definition"] or {}).get("fr")
        assert ids(concept.broader) == plain["broader"]
        assert ids(concept.narrower) == plain["narrower"]
        assert ids(concept.claims) == plain["claims"]
        assert list(concept.at) == plain["at"]
        assert concept.note == plain["note"]
        rows = [
            (r.subject.id, r.relation, r.object.id, r.basis, r.claim.id) for r in concept.relations
        ]
        keys = ("subject", "relation", "object", "basis", "claim")
        assert rows == [tuple(row[key] for key in keys) for row in plain["relations"]]


def test_every_claim_is_what_the_command_line_shows(kb):
    for claim in kb.claims():
        plain = record(kb.corpus, "claim", claim.id)
        assert claim.label == plain["fr"]
        for position, row in zip(claim.positions, plain["positions"], strict=True):
            assert position.holder.id == row["holder"]
            assert position.stance == row["stance"]
            assert ids(position.reported_by) == row["reported_by"]
            assert list(position.at) == row["at"]
        for name in ("concepts", "agents", "works"):
            assert ids(getattr(claim, name)) == plain[name]
        for name in ("attacks", "undercuts", "qualifies", "elaborates", "presupposes"):
            assert ids(getattr(claim, name)) == [link["claim"] for link in plain[name]]
        for name in (
            "supports", "attacked_by", "undercut_by", "qualified_by", "elaborated_by",
            "presupposed_by",
        ):  # fmt: skip
            assert ids(getattr(claim, name)) == plain[name]
        found = [(ids(r.premises), r.scheme, r.basis, list(r.at)) for r in claim.reasons]
        keys = ("premises", "scheme", "basis", "at")
        assert found == [tuple(row[key] for key in keys) for row in plain["reasons"]]
        open_ = plain["ambiguous"]
        assert ids(claim.possible_holders) == list(open_["holders"] if open_ else [])
        assert [r.relation for r in claim.relations] == [r["relation"] for r in plain["relations"]]
        assert not {*claim.holders} & {*claim.opponents} or len(claim.positions) > 1


def test_every_agent_and_work_is_what_the_command_line_shows(kb):
    for agent in kb.agents():
        plain = record(kb.corpus, "agent", agent.id)
        assert ids(agent.claims_about) == plain["claims"]
        found = [(p.claim.id, p.stance, list(p.at)) for p in agent.positions]
        assert found == [(row["claim"], row["stance"], row["at"]) for row in plain["positions"]]
        for name in ("members", "groups", "works"):
            assert ids(getattr(agent, name)) == plain[name]
        assert {*agent.claims_held} == {p.claim for p in agent.positions if p.side == "for"}
    for work in kb.works():
        plain = record(kb.corpus, "work", work.id)
        assert (work.kind, work.title, work.year) == (plain["type"], plain["title"], plain["year"])
        assert list(work.authors) == plain["authors"]
        assert ids(work.creators) == plain["creators"]
        assert list(work.at) == plain["at"]
        assert ids(work.claims) == plain["claims"]
        assert [p.written for p in work.pointers] == [p["as"] for p in plain["pointers"]]


def test_what_an_agent_holds_is_not_mistaken_for_what_is_said_of_it(kb):
    assert not hasattr(kb.agent("saito"), "claims")


@pytest.mark.parametrize(
    "name", ["mika", "MIKA", "Mika", "Means of Information and Knowledge Appropriation"]
)
def test_records_are_found_by_any_name(kb, name):
    assert kb.concept(name) == kb.concept(kb.concept("mika")) == kb["concept/mika"]


def test_an_unknown_name_offers_the_nearest(kb):
    with pytest.raises(tf.UnknownName) as raised:
        kb.concept("technofeodalism")
    assert "technofeodalisme" in raised.value.nearest
    for ask in (
        lambda: kb["concept/nothing"], lambda: kb["notion/mika"], lambda: kb.map("zzzz"),
        lambda: kb.search("a", "notion"), lambda: kb.table("claim"), lambda: kb.claims(stance="x"),
        lambda: kb.concepts("notions"), lambda: kb.around("mika", types="requirs"),
        lambda: kb.claim("rente-prelevee").quote("apa"),
    ):  # fmt: skip
        with pytest.raises(tf.UnknownName):
            ask()


def test_records_are_frozen_and_compare_by_kind_and_id(kb, english):
    mika = kb.concept("mika")
    with pytest.raises(dataclasses.FrozenInstanceError):
        mika.id = "other"
    with pytest.raises(dataclasses.FrozenInstanceError):
        kb.language = "en"
    assert mika == english.concept("mika")
    assert len({mika, english.concept("mika"), kb.concept("rente")}) == 2
    assert kb.agent("durand") != kb.concept("rente")
    assert mika.iri == f"{kb.base}concept/mika"


def test_labels_come_in_the_language_asked_for(kb, english):
    assert kb.concept("plateforme").label != english.concept("plateforme").label
    again = kb.in_language("en")
    assert [c.label for c in again.concepts()] == [c.label for c in english.concepts()]


def test_selections_are_those_of_the_command_line(kb):
    plain = claims_where(kb.corpus, holders=["durand"], stances=["proposes"], about=["rente"])
    assert ids(kb.claims(holder="durand", stance="proposes", about="rente")) == [
        r["id"] for r in plain
    ]
    durand, wark = kb.agent("durand"), kb.agent("wark")
    both = kb.claims(holder=[durand, "wark"])
    assert {*both} == {*kb.claims(holder=durand), *kb.claims(holder=wark)}
    against = kb.claims(holder=durand, stance="against")
    assert against
    assert all(durand in claim.opponents for claim in against)
    assert all("P05" in "".join(claim.at) or claim.positions for claim in kb.claims(at="P05"))
    assert kb.claims(against=wark)
    with pytest.raises(tf.TechfeodError, match="no place"):
        kb.claims(at="P999")


def test_ways_name_records_and_proofs(kb):
    way = kb.path("mika", kb.concept("rente"))
    assert kb.concept("mika") in (way[0].subject, way[0].object)
    assert all(step.at and step.claims for step in way if step.relation != "broader")
    assert {step.distance for step in kb.around("rente", hops=2)} == {1, 2}
    assert kb.path("mika", "agent/wark")
    assert all(s.relation == "requires" for s in kb.around("mika", types=["requires"]))


def test_arguments_comparisons_and_quotations(kb):
    tree = kb.argue("valeur-quitte-le-travail")
    assert tree["claim"] == "valeur-quitte-le-travail"
    assert tree["attacked_by"]
    assert kb.compare("durand", "wark")["agents"] == ["durand", "wark"]
    assert "Benyattou" in kb.claim("valeur-quitte-le-travail").quote()


def test_faults_of_the_data_come_all_together(tmp_path):
    with pytest.raises(tf.CorpusError) as raised:
        tf.load(tmp_path)
    assert len(raised.value.problems) > 1
    with pytest.raises(tf.TechfeodError, match="not a folder"):
        tf.load(tmp_path / "none")
    with pytest.raises(tf.TechfeodError, match="fr or en"):
        tf.load(language="de")
    with pytest.raises(tf.TechfeodError, match="no language «xx»"):
        tf.load().in_language("xx")


def test_a_folder_of_ones_own(tiny, kb):
    assert tiny.concepts()
    assert repr(tiny) != repr(kb)
