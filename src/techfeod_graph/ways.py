"""Shortest ways and neighbourhoods over typed steps, for any kind of record."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from typing import Any, NamedTuple

from techfeod_graph.errors import TechfeodError

__all__ = ["NoPath", "Step", "near", "shortest"]


class NoPath(TechfeodError):
    """Two records that no chain of relations joins."""

    exit_code = 3


class Step(NamedTuple):
    """A typed edge with what proves it: the claims that state it and the sentences it rests on.

    ``weight`` is what a step costs on a way, whichever direction it is walked in.
    """

    subject: str
    relation: str
    object: str
    claims: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    weight: int = 1

    def plain(self) -> dict[str, Any]:
        """The same as plain data: ``subject``, ``relation``, ``object``, ``claims``, ``at``."""
        named = {"subject": self.subject, "relation": self.relation, "object": self.object}
        return named | {"claims": list(self.claims), "at": list(self.at)}


def _neighbours(steps: Iterable[Step]) -> dict[str, dict[str, list[Step]]]:
    found: dict[str, dict[str, list[Step]]] = {}
    for step in steps:
        one, _, other, *_ = step
        found.setdefault(one, {}).setdefault(other, []).append(step)
        if one != other:
            found.setdefault(other, {}).setdefault(one, []).append(step)
    return found


def shortest(steps: Iterable[Step], start: str, end: str) -> list[Step]:
    """The cheapest way between two records, as steps in reading order; empty when they are one.

    Steps may be walked against their direction. Of several ways of one cost, the first by the names
    of its records is given; of several steps between two records, the cheapest, walked forward
    before backward.

    :raises NoPath: when there is none.
    """
    around = _neighbours(steps)
    costs = _costs(around, end, start)
    if start != end and start not in costs:
        a, b = (name.partition("/")[2] or name for name in (start, end))
        raise NoPath(f"no chain of relations joins «{a}» and «{b}»")
    way = []
    here = start
    while here != end:
        there = min(
            name
            for name, between in around[here].items()
            if name in costs and costs[here] == costs[name] + _cheapest(between)
        )
        way.append(_best(around[here][there], here))
        here = there
    return way


def _cheapest(between: list[Step]) -> int:
    if len(between) == 1:
        return between[0].weight
    return min([step.weight for step in between])


def _best(between: list[Step], here: str) -> Step:
    return min(between, key=lambda step: (step.weight, step.subject != here, step.relation))


def _costs(around: dict[str, dict[str, list[Step]]], end: str, start: str) -> dict[str, int]:
    """What it costs to reach the end from every record that is nearer to it than the start."""
    costs: dict[str, int] = {}
    waiting = [(0, end)]
    while waiting:
        cost, here = heapq.heappop(waiting)
        if here in costs:
            continue
        costs[here] = cost
        if here == start:
            break
        for there, between in around.get(here, {}).items():
            if there not in costs:
                heapq.heappush(waiting, (cost + _cheapest(between), there))
    return costs


def near(steps: Iterable[Step], centre: str, hops: int) -> list[tuple[int, Step]]:
    """Every step between records at most ``hops`` steps from a centre, the nearest first.

    Each with its distance: that of the farther of its two ends.
    """
    listed = list(steps)
    around = _neighbours(listed)
    distance = {centre: 0}
    edge = [centre]
    for far in range(1, hops + 1):
        edge = [b for a in edge for b in around.get(a, {}) if b not in distance]
        distance |= dict.fromkeys(edge, far)
    found = [
        (max(distance[step.subject], distance[step.object]), step)
        for step in listed
        if step.subject in distance and step.object in distance
    ]
    return sorted(found, key=lambda row: (row[0], row[1].subject, row[1].relation, row[1].object))
