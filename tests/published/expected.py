"""The expected answer of every named query: a table of tab-separated cells in ``answers/``."""

from __future__ import annotations

from pathlib import Path

import techfeod_graph.data

from techfeod_graph.engine import Engine
from techfeod_graph.loading import load

PUBLISHED = Path(techfeod_graph.data.__file__).parent
ANSWERS = Path(__file__).with_name("answers")
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n"})


def lines(columns, rows) -> list[str]:
    """An answer as lines: the columns, then the rows in the order of the alphabet.

    IRIs stand by their shortest name, an unbound cell is empty, and order is not part of an answer.
    """
    written = sorted("\t".join((c or "").translate(_ESCAPES) for c in row) for row in rows)
    return ["\t".join(columns), *written]


def expected(stem: str) -> list[str]:
    """The lines of the file that holds the expected answer."""
    return (ANSWERS / f"{stem}.tsv").read_text(encoding="utf-8").splitlines()


def rows(stem: str) -> list[list[str]]:
    """The rows of an expected answer."""
    return sorted(line.split("\t") for line in expected(stem)[1:])


def published_engine() -> Engine:
    """The embedded engine on the published data."""
    return Engine(load(PUBLISHED))
