"""The works for reference managers: CSL-JSON, BibTeX, RIS."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from techfeod_graph.export.edition import Edition, as_json
from techfeod_graph.model import CslName, Work

__all__ = ["bibtex", "csl", "latex", "ris"]

_BIBTEX = {
    "book": "book",
    "article-journal": "article",
    "article-magazine": "article",
    "article": "misc",
    "report": "techreport",
    "review": "article",
    "review-book": "article",
    "legislation": "misc",
    "document": "misc",
}
_RIS = {
    "book": "BOOK",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article": "GEN",
    "report": "RPRT",
    "review": "JOUR",
    "review-book": "JOUR",
    "legislation": "STAT",
    "document": "GEN",
}
_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "`": r"\textasciigrave{}",
} | {character: f"\\{character}" for character in "$&%#_"}


def _title(edition: Edition, work: Work) -> str:
    """The title; where none is known, our label in square brackets."""
    return work.title or f"[{getattr(work.labels, edition.language)}]"


def _note(work: Work) -> str | None:
    item = work.custom.bibliography
    return f"Bibliography item {item} of the reviewed essay" if item else None


def csl(edition: Edition) -> bytes:
    """A list of CSL items, years as numbers."""
    items = [_item(edition, work) for work in edition.corpus.works.values()]
    return as_json(items)


def _item(edition: Edition, work: Work) -> dict[str, Any]:
    item: dict[str, Any] = {"id": work.id, "type": work.type, "title": _title(edition, work)}
    if work.title_short:
        item["title-short"] = work.title_short
    if work.author:
        item["author"] = [name.model_dump(exclude_none=True) for name in work.author]
    for key, date in (("issued", work.issued), ("original-date", work.original_date)):
        if date:
            item[key] = {"date-parts": [[int(date.year)]]}
    for key in ("edition", "publisher", "container_title", "volume", "issue", "page"):
        if text := getattr(work, key):
            item[key.replace("_", "-")] = text
    if note := _note(work):
        item["note"] = note
    return item


def bibtex(edition: Edition) -> bytes:
    """One entry a work, keyed by its id; letters in UTF-8, signs of TeX escaped."""
    entries = (_entry(edition, work) for work in edition.corpus.works.values())
    return "\n".join(entries).encode()


def _entry(edition: Edition, work: Work) -> str:
    kind = _BIBTEX[work.type]
    container = "journal" if kind == "article" else "howpublished"
    fields = {
        "author": " and ".join(map(_bibtex_name, work.author)),
        "title": "{" + latex(_title(edition, work)) + "}",
        "shorttitle": latex(work.title_short),
        "year": work.issued.year if work.issued else "",
        "origyear": work.original_date.year if work.original_date else "",
        container: latex(work.container_title),
        "institution" if kind == "techreport" else "publisher": latex(work.publisher),
        "edition": latex(work.edition),
        "volume": latex(work.volume),
        "number": latex(work.issue),
        "pages": latex(work.page).replace("–", "--"),
        "note": latex(_note(work)),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join((f"@{kind}{{{work.id},", *lines, "}", ""))


def latex(text: str | None) -> str:
    r"""Text as LaTeX source on one line.

    Braces are ``\{`` where they pair, which every reader knows; an odd one is named, because
    BibTeX counts even escaped braces.
    """
    plain = " ".join((text or "").split())
    signs = _LATEX | ({"{": r"\{", "}": r"\}"} if _paired(plain) else {})
    written = "".join(signs.get(character, character) for character in plain)
    return written.replace("--", "-{}-")


def _paired(text: str) -> bool:
    depths = [0, *accumulate((c == "{") - (c == "}") for c in text), 0]
    return min(depths) == 0 and depths[-2] == 0


def _bibtex_name(name: CslName) -> str:
    """``Family, Given``; in braces what BibTeX would take apart."""
    if name.literal:
        return "{" + latex(name.literal) + "}"
    parts = [latex(part) for part in (name.family, name.given) if part]
    safe = ["{" + p + "}" if "," in p or re.search(r"\band\b", p) else p for p in parts]
    return ", ".join(safe) if len(safe) > 1 else "{" + safe[0] + "}"


def ris(edition: Edition) -> bytes:
    """One record a work; every value on one line."""
    records = ("\n".join(_record(edition, work)) for work in edition.corpus.works.values())
    return ("\n\n".join(records) + "\n").encode()


def _record(edition: Edition, work: Work) -> Iterator[str]:
    first, _, last = (work.page or "").replace("–", "-").partition("-")
    yield f"TY  - {_RIS[work.type]}"
    values: list[tuple[str, str | None]] = [("ID", work.id)]
    for name in work.author:
        written = name.literal or ", ".join(filter(None, (name.family, name.given)))
        values.append(("AU", written))
    values += [
        ("TI", _title(edition, work)),
        ("ST", work.title_short),
        ("PY", work.issued.year if work.issued else None),
        ("OP", work.original_date.year if work.original_date else None),
        ("T2", work.container_title),
        ("PB", work.publisher),
        ("ET", work.edition),
        ("VL", work.volume),
        ("IS", work.issue),
        ("SP", first),
        ("EP", last),
        ("N1", _note(work)),
        ("LB", f"essay/{work.custom.bibliography}" if work.custom.bibliography else None),
    ]
    for tag, value in values:
        if value:
            yield f"{tag}  - {' '.join(value.split())}"
    yield "ER  - "
