"""The commands that the documentation shows with their output; run it to write the output anew.

``python -m tests.examples`` at the root of the repository, after the data or a page has changed.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import shlex
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", ROOT / "docs" / "asking.md")
SESSIONS = ROOT / "docs" / "api.md"
SESSION = re.compile(r"^```pycon\n(.*?)^```$", re.MULTILINE | re.DOTALL)
EXAMPLE = re.compile(r"^```console\n\$ techfeod (.*?)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def shown(page: Path) -> list[tuple[str, str]]:
    """The words of each command of a page, and the output shown under it."""
    return EXAMPLE.findall(page.read_text(encoding="utf-8")) if page.is_file() else []


def output(words: str) -> str:
    """What the command prints, piped and 96 columns wide."""
    from techfeod_graph.cli.app import main

    stream = io.StringIO()
    with contextlib.redirect_stdout(stream), contextlib.suppress(SystemExit):
        main(shlex.split(words))
    return "\n".join(line.rstrip() for line in stream.getvalue().rstrip().splitlines())


def session(page: Path) -> str:
    """The page with the output of its Python sessions written anew, each after the other."""
    names: dict[str, object] = {}
    text = page.read_text(encoding="utf-8")
    for start in re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        exec(compile(start, page.name, "exec"), names)
    return SESSION.sub(lambda match: f"```pycon\n{_replayed(match[1], names)}```", text)


def _replayed(lines: str, names: dict[str, object]) -> str:
    found = ""
    for example in doctest.DocTestParser().get_examples(lines):
        stream = io.StringIO()
        with contextlib.redirect_stdout(stream):
            exec(compile(example.source, "session", "single"), names)
        source = example.source.rstrip("\n").replace("\n", "\n... ")
        found += f">>> {source}\n{stream.getvalue()}"
    return found


def _written(match: re.Match[str]) -> str:
    return f"```console\n$ techfeod {match[1]}\n{output(match[1])}\n```"


if __name__ == "__main__":
    os.environ["COLUMNS"] = "96"
    os.environ.pop("TECHFEOD_DATA", None)
    for page in PAGES:
        page.write_text(EXAMPLE.sub(_written, page.read_text(encoding="utf-8")), encoding="utf-8")
    SESSIONS.write_text(session(SESSIONS), encoding="utf-8")
