"""Who says something: the holders of a claim, or of the claims about a concept, agent or work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from techfeod_graph.answers.links import Links, position, positions
from techfeod_graph.answers.summaries import by_holder, concept_summary
from techfeod_graph.queries import claims_on

if TYPE_CHECKING:
    from techfeod_graph.corpus import Corpus
    from techfeod_graph.model import Claim

__all__ = ["explain", "who_says"]


def who_says(corpus: Corpus, kind: str, key: str) -> dict[str, Any]:
    """Who takes which stance on a claim, or on the claims about a record of another kind.

    Of a claim: ``kind``, ``id``, ``at``, ``positions`` (``holder``, ``stance``, ``side``,
    ``reported_by`` from the inside out, ``at``), ``ambiguous`` (``holders``, ``why``)
    or None, ``elsewhere``: the claims by which others speak against it (``claim``, ``kind``,
    ``holders``, ``at``, ``basis``). Of a record: ``kind``, ``id``
    and ``holders``, as :func:`techfeod_graph.answers.summaries.by_holder`.
    """
    if kind != "claim":
        return {"kind": kind, "id": key, "holders": by_holder(corpus, claims_on(corpus, key))}
    links = Links(corpus, key)
    elsewhere = [
        {"claim": b.claim, "kind": name, "holders": links.holders(b.claim)} | b.plain()
        for name, table in (("attacks", links.attacked), ("qualifies", links.qualified))
        for b in table.get(key, ())
    ]
    elsewhere += [
        {"claim": cut["claim"], "kind": "undercuts", "holders": links.holders(cut["claim"])} | cut
        for cut in links.undercuts_of(key)
    ]
    return {
        "kind": kind,
        "id": key,
        "at": list(corpus.claims[key].at),
        "positions": positions(corpus, key),
        "ambiguous": _ambiguous(corpus.claims[key]),
        "elsewhere": elsewhere,
    }


def _ambiguous(claim: Claim) -> dict[str, Any] | None:
    if claim.ambiguous is None:
        return None
    why = claim.ambiguous.why
    return {"holders": list(claim.ambiguous.holders), "why": {"fr": why.fr, "en": why.en}}


def explain(corpus: Corpus, key: str) -> dict[str, Any]:
    """A concept in short: what it means, who says so, where it comes in, what it goes with.

    ``id``, ``definition``, ``definitions``, ``introduced`` (its first sentence), ``introduced_by``
    (``claim`` and the keys of a position, for the claims about it in that sentence), ``broader``,
    ``narrower``, ``related``, ``holders`` (``holder`` and ``count``), ``controversies`` (ids).
    """
    found = concept_summary(corpus, key)
    first = [corpus.claims[name] for name in claims_on(corpus, key)]
    return {
        "id": key,
        **{name: found[name] for name in ("definition", "definitions", "introduced")},
        "introduced_by": [
            {"claim": claim.id} | position(held)
            for claim in first
            if found["introduced"] in claim.at
            for held in corpus.positions(claim)
        ],
        **{name: found[name] for name in ("broader", "narrower", "related")},
        "holders": [
            {"holder": row["holder"], "count": len(row["claims"])} for row in found["holders"]
        ],
        "controversies": [row["claim"] for row in found["controversies"]],
    }
