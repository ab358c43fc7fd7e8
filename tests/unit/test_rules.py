"""Each rule catches its broken example at its place, and no other rule fires on it."""

import pytest

from techfeod_graph.checks import ESSAY_RULES, RULES, check
from techfeod_graph.loading import RULES as LOADING_RULES
from techfeod_graph.loading import try_load

from ..broken_data import TINY, broken_rules, make_broken


@pytest.mark.parametrize("rule", broken_rules())
def test_only_this_rule_fires_and_at_its_place(rule, tmp_path):
    expected = make_broken(rule, tmp_path)
    corpus, problems = try_load(tmp_path)
    if corpus is not None:
        essay = (TINY / "essay.txt").read_text(encoding="utf-8")
        problems += check(corpus, essay)
    assert {problem.rule for problem in problems} == {rule}
    places = [str(problem.place).removeprefix(f"{tmp_path.as_posix()}/") for problem in problems]
    assert expected in places
    for problem in problems:
        assert problem.message
        assert problem.remedy


def test_every_rule_has_its_example_and_every_example_its_rule():
    assert set(broken_rules()) == {*RULES, *ESSAY_RULES, *LOADING_RULES}


def test_every_rule_says_what_it_asks():
    for function, _whole in RULES.values():
        assert function.__doc__
        assert function.__doc__.endswith((".", ".\n    "))
    for function in ESSAY_RULES.values():
        assert function.__doc__


def test_the_tiny_essay_keeps_every_rule():
    corpus, problems = try_load(TINY)
    assert problems == []
    assert corpus is not None
    assert check(corpus, (TINY / "essay.txt").read_text(encoding="utf-8")) == []


def test_all_faults_of_all_files_are_reported_at_once(tmp_path):
    for rule in ("unknown-key", "members-of-groups", "shared-label", "creators-agree"):
        make_broken(rule, tmp_path / rule)
    folder = tmp_path / "all"
    make_broken("unknown-key", folder)
    for rule, file in (
        ("members-of-groups", "agents.yaml"),
        ("control-character", "concepts.yaml"),
        ("creators-agree", "works.yaml"),
    ):
        make_broken(rule, tmp_path / rule)
        (folder / file).write_bytes((tmp_path / rule / file).read_bytes())
    corpus, problems = try_load(folder)
    problems += check(corpus)
    assert {problem.rule for problem in problems} == {
        "unknown-key",
        "members-of-groups",
        "control-character",
        "creators-agree",
    }


def test_a_faulty_record_does_not_make_its_id_dangle(tmp_path):
    make_broken("unknown-key", tmp_path)
    text = (tmp_path / "claims.yaml").read_text(encoding="utf-8")
    broken = text.replace('  en: "Mastery of the sluice gives power over the village."\n', "")
    (tmp_path / "claims.yaml").write_text(broken, encoding="utf-8")
    corpus, problems = try_load(tmp_path)
    assert corpus.broken == {"vallee-louee", "vanne-pouvoir"}
    assert {problem.rule for problem in [*problems, *check(corpus)]} == {
        "unknown-key",
        "missing-key",
    }
