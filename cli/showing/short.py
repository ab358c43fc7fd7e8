"""Records in short, for a reader: what is computed of a concept, an agent, a work."""

from __future__ import annotations

from typing import Any

from techfeod_graph.words import DISCREPANCIES, PURPOSES, STANCES

from .page import Page

__all__ = ["agent", "concept", "work"]


def concept(page: Page, found: dict[str, Any]) -> None:
    """Write what a concept means, who says so, where it comes in, what it goes with."""
    page.title(page.label(found["id"]), found["id"])
    if found["definition"]:
        page.paragraph(found["definition"][page.language])
    page.field("introduced", [found["introduced"]])
    page.field("broader", map(page.label, found["broader"]))
    page.field("narrower", map(page.label, found["narrower"]))
    page.field("related", map(page.label, found["related"]))
    page.field(
        "who speaks", (f"{page.label(r['holder'])} ({r['count']})" for r in found["holders"])
    )
    if found["definitions"]:
        page.head(page.word("defined by"))
    for row in found["definitions"]:
        page.item(page.text(row["claim"]), aside=row["claim"])
        page.item(page.holder(row | {"stance": "defines"}), 2, "—")
    if found["introduced_by"]:
        page.head(f"{page.word('first')} {found['introduced']}")
    for key in dict.fromkeys(row["claim"] for row in found["introduced_by"]):
        page.claim_line(key)
    if found["controversies"]:
        page.head(page.word("controversies"))
    for key in found["controversies"]:
        page.claim_line(key)


def agent(page: Page, found: dict[str, Any]) -> None:
    """Write what an agent holds, rejects, concedes and asks, and what about."""
    page.title(page.label(found["id"]), found["id"])
    counts = found["counts"].items()
    page.field("positions", (f"{page.say(STANCES, stance)} {n}" for stance, n in counts))
    topics = (f"{page.label(r['topic'])} ({len(r['claims'])})" for r in found["topics"][:12])
    page.field("by topic", topics)
    for part in ("rejects", "concedes", "asks", "holds"):
        if found[part]:
            page.head(f"{page.word(part)} ({len(found[part])})")
        for row in found[part]:
            page.item(page.text(row["claim"]), aside=row["claim"])
            page.item(page.holder({"holder": found["id"]} | row), 2, "—")
    for part in ("objects_to", "met_by"):
        if found[part]:
            page.head(f"{page.word(part)} ({len(found[part])})")
        for row in found[part]:
            page.item(page.text(row["from"]), aside=row["from"])
            verb, basis = page.word(row["kind"]).lower(), page.word(row["basis"])
            told = f"{verb} ({', '.join(row['at'])}, {basis})  {page.text(row['to'])}"
            page.item(told, 2, "→", row["to"])


def work(page: Page, found: dict[str, Any]) -> None:
    """Write why a work is cited, where, with which pages, and who holds what rests on it."""
    page.title(page.label(found["id"]), found["id"])
    page.field("entry", [found["entry"] or page.word("none")])
    if found["purposes"]:
        page.head(page.word("purposes"))
    for row in found["purposes"]:
        page.item(f"{page.say(PURPOSES, row['why'])} · {', '.join(row['at'])}")
    if found["pages"]:
        page.head(page.word("pages"))
    for row in found["pages"]:
        page.item(f"p. {row['page']} · {row['at']}")
        for key in row["claims"]:
            page.item(page.text(key), 2, "←", key)
    page.gap()
    page.field(
        "voices", (f"{page.label(r['holder'])} ({len(r['claims'])})" for r in found["holders"])
    )
    for key in found["discrepancies"]:
        slip = page.corpus.discrepancies[key]
        kind = page.say(DISCREPANCIES, slip.kind)
        page.item(f"{getattr(slip, page.language)} ({kind})", mark="!", aside=key)
