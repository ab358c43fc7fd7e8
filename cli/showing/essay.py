"""The essay for a reader: coverage, a section, a place."""

from __future__ import annotations

from typing import Any

from techfeod_graph.words import DISCREPANCIES, PURPOSES, UNCOVERED

from ..printing.typography import quoted
from .page import Page

__all__ = ["coverage", "section", "section_short", "trace"]


def coverage(page: Page, found: dict[str, Any]) -> None:
    """Write how much of the essay carries claims."""
    for part in ("sections", "notes"):
        page.head(page.word(part))
        rows = [(_place(page, row["id"]), *_counts(page, row)) for row in found[part]]
        page.table(rows)
    page.head(page.word("bibliography"))
    page.table(
        (r["id"], r["work"] or "–", ", ".join(r["pointers"]) or "–") for r in found["bibliography"]
    )
    page.gap()
    total = f"{found['with_claims']} + {found['excused']} / {found['sentences']}"
    words = f"{page.word('with claims')} + {page.word('excused')} / {page.word('sentences')}"
    page.item(f"{total}  ({words})", 0, "")
    page.field("missing", found["missing"])


def _place(page: Page, place: str) -> str:
    label = page.corpus.source.sections.get(place)
    return f"{place} {getattr(label, page.language)}" if label else place


def _counts(page: Page, row: dict[str, Any]) -> tuple[str, str]:
    done = row["with_claims"] + row["excused"]
    sentences = page.word("sentence" if row["sentences"] == 1 else "sentences")
    claims = page.word("claim" if row["claims"] == 1 else "claims").lower()
    return f"{done}/{row['sentences']} {sentences}", f"{row['claims']} {claims}"


def section(page: Page, found: dict[str, Any]) -> None:
    """Write the argument of a section in its order."""
    page.title(found["labels"][page.language], found["id"])
    for record in found["argument"]:
        page.claim_line(record["id"])
        for reason in record["reasons"]:
            for premise in reason["premises"]:
                basis = page.word(reason["basis"])
                text = f"{page.text(premise)}  [{', '.join(reason['at'])}, {basis}]"
                page.item(text, 3, "←")


def section_short(page: Page, found: dict[str, Any]) -> None:
    """Write a section in short: who speaks, where it leads, what it introduces."""
    page.title(found["labels"][page.language], found["id"])
    page.field("sentences", [str(len(found["sentences"]))])
    page.field(
        "voices", (f"{page.label(r['holder'])} ({len(r['claims'])})" for r in found["voices"])
    )
    page.field("introduces", map(page.label, found["concepts"]))
    page.field("works", map(page.label, found["works"]))
    for part in ("conclusions", "controversies"):
        keys = [row["claim"] if isinstance(row, dict) else row for row in found[part]]
        if keys:
            page.head(f"{page.word(part)} ({len(keys)})")
        for key in keys:
            page.claim_line(key)


def trace(page: Page, found: dict[str, Any]) -> None:
    """Write what the essay does in a place, sentence by sentence."""
    page.title(_heading(page, found), found["place"])
    if found["work"]:
        page.field("work", [page.label(found["work"])])
    page.field("called from", found["called_from"])
    _slips(page, found["slips"])
    for row in found["sentences"]:
        page.head(f"{row['at']} · {_place(page, row['section'])}")
        for pointer in row["pointers"]:
            number = f"p. {pointer['page']}" if pointer["page"] else ""
            why = page.say(PURPOSES, pointer["why"])
            about = filter(None, (why, number, page.label(pointer["to"])))
            page.item(
                f"{quoted(pointer['as'], page.language)}  {' · '.join(about)}",
                mark="→",
                aside=pointer["to"],
            )
        for key in row["claims"]:
            page.claim_line(key)
        page.field("without claim", [page.say(UNCOVERED, row["without_claim"] or "")])
        page.field("introduces", map(page.label, row["introduces"]))
        page.field("names", map(page.label, (*row["agents"], *row["works"])))
        page.field("notes", row["notes"])
        _slips(page, row["slips"])
    if not found["sentences"]:
        page.nothing()


def _heading(page: Page, found: dict[str, Any]) -> str:
    if found["kind"] == "section":
        return str(getattr(page.corpus.source.sections[found["place"]], page.language))
    names = {
        "sentence": ("Phrase", "Sentence"),
        "paragraph": ("Paragraphe", "Paragraph"),
        "note": ("Note", "Note"),
        "entry": ("Entrée de bibliographie", "Bibliography item"),
        "page": ("Page du livre recensé", "Page of the book reviewed"),
    }
    return page.say(names, found["kind"])


def _slips(page: Page, keys: list[str]) -> None:
    for key in keys:
        slip = page.corpus.discrepancies[key]
        kind = page.say(DISCREPANCIES, slip.kind)
        page.item(f"{getattr(slip, page.language)} ({kind})", mark="!", aside=key)
