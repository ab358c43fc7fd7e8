"""The questions asked of a corpus: records as plain data, look-up by name, search, and counts."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from techfeod_graph.checks.citations import carried
from techfeod_graph.corpus import Corpus, Entry
from techfeod_graph.errors import TechfeodError
from techfeod_graph.model import Agent, Claim, Concept, Name, Variants, Work
from techfeod_graph.names import fold
from techfeod_graph.terms import FOR

__all__ = ["KINDS", "Hit", "UnknownName", "find", "nearest", "record", "records", "search", "stats"]

#: Kind of record to the corpus attribute that holds it.
KINDS = {"concept": "concepts", "claim": "claims", "agent": "agents", "work": "works"}


class UnknownName(TechfeodError):
    """No record has this name; the text offers the nearest ones."""

    exit_code = 3

    def __init__(self, kind: str, name: str, nearest: list[str]) -> None:
        offer = f"; nearest: {', '.join(nearest)}" if nearest else ""
        super().__init__(f"no {kind} is called «{name}»{offer}")
        self.nearest = nearest


@dataclass(frozen=True)
class Hit:
    """A record found by a search: what matched, and how well (3 name, 2 variant, 1 text)."""

    kind: str
    id: str
    labels: Name
    matched: str
    rank: int


def labels(entry: Entry) -> Name:
    """The labels of a record; a claim's are its wording."""
    return Name(fr=entry.fr, en=entry.en) if isinstance(entry, Claim) else entry.labels


def _forms(entry: Entry) -> list[str]:
    own = labels(entry)
    forms = [own.fr, own.en]
    if not isinstance(entry, Claim):
        variants: Variants = entry.variants
        forms += [*variants.fr, *variants.en]
    return forms


def _table(corpus: Corpus, kind: str) -> Mapping[str, Entry]:
    table: Mapping[str, Entry] = getattr(corpus, KINDS[kind])
    return table


def find(corpus: Corpus, kind: str, name: str) -> str:
    """The id of the record that a name means: an id, label or variant, accents and case ignored.

    A part of a name is enough when it begins only one record's name.

    :raises UnknownName: with the nearest names.
    """
    table = _table(corpus, kind)
    if name in table:
        return name
    wanted = fold(name)
    exact: list[str] = []
    begins: list[str] = []
    for key, entry in table.items():
        forms = [fold(key), *(fold(form) for form in _forms(entry))]
        if wanted in forms:
            exact.append(key)
        elif any(form.startswith(wanted) for form in forms):
            begins.append(key)
    if len(exact) == 1:
        return exact[0]
    if not exact and len(begins) == 1 and wanted:
        return begins[0]
    raise UnknownName(kind, name, exact or _nearest(table, wanted, begins))


def _nearest(table: Mapping[str, Entry], wanted: str, begins: list[str]) -> list[str]:
    forms: dict[str, str] = {}
    for key, entry in table.items():
        for form in (fold(key), *(fold(f) for f in _forms(entry))):
            forms.setdefault(form, key)
            for word in form.split():
                if len(word) > 3:
                    forms.setdefault(word, key)
    close = [forms[form] for form in difflib.get_close_matches(wanted, forms, 12, 0.6)]
    return list(dict.fromkeys([*begins, *close]))[:6]


def nearest(corpus: Corpus, name: str) -> list[str]:
    """The ids of the records of any kind whose name, or a word of it, is nearest."""
    table: dict[str, Entry] = {}
    for kind in ("concept", "agent", "work"):
        table |= _table(corpus, kind)
    return _nearest(table, fold(name), [])


def search(corpus: Corpus, text: str) -> list[Hit]:
    """Every record in which all words of a text occur, names before variants before wording."""
    words = fold(text).split()
    hits: list[Hit] = []
    for kind in KINDS:
        for key, entry in _table(corpus, kind).items():
            if hit := _match(kind, key, entry, words):
                hits.append(hit)
    return sorted(hits, key=lambda hit: (-hit.rank, len(hit.labels.fr), hit.id))


def _match(kind: str, key: str, entry: Entry, words: list[str]) -> Hit | None:
    own = labels(entry)
    ranked = [(1 if kind == "claim" else 3, own.fr), (1 if kind == "claim" else 3, own.en)]
    ranked += [(2, form) for form in _forms(entry)[2:]]
    ranked.append((2, key.replace("-", " ")))
    if isinstance(entry, Concept) and entry.definition:
        ranked += [(1, entry.definition.fr), (1, entry.definition.en)]
    for rank, form in ranked:
        folded = fold(form)
        if words and all(word in folded for word in words):
            return Hit(kind, key, own, form, rank)
    return None


def records(corpus: Corpus, kind: str) -> list[dict[str, Any]]:
    """Every record of a kind as plain data, in the order of the files."""
    return [record(corpus, kind, key) for key in _table(corpus, kind)]


def record(corpus: Corpus, kind: str, key: str) -> dict[str, Any]:
    """One record as plain data, with what other records say of it."""
    entry = _table(corpus, kind)[key]
    if isinstance(entry, Claim):
        return _claim(corpus, entry)
    head: dict[str, Any] = {
        "id": key,
        "labels": entry.labels.model_dump(),
        "variants": {"fr": list(entry.variants.fr), "en": list(entry.variants.en)},
    }
    if isinstance(entry, Concept):
        return head | _concept(corpus, entry)
    return head | (_agent(corpus, entry) if isinstance(entry, Agent) else _work(corpus, entry))


def positions(corpus: Corpus, claim: Claim) -> list[dict[str, Any]]:
    """Who holds a claim: holder, stance, reporters from the inside out, sentences."""
    return [position.model_dump(mode="json") for position in corpus.positions(claim)]


def _claim(corpus: Corpus, claim: Claim) -> dict[str, Any]:
    topics = [*claim.about]
    for said in claim.says:
        topics += [said.subject, said.object]
    plain = claim.model_dump(mode="json", by_alias=False)
    return {
        "id": claim.id,
        "fr": claim.fr,
        "en": claim.en,
        "at": list(claim.at),
        "positions": positions(corpus, claim),
        "concepts": [name for name in dict.fromkeys(topics) if name in corpus.concepts],
        "agents": [name for name in claim.about if name in corpus.agents],
        "works": [n for n in dict.fromkeys((*claim.cites, *claim.about)) if n in corpus.works],
        "relations": plain["says"],
        "reasons": plain["because"],
        **{name: plain[name] for name in _LINKS},
        "supports": [k for k, r in _reasons(corpus) if claim.id in r],
        "attacked_by": _pointing(corpus, "attacks", claim.id),
        "undercut_by": _pointing(corpus, "undercuts", claim.id),
        "qualified_by": _pointing(corpus, "qualifies", claim.id),
        "elaborated_by": _pointing(corpus, "elaborates", claim.id),
        "presupposed_by": _pointing(corpus, "presupposes", claim.id),
        "ambiguous": plain["ambiguous"],
        "note": claim.note,
    }


_LINKS = ("attacks", "undercuts", "qualifies", "elaborates", "presupposes")


def _reasons(corpus: Corpus) -> Iterator[tuple[str, set[str]]]:
    for key, claim in corpus.claims.items():
        yield key, {premise for reason in claim.because for premise in reason.premises}


def _pointing(corpus: Corpus, name: str, target: str) -> list[str]:
    return [
        key
        for key, claim in corpus.claims.items()
        if any(link.claim == target for link in getattr(claim, name))
    ]


def _concept(corpus: Corpus, concept: Concept) -> dict[str, Any]:
    return {
        "kind": concept.kind,
        "definition": concept.definition.model_dump() if concept.definition else None,
        "broader": list(concept.broader),
        "narrower": [key for key, other in corpus.concepts.items() if concept.id in other.broader],
        "relations": [r for r in relations(corpus) if concept.id in (r["subject"], r["object"])],
        "claims": claims_on(corpus, concept.id),
        "at": list(concept.at),
        "note": concept.note,
    }


def claims_on(corpus: Corpus, name: str) -> list[str]:
    """The claims about a concept, agent or work, in the order of the essay."""
    found = [
        key
        for key, claim in corpus.claims.items()
        if name in claim.about
        or name in claim.cites
        or any(name in (said.subject, said.object) for said in claim.says)
    ]
    return sorted(found, key=lambda key: corpus.order(corpus.claims[key].at[0]))


def relations(corpus: Corpus) -> list[dict[str, Any]]:
    """Every relation between two concepts with the claim that states it and who is for it."""
    found = []
    for key, claim in corpus.claims.items():
        held = [p.holder for p in corpus.positions(claim) if p.stance in FOR]
        for said in claim.says:
            found.append(said.model_dump() | {"claim": key, "held_by": held, "at": list(claim.at)})
    return found


def _agent(corpus: Corpus, agent: Agent) -> dict[str, Any]:
    own = []
    for key, claim in corpus.claims.items():
        for position in corpus.positions(claim):
            if position.holder == agent.id:
                own.append({"claim": key} | position.model_dump(mode="json", exclude={"holder"}))
    own.sort(key=lambda row: corpus.order(row["at"][0]))
    return {
        "kind": agent.is_,
        "members": list(agent.members),
        "groups": [key for key, other in corpus.agents.items() if agent.id in other.members],
        "positions": own,
        "works": [k for k, work in corpus.works.items() if agent.id in work.custom.creators],
        "claims": claims_on(corpus, agent.id),
        "same_as": list(agent.same_as),
        "at": list(agent.at),
        "note": agent.note,
    }


def _work(corpus: Corpus, work: Work) -> dict[str, Any]:
    pointers = [p for p in corpus.pointers if p.to == work.id]
    places = {*work.custom.at, *(p.at for p in pointers)}
    return {
        "type": work.type,
        "title": work.title,
        "authors": [n.literal or " ".join(filter(None, (n.given, n.family))) for n in work.author],
        "creators": list(work.custom.creators),
        "year": work.issued.year if work.issued else None,
        "publisher": work.publisher,
        "container": work.container_title,
        "bibliography": work.custom.bibliography,
        "pointers": [p.model_dump(mode="json", by_alias=True) for p in pointers],
        "discrepancies": [k for k, d in corpus.discrepancies.items() if work.id in d.works],
        "claims": claims_on(corpus, work.id),
        "at": sorted(places, key=corpus.order),
        "note": work.custom.note,
    }


def stats(corpus: Corpus) -> dict[str, Any]:
    """Counts of what the knowledge base holds, and of what has been read."""
    all_positions = [p for claim in corpus.claims.values() for p in corpus.positions(claim)]
    sentences = [key for key in corpus.passages if key[0] in "PN"]
    covered = carried(corpus)
    read = [key for key in sentences if corpus.source.curated.holds(key)]
    return {
        "version": corpus.source.version,
        "passages": len(corpus.passages),
        "sentences": len(sentences),
        "sentences_read": len(read),
        "sentences_with_claims": len([key for key in read if key in covered]),
        "concepts": len(corpus.concepts),
        "claims": len(corpus.claims),
        "positions": len(all_positions),
        "stances": dict(sorted(Counter(p.stance for p in all_positions).items())),
        "holders": dict(Counter(p.holder for p in all_positions).most_common()),
        "reasons": sum(len(claim.because) for claim in corpus.claims.values()),
        "claim_relations": sum(
            len(claim.because) + sum(len(getattr(claim, name)) for name in _LINKS)
            for claim in corpus.claims.values()
        ),
        "concept_relations": len(relations(corpus)),
        "agents": len(corpus.agents),
        "works": len(corpus.works),
        "bibliography": len([key for key in corpus.passages if key.startswith("B")]),
        "pointers": len(corpus.pointers),
        "discrepancies": dict(Counter(d.kind for d in corpus.discrepancies.values()).most_common()),
        "ambiguous_claims": len([c for c in corpus.claims.values() if c.ambiguous]),
    }
