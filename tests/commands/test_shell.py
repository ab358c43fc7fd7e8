"""Completion in real shells, the manual page, the version, and what doctor finds."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ..broken_data import TINY

BIN = Path(sys.executable).parent


def environment(**more):
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, "PATH": path, "TECHFEOD_DATA": str(TINY), **more}


def bash(line):
    """What bash would offer at the end of a line, by the script that we print for it."""
    script = f"""
      eval "$(_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION=1 techfeod --show-completion bash)"
      COMP_LINE={line!r}; COMP_POINT=${{#COMP_LINE}}
      read -ra COMP_WORDS <<< "$COMP_LINE"; [[ $COMP_LINE == *' ' ]] && COMP_WORDS+=('')
      COMP_CWORD=$(( ${{#COMP_WORDS[@]}} - 1 ))
      _techfeod_completion techfeod
      printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    done = subprocess.run(
        ["bash", "--norc", "-c", script], capture_output=True, text=True, env=environment(),
        check=False,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout.split("\n")[:-1]


def asked(shell, line):
    """What the program answers when a shell asks it."""
    words = line.split(" ")
    more = {"_TECHFEOD_COMPLETE": f"complete_{shell}"}
    if shell == "bash":
        more |= {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}
    else:
        more |= {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    done = subprocess.run(
        [str(BIN / "techfeod")],
        capture_output=True,
        text=True,
        env=environment(**more),
        check=False,
    )
    assert done.stderr == ""
    return done.stdout


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash here")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("techfeod conc", {"concept"}),
        ("techfeod concept s", {"show"}),
        ("techfeod concept show pe", {"peage"}),
        ("techfeod concept show PÉ", {"peage"}),
        ("techfeod concept show ouvrages-d", {"ouvrages-d-eau"}),
        ("techfeod claim list --sta", {"--stance"}),
        ("techfeod claim list --stance rej", {"rejects"}),
        ("techfeod claim list --at p0", None),
        ("techfeod claim show valle", {"vallee-louee"}),
        ("techfeod sparql --format ts", {"tsv"}),
        ("techfeod concept show no-such-thing-as", set()),
    ],
)
def test_bash_offers_commands_options_ids_and_labels(line, offered):
    found = set(bash(line)) - {""}
    if offered is None:
        assert {"P01", "P01.1"} <= found
    else:
        assert found == offered


@pytest.mark.skipif(not shutil.which("zsh"), reason="no zsh here")
def test_zsh_offers_them_with_their_meaning():
    script = """
      autoload -Uz compinit && compinit -u -D
      functions[_arguments]='print -r -- "$1"'
      eval "$(_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION=1 techfeod --show-completion zsh)"
      words=(techfeod concept show pe); CURRENT=4
      _techfeod_completion
    """
    done = subprocess.run(
        ["zsh", "-f", "-c", script], capture_output=True, text=True, env=environment(), check=False
    )
    assert '"peage":"péage"' in done.stdout, done.stderr


@pytest.mark.skipif(not shutil.which("fish"), reason="no fish here")
def test_fish_offers_them_with_their_meaning():
    script = """
      _TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION=1 techfeod --show-completion fish | source
      complete -C 'techfeod concept show pe'
      complete -C 'techfeod conc'
    """
    done = subprocess.run(
        ["fish", "--no-config", "-c", script], capture_output=True, text=True,
        env=environment(), check=False,
    )  # fmt: skip
    offered = [line.split("\t") for line in done.stdout.splitlines()]
    assert ["peage", "péage"] in offered, done.stderr
    assert ["concept", "Concepts: definition, relations, claims."] in offered


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_of_faulty_data_offers_nothing_and_says_nothing(shell, tmp_path, monkeypatch):
    (tmp_path / "claims.yaml").write_text("{")
    assert asked(shell, f"techfeod concept show --data {tmp_path} pe").strip() in ("", "_files")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_imports_nothing_heavy(shell):
    program = (
        "import atexit, sys\n"
        "atexit.register(lambda: print(sorted(set(sys.modules) & {'rich', 'pydantic', 'rdflib',"
        " 'networkx', 'yaml', 'pyoxigraph'}), file=sys.stderr))\n"
        "from techfeod_graph.cli.app import main\nmain()"
    )
    more = {
        "_TECHFEOD_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": "techfeod concept show pe", "COMP_CWORD": "3",
        "_TYPER_COMPLETE_ARGS": "techfeod concept show pe",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }  # fmt: skip
    for _ in range(2):  # the first compiles the index
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True,
            env=environment(**more), check=True,
        )  # fmt: skip
    assert "peage" in done.stdout
    assert done.stderr.strip() == "[]"


def test_the_manual_page_names_every_command_and_is_sound(run):
    from .test_app import COMMANDS

    page = run("man").out
    for path, command in COMMANDS:
        assert f".SS techfeod {' '.join(path)}".replace("-", "\\-") in page
        assert command.epilog.replace("\\", "\\e").replace("-", "\\-") in page
    assert "TECHFEOD_CACHE" in page
    if groff := shutil.which("groff"):
        done = subprocess.run(
            [groff, "-man", "-Tutf8", "-ww", "-K", "utf8"], input=page, capture_output=True,
            text=True, check=True,
        )  # fmt: skip
        assert done.stderr == ""
        assert "techfeod concept show NAME" in re.sub(r"\x1b\[\d*m|.\x08", "", done.stdout)


def test_doctor_finds_what_is_there(run):
    found = json.loads(run("doctor", "--json").out)
    assert found["whole"] is True
    states = {package["name"]: package["state"] for package in found["packages"]}
    assert states["techfeod-graph"] == states["pydantic"] == states["pyoxigraph"] == "ok"
    assert found["data"]["faults"] == 0
    assert found["cache"]["writable"] is True
    assert found["cache"]["this data"] == "compiled"
    text = run("doctor")
    assert text.code == 0
    assert text.out.endswith("All is well.\n")
    cleared = json.loads(run("doctor", "--clear-cache", "--json").out)
    assert cleared["cache"]["entries"] == 1


def test_doctor_tells_of_faults_and_of_what_is_missing(run, tmp_path, monkeypatch):
    from ..broken_data import make_broken

    make_broken("dangling-id", tmp_path / "broken")
    result = run("doctor", data=tmp_path / "broken")
    assert result.code == 1
    assert "techfeod check" in result.out
    monkeypatch.setenv("TECHFEOD_CACHE", "off")
    assert json.loads(run("doctor", "--json").out)["cache"] == {"cache": "off"}
    monkeypatch.setattr(
        "techfeod_graph.cli.examining.requires", lambda _: ["no-such-package>=1", "typer>=99"]
    )
    result = run("doctor", "--json")
    states = {p["name"]: p["state"] for p in json.loads(result.out)["packages"]}
    assert (result.code, states["no-such-package"], states["typer"]) == (1, "missing", "too old")


def test_the_exit_codes_are_one_table():
    from techfeod_graph.cli.machine import EXITS

    docs = Path(__file__).parents[2] / "docs" / "cli.md"
    if docs.is_file():
        rows = re.findall(r"^\| (\d+) \|", docs.read_text(encoding="utf-8"), re.MULTILINE)
        assert rows == [code for code, _ in EXITS]
