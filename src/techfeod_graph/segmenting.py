"""A text cut into the units that locators name: sentences, headings, bibliography items, notes."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = [
    "CALL",
    "JAVASCRIPT",
    "NUMBER",
    "Segment",
    "Token",
    "digest",
    "normalise",
    "read_lines",
    "segment",
]

#: ``normalise`` for a browser. ``toLowerCase`` alone leaves ``ß`` and ``ς`` as they are; upper case
#: in between folds them as Python does. Equal for every character both sides know, save Cherokee.
JAVASCRIPT = r"""
const fold = c => c === "ı" ? c : c.toLowerCase().toUpperCase().toLowerCase();
const normalise = s => [...s.normalize("NFKC")].map(fold).join("")
  .replace(/\[[0-9]+\]/g, "").replace(/[^\p{L}\p{N}]/gu, "");
""".strip()

#: A note call, and the number of a list item.
CALL = re.compile(r"\[([0-9]+)\]")
NUMBER = re.compile(r"[0-9]{1,2}[.)]")
_LABEL = re.compile(r"\[([0-9]{1,3})\]")
_LINE_END = re.compile(r"\r\n|\r|\n")
_TOKEN = re.compile(r"[^\s\ufeff]+")
_DROPPED = re.compile(r"[\W_]+")

_BULLET = re.compile(r"[•‣▪*–—-]")
_OPENERS = re.compile(r"^[«“‘\"'(\[–—\s-]*")
_CLOSERS = "»”’\"')]"
_OMISSION = re.compile(r"[\[(](?:…|\.\.\.)[\])]")
_STOP = re.compile(r"[.!?…]((?:\s*(?:[»”’\"')\]]|\[[0-9]+\]))*)$")
_DOTTED = re.compile(r"([^\W\d_]+)\.$")
_ABBREVIATION = re.compile(
    r"al|apr|av|cf|chap|cit|coll|dir|dr|env|ex|fig|ibid|m|mgr|mm|n|no|op|p|pp|pr|réf|st|ste|t|trad"
    r"|vol|éd",
    re.IGNORECASE,
)
_ITEMS, _NOTES = ("bibliographie", "références"), ("notes", "notesdebasdepage")
_OPENS = dict.fromkeys(_ITEMS, "B") | dict.fromkeys(_NOTES, "N")
_HEADING_WORDS, _HEADING_CHARACTERS, _LABEL_WORDS = 15, 120, 4


def normalise(text: str) -> str:
    """Return a text by tf-norm-1: NFKC, casefold, no note calls ``[n]``, letters and numbers alone.

    What is left are the characters of Unicode's categories L and N, so that spaces, quotation
    marks, glued words and composed or decomposed accents make no difference. ``JAVASCRIPT`` is
    the same function for a browser.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _DROPPED.sub("", CALL.sub("", folded))


def digest(text: str) -> str:
    """Return the SHA-256 of the normalised text's UTF-8, as 64 lower-case hexadecimal digits."""
    return hashlib.sha256(normalise(text).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Token:
    """A run of characters without white space (NFC), and its place in the file, from 1."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A unit of a text: its locator, its words joined by single spaces (NFC), and its place.

    ``line`` and ``column`` count from 1, in the characters of the text as given. ``section`` is the
    locator of the heading it stands under (a heading stands under itself), ``S0`` before the first.
    ``calls`` are the notes called in it, such as ``N03``.
    """

    locator: str
    text: str
    line: int
    column: int
    section: str
    calls: tuple[str, ...] = ()


_Block = list[Token]


def read_lines(text: str) -> list[list[Token]]:
    """Return the tokens of each line of a text; lines end in LF, CRLF or CR."""
    return [
        [
            Token(unicodedata.normalize("NFC", match[0]), number, match.start() + 1)
            for match in _TOKEN.finditer(line)
        ]
        for number, line in enumerate(_LINE_END.split(text), 1)
    ]


def segment(text: str) -> list[Segment]:
    """Return the units of a French text in document order, each under its locator.

    Blank lines part paragraphs; where there is none, each line is one. A numbered or bulleted item
    is a paragraph of its own. A heading is a block of at most 15 words that opens with a capital or
    a digit, closes without a stop, holds no sentence end, is no list item and has something after
    it. The headings ``Bibliographie`` and ``Notes`` open items and notes. A note opens with its
    number in brackets; a block without one continues it. A label of at most four words that ends in
    a colon and introduces neither a quotation nor a list is page furniture and no unit.
    """
    units = _units(_without_furniture(_blocks(read_lines(text))))
    return [unit for unit in units if normalise(unit.text)]


def _units(blocks: Sequence[_Block]) -> Iterator[Segment]:
    counts: Counter[str] = Counter()
    mode, section, note = "P", "S0", ""
    for index, block in enumerate(blocks):
        content = normalise(_joined(block))
        if not content and mode != "N":
            continue
        opened = _OPENS.get(content)
        last = index == len(blocks) - 1
        if opened or (mode == "P" and not last and _is_heading(block)):
            counts["S"] += 1
            mode, section, note = opened or "P", f"S{counts['S']}", ""
            yield _unit(section, block, section)
            continue
        if mode == "B":
            counts["B"] += 1
            yield _unit(f"B{counts['B']:02}", block, section)
            continue
        label = _LABEL.match(block[0].text) if mode == "N" else None
        if label:
            note = f"N{int(label[1]):02}"
        elif not note:
            counts["P"] += 1
        unit = note or f"P{counts['P']:02}"
        for sentence in _sentences(_without_label(block, label.end()) if label else block):
            counts[unit] += 1
            yield _unit(f"{unit}.{counts[unit]}", sentence, section)


def _unit(locator: str, block: _Block, section: str) -> Segment:
    text = _joined(block)
    numbers = dict.fromkeys(n for n in CALL.findall(text) if len(n) <= 3)
    calls = tuple(f"N{int(number):02}" for number in numbers)
    return Segment(locator, text, block[0].line, block[0].column, section, calls)


def _joined(block: Sequence[Token]) -> str:
    return " ".join(token.text for token in block)


def _count_words(block: _Block) -> int:
    return sum(any(map(str.isalnum, token.text)) for token in block)


def _without_label(block: _Block, length: int) -> _Block:
    first = block[0]
    rest = Token(first.text[length:], first.line, first.column + length)
    return [rest, *block[1:]] if rest.text else block[1:]


def _mark(block: Sequence[Token]) -> str:
    """Return the kind of list mark that a line or block opens with, or nothing."""
    first = block[0].text
    if len(block) > 1 and NUMBER.fullmatch(first):
        return "number"
    if len(block) > 1 and _BULLET.fullmatch(first):
        return "bullet"
    return "label" if _LABEL.match(first) else ""


def _blocks(lines: Sequence[list[Token]]) -> list[_Block]:
    filled = [number for number, line in enumerate(lines) if line]
    lines = lines[filled[0] : filled[-1] + 1] if filled else []
    wrapped = not all(lines)
    blocks: list[_Block] = []
    current: _Block = []
    for line in lines:
        if current and (not line or not wrapped or _opens_item(line, current)):
            blocks.append(current)
            current = []
        current = [*current, *line]
    return [*blocks, current] if current else blocks


def _opens_item(line: list[Token], block: _Block) -> bool:
    mark = _mark(line)
    return bool(mark) and (mark == _mark(block) or block[-1].text.endswith(":"))


def _without_furniture(blocks: list[_Block]) -> list[_Block]:
    followers = [*blocks, []][1:]
    return [
        block for block, after in zip(blocks, followers, strict=True) if not _is_label(block, after)
    ]


def _is_label(block: _Block, after: _Block) -> bool:
    return (
        _count_words(block) <= _LABEL_WORDS
        and block[-1].text.endswith(":")
        and normalise(_joined(block)) not in _OPENS
        and (not after or (not _mark(after) and after[0].text[0].isupper()))
    )


def _is_heading(block: _Block) -> bool:
    text = _joined(block)
    return (
        _count_words(block) <= _HEADING_WORDS
        and len(text) <= _HEADING_CHARACTERS
        and (text[0].isupper() or text[0].isdigit())
        and not _mark(block)
        and (text[-1].isalnum() or text[-1] in _CLOSERS)
        and not _STOP.search(text)
        and len(_sentences(block)) == 1
    )


def _sentences(block: _Block) -> list[_Block]:
    enclosed = _enclosed(block) | _before_closing_quote(block)
    sentences: list[_Block] = []
    current: _Block = []
    for index, token in enumerate(block):
        current.append(token)
        after = block[index + 1 : index + 5]
        if after and index not in enclosed and _parts(current, after):
            sentences.append(current)
            current = []
    return [*sentences, current] if current else sentences


def _enclosed(block: _Block) -> set[int]:
    """Return the tokens after which a round bracket is open that is closed later in the block."""
    opened: list[int] = []
    inside: set[int] = set()
    for index, token in enumerate(block):
        for character in token.text:
            if character == "(":
                opened.append(index)
            elif character == ")" and opened:
                inside.update(range(opened.pop(), index))
    return inside


def _before_closing_quote(block: _Block) -> set[int]:
    """Return the tokens that stand before a straight quotation mark that closes a quotation."""
    marks = [token.text.count('"') for token in block]
    return {
        index - 1
        for index, token in enumerate(block)
        if token.text.startswith('"') and sum(marks[:index]) % 2
    }


def _parts(sentence: _Block, after: _Block) -> bool:
    """Whether a sentence ends here: a stop, then what can open the next one.

    No sentence ends after an initial, an abbreviation, a list number, a stop inside brackets or an
    omission mark; a note call, and a bracket after a quotation, belong to the sentence they follow.
    """
    stop = _STOP.search(_OMISSION.sub("", _joined(sentence[-6:])).rstrip())
    if not stop or (len(sentence) == 1 and _mark(sentence + after) == "number"):
        return False
    if ")" in stop[1] and not sentence[0].text.startswith("("):
        return False
    if after[0].text.startswith("(") and CALL.sub("", stop[1]).strip()[-1:] in tuple('»”"'):
        return False
    return not _abbreviates(sentence[-1].text) and _can_open(after)


def _abbreviates(token: str) -> bool:
    word = dotted[1] if (dotted := _DOTTED.search(token)) else ""
    return (len(word) == 1 and word.isupper()) or bool(_ABBREVIATION.fullmatch(word))


def _can_open(block: _Block) -> bool:
    text = _joined(block)
    first = _OPENERS.sub("", text, count=1)[:1]
    return not CALL.match(text) and (first.isupper() or first.isdigit())
