"""The claims on which the voices of the essay differ, or that something speaks against."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from techfeod_graph.answers.links import Links, by_place, positions

if TYPE_CHECKING:
    from techfeod_graph.corpus import Corpus

__all__ = ["KINDS", "controversies", "controversy"]

#: Why a claim is controversial, the strongest first.
KINDS = ("opposed", "open", "attacked", "undercut", "qualified")


def controversies(corpus: Corpus, kinds: tuple[str, ...] = KINDS) -> list[dict[str, Any]]:
    """Every controversial claim, the strongest kind first, then in the order of the essay.

    Each is ``claim``, ``at``, ``kinds``, ``positions``, ``sides``, ``attacked_by``, ``undercut_by``
    and ``qualified_by``. ``kinds`` are those of :data:`KINDS` that are true of it: ``opposed``
    (one agent is for it, another against), ``open`` (one agent leaves open what another takes a
    side on), ``attacked``, ``undercut`` (an inference to it), ``qualified``. ``positions`` are as
    :func:`techfeod_graph.answers.links.position` gives them; ``sides`` maps ``for``, ``against``
    and ``open`` to agents; the last three list ``claim``, ``holders``, ``at``, ``basis`` (and
    ``by``, the first premise of the inference that is undercut).
    """
    rows = corpus.kept("controversies", lambda: {"all": _all(corpus)})["all"]
    return [row for row in rows if any(kind in kinds for kind in row["kinds"])]


def _all(corpus: Corpus) -> list[dict[str, Any]]:
    links = Links(corpus)
    rows = [controversy(links, key) for key in by_place(corpus, corpus.claims)]
    found = [row for row in rows if row["kinds"]]
    return sorted(found, key=lambda row: KINDS.index(row["kinds"][0]))


def controversy(links: Links, key: str) -> dict[str, Any]:
    """One claim as :func:`controversies` gives it; ``kinds`` is empty when none applies."""
    sides = {name: links.holders(key, name) for name in ("for", "against", "open")}
    row: dict[str, Any] = {
        "claim": key,
        "at": list(links.corpus.claims[key].at),
        "kinds": [],
        "positions": positions(links.corpus, key),
        "sides": sides,
        "attacked_by": [_told(links, b.plain()) for b in links.attacked.get(key, ())],
        "undercut_by": [_told(links, cut) for cut in links.undercuts_of(key)],
        "qualified_by": [_told(links, b.plain()) for b in links.qualified.get(key, ())],
    }
    row["kinds"] = [kind for kind in KINDS if _is(kind, row)]
    return row


def _told(links: Links, bearing: dict[str, Any]) -> dict[str, Any]:
    return {"claim": bearing["claim"], "holders": links.holders(bearing["claim"])} | bearing


def _is(kind: str, row: dict[str, Any]) -> bool:
    sides = row["sides"]
    if kind == "opposed":
        return _two(sides["for"], sides["against"])
    if kind == "open":
        return _two([*sides["for"], *sides["against"]], sides["open"])
    return bool(row[f"{kind}_by"])


def _two(one: list[str], other: list[str]) -> bool:
    """Whether two different agents stand on two sides."""
    return any(a != b for a in one for b in other)
