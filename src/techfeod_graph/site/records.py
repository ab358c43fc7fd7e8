"""The records as the page's panel reads them: what each says, and what others say of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from techfeod_graph.corpus import Corpus
from techfeod_graph.model import Agent, Claim, Concept, Link, Name, Reason, Undercut, Variants, Work
from techfeod_graph.queries import claims_on
from techfeod_graph.site.strings import spaced, typeset

__all__ = ["backlinks", "entries", "ranked"]

_LINKS = ("attacks", "qualifies", "elaborates", "presupposes")


def entries(corpus: Corpus) -> list[dict[str, Any]]:
    """Every record with its address as ``key``: concepts, agents, works, claims, each by id.

    A value that is empty is left out.
    """
    back = backlinks(corpus)
    found = [_concept(corpus, concept) for _, concept in sorted(corpus.concepts.items())]
    found += [_agent(corpus, agent) for _, agent in sorted(corpus.agents.items())]
    found += [_work(corpus, work) for _, work in sorted(corpus.works.items())]
    found += [
        _claim(corpus, claim) | back.get(key, {}) for key, claim in sorted(corpus.claims.items())
    ]
    return [{name: value for name, value in row.items() if value} for row in found]


def ranked(records: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The records with the rank of a record in the place of its address, save its own ``key``.

    No other value of a record is a number, so that the page can put the addresses back.
    """
    ranks = {row["key"]: rank for rank, row in enumerate(records)}

    def short(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: short(inner) for name, inner in value.items()}
        if isinstance(value, list):
            return [short(inner) for inner in value]
        return ranks.get(value, value)

    return [short(row) | {"key": row["key"]} for row in records]


def _labelled(key: str, kind: str, name: Name, forms: Variants | None = None) -> dict[str, Any]:
    head: dict[str, Any] = {"key": key, "kind": kind, "fr": typeset(name.fr), "en": name.en}
    if forms is not None and (forms.fr or forms.en):
        head["also"] = {"fr": [typeset(form) for form in forms.fr], "en": list(forms.en)}
    return head


def _about(corpus: Corpus, name: str) -> list[str]:
    return [f"claim/{key}" for key in claims_on(corpus, name)]


def _keys(table: str, names: Iterable[str]) -> list[str]:
    return [f"{table}/{name}" for name in names]


def _concept(corpus: Corpus, concept: Concept) -> dict[str, Any]:
    narrower = [key for key, other in corpus.concepts.items() if concept.id in other.broader]
    head = _labelled(f"concept/{concept.id}", concept.kind, concept.labels, concept.variants)
    return head | {
        "definition": spaced(concept.definition),
        "broader": _keys("concept", concept.broader),
        "narrower": _keys("concept", sorted(narrower)),
        "claims": _about(corpus, concept.id),
        "at": list(concept.at),
        "note": concept.note,
        "links": [*concept.exact_match, *concept.close_match],
    }


def _agent(corpus: Corpus, agent: Agent) -> dict[str, Any]:
    groups = [key for key, other in corpus.agents.items() if agent.id in other.members]
    works = [key for key, work in corpus.works.items() if agent.id in work.custom.creators]
    return _labelled(f"agent/{agent.id}", agent.is_, agent.name, agent.variants) | {
        "members": _keys("agent", agent.members),
        "groups": _keys("agent", sorted(groups)),
        "works": _keys("work", sorted(works)),
        "claims": _about(corpus, agent.id),
        "at": list(agent.at),
        "note": agent.note,
        "links": list(agent.same_as),
    }


def _work(corpus: Corpus, work: Work) -> dict[str, Any]:
    pointers = [pointer for pointer in corpus.pointers if pointer.to == work.id]
    slips = [slip for slip in corpus.discrepancies.values() if work.id in slip.works]
    places = {*work.custom.at, *(pointer.at for pointer in pointers)}
    names = [a.literal or " ".join(filter(None, (a.given, a.family))) for a in work.author]
    return _labelled(f"work/{work.id}", "work", work.labels, work.variants) | {
        "type": work.type,
        "title": work.title if work.custom.label else None,
        "authors": names,
        "creators": _keys("agent", work.custom.creators),
        "year": work.issued.year if work.issued else None,
        "first": work.original_date.year if work.original_date else None,
        "edition": work.edition,
        "publisher": work.publisher,
        "container": work.container_title,
        "volume": work.volume,
        "issue": work.issue,
        "pages": work.page,
        "entry": work.custom.bibliography,
        "pointers": [pointer.model_dump(by_alias=True, exclude_none=True) for pointer in pointers],
        "slips": [
            {"kind": s.kind, "fr": typeset(s.fr), "en": s.en, "at": list(s.at)} for s in slips
        ],
        "claims": _about(corpus, work.id),
        "at": sorted(places, key=corpus.order),
        "note": work.custom.note,
    }


def _claim(corpus: Corpus, claim: Claim) -> dict[str, Any]:
    head = _labelled(f"claim/{claim.id}", "claim", Name(fr=claim.fr, en=claim.en))
    topics = [*claim.about, *(n for said in claim.says for n in (said.subject, said.object))]
    return head | {
        "at": list(claim.at),
        "positions": [
            {
                "holder": f"agent/{position.holder}",
                "stance": position.stance,
                "via": _keys("agent", position.reported_by),
                "at": list(position.at),
            }
            for position in corpus.positions(claim)
        ],
        "about": [_owner(corpus, name) for name in dict.fromkeys(topics)],
        "says": [
            [f"concept/{s.subject}", s.relation, f"concept/{s.object}", s.basis] for s in claim.says
        ],
        "because": [_reason(reason) for reason in claim.because],
        "undercuts": [_undercut(link) for link in claim.undercuts],
        "cites": _keys("work", claim.cites),
        "ambiguous": _ambiguous(claim),
        "note": claim.note,
        **{name: [_link(link) for link in getattr(claim, name)] for name in _LINKS},
    }


def _owner(corpus: Corpus, name: str) -> str:
    for table in ("concept", "agent", "work"):
        if name in getattr(corpus, f"{table}s"):
            return f"{table}/{name}"
    return f"concept/{name}"


def _ambiguous(claim: Claim) -> dict[str, Any] | None:
    if claim.ambiguous is None:
        return None
    found = claim.ambiguous
    return {"holders": _keys("agent", found.holders), "why": spaced(found.why)}


def _reason(reason: Reason) -> dict[str, Any]:
    found = {"premises": _keys("claim", reason.premises), "at": list(reason.at)}
    scheme = {"scheme": reason.scheme} if reason.scheme else {}
    return found | {"basis": reason.basis} | scheme


def _link(link: Link) -> dict[str, Any]:
    return {"claim": f"claim/{link.claim}", "at": list(link.at), "basis": link.basis}


def _undercut(link: Undercut) -> dict[str, Any]:
    ends = {"claim": f"claim/{link.claim}", "by": f"claim/{link.by}"}
    return ends | {"at": list(link.at), "basis": link.basis}


def backlinks(corpus: Corpus) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """What other claims say of each claim, in the order of their ids."""
    found: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for key, claim in sorted(corpus.claims.items()):
        own = f"claim/{key}"
        for reason in claim.because:
            for premise in reason.premises:
                entry = {"claim": own, "at": list(reason.at), "basis": reason.basis}
                found.setdefault(premise, {}).setdefault("supports", []).append(entry)
        for name in _LINKS:
            for link in getattr(claim, name):
                entry = _link(link) | {"claim": own}
                found.setdefault(link.claim, {}).setdefault(f"{name}By", []).append(entry)
        for cut in claim.undercuts:
            entry = {**_undercut(cut), "claim": own, "premise": f"claim/{cut.by}"}
            found.setdefault(cut.claim, {}).setdefault("undercutsBy", []).append(entry)
    return found
