"""Blocks on a terminal, with Rich: colours, wrapped columns, trees with guides, a pager."""

from __future__ import annotations

import contextlib
import io
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable
from textwrap import wrap
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text
from rich.tree import Tree as RichTree

from .blocks import Block, Field, Gap, Head, Line, Node, Paragraph, Table, Title, Tree
from .plain import fit
from .typography import colon, french

if TYPE_CHECKING:
    from rich.console import JustifyMethod
    from rich.style import StyleType

__all__ = ["display", "render"]

#: The widest line of running text; tables use the whole terminal.
_WIDEST = 100
_INDENTS = (0, 2, 4, 6, 8)
_MARKS: dict[str, StyleType] = {"•": "cyan", "—": "dim", "←": "green", "→": "green"}
_TONES: dict[str, StyleType] = {
    "because": "green",
    "against": "red",
    "qualifies": "yellow",
    "": "bold",
}


def display(blocks: Iterable[Block], language: str) -> None:
    """Print on the terminal, through the pager when it is longer than the screen."""
    console = Console()
    text = render(blocks, language, console.width, colours=not console.no_color)
    if text.count("\n") < console.height or not sys.stdin.isatty() or not _page(text):
        sys.stdout.write(text)


def _page(text: str) -> bool:
    """Show a text with the reader's pager, ``less`` by default; False when there is none."""
    command = shlex.split(os.environ.get("PAGER", "less"))
    if not command or command == ["cat"] or shutil.which(command[0]) is None:
        return False
    environment = {"LESS": "FRX", "LESSCHARSET": "utf-8"} | os.environ
    process = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)
    with contextlib.suppress(BrokenPipeError, KeyboardInterrupt):
        process.communicate(text.encode())
    process.wait()
    return True


def render(blocks: Iterable[Block], language: str, width: int, *, colours: bool) -> str:
    """What is written on a terminal of that width, escape codes included."""
    stream = io.StringIO()
    console = Console(
        file=stream, force_terminal=True, width=width, no_color=not colours, highlight=False
    )
    for block in blocks:
        made = _block(block, language, width)
        if isinstance(block, Table):
            console.print(made)
        else:
            console.print(made, width=min(width, _WIDEST))
    return stream.getvalue()


def _block(block: Block, language: str, width: int) -> RenderableType:
    match block:
        case Title(text, aside):
            return Text.assemble((french(text, language), "bold"), "  ", (aside, "dim"))
        case Head(text):
            return Group("", Text(french(text, language), "bold underline"))
        case Paragraph(text):
            return Padding(Text(french(text, language)), (0, 0, 0, 2))
        case Field(name, values):
            told = french(", ".join(values), language)
            return _hanging((f"{name}{colon(language)}", "dim"), told, 2)
        case Line():
            return _line(block, language)
        case Table(rows, head):
            return _table(rows, head, language, width)
        case Tree(nodes):
            return Group(*(_tree(node, language) for node in nodes))
        case Gap():
            return ""


def _hanging(first: tuple[str, StyleType], text: str, indent: int) -> RenderableType:
    """A text whose later lines stand two columns in."""
    grid = RichTable.grid(padding=0)
    grid.add_column(width=indent)
    grid.add_column(overflow="fold")
    grid.add_row("", Text.assemble(first, text))
    return grid


def _line(line: Line, language: str) -> RenderableType:
    told = Text(french(line.text, language), "dim" if line.mark == "—" else "")
    if line.aside:
        told.append(f"  [{line.aside}]", "dim")
    grid = RichTable.grid(padding=0)
    if line.mark:
        grid.add_column(width=2)
    grid.add_column(overflow="fold")
    marks = [Text(line.mark, _MARKS.get(line.mark, ""))] if line.mark else []
    grid.add_row(*marks, told)
    return Padding(grid, (0, 0, 0, _INDENTS[min(line.level, 4)]))


def _table(
    rows: tuple[tuple[str, ...], ...], head: tuple[str, ...], language: str, width: int
) -> RenderableType:
    """Columns that fill the terminal at most; long ids are broken at their hyphens."""
    if not rows:
        return ""
    names = head or ("",) * len(rows[0])
    natural = [max(map(len, column)) for column in zip(names, *rows, strict=True)]
    sizes = fit(natural, width - 2 * (len(natural) - 1))
    made = RichTable(
        box=None, padding=(0, 2, 0, 0), show_header=bool(head), header_style="bold", pad_edge=False
    )
    for place, (name, size) in enumerate(zip(names, sizes, strict=True)):
        numbers = all(row[place].replace(".", "").isdigit() for row in rows)
        justify: JustifyMethod = "right" if numbers else "left"
        told = "\n".join(wrap(french(name, language), size))
        made.add_column(told, justify=justify, width=size, overflow="fold")
    for row in rows:
        cells = zip(row, sizes, strict=True)
        made.add_row(*(Text("\n".join(wrap(french(c, language), size))) for c, size in cells))
    return made


def _tree(node: Node, language: str) -> RichTree:
    made = RichTree(_label(node, language), guide_style="dim")
    for below in node.below:
        _grow(made, below, language)
    return made


def _grow(tree: RichTree, node: Node, language: str) -> None:
    branch = tree.add(_label(node, language))
    for below in node.below:
        _grow(branch, below, language)


def _label(node: Node, language: str) -> Text:
    told = Text()
    if node.label:
        told.append(f"{french(node.label, language)} ", _TONES.get(node.tone, ""))
    told.append(french(node.text, language), "bold" if not node.label and node.aside else "")
    if node.aside:
        told.append(f"  [{node.aside}]", "dim")
    for note in node.notes:
        told.append(f"\n— {french(note, language)}", "dim")
    return told
