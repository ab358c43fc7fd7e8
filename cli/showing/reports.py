"""Reports on the whole, for a reader: gaps, the grounded labelling, central records, counts."""

from __future__ import annotations

from typing import Any

from techfeod_graph.words import DISCREPANCIES, STANCES

from ..printing.blocks import Field
from ..printing.typography import quoted
from .page import Page
from .words import COUNTS

__all__ = ["central", "grounded", "stats", "unanswered", "uncited", "unsupported"]

_UNCITED = {
    "entry": "entry never cited",
    "work": "work without entry",
    "attribution": "attribution without work",
}


def unanswered(page: Page, rows: list[dict[str, Any]]) -> None:
    """Write the objections that nothing answers, with what each is directed at."""
    last = ""
    for row in rows:
        if row["claim"] != last:
            page.claim_line(row["claim"])
        last = row["claim"]
        verb, basis = page.word(row["kind"]).lower(), page.word(row["basis"])
        target = f"{_names(page, row['target_holders'])} · {page.text(row['target'])}"
        page.item(f"{verb} ({', '.join(row['at'])}, {basis})  {target}", 2, "→", row["target"])
        if row["by"]:
            page.item(page.text(row["by"]), 3, "←", row["by"])
    if not rows:
        page.nothing()


def _names(page: Page, agents: list[str]) -> str:
    return page.labels(agents) if agents else page.word("nobody")


def unsupported(page: Page, rows: list[dict[str, Any]]) -> None:
    """Write the premises without a reason, those that carry most first."""
    page.table(
        (
            (
                str(row["carries"]),
                str(row["direct"]),
                _names(page, row["holders"]),
                ", ".join(row["at"]),
                page.text(row["claim"]),
                row["claim"],
            )
            for row in rows
        ),
        ("carries", "direct", "holder", "where", "claim", "id"),
        named=True,
    )


def uncited(page: Page, rows: list[dict[str, Any]]) -> None:
    """Write what lacks its counterpart among the references."""
    for kind, word in _UNCITED.items():
        own = [row for row in rows if row["kind"] == kind]
        if own:
            page.head(f"{page.word(word)} ({len(own)})")
        for row in own:
            at = ", ".join(row["at"])
            if kind == "attribution":
                holders = page.labels(row["holders"])
                page.item(f"{holders} · {page.text(row['id'])}  ({at})", aside=row["id"])
            else:
                page.item(f"{page.label(row['work'])}  ({at})", aside=row["work"])
    if not rows:
        page.nothing()


def central(page: Page, found: dict[str, Any], first: int | None = None) -> None:
    """Write the first records by a measure, and what every measure means."""
    measures = found["measures"]
    rows = found["rows"] if first is None else found["rows"][:first]
    names = [found["by"], *(name for name in measures if name != found["by"])]
    claims = found["network"] == "claims"
    page.table(
        (
            (
                *(_number(row[name]) for name in names),
                page.text(row["id"]) if claims else page.label(row["id"]),
                row["id"],
            )
            for row in rows
        ),
        (*(f"m.{name}" for name in names), "claim" if claims else "label", "id"),
        named=True,
    )
    page.gap()
    for name in names:
        page.field(f"m.{name}", [measures[name][page.language]])
    joined = "reasons" if claims else "relations"
    counts = f"{found['nodes']} {page.word(found['network']).lower()}"
    page.field("network", [counts, f"{found['edges']} {page.word(f'n.{joined}')}"])


def _number(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.4f}"


def grounded(page: Page, found: dict[str, Any]) -> None:
    """Write the grounded labelling: how many of each label, and what is attacked."""
    page.title(found["semantics"])
    page.paragraph(page.word("grounded means"))
    counts = found["counts"]
    page.field("labelled", (f"{page.word(label)} {number}" for label, number in counts.items()))
    sizes = (f"{found['arguments']} {page.word('n.arguments')}",)
    page.field("network", [*sizes, f"{found['attacks']} {page.word('n.attacks')}"])
    for row in found["rows"]:
        told = f"{page.word(row['label'])} · {_argument(page, row['argument'])}"
        page.item(told, aside=_id(row["argument"]))
        for path in row["attacked_by"]:
            page.item(_argument(page, path), 2, "←", _id(path))


def _id(path: str) -> str:
    """The id of a claim, as every list gives it; an inference keeps its address."""
    return path.removeprefix("claim/")


def _argument(page: Page, path: str) -> str:
    """A claim's wording, or the conclusion of an inference."""
    kind, _, key = path.partition("/")
    if kind == "claim":
        return page.text(key)
    return (
        f"{page.word('the inference')} {quoted(page.text(key.partition('.by.')[0]), page.language)}"
    )


def stats(page: Page, found: dict[str, Any]) -> None:
    """Write what the knowledge base holds: one number a line, then what some are made up of."""
    parts = {name: value for name, value in found.items() if isinstance(value, dict)}
    for name, value in found.items():
        if name not in parts:
            page.add(Field(page.say(COUNTS, name), (str(value),)))
    for name, numbers in parts.items():
        page.head(page.say(COUNTS, name))
        rows = ((_part(page, name, of), str(number)) for of, number in numbers.items())
        page.table(rows, ("label", "count"))


def _part(page: Page, name: str, of: str) -> str:
    words = {"stances": STANCES, "discrepancies": DISCREPANCIES}.get(name)
    return page.say(words, of) if words else page.label(of)
