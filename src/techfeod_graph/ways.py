"""Shortest ways and neighbourhoods over typed steps, for any kind of record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from techfeod_graph.errors import TechfeodError

__all__ = ["NoPath", "Step", "best", "joined", "near", "shortest", "walked"]


class NoPath(TechfeodError):
    """Two records that no chain of relations joins."""

    exit_code = 3


class Step(NamedTuple):
    """A typed edge with what proves it: the claims that state it and the sentences it rests on.

    ``weight`` is what a step costs on a way, whichever direction it is walked in: 1 or more.
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


def joined(steps: Iterable[Step]) -> dict[str, dict[str, int]]:
    """What the cheapest step between two records costs, by the one and the other."""
    return {
        one: {other: min([step.weight for step in between]) for other, between in own.items()}
        for one, own in _neighbours(steps).items()
    }


def shortest(steps: Iterable[Step], start: str, end: str) -> list[Step]:
    """The cheapest way between two records, as steps in reading order; empty when they are one.

    Steps may be walked against their direction. Of several ways of one cost, the first by the names
    of its records is given; of several steps between two records, the cheapest, walked forward
    before backward.

    :raises NoPath: when there is none.
    """
    listed = list(steps)
    between = _neighbours(listed)
    names = walked(joined(listed), start, end)
    return [best(between[one][other], one) for one, other in pairwise(names)]


def walked(costs: Mapping[str, Mapping[str, int]], start: str, end: str) -> list[str]:
    """The records on the cheapest way, by what steps cost (see :func:`joined`), from start to end.

    :raises NoPath: when there is none.
    """
    left = _left(costs, end, start)
    if start != end and start not in left:
        a, b = (name.partition("/")[2] or name for name in (start, end))
        raise NoPath(f"no chain of relations joins «{a}» and «{b}»")
    way = [start]
    while (here := way[-1]) != end:
        own = costs[here].items()
        way.append(min(n for n, cost in own if n in left and left[here] == left[n] + cost))
    return way


def best(between: Iterable[Step], here: str) -> Step:
    """Of several steps between two records the cheapest, walked forward before backward."""
    return min(between, key=lambda step: (step.weight, step.subject != here, step.relation))


def _left(costs: Mapping[str, Mapping[str, int]], end: str, start: str) -> dict[str, int]:
    """What is left to pay to the end, from every record that is nearer to it than the start."""
    left: dict[str, int] = {}
    waiting = [[end]]  # records by what is left from them; it grows while it is walked
    for paid, reached in enumerate(waiting):
        for here in reached:
            if here in left:
                continue
            left[here] = paid
            if here == start:
                return left
            for there, cost in costs.get(here, {}).items():
                if there not in left:
                    while len(waiting) <= paid + cost:
                        waiting.append([])
                    waiting[paid + cost].append(there)
    return left


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
