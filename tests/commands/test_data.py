"""build, check, verify, lock: what they write, what they refuse, what they leave alone."""

import hashlib
import importlib
import json
import shutil

import pytest

from ..broken_data import TINY, broken_rules, make_broken

ESSAY = TINY / "essay.txt"


def files(folder):
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_build_names_what_it_wrote_and_where(run, tmp_path):
    out = tmp_path / "out"
    result = run("build", "--out", out)
    assert result.code == 0
    for path in out.iterdir():
        assert path.name in result.out
    assert str(out) in result.out
    assert (out / "map.html").as_uri() in result.out
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    sums = files(out)
    sums.pop("manifest.json")
    room = [name for name in sums if name.startswith("site/")]
    assert manifest["site"]["files"] == len(room)
    listed = {name: entry["sha256"] for name, entry in manifest["files"].items()}
    assert listed == {name: sums[name] for name in sums if name not in room}


def test_a_build_too_large_for_a_map_writes_the_rest_and_says_so(run, tmp_path, monkeypatch):
    for module in ("techfeod_graph.site.page", "techfeod_graph.site.maps.pages"):
        monkeypatch.setattr(importlib.import_module(module), "LIMIT", 5)
    result = run("build", "--out", str(tmp_path / "out"))
    assert result.code == 0
    assert "map.html  not written: " in result.err
    assert "Open the map" not in result.out
    assert not (tmp_path / "out" / "map.html").exists()
    assert (tmp_path / "out" / "site" / "fr" / "map.html").is_file()
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))
    assert "GraphML" in manifest["left_out"]["map.html"]


def test_two_builds_are_the_same_and_the_second_replaces_the_first(run, tmp_path):
    run("build", "--out", tmp_path / "a")
    run("build", "--out", tmp_path / "deep" / "b")
    assert files(tmp_path / "a") == files(tmp_path / "deep" / "b")
    (tmp_path / "a" / "stale.txt").write_text("old")
    assert run("build", "--out", tmp_path / "a").code == 0
    assert not (tmp_path / "a" / "stale.txt").exists()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a", "deep"]


def test_faulty_data_leaves_the_previous_build_untouched(run, tmp_path):
    out, data = tmp_path / "out", tmp_path / "data"
    run("build", "--out", out)
    before = files(out)
    make_broken("self-relation", data)
    result = run("build", "--out", out, "--data", data)
    assert result.code == 1
    assert "self-relation" in result.err
    assert files(out) == before


def test_a_folder_that_no_build_wrote_is_not_replaced(run, tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")
    result = run("build", "--out", tmp_path)
    assert result.code == 2
    assert "no build wrote" in result.err
    assert (tmp_path / "thesis.txt").read_text() == "mine"
    assert run("build", "--out", tmp_path / "thesis.txt").code == 2


def test_check_passes_with_counts(run):
    result = run("check", "--essay", ESSAY)
    assert result.code == 0
    assert "11 claims" in result.out


@pytest.mark.parametrize("rule", ["dangling-id", "control-character", "copied-words"])
def test_check_reports_place_rule_and_remedy(run, tmp_path, rule):
    place = make_broken(rule, tmp_path)
    result = run("check", "--data", tmp_path, "--essay", ESSAY)
    assert result.code == 1
    first, remedy, *_ = result.out.splitlines()
    assert first.startswith(f"{tmp_path.as_posix()}/{place}: ")
    assert first.endswith(f"[{rule}]")
    assert remedy.strip().startswith("remedy: ")


@pytest.mark.parametrize("rule", broken_rules())
def test_check_never_shows_a_traceback(run, tmp_path, rule):
    make_broken(rule, tmp_path)
    result = run("check", "--data", tmp_path, "--essay", ESSAY, "--json")
    assert result.code == 1
    assert result.err == ""
    faults = json.loads(result.out)
    assert {fault["rule"] for fault in faults} == {rule}
    assert faults[0].keys() == {"file", "line", "column", "rule", "message", "remedy"}


def test_verify_proves_every_passage(run):
    result = run("verify", ESSAY)
    assert result.code == 0
    assert result.out.startswith("27 passages: 27 exact, 0 moved, 0 changed")


def test_verify_pinpoints_one_changed_word(run, tmp_path):
    copy = tmp_path / "copy.txt"
    text = ESSAY.read_text(encoding="utf-8")
    copy.write_text(
        text.replace("le second reste timide", "le second est timide"), encoding="utf-8"
    )
    result = run("verify", copy)
    assert result.code == 1
    line = text[: text.index("le second")].count("\n") + 1
    named = [row for row in result.out.splitlines() if "changed:" in row]
    assert len(named) == 1
    assert named[0].startswith(f"{copy}:{line}:")
    assert "P07.1" in named[0]
    verdicts = json.loads(run("verify", copy, "--json").out)
    assert [v["locator"] for v in verdicts if v["status"] == "changed"] == ["P07.1"]


def test_verify_follows_a_passage_that_moved(run, tmp_path):
    copy = tmp_path / "copy.txt"
    text = ESSAY.read_text(encoding="utf-8")
    copy.write_text("Un paragraphe ajouté, tout à fait neuf.\n\n" + text, encoding="utf-8")
    result = run("verify", copy)
    assert result.code == 0
    assert "0 changed" in result.out
    assert "P01.1 moved: found as P02.1" in result.out


def test_a_copy_that_cannot_be_read(run, tmp_path):
    assert run("verify", tmp_path / "none.txt").code == 2
    bad = tmp_path / "latin.txt"
    bad.write_bytes("été".encode("latin-1"))
    result = run("verify", bad)
    assert result.code == 2
    assert "UTF-8" in result.err


def test_lock_makes_the_lock_that_is_published(run, tmp_path):
    out = tmp_path / "passages.lock"
    assert run("lock", ESSAY, "--out", out).code == 0
    assert out.read_bytes() == (TINY / "passages.lock").read_bytes()


def test_relative_places_in_messages(run, tmp_path, monkeypatch):
    make_broken("dangling-id", tmp_path / "data")
    monkeypatch.chdir(tmp_path)
    assert run("check", data="data").out.startswith("data/claims.yaml:")


def test_a_read_only_place_is_a_message(run, tmp_path):
    target = tmp_path / "file"
    target.write_text("x")
    shutil.copy(target, tmp_path / "copy")
    result = run("export", "ttl", "--out", target / "inside.ttl")
    assert result.code == 2
    assert "Traceback" not in result.err
