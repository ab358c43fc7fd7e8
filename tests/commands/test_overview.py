"""coverage, section, slips."""

import json


def test_coverage_counts_and_names_what_is_missing(run):
    found = json.loads(run("coverage", "--json").out)
    assert found["sentences"] == 19
    assert found["with_claims"] == 12
    assert found["excused"] == 5
    assert found["missing"] == ["P08.1", "P08.2"]
    assert [row["id"] for row in found["notes"]] == ["N01", "N02"]
    items = {row["id"]: row for row in found["bibliography"]}
    assert items["B02"] == {"id": "B02", "work": "tremie-meules", "pointers": ["P03.1", "N02.1"]}
    assert items["B01"]["pointers"] == []
    text = run("coverage", "--lang", "en").out
    assert "S3 What follows" in text
    assert "N01 2/2 sentences 0 claims N02 1/1 sentence 0 claims" in " ".join(text.split())
    assert "to be read: P08.1, P08.2" in text


def test_a_section_is_its_argument_in_order(run):
    for name in ("S1", "1", "le canal", "CANAL"):
        found = json.loads(run("section", "show", name, "--json").out)
        assert [claim["id"] for claim in found["argument"]] == [
            "vanne-pouvoir", "eau-rente", "paient-sans-produire", "farine-moins-chere",
            "faute-des-meules",
        ]  # fmt: skip
    text = run("section", "show", "1").out
    assert "← L’eau rapporte sans travailler.  [P02.2, inféré]" in text
    assert len(json.loads(run("section", "list", "--json").out)) == 6
    assert "S5" in run("section", "list").out


def test_an_unknown_section_names_the_known(run):
    result = run("section", "show", "77")
    assert result.code == 3
    assert "S1 Le canal" in result.err


def test_slips_by_kind_and_place(run):
    assert json.loads(run("slips", "--json").out)[0]["id"] == "weir-non-cite"
    assert "uncited-entry" in run("slips", "--kind", "uncited-entry", "--at", "b01").out
    assert run("slips", "--kind", "typo").out == ""
    assert run("slips", "--at", "P99").code == 3
    result = run("slips", "--kind", "misprint")
    assert result.code == 2
    assert "glued-words" in result.err
