"""The tables that a knowledge base gives: their columns, and the rows of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from techfeod_graph.api.claims import Claim
from techfeod_graph.api.tables import Table
from techfeod_graph.queries import UnknownName

if TYPE_CHECKING:
    from collections.abc import Iterable

    from techfeod_graph.api.base import KnowledgeBase
    from techfeod_graph.api.record import Record

__all__ = ["COLUMNS", "table"]

Rows = Iterator[tuple[Any, ...]]

#: The columns of each table. Ids name records; several ids or sentences are a tuple.
COLUMNS: dict[str, tuple[str, ...]] = {
    "concepts": (
        "id", "kind", "fr", "en", "definition_fr", "definition_en", "broader", "claims", "at",
    ),
    "claims": (
        "id", "fr", "en", "at", "section", "holders", "opponents", "concepts", "agents", "works",
        "open",
    ),
    "positions": ("claim", "holder", "stance", "side", "reported_by", "at"),
    "relations": ("subject", "relation", "object", "basis", "claim", "held_by", "at"),
    "reasons": ("conclusion", "premises", "scheme", "basis", "at"),
    "links": ("claim", "link", "target", "basis", "at"),
    "agents": ("id", "kind", "fr", "en", "members", "positions", "claims_about", "at"),
    "works": ("id", "kind", "title", "authors", "creators", "year", "pointers", "at"),
    "pointers": ("at", "written", "kind", "work", "year", "page", "why"),
    "passages": ("locator", "section", "words", "claims"),
    "slips": ("id", "kind", "fr", "en", "works", "at"),
}  # fmt: skip


def table(kb: KnowledgeBase, name: str) -> Table:
    """One of the tables of :data:`COLUMNS`.

    :raises UnknownName: with the nearest names.
    """
    if name not in COLUMNS:
        raise UnknownName("table", name, get_close_matches(name, COLUMNS) or list(COLUMNS))
    return Table(COLUMNS[name], _ROWS[name](kb))


def _ids(records: Iterable[Record]) -> tuple[str, ...]:
    return tuple(record.id for record in records)


def _concepts(kb: KnowledgeBase) -> Rows:
    for key, concept in kb.corpus.concepts.items():
        meaning = concept.definition
        both = (meaning.fr, meaning.en) if meaning else (None, None)
        count = len(kb.corpus.mentions.get(key, ()))
        yield key, concept.kind, concept.fr, concept.en, *both, concept.broader, count, concept.at


def _claims(kb: KnowledgeBase) -> Rows:
    for key, entry in kb.corpus.claims.items():
        claim = Claim(kb, key)
        section = kb.corpus.passages[entry.at[0]].section
        parts = (claim.holders, claim.opponents, claim.concepts, claim.agents, claim.works)
        found = (_ids(part) for part in parts)
        yield key, entry.fr, entry.en, entry.at, section, *found, entry.ambiguous is not None


def _positions(kb: KnowledgeBase) -> Rows:
    for p in kb.positions():
        yield p.claim.id, p.holder.id, p.stance, p.side, _ids(p.reported_by), p.at


def _relations(kb: KnowledgeBase) -> Rows:
    for r in kb.relations():
        yield r.subject.id, r.relation, r.object.id, r.basis, r.claim.id, _ids(r.held_by), r.at


def _reasons(kb: KnowledgeBase) -> Rows:
    for key, claim in kb.corpus.claims.items():
        for reason in claim.because:
            yield key, reason.premises, reason.scheme, reason.basis, reason.at


def _links(kb: KnowledgeBase) -> Rows:
    for key, claim in kb.corpus.claims.items():
        for name in ("attacks", "undercuts", "qualifies", "elaborates", "presupposes"):
            for link in getattr(claim, name):
                yield key, name, link.claim, link.basis, link.at


def _agents(kb: KnowledgeBase) -> Rows:
    for agent in kb.agents():
        counts = (len(agent.positions), len(agent.claims_about))
        yield agent.id, agent.kind, *agent.labels, _ids(agent.members), *counts, agent.at


def _works(kb: KnowledgeBase) -> Rows:
    for work in kb.works():
        names = (work.authors, _ids(work.creators), work.year)
        yield work.id, work.kind, work.labels.fr, *names, len(work.pointers), work.at


def _pointers(kb: KnowledgeBase) -> Rows:
    for p in kb.corpus.pointers:
        yield p.at, p.as_, p.kind, p.to, p.year, p.page, p.why


def _passages(kb: KnowledgeBase) -> Rows:
    for key, passage in kb.corpus.passages.items():
        yield key, passage.section, passage.words, tuple(kb.corpus.carried.get(key, ()))


def _slips(kb: KnowledgeBase) -> Rows:
    for key, slip in kb.corpus.discrepancies.items():
        yield key, slip.kind, slip.fr, slip.en, slip.works, slip.at


_ROWS: dict[str, Callable[[KnowledgeBase], Rows]] = {
    "concepts": _concepts,
    "claims": _claims,
    "positions": _positions,
    "relations": _relations,
    "reasons": _reasons,
    "links": _links,
    "agents": _agents,
    "works": _works,
    "pointers": _pointers,
    "passages": _passages,
    "slips": _slips,
}
