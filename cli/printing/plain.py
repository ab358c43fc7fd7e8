"""Blocks as plain text: one line an item, or wrapped where COLUMNS says how wide."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from .blocks import Block, Field, Gap, Head, Line, Node, Paragraph, Table, Title, Tree
from .typography import colon

__all__ = ["columns", "fit", "render"]

_INDENTS = (0, 2, 6, 8, 12)
#: The spaces at which a French text is not broken, and a letter of no script that stands for one.
_HELD = r" (?=[:;!?»])|(?<=«) "
_BOUND = "\ue000"


def columns() -> int | None:
    """The width that COLUMNS asks for, at least 40; None when it asks for none."""
    wanted = os.environ.get("COLUMNS", "")
    return max(40, int(wanted)) if wanted.isascii() and wanted.isdigit() else None


def render(blocks: Iterable[Block], language: str, width: int | None) -> str:
    """The text, without colours. Without a width nothing is wrapped and cells are parted by tabs.

    Every line ends with a line feed.
    """
    lines = [line for block in blocks for line in _block(block, language, width)]
    return "".join(f"{line}\n" for line in lines)


def _block(block: Block, language: str, width: int | None) -> Iterator[str]:
    match block:
        case Title(text, aside):
            yield f"{text}  {aside}".rstrip()
        case Head(text):
            yield ""
            yield text
        case Paragraph(text):
            yield from _wrap(text, width, 2, 0)
        case Field(name, values):
            yield from _wrap(f"{name}{colon(language)}{', '.join(values)}", width, 2, 2)
        case Line():
            yield from _line(block, width)
        case Table(rows, head, named):
            yield from _table((head, *rows) if named else rows, width)
        case Tree(nodes):
            for node in nodes:
                yield from _node(node, width, 0)
        case Gap():
            yield ""


def _wrap(text: str, width: int | None, indent: int, hang: int) -> list[str]:
    lead = " " * indent
    if width is None:
        return [f"{lead}{text}"]
    import textwrap

    lines = textwrap.wrap(
        re.sub(_HELD, _BOUND, text),
        width,
        initial_indent=lead,
        subsequent_indent=lead + " " * hang,
        break_on_hyphens=False,
        break_long_words=False,
    )
    return [line.replace(_BOUND, " ") for line in lines] or [""]


def _line(line: Line, width: int | None) -> list[str]:
    told = f"{line.mark} {line.text}".lstrip()
    if line.aside:
        told += f"  [{line.aside}]"
    return _wrap(told, width, _INDENTS[min(line.level, 4)], 2 if line.mark else 4)


def _node(node: Node, width: int | None, level: int) -> Iterator[str]:
    head = f"{node.label} {node.text}".strip()
    told = f"{head}  [{node.aside}]" if node.aside else head
    yield from _wrap(told, width, 2 * level, 2)
    for note in node.notes:
        yield from _wrap(f"— {note}", width, 2 * level + 4, 2)
    for below in node.below:
        yield from _node(below, width, level + 1)


def _table(rows: tuple[tuple[str, ...], ...], width: int | None) -> Iterator[str]:
    if width is None:
        for row in rows:
            yield "\t".join(" ".join(cell.split()) for cell in row)
        return
    if not rows:
        return
    import textwrap

    natural = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    sizes = fit(natural, width - 2 * (len(natural) - 1))
    for row in rows:
        cells = [textwrap.wrap(cell, size) or [""] for cell, size in zip(row, sizes, strict=True)]
        for line in zip_longest(*cells, fillvalue=""):
            padded = (part.ljust(size) for part, size in zip(line, sizes, strict=True))
            yield "  ".join(padded).rstrip()


def fit(natural: list[int], room: int) -> list[int]:
    """Widths that fill the room at most: narrow columns keep theirs, wide ones share the rest."""
    sizes = dict.fromkeys(range(len(natural)), 0)
    open_ = sorted(sizes, key=lambda column: natural[column])
    while open_:
        share = max(8, room // len(open_))
        column = open_.pop(0)
        sizes[column] = min(natural[column], share) or 1
        room -= sizes[column]
    return [sizes[column] for column in range(len(natural))]
