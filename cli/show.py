"""Tables for commands that print no answer of their own: rules, results of queries."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable

from .printing import plain
from .printing.blocks import Table

__all__ = ["table", "width"]


def table(rows: Iterable[tuple[str, ...]], head: Iterable[str] = ()) -> None:
    """Print rows in columns: aligned and wrapped on a terminal, parted by tabs when piped.

    ``head`` names the columns on a terminal only.
    """
    block = Table(tuple(tuple(row) for row in rows), tuple(head))
    if sys.stdout.isatty() and os.environ.get("TERM") != "dumb":
        from .printing.terminal import display

        display([block], "en")
    else:
        sys.stdout.write(plain.render([block], "en", plain.columns()))


def width() -> int:
    """The columns to write running text on: those of the terminal, at most 100."""
    return min(shutil.get_terminal_size((96, 24)).columns, 100)
