"""concept, claim, agent, work, search: text and JSON, known and unknown names."""

import json

import pytest


def test_a_concept_shows_its_relations_claims_and_holders(run):
    result = run("concept", "show", "VANNES")
    assert result.code == 0
    assert "vanne — rend possible → pouvoir   [Maud Vannelle · P02.1 · énoncé]" in result.out
    assert "Maud Vannelle · affirme · rapporté par Anselme Bluteau · P02.1" in result.out


def test_the_language_can_be_chosen(run):
    result = run("concept", "show", "vanne", "--lang", "en")
    assert "sluice — enables → power" in result.out
    assert "Maud Vannelle · asserts · reported by Anselme Bluteau" in result.out
    assert run("concept", "show", "vanne", "--lang", "de").code == 2


def test_a_claim_shows_both_readings_of_an_open_attribution(run):
    result = run("claim", "show", "faute-des-meules")
    assert "Lecture ouverte\u202f: I. Trémie / Maud Vannelle." in result.out
    assert "Anselme Bluteau · rejette · P03.3" in result.out
    assert "Attaque (P03.2, inféré)" in result.out


def test_an_agent_shows_every_position(run):
    result = run("agent", "show", "trémie")
    assert "La farine est deux fois et demie moins chère en amont." in result.out
    assert "rapporté par Maud Vannelle, Anselme Bluteau" in result.out


def test_a_work_shows_pointers_and_slips(run):
    assert "« Trémie (2031) »" in run("work", "show", "meules et péages").out
    assert "Rien dans le texte ne renvoie" in run("work", "show", "bluteau-weir").out


@pytest.mark.parametrize("kind", ["concept", "claim", "agent", "work"])
def test_lists_and_records_as_json(run, kind):
    listed = json.loads(run(kind, "list", "--json").out)
    assert listed
    for entry in listed:
        shown = json.loads(run(kind, "show", entry["id"], "--json").out)
        assert shown == entry
    text = run(kind, "list").out
    assert all(entry["id"] in text for entry in listed)


def test_claims_carry_positions_from_the_inside_out(run):
    (claim,) = [c for c in json.loads(run("claim", "list", "--json").out) if c["id"] == "eau-rente"]
    assert {"id", "fr", "en", "at", "positions", "concepts", "works", "reasons"} <= claim.keys()
    assert claim["positions"][0]["reported_by"] == ["vannelle", "bluteau"]


def test_claims_by_holder_topic_and_place(run):
    assert run("claim", "list", "--holder", "tremie").out.count("•") == 2
    assert run("claim", "list", "--about", "partage").out.count("•") == 2
    assert run("claim", "list", "--at", "P07.1").out.count("•") == 1
    assert run("claim", "list", "--at", "P77").code == 3


@pytest.mark.parametrize("kind", ["concept", "agent", "work", "claim"])
def test_an_unknown_name_ends_with_three_and_names_the_nearest(run, kind):
    names = {"concept": "vane", "agent": "Vanelle", "work": "causerie de", "claim": "eau-rentes"}
    result = run(kind, "show", names[kind])
    assert result.code == 3
    assert "nearest:" in result.err
    assert "Traceback" not in result.err


def test_a_path_and_a_neighbourhood(run):
    result = run("concept", "path", "pouvoir", "péage")
    assert result.out.splitlines()[0] == "vanne — rend possible → pouvoir"
    steps = json.loads(run("concept", "path", "pouvoir", "péage", "--json").out)
    assert [step["relation"] for step in steps] == ["enables", "broader", "broader", "produces"]
    assert run("concept", "around", "canal", "--hops", "1").out.count("→") == 2
    assert run("concept", "around", "canal", "--hops", "0").code == 2


def test_search_says_kind_and_id_and_offers_the_nearest(run):
    assert run("search", "VANNELLE").out.splitlines()[0].split()[:2] == ["agent", "vannelle"]
    assert json.loads(run("search", "moulin-a-vent", "--json").out) == []
    result = run("search", "peages-")
    assert result.code == 0
    missing = run("search", "vanelle")
    assert missing.code == 3
    assert "vannelle" in missing.err


def test_faulty_data_is_reported_before_any_answer(run, tmp_path):
    from ..broken_data import make_broken

    place = make_broken("dangling-id", tmp_path)
    result = run("concept", "show", "vanne", "--data", tmp_path)
    assert result.code == 1
    assert result.out == ""
    assert f"{tmp_path.as_posix()}/{place}" in result.err
    assert "did you mean «tremie»?" in result.err


def test_a_folder_that_is_not_there(run, tmp_path):
    assert run("stats", "--data", tmp_path / "none").code == 2
