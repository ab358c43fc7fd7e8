"""Where the nodes stand: computed when the page is made, the same on every machine.

Only sums, products, quotients and square roots of doubles are used on the way, here and in the
springs of rustworkx, and the starting places are given: nothing depends on a mathematics library.
"""

from __future__ import annotations

import math
import random
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

import rustworkx

__all__ = ["Box", "Spot", "place", "separate"]

_SEED: Final = 20
#: Rounds of the springs, fewer where the work, in pairs of nodes, would be too much.
_ROUNDS: Final = 600
_WORK: Final = 60_000_000
#: Share of a component's room that its boxes fill before they are parted, and width to height.
_DENSITY: Final = 0.5
_ASPECT: Final = 0.9
_GAP: Final = 60.0
#: Overlap that is let be, so that the pushing ends.
_SLACK: Final = 0.5
#: Growth of the map in each round of pushing, and the grid that the outer nodes stand on.
_SPREAD: Final = 1.002
_CELL: Final = 34.0

Spot = tuple[float, float]
#: Two nodes to how strongly they draw each other.
Pairs = Mapping[tuple[int, int], float]


class Box(NamedTuple):
    """The room a node needs, in the map's units, which are pixels at its natural size."""

    width: float
    height: float


def place(boxes: Sequence[Box], pairs: Pairs, core: int) -> list[Spot]:
    """A place for each node, rounded to a tenth, so that no two boxes of the core overlap.

    The first ``core`` nodes are laid out by the links among themselves, in connected components
    packed side by side. The others stand near their neighbours and do not move the core.
    ``pairs`` tells how strongly each link draws.
    """
    inner = {pair: weight for pair, weight in pairs.items() if max(pair) < core}
    spots = _packed([_component(part, inner, boxes) for part in _parts(core, inner)], core, boxes)
    if len(boxes) > core:
        spots = _around(spots, boxes, pairs, core)
    return [(round(x, 1) + 0.0, round(y, 1) + 0.0) for x, y in spots]


def _parts(count: int, pairs: Pairs) -> list[list[int]]:
    """Connected components, the largest first."""
    graph = _graph(count, pairs)
    found = [sorted(part) for part in rustworkx.connected_components(graph)]
    return sorted(found, key=lambda part: (-len(part), part))


def _graph(count: int, pairs: Pairs) -> rustworkx.PyGraph[None, float]:
    graph: rustworkx.PyGraph[None, float] = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from([None] * count)
    graph.add_edges_from([(a, b, weight) for (a, b), weight in pairs.items()])
    return graph


def _component(part: Sequence[int], pairs: Pairs, boxes: Sequence[Box]) -> dict[int, Spot]:
    """The places of one component around its own origin."""
    local = {node: number for number, node in enumerate(part)}
    own = {(local[a], local[b]): weight for (a, b), weight in pairs.items() if a in local}
    chance = random.Random(_SEED)
    start = {number: (chance.random(), chance.random()) for number in range(len(part))}
    found = rustworkx.spring_layout(
        _graph(len(part), own),
        pos=start,
        seed=_SEED,
        num_iter=max(50, min(_ROUNDS, _WORK // len(part) ** 2)),
        weight_fn=float,
    )
    raw = _evened([(found[number][0], found[number][1]) for number in range(len(part))])
    sized = [boxes[node] for node in part]
    spots = separate(_sized(raw, sized), sized)
    return dict(zip(part, spots, strict=True))


def _evened(spots: Sequence[Spot]) -> list[Spot]:
    """Places around the origin with the crowded middle spread towards the thin rim."""
    norms = [math.sqrt(x * x + y * y) for x, y in spots]
    rim = max(norms)
    return [
        (x * (1 + math.sqrt(rim / norm)), y * (1 + math.sqrt(rim / norm))) if norm else (x, y)
        for (x, y), norm in zip(spots, norms, strict=True)
    ]


def _sized(spots: Sequence[Spot], boxes: Sequence[Box]) -> list[Spot]:
    """Places scaled so that the boxes fill the wanted share of the room they span."""
    area = sum(box.width * box.height for box in boxes) / _DENSITY
    height = math.sqrt(area / _ASPECT)
    spans = [
        max(spot[axis] for spot in spots) - min(spot[axis] for spot in spots) for axis in (0, 1)
    ]
    x = height * _ASPECT / spans[0] if spans[0] else 0.0
    y = height / spans[1] if spans[1] else 0.0
    return [(spot[0] * x, spot[1] * y) for spot in spots]


def separate(spots: Sequence[Spot], boxes: Sequence[Box]) -> list[Spot]:
    """Push overlapping boxes apart along their shorter overlap until none overlap.

    All spreads a little in each round, so that what is pushed finds room.
    """
    x = [spot[0] for spot in spots]
    y = [spot[1] for spot in spots]
    while _pushed(x, y, boxes):
        x = [value * _SPREAD for value in x]
        y = [value * _SPREAD for value in y]
    return list(zip(x, y, strict=True))


def _pushed(x: list[float], y: list[float], boxes: Sequence[Box]) -> bool:
    """One round of pushing, from left to right; whether anything moved."""
    moved = False
    order = sorted(range(len(x)), key=lambda node: (x[node], node))
    widest = max((box.width for box in boxes), default=0.0)
    for rank, a in enumerate(order):
        for b in order[rank + 1 :]:
            if x[b] - x[a] > widest:
                break
            moved = _part(x, y, boxes, a, b) or moved
    return moved


def _part(x: list[float], y: list[float], boxes: Sequence[Box], a: int, b: int) -> bool:
    """Part two boxes by half of their shorter overlap each, when they overlap."""
    dx, dy = x[b] - x[a], y[b] - y[a]
    over_x = (boxes[a].width + boxes[b].width) / 2 - abs(dx)
    over_y = (boxes[a].height + boxes[b].height) / 2 - abs(dy)
    if over_x <= _SLACK or over_y <= _SLACK:
        return False
    axis, over, gap = (x, over_x, dx) if over_x < over_y else (y, over_y, dy)
    sign = 1.0 if gap > 0 or (gap == 0 and a < b) else -1.0
    axis[a] -= sign * over / 2
    axis[b] += sign * over / 2
    return True


def _packed(parts: Sequence[dict[int, Spot]], count: int, boxes: Sequence[Box]) -> list[Spot]:
    """Components on shelves under the largest, as wide as it is; nothing lies far off."""
    spots: list[Spot] = [(0.0, 0.0)] * count
    left, top, shelf, width = 0.0, 0.0, 0.0, 0.0
    for part in parts:
        edges = _edges(part, boxes)
        wide, high = edges[2] - edges[0], edges[3] - edges[1]
        width = width or wide
        if left and left + wide > width:
            left, top, shelf = 0.0, top + shelf + _GAP, 0.0
        for node, (x, y) in part.items():
            spots[node] = (x - edges[0] + left, y - edges[1] + top)
        left, shelf = left + wide + _GAP, max(shelf, high)
    return spots


def _edges(part: dict[int, Spot], boxes: Sequence[Box]) -> tuple[float, float, float, float]:
    """The left, upper, right and lower edge of a component's boxes."""
    return (
        min(x - boxes[node].width / 2 for node, (x, _) in part.items()),
        min(y - boxes[node].height / 2 for node, (_, y) in part.items()),
        max(x + boxes[node].width / 2 for node, (x, _) in part.items()),
        max(y + boxes[node].height / 2 for node, (_, y) in part.items()),
    )


def _around(spots: Sequence[Spot], boxes: Sequence[Box], pairs: Pairs, core: int) -> list[Spot]:
    """The core as it is; the others on free cells of a grid, near the middle of their neighbours.

    The most linked choose first; a node without neighbours goes to the lower edge.
    """
    near: list[list[int]] = [[] for _ in boxes]
    for a, b in pairs:
        near[a].append(b)
        near[b].append(a)
    wanted = _middles(spots, near)
    low = max((spot[1] for spot in spots), default=0.0) + _GAP
    taken = {cell for x, y in spots for cell in _covered(x, y)}
    found = list(spots) + [(0.0, 0.0)] * (len(boxes) - core)
    chance = random.Random(_SEED)
    for node in sorted(range(core, len(boxes)), key=lambda node: (-len(near[node]), node)):
        x, y = wanted.get(node, (0.0, low))
        cell = _free(round(x / _CELL), round(y / _CELL), taken)
        taken.add(cell)
        shake = (chance.random() - 0.5, chance.random() - 0.5)
        found[node] = ((cell[0] + shake[0] / 4) * _CELL, (cell[1] + shake[1] / 4) * _CELL)
    return found


def _middles(spots: Sequence[Spot], near: Sequence[Sequence[int]]) -> dict[int, Spot]:
    """The mean place of each node's neighbours, settled in a few rounds from the core outwards.

    A neighbour weighs the more the fewer links it has: what is particular draws, not what is
    linked to everything.
    """
    found: dict[int, Spot] = dict(enumerate(spots))
    for _ in range(12):
        for node in range(len(spots), len(near)):
            known = [(found[other], len(near[other])) for other in near[node] if other in found]
            weight = sum(1 / degree for _, degree in known)
            if weight:
                x = sum(spot[0] / degree for spot, degree in known) / weight
                y = sum(spot[1] / degree for spot, degree in known) / weight
                found[node] = (x, y)
    return found


def _covered(x: float, y: float) -> list[tuple[int, int]]:
    """The cells that a mark of the core stands on."""
    left, top = math.floor(x / _CELL), math.floor(y / _CELL)
    return [(left + i, top + j) for i in (0, 1) for j in (0, 1)]


def _free(column: int, row: int, taken: set[tuple[int, int]]) -> tuple[int, int]:
    """The free cell nearest to a wanted one; the first in order of rows where two are as near."""
    for reach in range(1000):
        ring = [
            (i * i + j * j, row + j, column + i)
            for j in range(-reach, reach + 1)
            for i in range(-reach, reach + 1)
            if max(abs(i), abs(j)) == reach and (column + i, row + j) not in taken
        ]
        if ring:
            _, y, x = min(ring)
            return x, y
    raise ValueError("no free cell within reach")
