"""What an answer is made of before it is printed: titles, fields, lines, tables and trees."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

__all__ = [
    "Block",
    "Field",
    "Gap",
    "Head",
    "Line",
    "Node",
    "Paragraph",
    "Sheet",
    "Table",
    "Title",
    "Tree",
]


class Title(NamedTuple):
    """The name of a record, and what stands beside it (its id)."""

    text: str
    aside: str = ""


class Head(NamedTuple):
    """The head of a part."""

    text: str


class Paragraph(NamedTuple):
    """Running text under a title."""

    text: str


class Field(NamedTuple):
    """A property with its values."""

    name: str
    values: tuple[str, ...]


class Line(NamedTuple):
    """An item of a list: its mark (``•`` a claim, ``—`` a holder, ``←`` a reason), level, id."""

    text: str
    level: int = 1
    mark: str = "•"
    aside: str = ""


class Table(NamedTuple):
    """Rows of cells; ``head`` names the columns, in plain text only when ``named``."""

    rows: tuple[tuple[str, ...], ...]
    head: tuple[str, ...] = ()
    named: bool = False


class Node(NamedTuple):
    """A point of a tree: what it is to the point above (``label``), its text, notes and id."""

    text: str
    label: str = ""
    notes: tuple[str, ...] = ()
    aside: str = ""
    tone: str = ""
    below: tuple[Node, ...] = ()


class Tree(NamedTuple):
    """Trees one after another."""

    nodes: tuple[Node, ...]


class Gap(NamedTuple):
    """An empty line."""


Block: TypeAlias = Title | Head | Paragraph | Field | Line | Table | Tree | Gap


class Sheet:
    """Blocks being written, in one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.blocks: list[Block] = []

    def add(self, *blocks: Block) -> None:
        """Write blocks one under the other."""
        self.blocks += blocks
