"""Selections of claims: by holder, by topic, by place in the essay."""

from __future__ import annotations

from typing import Any

from techfeod_graph.corpus import Corpus
from techfeod_graph.errors import TechfeodError
from techfeod_graph.queries import claims_on, find, record

__all__ = ["UnknownPlace", "claims_where"]


class UnknownPlace(TechfeodError):
    """A locator that the essay does not have."""

    exit_code = 3


def claims_where(
    corpus: Corpus, holder: str | None = None, about: str | None = None, at: str | None = None
) -> list[dict[str, Any]]:
    """The claims that match every condition, in the order of the essay.

    ``at`` is a sentence (P05.2), or a paragraph or note (P05, N03).

    :raises UnknownName: when holder or topic has no such name.
    :raises UnknownPlace: when the essay has no such place.
    """
    keys = sorted(corpus.claims, key=lambda key: corpus.order(corpus.claims[key].at[0]))
    if holder is not None:
        agent = find(corpus, "agent", holder)
        keys = [
            key
            for key in keys
            if any(p.holder == agent for p in corpus.positions(corpus.claims[key]))
        ]
    if about is not None:
        wanted = set(claims_on(corpus, find(corpus, "concept", about)))
        keys = [key for key in keys if key in wanted]
    if at is not None:
        keys = [key for key in keys if _rests_on(corpus, key, _place(corpus, at))]
    return [record(corpus, "claim", key) for key in keys]


def _place(corpus: Corpus, at: str) -> str:
    wanted = at.upper()
    if not any(wanted in (key, key.partition(".")[0]) for key in corpus.passages):
        raise UnknownPlace(f"the essay has no place {at}: write P05, P05.2, N03 or N03.1")
    return wanted


def _rests_on(corpus: Corpus, key: str, place: str) -> bool:
    claim = corpus.claims[key]
    places = {*claim.at, *(locator for held in claim.who for locator in held.at)}
    return any(place in (locator, locator.partition(".")[0]) for locator in places)
