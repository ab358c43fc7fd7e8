"""check and build look at the compiled graph last, and report it like any other fault."""

import csv
import io
import json
import re

from ..broken_data import TINY, edited_folder

CIRCLE = (
    "claims.yaml",
    "vanne-pouvoir:\n",
    "vanne-pouvoir:\n  presupposes: [{claim: communs, at: P02.1, basis: inferred}]\n",
)


def test_a_fault_of_the_graph_names_its_record_rule_and_remedy(run, tmp_path):
    folder = edited_folder(tmp_path, *CIRCLE)
    result = run("check", data=folder)
    assert result.code == 1
    places = re.findall(r"claims\.yaml:(\d+):1: «claim/(\S+)» does not conform", result.out)
    lines = (folder / "claims.yaml").read_text(encoding="utf-8").splitlines()
    assert {name for _line, name in places} == {"communs", "vanne-pouvoir"}
    assert all(lines[int(line) - 1] == f"{name}:" for line, name in places)
    assert result.out.count("[circular-presupposition]") == 2
    assert "remedy: remove one «presupposes» of the circle" in result.out
    found = json.loads(run("check", "--json", data=folder).out)
    assert {fault["rule"] for fault in found} == {"circular-presupposition"}


def test_nothing_is_built_from_a_graph_that_does_not_conform(run, tmp_path):
    out = tmp_path / "out"
    assert run("build", "--out", out).code == 0
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    result = run("build", "--out", out, data=edited_folder(tmp_path / "data", *CIRCLE))
    assert result.code == 1
    assert "circular-presupposition" in result.err
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before


def test_a_fault_of_the_data_comes_before_the_graph(run, tmp_path):
    folder = edited_folder(tmp_path, *CIRCLE)
    text = (folder / "claims.yaml").read_text(encoding="utf-8")
    text = text.replace("eau-rente, paient-sans-produire]", "eau-rente, paient-sans-produir]")
    (folder / "claims.yaml").write_text(text, encoding="utf-8")
    found = json.loads(run("check", "--json", data=folder).out)
    assert {fault["rule"] for fault in found} == {"dangling-id"}


def test_the_rules_of_the_graph_are_listed_with_the_others(run):
    listed = json.loads(run("rules", "--json", data=TINY).out)
    assert listed["circular-presupposition"] == "No claim presupposes itself through others."
    assert "self-relation" in listed


def test_the_rules_come_in_the_forms_of_every_list(run):
    listed = json.loads(run("rules", "--json", data=TINY).out)
    rows = list(csv.DictReader(io.StringIO(run("rules", "--csv", data=TINY).out)))
    assert rows == [{"rule": rule, "says": says} for rule, says in listed.items()]
    text = run("rules", "--markdown", data=TINY).out
    assert "| self-relation | " in text
    assert text.count("\n") == len(listed) + 2
    assert "`" not in run("rules", data=TINY).out
    both = run("rules", "--csv", "--markdown", data=TINY)
    assert both.code == 2
    assert "--csv and --markdown exclude each other" in both.err
