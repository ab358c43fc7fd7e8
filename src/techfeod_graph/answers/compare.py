"""Two agents side by side: what they share, where they differ, what one grants the other."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

from techfeod_graph.answers.links import by_place, side, topics, voices

if TYPE_CHECKING:
    from techfeod_graph.corpus import Corpus

__all__ = ["compare"]

_Stances = dict[str, dict[str, list[str]]]


def compare(corpus: Corpus, one: str, other: str) -> dict[str, Any]:
    """Two agents compared by what is attributed to them; nothing is inherited from a group.

    ``agents``: the two ids, in the order asked.
    ``membership``: ``[member, group]`` when one is a member of the other, else empty.
    ``claims``: agent to the number of claims they take a stance on.
    ``agreements``: both are for the claim, or both against it, without a concession.
    ``concessions``: one concedes what the other holds, or concedes a claim about the other.
    ``oppositions``: one is for the claim, the other against it.
    ``open``: one takes a side on what the other leaves open.
    The four list ``claim``, ``at`` (the sentences of these stances) and ``stances`` (agent to list
    of stances).
    ``conflicts``: a claim of one that attacks, undercuts or qualifies a claim of the other:
    ``kind``, ``from``, ``by``, ``to``, ``against``, ``at``, ``basis``.
    ``topics``: what both have claims about, the most shared first: ``topic`` and ``claims`` (agent
    to ids).
    """
    stances = _stances(corpus, (one, other))
    shared = by_place(corpus, [key for key, held in stances.items() if len(held) == 2])
    found: dict[str, Any] = {
        "agents": [one, other],
        "membership": _membership(corpus, one, other),
        "claims": {a: sum(a in held for held in stances.values()) for a in (one, other)},
    }
    rows = {key: _relation(stances[key], one, other) for key in shared}
    for name in ("agreements", "concessions", "oppositions", "open"):
        found[name] = [_row(corpus, k, stances[k]) for k in shared if rows[k] == name]
    found["concessions"] += _granted(corpus, stances, one, other, shared)
    found["conflicts"] = _conflicts(corpus, one, other)
    found["topics"] = _topics(corpus, stances, one, other)
    return found


def _stances(corpus: Corpus, agents: tuple[str, str]) -> _Stances:
    found: _Stances = {}
    held_by_one = {key for agent in agents for key in corpus.holdings.get(agent, ())}
    for key in (key for key in corpus.claims if key in held_by_one):
        for held in corpus.positions(corpus.claims[key]):
            if held.holder in agents:
                own = found.setdefault(key, {}).setdefault(held.holder, [])
                own += [held.stance] if held.stance not in own else []
    return found


def _membership(corpus: Corpus, one: str, other: str) -> list[str]:
    for member, group in ((one, other), (other, one)):
        if member in corpus.agents[group].members:
            return [member, group]
    return []


def _relation(held: dict[str, list[str]], one: str, other: str) -> str:
    sides = [{side(stance) for stance in held[agent]} for agent in (one, other)]
    pairs = set(product(*sides))
    if pairs & {("for", "against"), ("against", "for")}:
        return "oppositions"
    if "concedes" in (*held[one], *held[other]):
        return "concessions"
    if pairs & {("for", "for"), ("against", "against")}:
        return "agreements"
    return "open"


def _row(corpus: Corpus, key: str, held: dict[str, list[str]]) -> dict[str, Any]:
    positions = corpus.positions(corpus.claims[key])
    places = dict.fromkeys(at for p in positions if p.holder in held for at in p.at)
    return {"claim": key, "at": sorted(places, key=corpus.order), "stances": held}


def _granted(
    corpus: Corpus, stances: _Stances, one: str, other: str, shared: list[str]
) -> list[dict[str, Any]]:
    """What one concedes of the other without the other taking a stance on it."""
    keys = [
        key
        for a, b in ((one, other), (other, one))
        for key, held in stances.items()
        if key not in shared and "concedes" in held.get(a, ()) and b in topics(corpus.claims[key])
    ]
    return [_row(corpus, key, stances[key]) for key in by_place(corpus, keys)]


def _conflicts(corpus: Corpus, one: str, other: str) -> list[dict[str, Any]]:
    found = []
    for row, speakers, opponents in voices(corpus, "objections")["objections"]:
        for a, b in ((one, other), (other, one)):
            if a in speakers and b in opponents and a != b:
                tail = {"at": list(row["at"]), "basis": row["basis"]}
                head = {name: row[name] for name in ("kind", "from", "to")}
                found.append(head | {"by": a, "against": b} | tail)
    order = ("attacks", "undercuts", "qualifies")
    return sorted(found, key=lambda row: order.index(row["kind"]))


def _topics(corpus: Corpus, stances: _Stances, one: str, other: str) -> list[dict[str, Any]]:
    found: dict[str, dict[str, list[str]]] = {}
    for key in by_place(corpus, stances):
        for name in topics(corpus.claims[key]):
            for agent in stances[key]:
                if name not in (one, other):
                    found.setdefault(name, {one: [], other: []})[agent].append(key)
    both = [{"topic": n, "claims": c} for n, c in found.items() if c[one] and c[other]]
    return sorted(both, key=lambda row: -min(len(keys) for keys in row["claims"].values()))
