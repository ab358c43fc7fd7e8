"""who, explain, argue, controversies, quote, trace, path, around, central and the reports."""

import json

import pytest


def answer(result):
    assert result.code == 0, result.err
    return json.loads(result.out)


def test_who_says_a_claim_or_something_of_a_concept(run):
    text = run("who", "says", "farine-moins-chere").out
    assert "I. Trémie · affirme · rapporté par Maud Vannelle, Anselme Bluteau · P03.1" in text
    assert "attaque · Les meules sont la cause du prix." in text
    text = run("who", "says", "vanne", "--lang", "en").out
    assert "Maud Vannelle (2)" in text
    found = answer(run("who", "says", "faute-des-meules", "--json"))
    assert [p["stance"] for p in found["positions"]] == ["asserts", "rejects"]
    assert "Lecture ouverte" in run("who", "says", "faute-des-meules").out


def test_explain_a_term_an_agent_a_work_and_a_section(run):
    text = run("explain", "vannes").out
    assert "qui en parle\u202f: Maud Vannelle (2)" in text
    assert "Rejette ou critique (1)" in run("explain", "bluteau").out
    assert "p. 12 · P02.2" in run("explain", "vannelle-riviere").out
    assert answer(run("explain", "S1", "--json"))["conclusions"] == ["vanne-pouvoir"]


def test_the_argument_for_and_against(run):
    text = run("argue", "vanne-pouvoir").out
    lines = text.splitlines()
    assert lines[0].startswith("La maîtrise de la vanne")
    assert "  parce que (P02.2, inféré, de la cause à l’effet)" in lines
    assert any("affaiblissement (P07.1, inféré)" in line for line in lines)
    assert "meuniers affirme (rapporté par Maud Vannelle), Maud Vannelle concède" in text
    assert "--depth" in run("argue", "vanne-pouvoir", "--depth", "0").out
    against = answer(run("argue", "vanne-pouvoir", "--against", "--json"))
    assert [len(reason["premises"]) for reason in against["reasons"]] == [0]


def test_controversies_all_or_of_one_kind(run):
    assert run("controversies").out.count("•") == 4
    assert run("controversies", "--kind", "opposed").out.count("•") == 1
    assert run("controversies", "--kind", "hot").code == 2
    assert "Nothing of the kind" in run("controversies", "--kind", "open", "--lang", "en").out


def test_two_agents(run):
    text = run("agent", "compare", "bluteau", "tremie").out
    assert "Oppositions (1)" in text
    assert "I. Trémie\u202f: affirme · Anselme Bluteau\u202f: rejette · P03.2" in text
    assert run("agent", "compare", "bluteau", "Bluteau").code == 2
    assert run("agent", "compare", "bluteau", "nobody").code == 3


def test_what_the_essay_does_in_a_place(run):
    text = run("trace", "p. 12").out
    assert "« p.12 »  pour le citer mot à mot · p. 12" in text
    assert "L’eau rapporte sans travailler.  [eau-rente]" in text
    assert run("trace", "P77").code == 3
    assert "it points to: 12, 40" in run("trace", "99").err
    assert "no place «P140»" in run("trace", "P140").err
    assert "no place «»" in run("trace", "").err


def test_a_way_between_any_two_records(run):
    lines = run("path", "peage", "bluteau").out.splitlines()
    assert lines[0] == "péage  [peage]"
    assert lines[-1].startswith("Anselme Bluteau")
    steps = answer(run("path", "peage", "bluteau", "--json"))
    assert {"claim", "agent"} <= {step["subject"].partition("/")[0] for step in steps}
    assert run("path", "peage", "peage").out == "péage  [peage]\n"
    for step in answer(run("path", "communs", "siege-timide", "--json")):
        assert step["relation"] == "elaborates"


def test_what_stands_around_a_record(run):
    assert len(answer(run("around", "canal", "--json"))) == 2
    assert len(answer(run("around", "canal", "--type", "produces", "--json"))) == 1
    kinds = {step["relation"] for step in answer(run("around", "tremie", "--json"))}
    assert kinds == {"asserts", "wrote"}
    assert {"about"} <= {
        s["relation"] for s in answer(run("around", "canal", "--type", "any", "--json"))
    }
    assert run("around", "canal", "--type", "eats").code == 2
    assert "Rien de tel" in run("around", "canal", "--type", "supports").out


def test_measures_say_what_they_mean(run):
    text = run("central", "--lang", "en").out
    assert "degree: how many concepts a relation" in text
    found = answer(run("central", "--of", "claims", "--by", "rests", "--json"))
    assert found["rows"][0]["id"] == "vanne-pouvoir"
    assert found["rows"][0]["rests"] == 2
    assert run("central", "--by", "beauty").code == 2
    assert run("central", "--by", "beauty").err.count("betweenness") == 1


def test_the_reports(run):
    assert "affaiblit l’inférence vers (P07.1, inféré)" in run("unanswered").out
    assert answer(run("unsupported", "--first", "1", "--json"))[0]["carries"] == 1
    assert {row["kind"] for row in answer(run("uncited", "--json"))} <= {"entry", "work"}
    assert answer(run("uncited", "--kind", "attribution", "--json"))
    text = run("grounded", "--lang", "en").out
    assert "grounded (Dung 1995)" in text
    assert "out · the inference to « La maîtrise" not in text
    assert "out · Flour is two and a half times cheaper upstream.  [farine-moins-chere]" in text
    assert "[claim/" not in text


@pytest.mark.parametrize("style", ["text", "markdown", "csl", "bibtex", "ris"])
def test_a_citation_names_the_place_and_not_the_wrong_voice(run, style):
    text = run("quote", "faute-des-meules", "--style", style).out
    assert "I. Trémie (affirme)" in text or style == "ris"
    assert "Anselme Bluteau (rejette)" in text or style == "ris"
    if style == "csl":
        (cited,) = json.loads(text)["citationItems"]
        assert (cited["label"], cited["locator"]) == ("paragraph", "3")
    else:
        assert "3, phrases 2, 3" in text


def test_an_unknown_name_is_answered_with_the_nearest(run):
    for words in (
        ("who", "says", "vane"), ("explain", "vane"), ("argue", "eau-rentes"),
        ("quote", "eau-rentes"), ("path", "vane", "peage"), ("around", "vane"),
    ):  # fmt: skip
        result = run(*words)
        assert result.code == 3, words
        assert "nearest:" in result.err
        assert result.out == ""
