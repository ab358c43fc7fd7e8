"""Everything joined to everything by typed steps: ways and neighbourhoods of any record.

Records are named as in their addresses: ``concept/mika``, ``claim/…``, ``agent/…``, ``work/…``.
"""

from __future__ import annotations

import marshal
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from techfeod_graph.answers.links import topics
from techfeod_graph.paths import concept_steps
from techfeod_graph.ways import NoPath, Step, best, joined, near, walked

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from techfeod_graph.corpus import Corpus
    from techfeod_graph.model import Claim

__all__ = ["TYPES", "around", "known_types", "network", "way"]

_LINKS = ("attacks", "undercuts", "qualifies", "elaborates", "presupposes")
#: The kind of a record to the types of step that its neighbourhood shows, when none are named.
TYPES: dict[str, tuple[str, ...]] = {
    "concept": ("broader", "relations"),
    "claim": ("supports", *_LINKS),
    "agent": ("stances", "member-of", "wrote"),
    "work": ("cites", "about", "wrote"),
}
#: The sets of steps; every step belongs to one.
_SETS = (*dict.fromkeys(name for names in TYPES.values() for name in names),)
#: What a step costs on a way; the rest cost 1. A common topic joins less than a reason does.
_COSTS = {"about": 3, "cites": 3, "wrote": 3, "member-of": 2}


def network(corpus: Corpus) -> list[Step]:
    """Every step: relations of concepts, links of claims, stances, topics, authorship, groups.

    Relations are those of the model and ``broader``, ``supports``, ``attacks``, ``undercuts``,
    ``qualifies``, ``elaborates``, ``presupposes``, ``about``, ``cites``, ``wrote``, ``member-of``,
    and for the step from an agent to a claim the stance (``asserts``, ``rejects``, …).
    """
    steps = [
        Step(f"concept/{s.subject}", s.relation, f"concept/{s.object}", s.claims, s.at, s.weight)
        for s in concept_steps(corpus)
    ]
    for key, claim in corpus.claims.items():
        steps += _claim(corpus, key, claim)
    for key, work in corpus.works.items():
        for agent in work.custom.creators:
            steps.append(_step(f"agent/{agent}", "wrote", f"work/{key}", work.custom.at))
    for key, group in corpus.agents.items():
        for member in group.members:
            steps.append(_step(f"agent/{member}", "member-of", f"agent/{key}", group.at))
    return steps


def _step(subject: str, relation: str, target: str, at: tuple[str, ...]) -> Step:
    return Step(subject, relation, target, (), at, _COSTS.get(relation, 1))


def _claim(corpus: Corpus, key: str, claim: Claim) -> Iterator[Step]:
    own = f"claim/{key}"
    for held in corpus.positions(claim):
        yield _step(f"agent/{held.holder}", held.stance, own, held.at)
    for name in topics(claim):
        kind = next(k for k in ("concept", "agent", "work") if name in getattr(corpus, f"{k}s"))
        yield _step(own, "about", f"{kind}/{name}", claim.at)
    for work in claim.cites:
        yield _step(own, "cites", f"work/{work}", claim.at)
    for reason in claim.because:
        for premise in reason.premises:
            yield _step(f"claim/{premise}", "supports", own, reason.at)
    for relation in _LINKS:
        for link in getattr(claim, relation):
            yield _step(own, relation, f"claim/{link.claim}", link.at)


def way(corpus: Corpus, start: str, end: str) -> list[dict[str, Any]]:
    """The shortest way between two records, as steps in reading order.

    Each is ``subject``, ``relation``, ``object``, ``claims`` (that state it), ``at`` (sentences).
    Two concepts are joined by relations of concepts, and two claims by links of claims, as long as
    such a way exists; all else by any steps.

    :raises NoPath: when there is none.
    """
    kinds = {name.partition("/")[0] for name in (start, end)}
    if len(kinds) == 1 and kinds <= {"concept", "claim"}:
        try:
            return _walk(corpus, kinds.pop(), start, end)
        except NoPath:
            pass
    return _walk(corpus, "any", start, end)


def _walk(corpus: Corpus, among: str, start: str, end: str) -> list[dict[str, Any]]:
    """A way among the records of one kind, or any; only its own steps are unpacked."""
    kept = corpus.kept("ways", lambda: _ways(corpus), (f"among {among}", "steps"))
    steps = kept["steps"]

    def between(one: str, other: str) -> Iterator[Step]:
        for subject, target in ((one, other), (other, one)):
            for row in marshal.loads(steps[subject]) if subject in steps else ():
                if row[2] == target:
                    yield Step._make(row)

    names = walked(kept[f"among {among}"], start, end)
    return [best(between(one, other), one).plain() for one, other in pairwise(names)]


def _ways(corpus: Corpus) -> dict[str, Any]:
    """What steps cost among concepts, among claims and among all records; all steps by subject."""
    steps = network(corpus)
    found: dict[str, Any] = {"among any": joined(steps)}
    for kind in ("concept", "claim"):
        ends = f"{kind}/"
        inside = [s for s in steps if s.subject.startswith(ends) and s.object.startswith(ends)]
        found[f"among {kind}"] = joined(inside)
    rows: dict[str, list[tuple[Any, ...]]] = {}
    for step in steps:
        rows.setdefault(step.subject, []).append(tuple(step))
    return found | {"steps": {key: marshal.dumps(own) for key, own in rows.items()}}


def _steps(corpus: Corpus, sets: Collection[str]) -> list[Step]:
    """The steps of some sets (see :func:`_set`), each set in the order of the network."""
    found = corpus.kept("steps", lambda: _by_set(corpus), sets)
    return [Step._make(row) for rows in found.values() for row in rows]


def _by_set(corpus: Corpus) -> dict[str, list[tuple[Any, ...]]]:
    found: dict[str, list[tuple[Any, ...]]] = {}
    for step in network(corpus):
        found.setdefault(_set(step), []).append(tuple(step))
    return found


def around(
    corpus: Corpus, centre: str, hops: int = 1, types: Collection[str] = ()
) -> list[dict[str, Any]]:
    """Every step between records at most ``hops`` steps from one, the nearest first.

    ``types``: names of relations, or of the sets ``relations`` (between concepts, the hierarchy
    left out), ``stances`` and ``any``; by default those of :data:`TYPES` for the kind of the
    centre. Each row is a step (see :func:`way`) with its ``distance``.
    """
    wanted = set(types or TYPES[centre.partition("/")[0]])
    sets = [name for name in _SETS if name in wanted or not wanted <= {*_SETS}]
    steps = _steps(corpus, sets)
    if "any" not in wanted:
        steps = [step for step in steps if _set(step) in wanted or step.relation in wanted]
    found = near(steps, centre, hops)
    return [step.plain() | {"distance": distance} for distance, step in found]


def known_types() -> list[str]:
    """Every type of step and every set of them, in the order of the alphabet."""
    from typing import get_args

    from techfeod_graph.terms import STANCES, Relation

    sets = ("any", "relations", "stances")
    links = ("supports", *_LINKS, "broader", "about", "cites", "wrote", "member-of")
    return sorted({*sets, *links, *STANCES, *get_args(Relation)})


def _set(step: Step) -> str:
    """The set that a step belongs to: relations of concepts, stances, or none but its own."""
    if step.subject.startswith("agent/") and step.object.startswith("claim/"):
        return "stances"
    own = step.subject.startswith("concept/") and step.relation != "broader"
    return "relations" if own else step.relation
