"""Blocks as Markdown; what the data holds is text and never becomes markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .blocks import Block, Field, Gap, Head, Line, Node, Paragraph, Table, Title, Tree
from .typography import colon, french

__all__ = ["escape", "render"]

_SIGNS = re.compile(r"([\\`*_\[\]<>|#~])")


def escape(text: str) -> str:
    """A text in which no sign means anything to Markdown (CommonMark, with tables)."""
    plain = _SIGNS.sub(r"\\\1", " ".join(re.split(r"[ \t\r\n\v\f]+", text)))
    return re.sub(r"^([-+]|\d+[.)])(?=\s|$)", r"\\\1", plain).replace("&", "&amp;")


def render(blocks: Iterable[Block], language: str) -> str:
    """The Markdown of an answer: a heading for each title and head, lists, and pipe tables."""
    told: list[str] = []
    last: type[Block] | None = None
    for block in blocks:
        if isinstance(block, Gap):
            last = None
            continue
        listed = isinstance(block, Field | Line | Tree) and last in (Field, Line, Tree)
        if told and not listed:
            told.append("")
        told += _block(block, language)
        last = type(block)
    return "".join(f"{line}\n" for line in told)


def _block(block: Block, language: str) -> Iterator[str]:
    def say(text: str) -> str:
        return escape(french(text, language))

    match block:
        case Title(text, aside):
            yield f"# {say(text)}"
            if aside:
                yield ""
                yield f"`{aside}`" if "`" not in aside else say(aside)
        case Head(text):
            yield f"## {say(text)}"
        case Paragraph(text):
            yield say(text)
        case Field(name, values):
            yield f"- **{say(name)}**{colon(language)}{', '.join(map(say, values))}"
        case Line(text, level, mark, aside):
            lead = "  " * max(0, level - 1)
            sign = "" if mark in ("•", "—", "") else f"{mark} "
            yield f"{lead}- {sign}{say(text)}{_aside(aside)}"
        case Table(rows, head):
            yield from _table(rows, head, language)
        case Tree(nodes):
            for node in nodes:
                yield from _node(node, language, 0)


def _aside(key: str) -> str:
    return f" `{key}`" if key else ""


def _node(node: Node, language: str, level: int) -> Iterator[str]:
    lead = "  " * level
    label = f"**{escape(french(node.label, language))}** " if node.label else ""
    yield f"{lead}- {label}{escape(french(node.text, language))}{_aside(node.aside)}"
    for note in node.notes:
        yield f"{lead}  - {escape(french(note, language))}"
    for below in node.below:
        yield from _node(below, language, level + 1)


def _table(
    rows: tuple[tuple[str, ...], ...], head: tuple[str, ...], language: str
) -> Iterator[str]:
    if not rows:
        return
    names = head or ("",) * len(rows[0])
    yield _row(names, language)
    yield f"|{' --- |' * len(names)}"
    for row in rows:
        yield _row(row, language)


def _row(cells: tuple[str, ...], language: str) -> str:
    return f"| {' | '.join(escape(french(cell, language)) for cell in cells)} |"
