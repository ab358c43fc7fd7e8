"""Text fragments (``:~:text=…``): found for a sentence, and resolved as a browser resolves them."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from techfeod_graph.segmenting import CALL, NUMBER, Segment, Token, read_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = [
    "PREFIX",
    "Page",
    "Span",
    "count_words",
    "fragment_words",
    "smallest_fragment",
    "to_fragment",
]

#: What a fragment opens with; an address takes it after ``#``.
PREFIX = ":~:text="
_CALL_MARK = "\x00"
_CHUNK = re.compile(r"[^\s\x00]+")
_QUOTES = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "\xad": ""})


@lru_cache(maxsize=4096)
def _fold_one(character: str) -> str:
    plain = unicodedata.normalize("NFKD", character.translate(_QUOTES)).casefold()
    return "".join(c for c in plain if not unicodedata.combining(c))


def _fold(text: str) -> str:
    """Return what a browser compares: no case, no accents, straight quotes, no soft hyphens."""
    return "".join(map(_fold_one, text))


def count_words(text: str) -> int:
    """Return the number of words: runs without white space that hold a letter or a digit.

    A note call is no word, and neither is a mark that stands alone, as French colons do.
    """
    return len(_words(text))


def to_fragment(*phrases: str) -> str:
    """Return the fragment for one phrase, or for a first and a last one, percent-encoded.

    Beside what an address cannot hold, ``-``, ``,`` and ``&`` are encoded, which separate the parts
    of a fragment (https://wicg.github.io/scroll-to-text-fragment/).
    """
    return PREFIX + ",".join(quote(phrase, safe="").replace("-", "%2D") for phrase in phrases)


@dataclass(frozen=True, slots=True)
class Span:
    """A range of characters: the first, and the one after the last."""

    start: int
    end: int


def fragment_words(fragment: str) -> int:
    """Return the number of words that a fragment quotes."""
    return sum(count_words(phrase) for phrase in _phrases(fragment))


def _phrases(fragment: str) -> list[str]:
    return [unquote(phrase) for phrase in fragment.removeprefix(PREFIX).split(",")]


def _masked(text: str) -> str:
    return CALL.sub(lambda call: _CALL_MARK * len(call[0]), text)


def _words(text: str) -> list[Span]:
    """Return the words of a text from their first to their last letter or digit."""
    spans = []
    for chunk in _CHUNK.finditer(_masked(text)):
        inner = [i for i in range(*chunk.span()) if text[i].isalnum()]
        if inner:
            spans.append(Span(inner[0], inner[-1] + 1))
    return spans


class Page:
    """A text as a browser searches it: white space as single spaces, case and accents ignored.

    Paragraph ends count as spaces, and an apostrophe bounds a word: both can only make a phrase
    occur more often than it does in a browser, so what is found to stand alone does so there.
    """

    def __init__(self, text: str) -> None:
        self.tokens: list[Token] = [token for line in read_lines(text) for token in line]
        self.raw = " ".join(token.text for token in self.tokens)
        lengths = (len(token.text) + 1 for token in self.tokens)
        self._token_starts = [0, *accumulate(lengths)]
        self._places = [(token.line, token.column) for token in self.tokens]
        self._folded = _fold(self.raw)
        self._offsets = [0, *accumulate(len(_fold_one(character)) for character in self.raw)]

    def token_at(self, line: int, column: int) -> int:
        """Return the index of the token that holds the character at a place of the file."""
        return max(0, bisect_right(self._places, (line, column)) - 1)

    def span_of(self, segment: Segment) -> Span:
        """Return where a unit of this text stands in ``raw``."""
        first = self.token_at(segment.line, segment.column)
        inset = segment.column - self.tokens[first].column
        return self.span_between(first, first + segment.text.count(" "), inset)

    def span_between(self, first: int, last: int, inset: int = 0) -> Span:
        """Return where two tokens and all between them stand in ``raw``."""
        end = self._token_starts[last] + len(self.tokens[last].text)
        return Span(self._token_starts[first] + inset, end)

    def words_of(self, span: Span) -> list[Span]:
        """Return the words of a span of ``raw``, without the number of a list item."""
        text = self.raw[span.start : span.end]
        words = [Span(span.start + w.start, span.start + w.end) for w in _words(text)]
        numbered = len(words) > 1 and NUMBER.fullmatch(text.partition(" ")[0])
        return words[1:] if numbered else words

    def phrase(self, words: Sequence[Span]) -> str | None:
        """Return the text from the first to the last word; None where a note call lies between."""
        text = self.raw[words[0].start : words[-1].end]
        return None if CALL.search(text) else text

    def folded(self, words: Sequence[Span]) -> Span:
        """Return where the words stand in the folded text, in which phrases are found."""
        return Span(self._offsets[words[0].start], self._offsets[words[-1].end])

    def find(self, phrase: str, after: int = 0) -> Span | None:
        """Return the first place of a phrase, bounded by words, at or after a folded offset."""
        wanted = _fold(phrase)
        start = self._folded.find(wanted, after) if wanted else -1
        while start >= 0:
            end = start + len(wanted)
            before, behind = self._folded[max(0, start - 1) : start], self._folded[end : end + 1]
            if not before.isalnum() and not behind.isalnum():
                return Span(start, end)
            start = self._folded.find(wanted, start + 1)
        return None

    def is_single(self, phrase: str) -> bool:
        """Whether a phrase stands in the text once and no more."""
        first = self.find(phrase)
        return first is not None and self.find(phrase, first.start + 1) is None

    def resolve(self, fragment: str) -> Span | None:
        """Return what a fragment selects: the first start, then the nearest end behind it."""
        first, *last = _phrases(fragment)
        start = self.find(first)
        if start is None or not last:
            return start
        end = self.find(last[0], start.end)
        return Span(start.start, end.end) if end else None

    def selects(self, fragment: str, span: Span) -> bool:
        """Whether a fragment leads to a span of ``raw``: a range to all of it, a phrase into it."""
        words, found = self.words_of(span), self.resolve(fragment)
        if not words or found is None:
            return False
        whole = self.folded(words)
        if "," in fragment:
            return found == whole
        return whole.start <= found.start and found.end <= whole.end


def smallest_fragment(page: Page, span: Span) -> str | None:
    """Return the fragment with the fewest words that leads to a span of ``raw``, and to it alone.

    It has at most a third of the span's words. A range, from the sentence's first words to its last
    ones, is preferred because it selects the whole sentence. Where there is none, as for very short
    sentences, a phrase of the sentence is taken that stands nowhere else. Of several as short, the
    one with the most characters is taken, then the earliest. None where there is neither.
    """
    words = page.words_of(span)
    most = count_words(page.raw[span.start : span.end]) // 3
    return _smallest_range(page, words, most) or _smallest_phrase(page, words, most)


def _smallest_range(page: Page, words: Sequence[Span], most: int) -> str | None:
    for total in range(2, most + 1):
        found = [
            (first, last)
            for count in range(total - 1, 0, -1)
            if (first := page.phrase(words[:count]))
            and (last := page.phrase(words[count - total :]))
            if _selects_all(page, first, last, words)
        ]
        if found:
            return to_fragment(*max(found, key=lambda pair: len("".join(pair))))
    return None


def _selects_all(page: Page, first: str, last: str, words: Sequence[Span]) -> bool:
    start = page.find(first)
    if start is None or start.start != page.folded(words).start:
        return False
    end = page.find(last, start.end)
    return end is not None and end.end == page.folded(words).end


def _smallest_phrase(page: Page, words: Sequence[Span], most: int) -> str | None:
    for count in range(1, most + 1):
        runs = (words[first : first + count] for first in range(len(words) - count + 1))
        phrases = [
            phrase for run in runs if (phrase := page.phrase(run)) and page.is_single(phrase)
        ]
        if phrases:
            return to_fragment(max(phrases, key=len))
    return None
