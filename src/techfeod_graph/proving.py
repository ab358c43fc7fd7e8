"""Passages proved on a reader's own copy of the essay, however its lines and paragraphs fall."""

from __future__ import annotations

import hashlib
import re
import sys
import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Literal

from techfeod_graph.fragments import Page, Span
from techfeod_graph.segmenting import CALL, digest, normalise, segment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from techfeod_graph.model import Passage

    _Tell = Callable[[str, int, int], None]

__all__ = ["Verdict", "verify"]

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a copy says of one passage: whether it proves it, how, and where.

    ``line`` and ``column`` count from 1 in the copy; for a changed passage they say where it is
    expected. ``found`` is the copy's own locator for a moved passage. ``by`` tells whether the
    passage's text fragment leads to it too; it is None for a changed passage.
    """

    locator: str
    status: Literal["exact", "moved", "changed"]
    line: int
    column: int
    found: str | None = None
    by: Literal["digest", "digest+fragment"] | None = None


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stretch of the copy: normalised offsets, its span and place, the unit it begins in."""

    start: int
    end: int
    span: Span
    line: int
    column: int
    locator: str | None
    whole: bool


def _normal_words(token: str) -> list[tuple[int, str]]:
    """Return the words of a token as ``normalise`` leaves them, each with its place in the token.

    The place is 0 for all of them where normalising changes the token's length.
    """
    folded = unicodedata.normalize("NFKC", token).casefold()
    masked = CALL.sub(lambda call: " " * len(call[0]), folded)
    same = len(folded) == len(token)
    return [(word.start() if same else 0, word[0]) for word in _WORD.finditer(masked)]


class _Copy:
    """A reader's copy, searchable by digest: first its units, then any run of its words."""

    def __init__(self, text: str) -> None:
        self.page = Page(text)
        words = [_normal_words(token.text) for token in self.page.tokens]
        lengths = [sum(len(word) for _, word in token) for token in words]
        self._offsets = [0, *accumulate(lengths)]
        self._normal = "".join(word for token in words for _, word in token)
        self._starts: dict[int, tuple[int, int]] = {}
        self._ends: dict[int, int] = {}
        for index, token in enumerate(words):
            offset = self._offsets[index]
            for inset, word in token:
                self._starts[offset] = (index, inset)
                offset += len(word)
                self._ends[offset] = index
        self._words = list(self._starts)
        self.units = list(self._units(text))
        self._unit_starts = [unit.start for unit in self.units]

    def _units(self, text: str) -> Iterator[_Stretch]:
        for unit in segment(text):
            start = self._offsets[self.page.token_at(unit.line, unit.column)]
            end, span = start + len(normalise(unit.text)), self.page.span_of(unit)
            yield _Stretch(start, end, span, unit.line, unit.column, unit.locator, whole=True)

    def units_by_digest(self) -> dict[str, list[_Stretch]]:
        """Return the units of the copy under their digests."""
        units = defaultdict(list)
        for unit in self.units:
            units[digest(self.page.raw[unit.span.start : unit.span.end])].append(unit)
        return units

    def runs_by_digest(
        self, passages: Iterable[Passage], tell: _Tell | None
    ) -> dict[str, list[_Stretch]]:
        """Return the runs of words that have one of the passages' lengths and its digest."""
        wanted = defaultdict(set)
        for passage in passages:
            if passage.characters > 0:
                wanted[passage.characters].add(passage.digest)
        runs = defaultdict(list)
        for done, (length, digests) in enumerate(wanted.items()):
            if tell:
                tell(f"runs of {length} characters", done, len(wanted))
            for start in self._starts:
                if start + length in self._ends:
                    window = self._normal[start : start + length]
                    found = hashlib.sha256(window.encode()).hexdigest()
                    if found in digests:
                        runs[found].append(self._run(start, start + length))
        return runs

    def _run(self, start: int, end: int) -> _Stretch:
        first, inset = self._starts[start]
        line, column = self.place(start)
        rank = bisect_right(self._unit_starts, start)
        locator = self.units[rank - 1].locator if rank else None
        span = self.page.span_between(first, self._ends[end], inset)
        return _Stretch(start, end, span, line, column, locator, whole=False)

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of the first word at or after a normalised offset."""
        if not self._words:
            return 1, 1
        rank = min(bisect_left(self._words, offset), len(self._words) - 1)
        index, inset = self._starts[self._words[rank]]
        token = self.page.tokens[index]
        return token.line, token.column + inset


_Found = dict[int, _Stretch]


def verify(passages: Sequence[Passage], text: str, tell: _Tell | None = None) -> list[Verdict]:
    """Return one verdict for each passage, in document order, from a reader's copy.

    A unit of the copy with the passage's locator and digest is exact; one with its digest under
    another locator is moved. Failing both, every run of words as long as the passage is tried: one
    with its digest is exact where it stands between its neighbours, else moved. Failing that, the
    passage is changed, and expected where the copy has the unit between the nearest proven ones.
    ``tell`` is told which length of run comes, how many were tried and how many there are.
    """
    ordered = sorted(passages, key=lambda passage: passage.order)
    copy = _Copy(text)
    found = _found_units(ordered, copy)
    spine = _spine(found)
    rest = [index for index in range(len(ordered)) if index not in found]
    runs = copy.runs_by_digest((ordered[index] for index in rest), tell)
    taken = {stretch.start for stretch in found.values()}
    for index in rest:
        run = _choose(runs.get(ordered[index].digest, []), _gap(spine, found, index), taken)
        if run:
            found[index] = run
            taken.add(run.start)
    spine = _spine(found)
    return [
        _proven(passage, found[index], copy, index in spine)
        if index in found
        else _changed(passage, copy, index, found, spine)
        for index, passage in enumerate(ordered)
    ]


def _found_units(passages: Sequence[Passage], copy: _Copy) -> _Found:
    units = copy.units_by_digest()
    found: _Found = {}
    for index, passage in enumerate(passages):
        same = [u for u in units.get(passage.digest, []) if u.locator == passage.locator]
        if same:
            found[index] = same[0]
            units[passage.digest].remove(same[0])
    ranks = {unit: rank for rank, unit in enumerate(copy.units)}
    for index, passage in enumerate(passages):
        others = units.get(passage.digest)
        if others and index not in found:
            nearest = min(others, key=lambda unit: abs(ranks[unit] - index))
            found[index] = nearest
            others.remove(nearest)
    return found


def _spine(found: Mapping[int, _Stretch]) -> list[int]:
    """Return the most passages that stand in the copy in their order."""
    starts: list[int] = []
    tips: list[int] = []
    before: dict[int, int | None] = {}
    for index in sorted(found):
        rank = bisect_left(starts, found[index].start)
        before[index] = tips[rank - 1] if rank else None
        starts[rank : rank + 1] = [found[index].start]
        tips[rank : rank + 1] = [index]
    spine: list[int] = []
    tip = tips[-1] if tips else None
    while tip is not None:
        spine.append(tip)
        tip = before[tip]
    return spine[::-1]


def _gap(spine: Sequence[int], found: Mapping[int, _Stretch], index: int) -> Span:
    """Return the normalised offsets between the neighbours in order of a passage out of it."""
    rank = bisect_left(spine, index)
    start = found[spine[rank - 1]].end if rank else 0
    return Span(start, found[spine[rank]].start if rank < len(spine) else sys.maxsize)


def _choose(runs: Iterable[_Stretch], gap: Span, taken: set[int]) -> _Stretch | None:
    free = [run for run in runs if run.start not in taken]
    within = (run for run in free if gap.start <= run.start and run.end <= gap.end)
    return next(within, free[0] if free else None)


def _proven(passage: Passage, stretch: _Stretch, copy: _Copy, in_order: bool) -> Verdict:
    exact = passage.locator == stretch.locator if stretch.whole else in_order
    led = passage.fragment is not None and copy.page.selects(passage.fragment, stretch.span)
    return Verdict(
        passage.locator,
        "exact" if exact else "moved",
        stretch.line,
        stretch.column,
        None if exact else stretch.locator,
        "digest+fragment" if led else "digest",
    )


def _changed(
    passage: Passage, copy: _Copy, index: int, found: Mapping[int, _Stretch], spine: Sequence[int]
) -> Verdict:
    gap = _gap(spine, found, index)
    taken = {stretch.start for stretch in found.values()}
    units = [
        unit
        for unit in copy.units
        if gap.start <= unit.start and unit.end <= gap.end and unit.start not in taken
    ]
    first = next((i for i in reversed(spine) if i < index), -1) + 1
    rank = sum(i not in found for i in range(first, index))
    line, column = copy.place(gap.start)
    if units:
        named = (unit for unit in units if unit.locator == passage.locator)
        unit = next(named, units[min(rank, len(units) - 1)])
        line, column = unit.line, unit.column
    return Verdict(passage.locator, "changed", line, column)
