"""Summaries for readers, computed from the data: an agent, a concept, a section, a work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from techfeod_graph.answers.controversies import controversy
from techfeod_graph.answers.links import Links, by_place, position, side, topics, voices
from techfeod_graph.overview import section_in_order
from techfeod_graph.queries import claims_on, positions, relations

if TYPE_CHECKING:
    from techfeod_graph.corpus import Corpus
    from techfeod_graph.model import Claim

__all__ = ["agent_summary", "concept_summary", "section_summary", "work_summary"]


def agent_summary(corpus: Corpus, key: str) -> dict[str, Any]:
    """What an agent holds, rejects, concedes and asks, by stance and by topic.

    ``holds``, ``rejects``, ``concedes``, ``asks``: rows of ``claim``, ``stance``, ``reported_by``,
    ``at``, in the order of the essay; ``rejects`` has every stance against, ``holds`` every stance
    for but ``concedes``. ``reports``: claims of others that the agent is said to report.
    ``topics``: ``topic`` and ``claims``, the most frequent first. ``objects_to`` and ``met_by``:
    claims of others that the agent's claims attack, undercut or qualify, and the reverse
    (``kind``, ``from``, ``to``, ``at``, ``basis``). ``counts``: stance to number.
    """
    found: dict[str, Any] = {"id": key, "holds": [], "rejects": [], "concedes": [], "asks": []}
    about: dict[str, list[str]] = {}
    counts = Counter[str]()
    for name in by_place(corpus, corpus.holdings.get(key, ())):
        claim = corpus.claims[name]
        for held in corpus.positions(claim):
            if held.holder != key:
                continue
            row = {"claim": name} | position(held)
            counts[held.stance] += 1
            found[_part(held.stance)].append({k: row[k] for k in _ROW})
            for topic in topics(claim):
                about.setdefault(topic, []).append(name)
    by_topic = [{"topic": t, "claims": by_place(corpus, keys)} for t, keys in about.items()]
    by_topic.sort(key=lambda row: -len(row["claims"]))
    told = voices(corpus, "reports", "objections")
    links = told["objections"]
    return found | {
        "reports": list(told["reports"].get(key, ())),
        "topics": by_topic,
        "objects_to": _objections(links, lambda a, b: key in a and key not in b),
        "met_by": _objections(links, lambda a, b: key in b and key not in a),
        "counts": dict(counts.most_common()),
    }


_ROW = ("claim", "stance", "reported_by", "at")


def _part(stance: str) -> str:
    if stance == "concedes":
        return "concedes"
    return {"for": "holds", "against": "rejects", "open": "asks"}[side(stance)]


def _objections(links: Iterable[Any], wanted: Any) -> list[dict[str, Any]]:
    return [dict(row) for row, speakers, opponents in links if wanted(speakers, opponents)]


def concept_summary(corpus: Corpus, key: str) -> dict[str, Any]:
    """What is said of a concept, and by whom.

    ``introduced``: its first sentence. ``definition``: our gloss (``fr``, ``en``) or None.
    ``definitions``: claims by which somebody defines it (``claim``, ``holder``, ``reported_by``,
    ``at``). ``broader``, ``narrower``. ``holders``: ``holder`` and ``claims`` (rows of ``claim``,
    ``stance``, ``reported_by``, ``at``), those with the most claims first. ``relations``: as
    :func:`techfeod_graph.queries.relations` gives them. ``related``: the concepts that these
    lead to, the most frequent first. ``controversies``: claims about it that are controversial,
    as :func:`techfeod_graph.answers.controversies.controversy`. ``works``: cited by its claims.
    """
    concept = corpus.concepts[key]
    claims = claims_on(corpus, key)
    own = relations(corpus, key)
    others = Counter(r["object"] if r["subject"] == key else r["subject"] for r in own)
    definition = concept.definition
    links = Links(corpus)
    disputed = [controversy(links, name) for name in claims]
    works = (w for name in claims for w in corpus.claims[name].cites)
    return {
        "id": key,
        "introduced": corpus.introduced[key],
        "definition": {"fr": definition.fr, "en": definition.en} if definition else None,
        "definitions": _definitions(corpus, key, claims),
        "broader": list(concept.broader),
        "narrower": list(corpus.narrower.get(key, ())),
        "holders": by_holder(corpus, claims),
        "relations": own,
        "related": [name for name, _ in others.most_common() if name != key],
        "controversies": [row for row in disputed if row["kinds"]],
        "works": list(dict.fromkeys(works)),
    }


def by_holder(corpus: Corpus, claims: Iterable[str]) -> list[dict[str, Any]]:
    """Claims by who takes a stance on them: ``holder`` and ``claims``, the most first."""
    found: dict[str, list[dict[str, Any]]] = {}
    for name in by_place(corpus, claims):
        for held in corpus.positions(corpus.claims[name]):
            row = {"claim": name} | position(held)
            found.setdefault(held.holder, []).append({k: row[k] for k in _ROW})
    rows = [{"holder": holder, "claims": own} for holder, own in found.items()]
    return sorted(rows, key=lambda row: -len(row["claims"]))


def _definitions(corpus: Corpus, key: str, claims: list[str]) -> list[dict[str, Any]]:
    return [
        {"claim": name, "holder": p.holder, "reported_by": list(p.reported_by), "at": list(p.at)}
        for name in claims
        if key in _defined(corpus.claims[name])
        for p in corpus.positions(corpus.claims[name])
        if p.stance == "defines"
    ]


def _defined(claim: Claim) -> set[str]:
    """What a defining claim defines: the subject of its relation, and its first topic."""
    return {*(relation.subject for relation in claim.says), *claim.about[:1]}


def section_summary(corpus: Corpus, name: str) -> dict[str, Any]:
    """A section in short: its argument in order, who speaks, where it leads.

    ``id``, ``labels``, ``sentences`` (locators), ``argument``: rows of ``claim``, ``at``,
    ``positions``, ``reasons`` (premises, at, basis) in order. ``voices``: ``holder`` and
    ``claims``. ``conclusions``: claims of the section that have reasons and are themselves a reason
    for nothing. ``concepts``: introduced here. ``works``: pointed to here. ``controversies``.

    :raises UnknownSection: when no section, or more than one, has that name.
    """
    found = section_in_order(corpus, name)
    claims = found["argument"]
    places = [row["at"] for row in found["sentences"]]
    links = Links(corpus)
    disputed = [controversy(links, key) for key in claims]
    introduced = [k for k, first in corpus.introduced.items() if first in places]
    return {
        "id": found["id"],
        "labels": found["labels"],
        "sentences": places,
        "argument": [_in_short(corpus, key) for key in claims],
        "voices": [
            {"holder": row["holder"], "claims": [c["claim"] for c in row["claims"]]}
            for row in by_holder(corpus, claims)
        ],
        "conclusions": [
            key for key in claims if corpus.claims[key].because and not links.supports.get(key)
        ],
        "concepts": introduced,
        "works": list(dict.fromkeys(p.to for p in corpus.pointers if p.at in places)),
        "controversies": [row for row in disputed if row["kinds"]],
    }


def _in_short(corpus: Corpus, key: str) -> dict[str, Any]:
    claim = corpus.claims[key]
    reasons = [reason.model_dump(mode="json") for reason in claim.because]
    held = positions(corpus, claim)
    return {"claim": key, "at": list(claim.at), "positions": held, "reasons": reasons}


def work_summary(corpus: Corpus, key: str) -> dict[str, Any]:
    """Why a work is cited, where, and with which pages.

    ``id``, ``entry`` (bibliography item or None), ``creators``. ``purposes``: ``why`` and ``at``,
    the most frequent first. ``pages``: ``page``, ``at``, ``claims`` of that sentence.
    ``claims``: those that rest on the work or are about it. ``holders``: who holds these.
    ``discrepancies``: slips that concern it.
    """
    work = corpus.works[key]
    pointers = [p for p in corpus.pointers if p.to == key]
    purposes: dict[str, list[str]] = {}
    for pointer in pointers:
        purposes.setdefault(pointer.why, []).append(pointer.at)
    rows = [{"why": why, "at": list(dict.fromkeys(at))} for why, at in purposes.items()]
    claims = claims_on(corpus, key)
    return {
        "id": key,
        "entry": work.custom.bibliography,
        "creators": list(work.custom.creators),
        "purposes": sorted(rows, key=lambda row: -len(row["at"])),
        "pages": [
            {"page": p.page, "at": p.at, "claims": _resting(corpus, p.at)}
            for p in pointers
            if p.page
        ],
        "claims": claims,
        "holders": by_holder(corpus, claims),
        "discrepancies": [k for k, slip in corpus.discrepancies.items() if key in slip.works],
    }


def _resting(corpus: Corpus, locator: str) -> list[str]:
    claims = corpus.claims.items()
    return [
        key
        for key, claim in claims
        if locator in claim.at or any(locator in held.at for held in claim.who)
    ]
