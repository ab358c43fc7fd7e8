"""Looking up, searching, walking and counting."""

import pytest

from techfeod_graph.loading import load
from techfeod_graph.names import fold
from techfeod_graph.paths import NoPath, around, path
from techfeod_graph.queries import UnknownName, find, nearest, record, records, search, stats
from techfeod_graph.questions import UnknownPlace, claims_where

from ..broken_data import TINY, edited_folder


def edited(folder, file, old, new):
    """The tiny corpus with one text replaced."""
    return load(edited_folder(folder, file, old, new))


@pytest.fixture(scope="module")
def corpus():
    return load(TINY)


def test_folding_forgets_case_accents_ligatures_and_marks():
    assert fold("L’ŒUVRE  d’Été !") == "l oeuvre d ete"
    assert fold("Glèbe-Numérique") == "glebe numerique"


@pytest.mark.parametrize("name", ["vanne", "VANNES", "sluice", "Vanné", "vannes"])
def test_a_name_is_found_by_id_label_or_variant(corpus, name):
    assert find(corpus, "concept", name) == "vanne"


def test_a_unique_beginning_is_enough_and_an_ambiguous_one_is_not(corpus):
    assert find(corpus, "concept", "ouvrages") == "ouvrages-d-eau"
    with pytest.raises(UnknownName) as caught:
        find(corpus, "concept", "p")
    assert set(caught.value.nearest) >= {"peage", "pouvoir", "partage"}


def test_an_unknown_name_offers_the_nearest(corpus):
    with pytest.raises(UnknownName, match="nearest: peage"):
        find(corpus, "concept", "péaje")
    assert nearest(corpus, "vanelle")[0] == "vannelle"


def test_names_come_before_variants_before_text(corpus):
    hits = search(corpus, "vanne")
    assert hits[0].id == "vanne"
    assert [hit.rank for hit in hits] == sorted((hit.rank for hit in hits), reverse=True)
    assert search(corpus, "village pouvoir")[0].id == "vanne-pouvoir"
    assert search(corpus, "") == []


def test_the_beginning_of_a_word_comes_before_its_inside(tmp_path):
    corpus = edited(tmp_path, "concepts.yaml", "fr: partage,", "fr: apéage,")
    hits = search(corpus, "peage")
    assert hits[0].id == "peage"
    assert hits[-1].id == "partage"


def test_a_misspelt_name_is_nearer_to_the_whole_name_than_to_a_word_of_another(tmp_path):
    corpus = edited(tmp_path, "concepts.yaml", "fr: ouvrages d’eau,", "fr: ouvrages de péage,")
    with pytest.raises(UnknownName, match="nearest: peage"):
        find(corpus, "concept", "péaje")


def test_a_claim_as_a_record(corpus):
    claim = record(corpus, "claim", "eau-rente")
    assert claim["fr"]
    assert claim["en"]
    assert claim["at"] == ["P02.2"]
    assert claim["positions"] == [
        {
            "holder": "meuniers",
            "stance": "asserts",
            "reported_by": ["vannelle", "bluteau"],
            "at": ["P02.2"],
        },
        {"holder": "vannelle", "stance": "concedes", "reported_by": ["bluteau"], "at": ["P02.3"]},
    ]
    assert claim["supports"] == ["vanne-pouvoir"]
    assert record(corpus, "claim", "vanne-pouvoir")["undercut_by"] == ["siege-timide"]
    assert record(corpus, "claim", "siege")["qualified_by"] == ["siege-timide"]


@pytest.mark.parametrize("kind", ["concept", "agent", "work"])
def test_every_record_has_id_labels_variants_and_places(corpus, kind):
    for entry in records(corpus, kind):
        assert {"id", "labels", "variants", "at"} <= entry.keys()
        assert set(entry["labels"]) == {"fr", "en"}


def test_a_work_knows_its_pointers(corpus):
    work = record(corpus, "work", "tremie-meules")
    assert [pointer["at"] for pointer in work["pointers"]] == ["P03.1", "N02.1"]
    assert work["claims"] == ["farine-moins-chere"]


def test_a_path_names_its_steps_and_their_claims(corpus):
    steps = path(corpus, "pouvoir", "peage")
    assert [(s["subject"], s["relation"], s["object"]) for s in steps] == [
        ("vanne", "enables", "pouvoir"),
        ("vanne", "broader", "ouvrages-d-eau"),
        ("canal", "broader", "ouvrages-d-eau"),
        ("canal", "produces", "peage"),
    ]
    assert steps[0]["claims"] == ["vanne-pouvoir"]
    assert path(corpus, "vanne", "vanne") == []


def test_two_concepts_without_a_chain_say_so(tmp_path):
    corpus = edited(tmp_path, "claims.yaml", "object: pouvoir, basis", "object: canal, basis")
    with pytest.raises(NoPath):
        path(corpus, "pouvoir", "vanne")


def test_a_neighbourhood_grows_with_its_hops(corpus):
    assert [row["object"] for row in around(corpus, "pouvoir", 1)] == ["pouvoir"]
    assert len(around(corpus, "pouvoir", 2)) == 2
    assert len(around(corpus, "pouvoir", 9)) == 5


def test_claims_by_holder_topic_and_place(corpus):
    assert [c["id"] for c in claims_where(corpus, ["Trémie"])] == [
        "farine-moins-chere",
        "faute-des-meules",
    ]
    assert {c["id"] for c in claims_where(corpus, about=["péage"])} >= {"eau-rente", "communs"}
    assert [c["id"] for c in claims_where(corpus, at="p02")] == [
        "vanne-pouvoir",
        "eau-rente",
        "paient-sans-produire",
    ]
    with pytest.raises(UnknownPlace):
        claims_where(corpus, at="P99")
    assert [c["id"] for c in claims_where(corpus, about=["meules et péages"])] == [
        "farine-moins-chere"
    ]
    with pytest.raises(UnknownName, match="concept, agent or work"):
        claims_where(corpus, about=["zzz"])


def test_claims_by_several_holders_and_by_stance(corpus):
    both = claims_where(corpus, ["tremie", "meuniers"])
    assert {c["id"] for c in both} == {"eau-rente", "farine-moins-chere", "faute-des-meules"}
    assert [c["id"] for c in claims_where(corpus, stances=["proposes"])] == ["communs", "siege"]
    assert claims_where(corpus, ["tremie"], ["proposes"]) == []


def test_claims_against_an_agent_are_links_or_stances(corpus):
    against = {c["id"] for c in claims_where(corpus, ["bluteau"], against="vannelle")}
    assert against == {"siege-timide"}
    assert {c["id"] for c in claims_where(corpus, against="tremie")} == {"faute-des-meules"}


def test_counts(corpus):
    counts = stats(corpus)
    assert counts["claims"] == len(corpus.claims) == 11
    assert counts["positions"] == 13
    assert counts["sentences_read"] == 17
    assert sum(counts["holders"].values()) == counts["positions"]


def test_of_equal_ways_the_first_by_name_is_given_whatever_the_hash_seed():
    import os
    import subprocess
    import sys

    script = (
        "from importlib.resources import files; from pathlib import Path\n"
        "from techfeod_graph.loading import load; from techfeod_graph.paths import path\n"
        "corpus = load(Path(str(files('techfeod_graph.data'))))\n"
        "print(path(corpus, 'mika', 'rente'))\n"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2", "3")
    }
    assert len(found) == 1
