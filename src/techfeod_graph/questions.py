"""Selections of claims: by holder, stance, topic, place, and whom they speak against."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from techfeod_graph.errors import TechfeodError
from techfeod_graph.queries import UnknownName, claims_on, find, nearest, record
from techfeod_graph.terms import AGAINST, FOR

if TYPE_CHECKING:
    from techfeod_graph.corpus import Corpus
    from techfeod_graph.model import Claim

__all__ = ["UnknownPlace", "claims_where", "keys_where", "known_place", "topic"]


class UnknownPlace(TechfeodError):
    """A locator that the essay does not have."""

    exit_code = 3


def claims_where(corpus: Corpus, *given: Any, **conditions: Any) -> list[dict[str, Any]]:
    """The claims that match every condition of :func:`keys_where`, as records."""
    return [record(corpus, "claim", key) for key in keys_where(corpus, *given, **conditions)]


def keys_where(
    corpus: Corpus,
    holders: Sequence[str] = (),
    stances: Sequence[str] = (),
    about: Sequence[str] = (),
    at: str | None = None,
    against: str | None = None,
) -> list[str]:
    """The ids of the claims that match every condition, in the order of the essay.

    ``holders``: any of these agents takes a stance on the claim (one of ``stances``, when given).
    ``about``: any of these concepts, agents or works. ``at``: a sentence (P05.2), a paragraph or
    note (P05, N03).
    ``against``: the claim attacks, undercuts or qualifies one that this agent holds, or one of
    ``holders`` turns against a claim that this agent holds.

    :raises UnknownName: when an agent or topic has no such name.
    :raises UnknownPlace: when the essay has no such place.
    """
    tests: list[Callable[[Claim], bool]] = []
    agents = {find(corpus, "agent", name) for name in holders}
    if agents or stances:
        tests.append(lambda claim: _takes(corpus, claim, agents, stances))
    if about:
        wanted = {key for name in about for key in claims_on(corpus, topic(corpus, name))}
        tests.append(lambda claim: claim.id in wanted)
    if at is not None:
        place = known_place(corpus, at)
        tests.append(lambda claim: _rests_on(claim, place))
    if against is not None:
        opponent = find(corpus, "agent", against)
        tests.append(lambda claim: _speaks_against(corpus, claim, opponent, agents))
    held = {key for name in agents for key in corpus.holdings.get(name, ())}
    chosen = [key for key in corpus.claims if not agents or key in held]
    keys = sorted(chosen, key=corpus.ranks.__getitem__)
    return [key for key in keys if all(test(corpus.claims[key]) for test in tests)]


def topic(corpus: Corpus, name: str) -> str:
    """The id of the concept, agent or work that a name means, tried in this order.

    :raises UnknownName: with the nearest names of all three.
    """
    for kind in ("concept", "agent", "work"):
        try:
            return find(corpus, kind, name)
        except UnknownName:
            continue
    raise UnknownName("concept, agent or work", name, nearest(corpus, name))


def _takes(corpus: Corpus, claim: Claim, agents: set[str], stances: Sequence[str]) -> bool:
    return any(
        (not agents or position.holder in agents) and (not stances or position.stance in stances)
        for position in corpus.positions(claim)
    )


def _held_by(corpus: Corpus, key: str, agent: str) -> bool:
    positions = corpus.positions(corpus.claims[key])
    return any(position.holder == agent and position.stance in FOR for position in positions)


def _speaks_against(corpus: Corpus, claim: Claim, opponent: str, agents: set[str]) -> bool:
    targets = [link.claim for link in (*claim.attacks, *claim.qualifies)]
    targets += [cut.claim for cut in claim.undercuts]
    if any(_held_by(corpus, key, opponent) for key in targets):
        return True
    turned = any(
        position.stance in AGAINST and position.holder != opponent
        for position in corpus.positions(claim)
        if not agents or position.holder in agents
    )
    return turned and _held_by(corpus, claim.id, opponent)


def known_place(corpus: Corpus, at: str) -> str:
    """A sentence, paragraph, note or item as its locators write it.

    :raises UnknownPlace: when the essay has none such.
    """
    wanted = at.upper()
    if not any(wanted in (key, key.partition(".")[0]) for key in corpus.passages):
        raise UnknownPlace(f"the essay has no place «{at}»: write P05, P05.2, N03 or N03.1")
    return wanted


def _rests_on(claim: Claim, place: str) -> bool:
    places = {*claim.at, *(locator for held in claim.who for locator in held.at)}
    return any(place in (locator, locator.partition(".")[0]) for locator in places)
