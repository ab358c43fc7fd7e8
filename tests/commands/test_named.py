"""queries and sparql --named, through the entry point."""

import json

from techfeod_graph.named import named_queries


def test_the_list_names_every_query_by_level(run):
    text = run("queries", "--lang", "en").out
    for query in named_queries():
        assert query.name in text
    assert text.index("1  patterns") < text.index("2  joins") < text.index("3  paths")
    listed = json.loads(run("queries", "--json").out)
    assert [entry["name"] for entry in listed] == [query.name for query in named_queries()]
    assert {"title", "about", "parameters", "text", "level"} <= listed[0].keys()


def test_one_query_is_shown_with_its_text_and_how_to_run_it(run):
    result = run("queries", "held-by", "--lang", "en")
    query = named_queries()[0]
    assert query.title["en"] in result.out
    assert query.text in result.out
    assert "techfeod sparql --named held-by-durand --param agent=durand" in result.out
    assert json.loads(run("queries", "1", "--json").out)["stem"] == query.stem
    assert run("queries", "no-such-question").code == 3


def test_a_named_query_is_run_with_its_parameters(run):
    result = run("sparql", "--named", "held-by", "--param", "agent=Trémie", "--lang", "en")
    assert result.code == 0
    assert "claim/faute-des-meules" in result.out
    assert "The millstones are the cause of the price." in " ".join(result.out.split())
    assert "What does an agent hold" in result.err
    found = run(
        "sparql", "--named", "36", "--param", "who=tremie", "--param", "who=meuniers", "--json"
    )
    holders = {row["who"]["value"] for row in json.loads(found.out)["results"]["bindings"]}
    assert len(holders) == 2


def test_what_does_not_fit_is_refused_in_words(run):
    for arguments, code, words in (
        (["sparql", "--named", "zzz"], 3, "no query is called"),
        (["sparql", "--named", "held-by", "--param", "agent=zzz"], 3, "no agent is called"),
        (["sparql", "--named", "held-by", "--param", "agnt=tremie"], 2, "has no parameter"),
        (["sparql", "--named", "held-by", "--param", "tremie"], 2, "=…"),
        (["sparql", "ASK {}", "--named", "held-by"], 2, "not both"),
        (["sparql", "ASK {}", "--param", "a=b"], 2, "needs --named"),
    ):
        result = run(*arguments)
        assert (result.code, result.out) == (code, "")
        assert words in " ".join(result.err.split())
        assert "Traceback" not in result.err
