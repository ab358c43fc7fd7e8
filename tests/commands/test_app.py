"""The command as a whole: help, examples, exit codes, pipes, encodings, faults of the program."""

import gc
import os
import shlex
import subprocess
import sys

import pytest
import typer
from techfeod_graph.cli import __main__ as entry
from techfeod_graph.cli.app import app

from ..broken_data import TINY


def commands(group=None, path=()):
    click = group or typer.main.get_command(app)
    for name, command in click.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, (*path, name))
        else:
            yield (*path, name), command


COMMANDS = list(commands())


@pytest.mark.parametrize(("path", "command"), COMMANDS, ids=[" ".join(p) for p, _ in COMMANDS])
def test_every_command_has_help_and_an_example_of_itself(run, path, command):
    result = run(*path, "--help")
    assert result.code == 0
    assert command.help
    assert command.epilog.startswith(f"Example: techfeod {' '.join(path)}")


#: Commands that need an essay, a build or a server; their own tests run them.
NEEDS_MORE = {("verify",), ("lock",), ("open",), ("serve",), ("load",)}


@pytest.mark.parametrize(
    ("path", "command"),
    [
        pytest.param(
            *pair, id=" ".join(pair[0]), marks=[pytest.mark.slow] if pair[0] == ("build",) else []
        )
        for pair in COMMANDS
        if pair[0] not in NEEDS_MORE
    ],
)
def test_every_example_runs_on_the_published_data(run, tmp_path, monkeypatch, path, command):
    from pathlib import Path

    import techfeod_graph.data

    published = Path(techfeod_graph.data.__file__).parent
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").symlink_to(published, target_is_directory=True)
    words = shlex.split(command.epilog.removeprefix("Example: techfeod "))
    result = run(*words, data=None)
    assert result.code == 0, result.err
    assert result.out


def test_no_argument_shows_help_and_version_is_the_packages(run):
    assert "Usage" in run().out
    from importlib.metadata import version

    assert run("--version").out == f"techfeod-graph {version('techfeod-graph')}\n"


def test_the_console_script_is_installed():
    from importlib.metadata import entry_points

    (script,) = entry_points(group="console_scripts", name="techfeod")
    assert script.load() is entry.main


def test_the_console_script_ends_as_its_command_does(monkeypatch):
    answered = []
    monkeypatch.setattr(gc, "set_threshold", answered.append)
    monkeypatch.setattr(gc, "freeze", lambda: answered.append("frozen"))
    monkeypatch.setattr(sys, "argv", ["techfeod", "no-such-command"])
    with pytest.raises(SystemExit) as ended:
        entry.main()
    assert (ended.value.code, answered) == (2, [100_000, "frozen"])


def test_a_closed_pipe_is_no_fault():
    command = f"{shlex.quote(sys.executable)} -m techfeod_graph.cli claim list | head -n 1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        env={**os.environ, "TECHFEOD_DATA": str(TINY)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert "•" in done.stdout


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_accents_whatever_the_locale(process, locale):
    env = {**os.environ, "LC_ALL": locale, "PYTHONUTF8": "0", "PYTHONIOENCODING": ""}
    done = process("concept", "show", "péage", "--data", TINY, env=env)
    assert done.returncode == 0
    assert "péage" in done.stdout.decode("utf-8")


def test_a_fault_of_the_program_is_a_message(run, monkeypatch):
    def fail(*_arguments):
        raise ZeroDivisionError("planted")

    monkeypatch.setattr("techfeod_graph.queries.stats", fail)
    result = run("stats")
    assert result.code == 70
    assert "ZeroDivisionError: planted" in result.err
    assert "Traceback" not in result.err
    monkeypatch.setenv("TECHFEOD_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        run("stats")
