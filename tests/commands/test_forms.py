"""The forms of an answer: keys as documented, CSV, Markdown, Turtle, plain text, a terminal."""

import csv
import fcntl
import io
import json
import os
import pty
import re
import shutil
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pyoxigraph
import pytest

from techfeod_graph.loading import load

from ..broken_data import TINY

JSON = Path(__file__).parents[2] / "docs" / "json.md"
ROWS = re.compile(r"^\| `([^`]+)` \|(?: `([^`]*)`)? \| ((?:`[a-z_]+` ?)+)\|$", re.MULTILINE)
DOCUMENTED = ROWS.findall(JSON.read_text(encoding="utf-8")) if JSON.is_file() else []


def walk(value, path):
    for step in re.findall(r"\w+|\[\]", path):
        value = (
            [one for part in value for one in part] if step == "[]" else [p[step] for p in value]
        )
    return value


@pytest.mark.parametrize(("words", "path", "keys"), DOCUMENTED)
def test_the_keys_are_those_documented(run, words, path, keys):
    found = walk([json.loads(run(*words.split(), "--json", data=None).out)], path)
    assert found, "the example has nothing there"
    for one in found:
        assert list(one) == re.findall(r"\w+", keys)


@pytest.mark.skipif(not JSON.is_file(), reason="the documentation is not beside the tests")
def test_every_answer_is_documented():
    assert len(DOCUMENTED) > 40


@pytest.mark.parametrize(
    "words",
    ["concept list", "claim list", "agent list", "work list", "slips", "search e", "who says vanne",
     "controversies", "trace P02", "path vanne peage", "around canal", "central", "unanswered",
     "unsupported", "uncited", "grounded", "coverage", "section list"],
)  # fmt: skip
def test_csv_has_the_rows_and_keys_of_the_json(run, words):
    rows = list(csv.DictReader(io.StringIO(run(*words.split(), "--csv").out)))
    found = json.loads(run(*words.split(), "--json").out)
    listed = found if isinstance(found, list) else None
    assert rows
    if listed is not None:
        assert len(rows) == len(listed)
        tops = dict.fromkeys(name.partition(".")[0] for name in rows[0])
        assert list(tops) == list(dict.fromkeys(key for row in listed for key in row))
    assert len({len(row) for row in rows}) == 1


@pytest.mark.parametrize(
    "words",
    ["concept show vanne", "claim show vanne-pouvoir", "agent show vannelle", "work show tremie",
     "explain vanne", "who says vanne", "controversies", "slips", "trace P02", "section show 1"],
)  # fmt: skip
def test_turtle_is_a_part_of_the_published_triples(capsysbinary, words, monkeypatch):
    from techfeod_graph.cli.app import main

    from techfeod_graph.rdf import compiled, to_quads

    monkeypatch.setenv("TECHFEOD_DATA", str(TINY))
    with pytest.raises(SystemExit):
        main([*words.split(), "--turtle"])
    raw = capsysbinary.readouterr().out
    found = set(pyoxigraph.parse(raw, format=pyoxigraph.RdfFormat.TURTLE))
    corpus = load(TINY)
    everything = {quad.triple for quad in to_quads(compiled(corpus), corpus.source.base)}
    assert found
    assert {quad.triple for quad in found} <= everything


def test_turtle_of_a_claim_has_its_positions_and_reasons(process):
    raw = process("claim", "show", "vanne-pouvoir", "--turtle", "--data", TINY).stdout.decode()
    for part in ("tf:Position", "aif:RA-node", "rdf:Statement", "tf:heldBy"):
        assert part in raw


def test_markdown_is_structure_and_data_stays_text(run, tmp_path):
    text = run("concept", "show", "vanne", "--markdown").out
    assert text.startswith("# vanne\n")
    assert "\n## Affirmations" in text
    assert "| --- |" in run("central", "--markdown").out
    shutil.copytree(TINY, tmp_path, dirs_exist_ok=True)
    path = tmp_path / "concepts.yaml"
    given = path.read_text(encoding="utf-8")
    hostile = "<script>|`*_[x](y)_*`"
    edited = re.sub(r"^  fr: .*$", f"  fr: '{hostile}'", given, count=1, flags=re.MULTILINE)
    path.write_text(edited, encoding="utf-8")
    text = run("concept", "list", "--markdown", "--data", tmp_path).out
    row = next(line for line in text.splitlines() if "script" in line)
    assert r"\<script\>\|\`\*\_\[x\](y)\_\*\`" in row


def test_forms_exclude_each_other(run):
    result = run("slips", "--json", "--csv")
    assert result.code == 2
    assert "exclude each other" in result.err
    assert run("agent", "compare", "bluteau", "tremie", "--csv").code == 2


def test_piped_text_is_one_line_an_item_with_tabs_between_cells(process):
    environment = {k: v for k, v in os.environ.items() if k != "COLUMNS"}
    done = process("concept", "list", "--data", TINY, env=environment)
    rows = [line.split("\t") for line in done.stdout.decode().splitlines()]
    assert {len(row) for row in rows} == {4}
    assert len(rows) == len(load(TINY).concepts)
    done = process("claim", "list", "--data", TINY, env=environment)
    wordings = [claim.fr for claim in load(TINY).claims.values()]
    lines = done.stdout.decode().splitlines()
    assert all(any(text in line for line in lines) for text in wordings)


def test_rich_is_not_loaded_when_piped(process):
    code = "import sys; from techfeod_graph.cli.app import main\n"
    code += "try: main(['controversies'])\nexcept SystemExit: pass\n"
    code += "print([m for m in sys.modules if m.split('.')[0] in ('rich', 'networkx', 'pydantic')])"
    subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]"


AT_ONCE = """
from techfeod_graph.cli.printing import progress
progress._PATIENCE = 0
from techfeod_graph.cli.__main__ import main
main()
"""


def on_a_terminal(columns, *arguments, rows=400, program=(), code=0, **environment):
    """Run the command on a pseudo-terminal; its output, escape codes included."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    variables = dict(os.environ, TERM="xterm-256color", TECHFEOD_DATA=str(TINY), **environment)
    for name in ("COLUMNS", "LINES", *(("NO_COLOR",) if "NO_COLOR" not in environment else ())):
        variables.pop(name, None)
    command = [sys.executable, *(program or ("-m", "techfeod_graph.cli")), *arguments]
    process = subprocess.Popen(
        command, stdin=follower, stdout=follower, stderr=follower, env=variables
    )
    os.close(follower)
    found = b""
    while True:
        try:
            part = os.read(leader, 65536)
        except OSError:
            break
        if not part:
            break
        found += part
    os.close(leader)
    assert process.wait() == code, found
    return found.decode().replace("\r\n", "\n")


def plain(text):
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", text)


@pytest.mark.parametrize("columns", [50, 80, 120])
@pytest.mark.parametrize(
    "words", ["controversies", "argue vanne-pouvoir", "concept list", "trace P02", "central"]
)
def test_a_terminal_is_never_overflowed(columns, words):
    text = on_a_terminal(columns, *words.split(), PAGER="cat")
    assert "\x1b[" in text
    assert max(map(len, plain(text).splitlines())) <= columns


def test_no_color_leaves_no_colour():
    text = on_a_terminal(80, "controversies", PAGER="cat", NO_COLOR="1")
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", text)


def test_a_terminal_has_trees_french_spacing_and_headed_tables():
    assert "└──" in plain(on_a_terminal(80, "argue", "vanne-pouvoir"))
    assert "Maud Vannelle (2)" in plain(on_a_terminal(80, "explain", "vanne"))
    assert "intermédiarité\u202f: " in plain(on_a_terminal(100, "central"))
    assert plain(on_a_terminal(100, "concept", "list")).startswith("id ")


def test_long_output_goes_through_the_pager(tmp_path):
    shown = tmp_path / "shown"
    pager = tmp_path / "pager"
    pager.write_text(f"#!/bin/sh\ncat > {shown}\n")
    pager.chmod(0o755)
    assert on_a_terminal(80, "claim", "list", rows=10, PAGER=str(pager)).strip() == ""
    assert "La maîtrise de la vanne" in shown.read_text(encoding="utf-8")
    assert "vanne" in on_a_terminal(80, "explain", "vanne", rows=100, PAGER=str(pager))
    assert "•" in on_a_terminal(80, "claim", "list", rows=10, PAGER="no-such-pager")


def test_a_build_shows_its_progress_on_a_terminal_and_nothing_when_piped(tmp_path, process):
    started = ("-c", AT_ONCE)
    text = on_a_terminal(100, "build", "--out", str(tmp_path / "one"), program=started)
    assert re.search(r"\rbuild ━+[╸╺]?━* \d+/", plain(text))
    assert not process("build", "--data", TINY, "--out", tmp_path / "two").stderr


def test_check_and_verify_show_their_progress(tmp_path):
    started = ("-c", AT_ONCE)
    assert re.search(
        r"check ━+[╸╺]?━* [0-2]/3", plain(on_a_terminal(100, "check", program=started))
    )
    words = " ".join(f"mot{number}" for number in range(30_000))
    (tmp_path / "long.txt").write_text(words, encoding="utf-8")
    text = on_a_terminal(100, "verify", str(tmp_path / "long.txt"), program=started, code=1)
    assert re.search(r"\rverify ━+[╸╺]?━* \d+/\d+ runs of \d+ characters", plain(text))


def test_what_takes_less_than_a_second_shows_no_bar_and_loads_none():
    text = "import sys; sys.stderr.isatty = lambda: True\n"
    text += "from techfeod_graph.cli.printing.progress import progress\n"
    text += "with progress('a') as tell: tell('b', 1, 2)\n"
    text += "print('rich' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True)
    assert (found.stdout, found.stderr) == ("False\n", "")


def test_progress_counts_every_step():
    from techfeod_graph.building import products

    told = []
    products(load(TINY), lambda what, done, total: told.append((what, done, total)))
    assert [done for _, done, _ in told] == list(range(len(told)))
    assert {total for _, _, total in told} == {len(told)}


def test_the_head_of_a_narrow_table_is_wrapped_and_never_cut():
    text = plain(on_a_terminal(50, "unsupported", "--first", "2", PAGER="cat"))
    assert "porte" in text
    assert "…" not in text
