"""What the essay does in one place: a sentence, paragraph, note, section, page or entry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from techfeod_graph.errors import TechfeodError

if TYPE_CHECKING:
    from techfeod_graph.corpus import Corpus

__all__ = ["UnknownPlace", "trace"]

_UNIT = re.compile(r"(?:(P|§|¶)|(N|note|n\.))\s*0*(\d{1,2})(?:\.(\d{1,2}))?", re.IGNORECASE)
_ITEM = re.compile(r"(S|B)\s*0*(\d{1,2})", re.IGNORECASE)
_PAGE = re.compile(r"(?:pages?|pp?\.|pp)?\s*(\d{1,4})(?:\s*[-–]\s*(\d{1,4}))?", re.IGNORECASE)


class UnknownPlace(TechfeodError):
    """A place that the essay does not have, or a page that it does not quote."""

    exit_code = 3


def trace(corpus: Corpus, place: str) -> dict[str, Any]:
    """What the essay does in a place.

    ``place`` is a sentence (P05.2, N05.1), a paragraph (P05), a note (N05, note 5), a section (S3),
    a bibliography item (B19), or a page of the reviewed book as the essay points to it (94, p. 94).

    Gives ``place`` and ``kind`` (``sentence``, ``paragraph``, ``note``, ``section``, ``entry``,
    ``page``); ``work``: that of an entry, or the reviewed book of a page, else None;
    ``called_from`` of a note: the sentences that call it; ``slips`` of an entry;
    ``sentences``: each ``at``, ``section``, ``claims``,
    ``without_claim`` (why it carries none, or None), ``notes`` (called from it), ``pointers``
    (``as``, ``to``, ``why``, ``page``, ``year``), ``introduces`` (concepts whose first sentence it
    is), ``concepts``, ``agents``, ``works`` (named in it), ``slips``.

    :raises UnknownPlace: with what would be understood.
    """
    kind, key, locators = _locate(corpus, place.strip())
    works = [k for k, w in corpus.works.items() if w.custom.bibliography == key]
    work = corpus.source.reviews if kind == "page" else works[0] if works else None
    if kind == "entry" and work:
        locators = list(dict.fromkeys(p.at for p in corpus.pointers if p.to == work))
    return {
        "place": key,
        "kind": kind,
        "work": work,
        "called_from": _callers(corpus, key) if kind == "note" else [],
        "slips": _slips(corpus, key) if kind == "entry" else [],
        "sentences": _sentences(corpus, locators),
    }


def _locate(corpus: Corpus, place: str) -> tuple[str, str, list[str]]:
    if found := _UNIT.fullmatch(place):
        letter = "P" if found[1] else "N"
        unit = f"{letter}{int(found[3]):02d}"
        if found[4]:
            key = f"{unit}.{int(found[4])}"
            return "sentence", key, _known(corpus, place, [key])
        kind = "paragraph" if letter == "P" else "note"
        inside = [key for key in corpus.passages if key.partition(".")[0] == unit]
        return kind, unit, _known(corpus, place, inside)
    if found := _ITEM.fullmatch(place):
        letter, number = found[1].upper(), int(found[2])
        if letter == "B":
            key = f"B{number:02d}"
            return "entry", key, _known(corpus, place, [key])
        key = f"S{number}"
        inside = [k for k, p in corpus.passages.items() if p.section == key and k[0] in "PN"]
        return "section", key, _known(corpus, place, inside)
    if found := _PAGE.fullmatch(place):
        return _page(corpus, found[1], found[2] or found[1])
    raise _unknown(corpus, place)


def _known(corpus: Corpus, place: str, locators: list[str]) -> list[str]:
    if not locators or any(key not in corpus.passages for key in locators):
        raise _unknown(corpus, place)
    return locators


def _page(corpus: Corpus, first: str, last: str) -> tuple[str, str, list[str]]:
    low, high = int(first), int(last)
    found = []
    for pointer in corpus.pointers:
        if pointer.page and pointer.to == corpus.source.reviews:
            ends = [int(number) for number in re.findall(r"\d+", pointer.page)]
            if ends[0] <= high and low <= ends[-1]:
                found.append(pointer.at)
    name = first if first == last else f"{first}-{last}"
    if not found:
        pages = [p.page for p in corpus.pointers if p.page and p.to == corpus.source.reviews]
        order = sorted(dict.fromkeys(pages), key=lambda page: int(re.split("[-–]", page)[0]))
        known = ", ".join(order) or "none"
        raise UnknownPlace(f"the essay points to no page {name}; it points to: {known}")
    return "page", name, list(dict.fromkeys(found))


def _unknown(corpus: Corpus, place: str) -> UnknownPlace:
    last = {key[0]: key.partition(".")[0] for key in corpus.passages}
    known = ", ".join(last[letter] for letter in "PNSB" if letter in last)
    return UnknownPlace(
        f"the essay has no place «{place}»: write P05, P05.2, N03, S3, B19 or p. 94 "
        f"(the last are {known})"
    )


def _callers(corpus: Corpus, note: str) -> list[str]:
    return [key for key, passage in corpus.passages.items() if note in passage.calls]


def _slips(corpus: Corpus, locator: str) -> list[str]:
    return [key for key, slip in corpus.discrepancies.items() if locator in slip.at]


def _sentences(corpus: Corpus, locators: list[str]) -> list[dict[str, Any]]:
    claims = corpus.carried
    return [
        {
            "at": at,
            "section": corpus.passages[at].section,
            "claims": claims.get(at, []),
            "without_claim": corpus.source.uncovered.get(at),
            "notes": list(corpus.passages[at].calls),
            "pointers": [
                {"as": p.as_, "to": p.to, "why": p.why, "page": p.page, "year": p.year}
                for p in corpus.pointers
                if p.at == at
            ],
            "introduces": [k for k, first in corpus.introduced.items() if first == at],
            "concepts": list(corpus.standing.get(at, ())),
            "agents": [k for k, a in corpus.agents.items() if at in a.at],
            "works": [k for k, w in corpus.works.items() if at in w.custom.at],
            "slips": _slips(corpus, at),
        }
        for at in locators
    ]
