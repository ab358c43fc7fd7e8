"""The page of controversies: who takes which side on what, and what speaks against it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from techfeod_graph.answers.controversies import KINDS, controversies
from techfeod_graph.answers.links import positions
from techfeod_graph.corpus import Corpus
from techfeod_graph.site.frame import Material, Page
from techfeod_graph.site.texts import both

__all__ = ["disputes"]

#: The kinds that a row of the matrix has; claims that are only qualified stand in the list below.
SHARP: Final = frozenset(KINDS) - {"qualified"}
_AGAINST: Final = ("attacked_by", "undercut_by", "qualified_by")


def disputes(material: Material) -> Iterator[Page]:
    """The matrix of claims and holders, and the list of every controversial claim."""
    rows = controversies(material.corpus)
    sharp = [row for row in rows if SHARP & set(row["kinds"])]
    voices = _voices(sharp)
    given = {
        "rows": [(row, [_cell(material.corpus, row, voice) for voice in voices]) for row in sharp],
        "voices": voices,
        "groups": [(kind, [r for r in rows if r["kinds"][0] == kind]) for kind in KINDS],
    }
    yield Page("controversies", "pages/controversies.html.j2", both("nav-controversies"), given,
               menu="controversies", wide=True)  # fmt: skip


def _voices(rows: list[dict[str, Any]]) -> list[str]:
    """Everyone who takes part, those who do so most often first."""
    found = Counter(p["holder"] for row in rows for p in row["positions"])
    for row in rows:
        found.update(h for name in _AGAINST[:2] for told in row[name] for h in told["holders"])
    return [voice for voice, _ in sorted(found.items(), key=lambda item: (-item[1], item[0]))]


def _cell(corpus: Corpus, row: dict[str, Any], voice: str) -> dict[str, Any]:
    """What one voice does about a claim: its positions, and its claims that speak against it.

    An objection is at the sentence where the voice makes it: those of the conflict itself may be
    of the claim that it is turned against.
    """
    told = [told for name in _AGAINST for told in row[name] if voice in told["holders"]]
    return {
        "voice": voice,
        "positions": [p for p in row["positions"] if p["holder"] == voice],
        "objects": [one | {"at": _sentence(corpus, one["claim"], voice)} for one in told],
    }


def _sentence(corpus: Corpus, claim: str, voice: str) -> str:
    held = [p for p in positions(corpus, claim) if p["holder"] == voice and p["side"] == "for"]
    return str(held[0]["at"][0])
