"""The commands that the documentation shows with their output; run it to write the output anew.

``python -m tests.examples`` at the root of the repository, after the data or a page has changed.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", ROOT / "docs" / "asking.md")
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


def _written(match: re.Match[str]) -> str:
    return f"```console\n$ techfeod {match[1]}\n{output(match[1])}\n```"


if __name__ == "__main__":
    os.environ["COLUMNS"] = "96"
    os.environ.pop("TECHFEOD_DATA", None)
    for page in PAGES:
        page.write_text(EXAMPLE.sub(_written, page.read_text(encoding="utf-8")), encoding="utf-8")
