"""The essay's passages without its text: what proves each, the lock that keeps it, shared words."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, get_args

from techfeod_graph.errors import Place, Problem, TechfeodError
from techfeod_graph.forms import Locator
from techfeod_graph.fragments import (
    PREFIX,
    Page,
    count_words,
    fragment_words,
    smallest_fragment,
)
from techfeod_graph.model import Passage
from techfeod_graph.proving import Verdict, verify
from techfeod_graph.segmenting import CALL, JAVASCRIPT, Segment, digest, normalise, segment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

__all__ = [
    "HEADER",
    "JAVASCRIPT",
    "RunFinder",
    "Segment",
    "Verdict",
    "build_passages",
    "digest",
    "format_lock",
    "fragment_words",
    "normalise",
    "parse_lock",
    "segment",
    "shared_runs",
    "verify",
]

RULE = "passages-lock"
_LOCATOR = re.compile(get_args(Locator)[1].pattern, re.ASCII)
_ANEW = "make the lock anew with «techfeod lock»"
#: The lock's columns: what each holds, and what to write where it does not.
_COLUMNS = {
    "locator": (_LOCATOR, "write P05.2, N05.1, S3 or B19"),
    "section": (re.compile(r"S[0-9]{1,2}"), "write the locator of its heading, or S0"),
    "words": (re.compile(r"[0-9]{1,9}"), "write a whole number"),
    "characters": (re.compile(r"[1-9][0-9]{0,8}"), "write a whole number above 0"),
    "digest": (re.compile(r"[0-9a-f]{64}"), f"write 64 digits of 0-9a-f, or {_ANEW}"),
    "calls": (
        re.compile(r"(?:N[0-9]{2,3}(?: N[0-9]{2,3})*)?"),
        "write note ids parted by single spaces, as in N03 N04, or nothing",
    ),
    "fragment": (
        re.compile(rf"(?:{PREFIX}[!-~]+)?"),
        f"write a percent-encoded text fragment that opens with {PREFIX}, or nothing",
    ),
}
#: The first line of a lock: the normalisation, then the columns.
HEADER = "# tf-norm-1 " + "\t".join(_COLUMNS)


def build_passages(text: str) -> list[Passage]:
    """Return what proves each unit of an essay, in document order, and nothing of its text.

    Raises TechfeodError where the text has more units than locators can name (99 paragraphs, notes
    or items, 99 sentences in one of them).
    """
    page = Page(text)
    units = segment(text)
    for unit in units:
        if not _LOCATOR.fullmatch(unit.locator):
            raise TechfeodError(
                f"The text has more units than locators can name: {unit.locator} "
                f"at line {unit.line} is one too many; give the essay alone."
            )
    return [
        Passage(
            locator=unit.locator,
            order=order,
            section=unit.section,
            words=count_words(unit.text),
            characters=len(normalise(unit.text)),
            digest=digest(unit.text),
            fragment=smallest_fragment(page, page.span_of(unit)),
            calls=unit.calls,
        )
        for order, unit in enumerate(units)
    ]


def format_lock(passages: Iterable[Passage]) -> str:
    """Return ``passages.lock``: the header, then one tab-separated line a passage in its order."""
    rows = (
        (
            passage.locator,
            passage.section,
            str(passage.words),
            str(passage.characters),
            passage.digest,
            " ".join(passage.calls),
            passage.fragment or "",
        )
        for passage in sorted(passages, key=lambda passage: passage.order)
    )
    return "\n".join([HEADER, *("\t".join(row) for row in rows)]) + "\n"


def parse_lock(text: str, file: str) -> tuple[dict[str, Passage], list[Problem]]:
    """Return the passages of a lock by locator, and every fault of its lines.

    A passage's order is its line's. Lines with a fault give no passage. Nothing is raised.
    """
    head, *rows = text.replace("\r\n", "\n").removesuffix("\n").split("\n")
    problems = list(_header_problems(head, file))
    passages: dict[str, Passage] = {}
    lines: dict[str, int] = {}
    for order, row in enumerate(rows):
        line, fields = order + 2, row.split("\t")
        faults = list(_row_problems(fields, Place(file, line)))
        first = lines.setdefault(fields[0], line)
        if not faults and first != line:
            message = f"{fields[0]} stands on line {first} already"
            faults = [Problem(Place(file, line), RULE, message, "leave out one of the two lines")]
        problems += faults
        if not faults:
            passages[fields[0]] = _passage(fields, order)
    return passages, problems


def _header_problems(head: str, file: str) -> Iterator[Problem]:
    if head == HEADER:
        return
    name = HEADER.split()[1]
    if not head:
        message = "the lock has no header"
    elif head.split()[:2] != ["#", name]:
        message = f"the header does not name {name}, by which its digests are made"
    else:
        message = "the header names other columns"
    yield Problem(Place(file), RULE, message, f"{_ANEW}; its first line is {HEADER!r}")


def _row_problems(fields: Sequence[str], place: Place) -> Iterator[Problem]:
    if len(fields) != len(_COLUMNS):
        message = f"{len(fields)} columns where {len(_COLUMNS)} belong"
        remedy = f"part {', '.join(_COLUMNS)} by single tabs, or {_ANEW}"
        yield Problem(place, RULE, message, remedy)
        return
    column = 1
    for field, (name, (pattern, remedy)) in zip(fields, _COLUMNS.items(), strict=True):
        if not pattern.fullmatch(field):
            at = Place(place.file, place.line, column)
            yield Problem(at, RULE, f"{field[:80]!r} is no {name}", remedy)
        column += len(field) + 1


def _passage(fields: Sequence[str], order: int) -> Passage:
    locator, section, words, characters, sha, calls, fragment = fields
    return Passage(
        locator=locator,
        order=order,
        section=section,
        words=int(words),
        characters=int(characters),
        digest=sha,
        calls=tuple(calls.split()),
        fragment=fragment or None,
    )


class RunFinder:
    """The runs of consecutive words of an essay, to hold many restatements against.

    Words are compared without case, accents and punctuation; note calls and bibliography items are
    left out. ``titles`` are names of things that may be written out: runs within one do not count.
    """

    def __init__(self, essay: str, length: int = 8, titles: Iterable[str] = ()) -> None:
        self.length = length
        told = " ".join(unit.text for unit in segment(essay) if unit.locator[0] != "B")
        allowed = {run for title in titles for run in self._runs(title)}
        self._known = frozenset(self._runs(CALL.sub(" ", told))) - allowed

    def runs(self, restatement: str) -> list[str]:
        """Return each run of ``length`` words that a restatement shares, once, in its order."""
        return [run for run in dict.fromkeys(self._runs(restatement)) if run in self._known]

    def _runs(self, text: str) -> Iterator[str]:
        plain = unicodedata.normalize("NFKD", text).casefold()
        kept = "".join(c for c in plain if not unicodedata.combining(c))
        words = re.findall(r"[^\W_]+", kept)
        for start in range(len(words) - self.length + 1):
            yield " ".join(words[start : start + self.length])


def shared_runs(restatement: str, essay: str, length: int = 8) -> list[str]:
    """Return the runs of ``length`` consecutive words that a restatement shares with an essay.

    For many restatements, make one ``RunFinder`` and ask it.
    """
    return RunFinder(essay, length).runs(restatement)
