"""Lists of records and places for a reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from techfeod_graph.words import KINDS

from .page import Page

__all__ = [
    "agents",
    "claims",
    "concepts",
    "hits",
    "sections",
    "slips",
    "steps",
    "way",
    "works",
]


def concepts(page: Page, keys: Iterable[str]) -> None:
    """Concepts with their kind and the number of claims about each."""
    corpus = page.corpus
    page.table(
        (
            (
                key,
                page.say(KINDS, corpus.concepts[key].kind),
                str(len(corpus.mentions.get(key, ()))),
                page.label(key),
            )
            for key in keys
        ),
        ("id", "kind", "claims", "label"),
    )


def agents(page: Page, keys: Iterable[str]) -> None:
    """Agents with the number of positions attributed to each."""
    corpus = page.corpus
    counts = Counter(p.holder for claim in corpus.claims.values() for p in corpus.positions(claim))
    page.table(
        (
            (key, page.say(KINDS, corpus.agents[key].is_), str(counts[key]), page.label(key))
            for key in keys
        ),
        ("id", "kind", "positions", "label"),
    )


def works(page: Page, keys: Iterable[str]) -> None:
    """Works with their bibliography item and the number of pointers to each."""
    counts = Counter(pointer.to for pointer in page.corpus.pointers)
    page.table(
        (
            (
                key,
                page.corpus.works[key].custom.bibliography or "–",
                str(counts[key]),
                page.label(key),
            )
            for key in keys
        ),
        ("id", "entry", "pointers", "label"),
    )


def claims(page: Page, keys: list[str]) -> None:
    """Claims with their holders."""
    for key in keys:
        page.claim_line(key)
    if not keys:
        page.nothing()


def hits(page: Page, rows: list[dict[str, Any]]) -> None:
    """What a search found, by kind and id."""
    page.table(
        ((page.say(KINDS, r["kind"]), r["id"], r["labels"][page.language]) for r in rows),
        ("kind", "id", "label"),
    )


def sections(page: Page, rows: list[dict[str, Any]]) -> None:
    """The sections with their numbers of sentences and claims."""
    page.table(
        (
            (r["id"], str(len(r["sentences"])), str(r["claims"]), r["labels"][page.language])
            for r in rows
        ),
        ("id", "sentences", "claims", "section"),
    )


def slips(page: Page, rows: list[dict[str, Any]]) -> None:
    """The slips of the source."""
    page.table(
        ((r["kind"], ", ".join(r["at"]), r[page.language], r["id"]) for r in rows),
        ("kind", "where", "slip", "id"),
    )


def steps(page: Page, rows: list[dict[str, Any]]) -> None:
    """Steps of a way or a neighbourhood, with the claims and sentences each rests on."""
    for row in rows:
        ends = (row["subject"], row["object"])
        own = [end.partition("/")[2] for end in ends if end.startswith("claim/")]
        place = [] if row["claims"] else [", ".join(row["at"])]
        page.item(page.relation(row), 0, "", " · ".join(filter(None, (*place, *own))))
        for key in row["claims"]:
            where = ", ".join(page.corpus.claims[key].at)
            page.item(page.text(key), 2, "", f"{where} · {key}")
    if not rows:
        page.nothing()


def way(page: Page, rows: list[dict[str, Any]], start: str = "") -> None:
    """A way from one record to another: each record once, the steps between with their arrows."""
    here = start
    page.item(page.name(here), 0, "", here.partition("/")[2])
    for row in rows:
        forward = row["subject"] == here
        here = row["object"] if forward else row["subject"]
        verb, where = page.verb(row["relation"]), ", ".join(row["at"])
        arrow = f"— {verb} →" if forward else f"← {verb} —"
        page.item(f"{arrow}{f'  ({where})' if where else ''}", 1, "")
        for key in row["claims"]:
            page.item(page.text(key), 2, "", key)
        page.item(page.name(here), 0, "", here.partition("/")[2])
