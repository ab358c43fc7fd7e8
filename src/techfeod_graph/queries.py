"""The questions asked of a corpus: records as plain data, look-up by name, search, and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from techfeod_graph.corpus import INVERSES
from techfeod_graph.errors import TechfeodError
from techfeod_graph.names import fold
from techfeod_graph.terms import FOR

if TYPE_CHECKING:
    from techfeod_graph.corpus import Corpus, Entry, Position
    from techfeod_graph.model import Agent, Claim, Concept, Name, Work

__all__ = [
    "KINDS",
    "Hit",
    "UnknownName",
    "find",
    "find_among",
    "namesakes",
    "nearest",
    "record",
    "records",
    "search",
    "stats",
]

#: Kind of record to the corpus attribute that holds it.
KINDS = {"concept": "concepts", "claim": "claims", "agent": "agents", "work": "works"}


class UnknownName(TechfeodError):
    """No record has this name; the text offers the nearest ones."""

    exit_code = 3

    def __init__(self, kind: str, name: str, nearest: list[str]) -> None:
        offer = f"; nearest: {', '.join(nearest)}" if nearest else ""
        super().__init__(f"no {kind} is called «{name}»{offer}")
        self.nearest = nearest


class Hit(NamedTuple):
    """A record found by a search: what matched, and how well (3 name, 2 variant, 1 text)."""

    kind: str
    id: str
    labels: Name
    matched: str
    rank: int


def _table(corpus: Corpus, kind: str) -> Mapping[str, Entry]:
    table: Mapping[str, Entry] = getattr(corpus, KINDS[kind])
    return table


def find(corpus: Corpus, kind: str, name: str) -> str:
    """The id of the record that a name means: an id, label or variant, accents and case ignored.

    A part of a name is enough when it begins only one record's name.

    :raises UnknownName: with the nearest names.
    """
    exact = _exact(corpus, kind, name)
    begins = [] if exact else _begun(corpus, kind, name)
    if len(found := exact or begins) == 1:
        return found[0]
    raise UnknownName(kind, name, exact or _nearest(_names(corpus, kind), fold(name), begins))


def find_among(
    corpus: Corpus, name: str, kinds: tuple[str, ...] = ("concept", "claim", "agent", "work")
) -> tuple[str, str]:
    """Kind and id of the record that a name means; whole names of any kind before beginnings.

    :raises UnknownName: with the nearest names of all kinds.
    """
    exact = {}
    for kind in kinds:
        exact[kind] = _exact(corpus, kind, name)
        if len(exact[kind]) == 1:
            return kind, exact[kind][0]
    begun = {kind: _begun(corpus, kind, name) for kind, found in exact.items() if not found}
    for kind, found in begun.items():
        if len(found) == 1:
            return kind, found[0]
    names = {key: own for kind in kinds for key, own in _names(corpus, kind).items()}
    known = [key for found in exact.values() for key in found]
    begins = [key for found in begun.values() for key in found]
    near = known[:6] or _nearest(names, fold(name), begins)
    raise UnknownName(f"{', '.join(kinds[:-1])} or {kinds[-1]}", name, near)


def _exact(corpus: Corpus, kind: str, name: str) -> list[str]:
    """The ids that a name means."""
    if name in _table(corpus, kind):
        return [name]
    return list(corpus.named(KINDS[kind]).get(fold(name), ()))


def _begun(corpus: Corpus, kind: str, name: str) -> list[str]:
    """The ids that have a name which a text begins, in the order of the files."""
    wanted = fold(name)
    named = corpus.named(KINDS[kind]).items()
    found = {key for form, keys in named if form.startswith(wanted) for key in keys}
    return [key for key in _table(corpus, kind) if key in found] if wanted else []


def _names(corpus: Corpus, kind: str) -> dict[str, list[str]]:
    """The folded labels, variants and ids of a kind (a claim's wording is its label)."""
    forms = corpus.forms(KINDS[kind]).items()
    return {key: [folded for rank, _, folded in own if rank] for key, own in forms}


def _nearest(names: Mapping[str, list[str]], wanted: str, begins: list[str]) -> list[str]:
    forms: dict[str, str] = {}
    for key, own in names.items():
        for form in own:
            forms.setdefault(form, key)
    for form, key in tuple(forms.items()):
        for word in form.split():
            if len(word) > 3:
                forms.setdefault(word, key)
    from difflib import get_close_matches

    close = [forms[form] for form in get_close_matches(wanted, forms, 12, 0.6)]
    return list(dict.fromkeys([*begins, *close]))[:6]


def nearest(corpus: Corpus, name: str) -> list[str]:
    """The ids of the records of any kind whose name, or a word of it, is nearest."""
    names: dict[str, list[str]] = {}
    for kind in ("concept", "agent", "work"):
        names |= _names(corpus, kind)
    return _nearest(names, fold(name), [])


def search(corpus: Corpus, text: str, kinds: Iterable[str] = tuple(KINDS)) -> list[Hit]:
    """Every record in which all words of a text occur, names before variants before wording.

    Where each begins a word («rente» in «rentes») comes before where one stands inside a word
    («concurrentes»). ``kinds``: those of :data:`KINDS` to search in.
    """
    words = fold(text).split()
    hits: list[tuple[bool, Hit]] = []
    for kind in kinds:
        for key, forms in corpus.forms(KINDS[kind]).items():
            inside = [
                (any(f" {word}" not in f" {folded}" for word in words), -rank, form)
                for rank, form, folded in (forms if words else ())
                if words[0] in folded and all(word in folded for word in words[1:])
            ]
            if inside:
                within, rank, form = min(inside, key=lambda found: found[:2])
                own = _table(corpus, kind)[key].labels
                hits.append((within, Hit(kind, key, own, form, max(-rank, 1))))
    hits.sort(key=lambda found: (found[0], -found[1].rank, len(found[1].labels.fr), found[1].id))
    return [hit for _, hit in hits]


def namesakes(corpus: Corpus, kind: str, text: str) -> list[str]:
    """The ids of a kind whose label holds all words of a text, the shortest label first."""
    words, table = fold(text).split(), _table(corpus, kind)
    found = [
        key
        for key, labels in corpus.labels(KINDS[kind]).items()
        if words and any(all(word in label for word in words) for label in labels)
    ]
    return sorted(found, key=lambda key: (len(table[key].labels.fr), key))


def records(corpus: Corpus, kind: str) -> list[dict[str, Any]]:
    """Every record of a kind as plain data, in the order of the files."""
    return [record(corpus, kind, key) for key in _table(corpus, kind)]


def record(corpus: Corpus, kind: str, key: str) -> dict[str, Any]:
    """One record as plain data, with what other records say of it."""
    if kind == "claim":
        return _claim(corpus, corpus.claims[key])
    entry: Any = _table(corpus, kind)[key]
    head: dict[str, Any] = {
        "id": key,
        "labels": entry.labels.model_dump(),
        "variants": {"fr": list(entry.variants.fr), "en": list(entry.variants.en)},
    }
    if kind == "concept":
        return head | _concept(corpus, entry)
    return head | (_agent(corpus, entry) if kind == "agent" else _work(corpus, entry))


def positions(corpus: Corpus, claim: Claim) -> list[dict[str, Any]]:
    """Who holds a claim: holder, stance, reporters from the inside out, sentences."""
    return [_position(position) for position in corpus.positions(claim)]


def _position(position: Position) -> dict[str, Any]:
    chain, at = list(position.reported_by), list(position.at)
    return {"holder": position.holder, "stance": position.stance, "reported_by": chain, "at": at}


def _claim(corpus: Corpus, claim: Claim) -> dict[str, Any]:
    topics = [*claim.about]
    for said in claim.says:
        topics += [said.subject, said.object]
    plain = claim.model_dump(mode="json", by_alias=False, include=_DUMPED)
    incoming = corpus.incoming.get(claim.id, {})
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
        **{name: list(incoming.get(name, ())) for name in INVERSES.values()},
        "ambiguous": plain["ambiguous"],
        "note": claim.note,
    }


_LINKS = ("attacks", "undercuts", "qualifies", "elaborates", "presupposes")
_DUMPED = {"says", "because", "ambiguous", *_LINKS}


def _concept(corpus: Corpus, concept: Concept) -> dict[str, Any]:
    return {
        "kind": concept.kind,
        "definition": concept.definition.model_dump() if concept.definition else None,
        "broader": list(concept.broader),
        "narrower": list(corpus.narrower.get(concept.id, ())),
        "relations": relations(corpus, concept.id),
        "claims": claims_on(corpus, concept.id),
        "at": list(concept.at),
        "note": concept.note,
    }


def claims_on(corpus: Corpus, name: str) -> list[str]:
    """The claims about a concept, agent or work, in the order of the essay."""
    return list(corpus.mentions.get(name, ()))


def relations(corpus: Corpus, concept: str | None = None) -> list[dict[str, Any]]:
    """The relations between two concepts, all or those of one, in the order of the files.

    Each has the claim that states it and the holders who are for it.
    """
    found = []
    for key in corpus.claims if concept is None else corpus.related.get(concept, ()):
        claim = corpus.claims[key]
        said = [s for s in claim.says if concept is None or concept in (s.subject, s.object)]
        if not said:
            continue
        held = [p.holder for p in corpus.positions(claim) if p.stance in FOR]
        for one in said:
            found.append(one.model_dump() | {"claim": key, "held_by": held, "at": list(claim.at)})
    return found


def _agent(corpus: Corpus, agent: Agent) -> dict[str, Any]:
    own = []
    for key in corpus.holdings.get(agent.id, ()):
        for position in corpus.positions(corpus.claims[key]):
            if position.holder == agent.id:
                plain = _position(position)
                del plain["holder"]
                own.append({"claim": key} | plain)
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
    return dict(corpus.kept("stats", lambda: {"all": _stats(corpus)})["all"])


def _stats(corpus: Corpus) -> dict[str, Any]:
    all_positions = [p for claim in corpus.claims.values() for p in corpus.positions(claim)]
    sentences = [key for key in corpus.passages if key[0] in "PN"]
    covered = corpus.carried
    read = [key for key in sentences if corpus.reached(key)]
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
