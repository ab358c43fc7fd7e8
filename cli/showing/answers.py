"""Answers to questions on voices, for a reader: who says, compare, controversies."""

from __future__ import annotations

from typing import Any

from techfeod_graph.words import KINDS, STANCES

from ..printing.typography import colon
from .page import Page
from .records import see_also

__all__ = ["compare", "controversies", "who"]


def who(page: Page, found: dict[str, Any]) -> None:
    """Write who takes which stance on a claim, or on the claims about a record."""
    if found["kind"] != "claim":
        kind = page.say(KINDS, found["kind"])
        page.title(page.label(found["id"]), f"{found['id']} · {kind}")
        for row in found["holders"]:
            page.head(f"{page.label(row['holder'])} ({len(row['claims'])})")
            for own in row["claims"]:
                page.item(page.text(own["claim"]), aside=own["claim"])
                page.item(_stance(page, own), 2, "—")
        if not found["holders"]:
            page.nothing()
        return
    page.title(page.text(found["id"]), found["id"])
    for position in found["positions"]:
        page.item(page.holder(position), mark="—")
    if found["ambiguous"]:
        readings = " / ".join(map(page.label, found["ambiguous"]["holders"]))
        page.field("open", [f"{readings}. {found['ambiguous']['why'][page.language]}"])
    if found["elsewhere"]:
        page.head(page.word("against it"))
    for row in found["elsewhere"]:
        page.item(
            f"{page.word(row['kind']).lower()} · {page.text(row['claim'])}", aside=row["claim"]
        )
        page.holders(row["claim"])


def _stance(page: Page, row: dict[str, Any]) -> str:
    chain = ", ".join(map(page.label, row["reported_by"]))
    told = [f"{page.word('reported by')} {chain}"] if chain else []
    return " · ".join((page.say(STANCES, row["stance"]), *told, ", ".join(row["at"])))


def compare(page: Page, found: dict[str, Any], names: tuple[str, ...] = ()) -> None:
    """Write two agents side by side; ``names`` are what was typed, to offer others."""
    one, other = found["agents"]
    counts = " · ".join(f"{page.label(a)} {found['claims'][a]}" for a in (one, other))
    page.title(f"{page.label(one)} / {page.label(other)}", f"{one} / {other}")
    page.field("positions", [counts])
    if found["membership"]:
        member, group = map(page.label, found["membership"])
        page.item(f"{member} — {page.word('member of')} → {group}", mark="")
    heads = {"open": "left open"}
    for part in ("agreements", "concessions", "oppositions", "open"):
        rows = found[part]
        if rows or part in ("agreements", "oppositions"):
            page.head(f"{page.word(heads.get(part, part))} ({len(rows)})")
        for row in rows:
            page.item(page.text(row["claim"]), aside=row["claim"])
            page.item(_sides(page, row), 2, "—")
    _conflicts(page, found)
    _topics(page, found)
    for agent, name in zip(found["agents"], names, strict=False):
        if not found["claims"][agent]:
            see_also(page, "agent", agent, name)


def _sides(page: Page, row: dict[str, Any]) -> str:
    told = [
        f"{page.label(agent)}{colon(page.language)}{', '.join(page.say(STANCES, s) for s in own)}"
        for agent, own in row["stances"].items()
    ]
    return " · ".join((*told, ", ".join(row["at"])))


def _conflicts(page: Page, found: dict[str, Any]) -> None:
    rows = found["conflicts"]
    if rows:
        page.head(f"{page.word('objections')} ({len(rows)})")
    for row in rows:
        page.item(f"{page.label(row['by'])} · {page.text(row['from'])}", aside=row["from"])
        verb, basis = page.word(row["kind"]).lower(), page.word(row["basis"])
        target = f"{page.label(row['against'])} · {page.text(row['to'])}"
        page.item(f"{verb} ({', '.join(row['at'])}, {basis})  {target}", 2, "→", row["to"])


def _topics(page: Page, found: dict[str, Any]) -> None:
    if not found["topics"]:
        return
    one, other = found["agents"]
    page.head(f"{page.word('topics')} ({len(found['topics'])})")
    page.table(
        (
            (page.label(r["topic"]), str(len(r["claims"][one])), str(len(r["claims"][other])))
            for r in found["topics"]
        ),
        ("label", page.label(one), page.label(other)),
        named=True,
    )


def controversies(page: Page, rows: list[dict[str, Any]]) -> None:
    """Write the controversial claims with who stands where and what speaks against each."""
    for row in rows:
        kinds = ", ".join(page.word(f"kind {kind}") for kind in row["kinds"])
        page.item(f"{page.text(row['claim'])}  ({kinds})", aside=row["claim"])
        for position in row["positions"]:
            page.item(page.holder(position), 2, "—")
        for part in ("attacked_by", "undercut_by", "qualified_by"):
            for bearing in row[part]:
                where = f"{', '.join(bearing['at'])}, {page.word(bearing['basis'])}"
                told = f"{page.word(part).lower()} ({where})  {page.labels(bearing['holders'])} · "
                page.item(told + page.text(bearing["claim"]), 2, "←", bearing["claim"])
    if not rows:
        page.nothing()
