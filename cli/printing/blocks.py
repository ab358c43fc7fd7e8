"""What an answer is made of before it is printed: titles, fields, lines, tables and trees."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

__all__ = ["Block", "Field", "Gap", "Head", "Line", "Node", "Paragraph", "Table", "Title", "Tree"]


@dataclass(frozen=True)
class Title:
    """The name of a record, and what stands beside it (its id)."""

    text: str
    aside: str = ""


@dataclass(frozen=True)
class Head:
    """The head of a part."""

    text: str


@dataclass(frozen=True)
class Paragraph:
    """Running text under a title."""

    text: str


@dataclass(frozen=True)
class Field:
    """A property with its values."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Line:
    """An item of a list: its mark (``•`` a claim, ``—`` a holder, ``←`` a reason), level, id."""

    text: str
    level: int = 1
    mark: str = "•"
    aside: str = ""


@dataclass(frozen=True)
class Table:
    """Rows of cells; ``head`` names the columns, in plain text only when ``named``."""

    rows: tuple[tuple[str, ...], ...]
    head: tuple[str, ...] = ()
    named: bool = False


@dataclass(frozen=True)
class Node:
    """A point of a tree: what it is to the point above (``label``), its text, notes and id."""

    text: str
    label: str = ""
    notes: tuple[str, ...] = ()
    aside: str = ""
    tone: str = ""
    below: tuple[Node, ...] = ()


@dataclass(frozen=True)
class Tree:
    """Trees one after another."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True)
class Gap:
    """An empty line."""


Block: TypeAlias = Title | Head | Paragraph | Field | Line | Table | Tree | Gap


@dataclass
class Sheet:
    """Blocks being written, in one language."""

    language: str
    blocks: list[Block] = field(default_factory=list)

    def add(self, *blocks: Block) -> None:
        """Write blocks one under the other."""
        self.blocks += blocks

    def extend(self, blocks: Iterable[Block]) -> None:
        """Write many blocks."""
        self.blocks += blocks
