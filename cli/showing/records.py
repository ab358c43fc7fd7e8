"""One record for a reader: concept, claim, agent, work."""

from __future__ import annotations

from typing import Any

from techfeod_graph.words import KINDS, PURPOSES, TYPES

from ..printing.typography import quoted
from .page import Page

__all__ = ["agent", "claim", "concept", "work"]

_INCOMING = (
    "supports", "attacked_by", "undercut_by", "qualified_by", "elaborated_by", "presupposed_by",
)  # fmt: skip


def concept(page: Page, record: dict[str, Any], name: str = "") -> None:
    """Write a concept; ``name`` is what was typed, to offer others that hold it."""
    language = page.language
    page.title(record["labels"][language], f"{record['id']} · {page.say(KINDS, record['kind'])}")
    other = "en" if language == "fr" else "fr"
    page.field(other, [record["labels"][other]])
    page.field("also", record["variants"][language])
    if record["definition"]:
        page.paragraph(record["definition"][language])
    page.field("where", record["at"])
    page.field("broader", map(page.label, record["broader"]))
    page.field("narrower", map(page.label, record["narrower"]))
    relations(page, record["relations"])
    if record["claims"]:
        page.head(f"{page.word('claims')} ({len(record['claims'])})")
    for key in record["claims"]:
        page.claim_line(key)
    see_also(page, "concept", record["id"], name)


def relations(page: Page, rows: list[dict[str, Any]]) -> None:
    """Write relations between concepts, with who holds each, its sentence and its basis."""
    if rows:
        page.head(f"{page.word('relations')} ({len(rows)})")
    for row in rows:
        proof = (
            f"{page.labels(row['held_by'])} · {', '.join(row['at'])} · {page.word(row['basis'])}"
        )
        page.item(f"{page.relation(row)}   [{proof}]", mark="")


def claim(page: Page, record: dict[str, Any], name: str = "") -> None:
    """Write a claim with its positions and its place in the argument."""
    del name
    page.title(page.text(record["id"]), record["id"])
    page.paragraph(record["en" if page.language == "fr" else "fr"])
    page.head(page.word("holders"))
    for position in record["positions"]:
        page.item(page.holder(position), mark="—")
    if record["ambiguous"]:
        readings = " / ".join(map(page.label, record["ambiguous"]["holders"]))
        why = record["ambiguous"]["why"][page.language]
        page.field("open", [f"{readings}. {why}"])
    for reason in record["reasons"]:
        basis = page.word(reason["basis"])
        page.head(f"{page.word('because')} ({', '.join(reason['at'])}, {basis})")
        for premise in reason["premises"]:
            page.item(page.text(premise), aside=premise)
    _links(page, record)
    page.gap()
    page.field("concepts", map(page.label, record["concepts"]))
    page.field("works", map(page.label, record["works"]))
    page.field("note", [record["note"] or ""])


def _links(page: Page, record: dict[str, Any]) -> None:
    for name in ("attacks", "undercuts", "qualifies", "elaborates", "presupposes"):
        for link in record[name]:
            basis = page.word(link["basis"])
            page.head(f"{page.word(name)} ({', '.join(link['at'])}, {basis})")
            page.item(page.text(link["claim"]), aside=link["claim"])
    for name in _INCOMING:
        if record[name]:
            page.head(page.word(name))
        for key in record[name]:
            page.claim_line(key)


def agent(page: Page, record: dict[str, Any], name: str = "") -> None:
    """Write an agent with every position attributed to them."""
    kind = page.say(KINDS, record["kind"])
    page.title(record["labels"][page.language], f"{record['id']} · {kind}")
    page.field("also", record["variants"][page.language])
    page.field("members", map(page.label, record["members"]))
    page.field("groups", map(page.label, record["groups"]))
    page.field("where", record["at"])
    page.field("works", map(page.label, record["works"]))
    if record["positions"]:
        page.head(f"{page.word('positions')} ({len(record['positions'])})")
    for position in record["positions"]:
        page.item(page.text(position["claim"]), aside=position["claim"])
        page.item(page.holder({"holder": record["id"]} | position), 2, "—")
    see_also(page, "agent", record["id"], name)


def work(page: Page, record: dict[str, Any], name: str = "") -> None:
    """Write a work with where and why it is cited."""
    kind = page.say(TYPES, record["type"])
    page.title(record["labels"][page.language], f"{record['id']} · {kind}")
    about = [", ".join(record["authors"]), record["container"], record["publisher"]]
    if told := " · ".join(filter(None, [*about, record["year"]])):
        page.paragraph(told)
    page.field("entry", [record["bibliography"] or page.word("none")])
    if record["pointers"]:
        page.head(f"{page.word('pointers')} ({len(record['pointers'])})")
    for pointer in record["pointers"]:
        why = page.say(PURPOSES, pointer["why"])
        page.item(f"{pointer['at']}  {quoted(pointer['as'], page.language)}  {why}", mark="")
    if record["discrepancies"]:
        page.head(page.word("discrepancies"))
    for key in record["discrepancies"]:
        slip = page.corpus.discrepancies[key]
        page.item(f"{getattr(slip, page.language)} ({', '.join(slip.at)})", aside=key)
    if record["claims"]:
        page.head(f"{page.word('claims')} ({len(record['claims'])})")
    for key in record["claims"]:
        page.claim_line(key)
    see_also(page, "work", record["id"], name)


def see_also(page: Page, kind: str, shown: str, name: str) -> None:
    """Offer the other records of the kind whose name holds what was typed."""
    from techfeod_graph.queries import namesakes

    if not name:
        return
    if listed := [key for key in namesakes(page.corpus, kind, name) if key != shown]:
        page.gap()
        page.field("see also", (f"{page.label(key)} [{key}]" for key in listed[:6]))
