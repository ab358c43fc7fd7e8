"""Nodes in blocks, each a grid in the given order, on shelves as wide as the map wants to be."""

from __future__ import annotations

import math
from collections.abc import Sequence

from techfeod_graph.model import Name
from techfeod_graph.site.layout import Spot
from techfeod_graph.site.maps.view import Region

__all__ = ["blocks"]

_CELL = (44.0, 34.0)
_GAP = 56.0
_HEAD = 34.0
#: Width to height of a block and of the whole map.
_SHAPE = 1.1


def blocks(
    groups: Sequence[tuple[str, Name, Sequence[str]]],
) -> tuple[dict[str, Spot], list[Region]]:
    """The place of every node and the region of every group that has one, in reading order.

    A group is the address it is named after, its name, and its nodes.
    """
    spots: dict[str, Spot] = {}
    regions = []
    limit = _shelf([len(nodes) for _, _, nodes in groups])
    left = top = high = 0.0
    for key, label, nodes in (group for group in groups if group[2]):
        columns, width, height = _size(len(nodes))
        if left and left + width > limit:
            left, top, high = 0.0, top + high + _GAP, 0.0
        for rank, node in enumerate(nodes):
            x, y = rank % columns, rank // columns
            spots[node] = (
                left + (x + 0.5) * _CELL[0],
                top + _HEAD + (y + 0.5) * _CELL[1],
            )
        regions.append(Region(label, left, top, width, height, key))
        left, high = left + width + _GAP, max(high, height)
    return spots, regions


def _size(count: int) -> tuple[int, float, float]:
    """Columns, width and height of a block; wide enough for a name."""
    columns = max(6, math.ceil(math.sqrt(count * _SHAPE * _CELL[1] / _CELL[0])))
    rows = math.ceil(count / columns)
    return columns, columns * _CELL[0], rows * _CELL[1] + _HEAD


def _shelf(counts: Sequence[int]) -> float:
    """The width of the map at which it has the wanted shape."""
    sizes = [_size(count) for count in counts if count]
    area = sum((width + _GAP) * (height + _GAP) for _, width, height in sizes)
    widest = max((width for _, width, _ in sizes), default=0.0)
    return max(widest, math.sqrt(area * _SHAPE))
