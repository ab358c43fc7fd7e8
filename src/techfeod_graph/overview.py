"""The essay as a whole: what has been read of it, its sections in order, its slips."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from techfeod_graph.errors import TechfeodError
from techfeod_graph.names import fold
from techfeod_graph.queries import record

if TYPE_CHECKING:
    from techfeod_graph.corpus import Corpus

__all__ = ["UnknownSection", "coverage", "section", "section_in_order", "sections", "slips"]


class UnknownSection(TechfeodError):
    """A section that the essay does not have."""

    exit_code = 3


def coverage(corpus: Corpus) -> dict[str, Any]:
    """How much of the essay carries claims: by section, note and bibliography item.

    ``missing`` lists the sentences that have neither claims nor a reason why not, read or not.
    """
    claims, excused = corpus.carried, corpus.source.uncovered
    sentences = [key for key in corpus.passages if key[0] in "PN"]
    units: dict[str, list[str]] = {}
    for key in sentences:
        place = corpus.passages[key].section if key[0] == "P" else key.partition(".")[0]
        units.setdefault(place, []).append(key)
    rows = {place: _row(place, keys, claims, excused) for place, keys in units.items()}
    return {
        "sentences": len(sentences),
        "with_claims": sum(row["with_claims"] for row in rows.values()),
        "excused": sum(row["excused"] for row in rows.values()),
        "missing": [key for row in rows.values() for key in row["missing"]],
        "sections": [row for place, row in rows.items() if place[0] == "S"],
        "notes": [row for place, row in rows.items() if place[0] == "N"],
        "bibliography": _bibliography(corpus),
    }


def _row(place: str, keys: list[str], claims: Any, excused: Any) -> dict[str, Any]:
    return {
        "id": place,
        "sentences": len(keys),
        "with_claims": sum(key in claims for key in keys),
        "claims": len({claim for key in keys for claim in claims.get(key, ())}),
        "excused": sum(key in excused for key in keys),
        "missing": [key for key in keys if key not in claims and key not in excused],
    }


def _bibliography(corpus: Corpus) -> list[dict[str, Any]]:
    rows = []
    for item in (key for key in corpus.passages if key[0] == "B"):
        work = next((k for k, w in corpus.works.items() if w.custom.bibliography == item), None)
        pointers = [p.at for p in corpus.pointers if p.to == work]
        rows.append({"id": item, "work": work, "pointers": pointers})
    return rows


def sections(corpus: Corpus) -> list[dict[str, Any]]:
    """Every section with its labels, its sentences and its number of claims."""
    return [
        {"id": key, "labels": label.model_dump()} | _sentences(corpus, key)
        for key, label in corpus.source.sections.items()
    ]


def _sentences(corpus: Corpus, key: str) -> dict[str, Any]:
    claims = corpus.carried
    own = [k for k, p in corpus.passages.items() if p.section == key and k[0] in "PN"]
    return {
        "sentences": [
            {
                "at": locator,
                "claims": claims.get(locator, []),
                "without_claim": corpus.source.uncovered.get(locator),
                "notes": list(corpus.passages[locator].calls),
            }
            for locator in own
        ],
        "claims": len({claim for locator in own for claim in claims.get(locator, ())}),
    }


def section(corpus: Corpus, name: str) -> dict[str, Any]:
    """One section, its argument in order: each claim once, at its first sentence.

    ``name`` is S3, 3, or words of its label.

    :raises UnknownSection: when no section, or more than one, has that name.
    """
    found = section_in_order(corpus, name)
    return found | {"argument": [record(corpus, "claim", key) for key in found["argument"]]}


def section_in_order(corpus: Corpus, name: str) -> dict[str, Any]:
    """The same, its argument as the ids of claims."""
    wanted = fold(name).removeprefix("s")
    found = [
        row
        for row in sections(corpus)
        if wanted == row["id"][1:] or fold(name) in (fold(text) for text in row["labels"].values())
    ] or [
        row
        for row in sections(corpus)
        if fold(name) and any(fold(name) in fold(text) for text in row["labels"].values())
    ]
    if len(found) != 1:
        known = ", ".join(f"{key} {label.fr}" for key, label in corpus.source.sections.items())
        raise UnknownSection(f"no one section is called «{name}»; there are: {known}")
    seen: set[str] = set()
    order = []
    for sentence in found[0]["sentences"]:
        order += [key for key in sentence["claims"] if key not in seen]
        seen.update(sentence["claims"])
    return found[0] | {"argument": order}


def slips(
    corpus: Corpus, kinds: list[str] | None = None, at: str | None = None
) -> list[dict[str, Any]]:
    """The slips of the source, all or of some kinds or places, in the order of the essay."""
    found = [
        {"id": key} | slip.model_dump(mode="json", exclude={"id"})
        for key, slip in corpus.discrepancies.items()
        if (not kinds or slip.kind in kinds)
        and (at is None or any(at.upper() in (p, p.partition(".")[0]) for p in slip.at))
    ]
    return sorted(found, key=lambda row: min(corpus.order(place) for place in row["at"]))
