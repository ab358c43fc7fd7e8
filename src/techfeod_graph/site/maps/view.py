"""What a map shows: its nodes with their places, its lines, and what is shown at first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from techfeod_graph.model import Name
from techfeod_graph.site.layout import Spot
from techfeod_graph.site.network import Edge

__all__ = ["Region", "View"]


@dataclass(frozen=True)
class Region:
    """A named part of a map: its middle above, its room below, and whom it is named after."""

    label: Name
    x: float
    y: float
    width: float
    height: float
    key: str = ""


@dataclass(frozen=True)
class View:
    """One map.

    ``extra`` are nodes that are no records (inferences, sections), as ``records.entries`` gives
    records. ``kinds`` and ``hidden`` are the kinds of node that are shown and the types of link
    that are not when the map opens, on the record ``start`` within ``hops`` steps when given.
    ``near`` is how a neighbourhood is arranged: ``ring`` around its record, or in ``layers``.
    """

    name: str
    address: str
    title: Name
    about: Name
    spots: Mapping[str, Spot]
    edges: Sequence[Edge]
    kinds: frozenset[str]
    hidden: frozenset[str] = frozenset()
    extra: Sequence[dict[str, Any]] = ()
    regions: Sequence[Region] = ()
    start: str = ""
    hops: int = 0
    near: str = "ring"
    words: Mapping[str, Name] = field(default_factory=dict)
