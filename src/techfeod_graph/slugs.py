"""The lock of published ids: none is lost or used again without a word of what replaces it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from techfeod_graph.errors import Place, Problem, TechfeodError
from techfeod_graph.model import Published

__all__ = ["HEADER", "KINDS", "RULE", "NotKnown", "format_slugs", "parse_slugs", "released"]

RULE = "slugs-lock"
#: Kind in a path to the file of its records; the first four share one set of ids.
KINDS = {
    "concept": "concepts",
    "claim": "claims",
    "agent": "agents",
    "work": "works",
    "discrepancy": "discrepancies",
}
HEADER = "# slugs-1 path\tsince\twithdrawn\treplaced-by"
_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_COLUMNS = (
    (re.compile(rf"(?:{'|'.join(KINDS)})/{_SLUG}"), "write claim/ID, concept/ID …"),
    (re.compile(r"\S+"), "write the version that first published it"),
    (re.compile(r"\S*"), "write the version that withdrew it, or nothing"),
    (re.compile(rf"(?:{_SLUG})?"), "write the id that replaces it, or nothing"),
)
_ANEW = "write it with «techfeod release»"


class NotKnown(TechfeodError):
    """An id to withdraw that was never published, or is still in the data."""


def parse_slugs(text: str, file: str) -> tuple[dict[str, Published], list[Problem]]:
    """The published ids of a lock by path (``claim/ID``), and every fault of its lines."""
    head, *rows = text.replace("\r\n", "\n").removesuffix("\n").split("\n")
    problems: list[Problem] = []
    if head != HEADER:
        message = "the header is not that of a lock of ids"
        problems.append(Problem(Place(file), RULE, message, f"the first line is {HEADER!r}"))
    found: dict[str, Published] = {}
    for number, row in enumerate(rows, 2):
        place = Place(file, number)
        fields = row.split("\t")
        faults = list(_faults(fields, place))
        if not faults and fields[0] in found:
            message = f"{fields[0]} stands twice"
            faults = [Problem(place, RULE, message, "leave out one of the lines")]
        problems += faults
        if not faults:
            path, since, withdrawn, by = fields
            found[path] = Published(
                id=path, since=since, withdrawn=withdrawn or None, replaced_by=by or None
            )
    return found, problems


def _faults(fields: list[str], place: Place) -> Iterator[Problem]:
    if len(fields) != len(_COLUMNS):
        message = f"{len(fields)} columns where {len(_COLUMNS)} belong"
        yield Problem(place, RULE, message, f"part the columns by single tabs, or {_ANEW}")
        return
    for value, (pattern, remedy) in zip(fields, _COLUMNS, strict=True):
        if not pattern.fullmatch(value):
            message = f"«{value}» has not the form asked for"
            yield Problem(place, RULE, message, f"{remedy}, or {_ANEW}")
    if fields[3] and not fields[2]:
        message = f"{fields[0]} is replaced, but not withdrawn"
        yield Problem(place, RULE, message, "write the version that withdrew it")


def format_slugs(published: Mapping[str, Published]) -> str:
    """The text of a lock, sorted by path."""
    lines = [
        "\t".join((path, own.since, own.withdrawn or "", own.replaced_by or ""))
        for path, own in sorted(published.items())
    ]
    return "\n".join((HEADER, *lines, ""))


def released(
    published: Mapping[str, Published],
    present: Iterable[str],
    version: str,
    withdraw: Mapping[str, str],
) -> dict[str, Published]:
    """A lock that also holds the ids of the data, with some named as withdrawn.

    ``present`` are paths; ``withdraw`` maps a path or an id to the id that replaces it, or to
    nothing. What is missing from the data and not withdrawn stays as it was, for the rule to say.

    :raises NotKnown: when an id to withdraw was never published, or is still in the data.
    """
    here = set(present)
    found = dict(published)
    for path in sorted(here - found.keys()):
        found[path] = Published(id=path, since=version)
    for name, replacement in withdraw.items():
        paths = [path for path in published if name in (path, path.partition("/")[2])]
        if len(paths) != 1:
            reason = "was never published" if not paths else "is several: write it as claim/ID"
            raise NotKnown(f"«{name}» {reason}")
        if paths[0] in here:
            raise NotKnown(f"«{paths[0]}» is still in the data: take it out before it is withdrawn")
        found[paths[0]] = Published(
            id=paths[0],
            since=published[paths[0]].since,
            withdrawn=version,
            replaced_by=replacement or None,
        )
    return found
