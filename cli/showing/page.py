"""A page being written: the words, labels and lines that all answers share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from techfeod_graph.words import RELATIONS, STANCES, say

from ..printing.blocks import Field, Gap, Head, Line, Paragraph, Sheet, Table, Title
from .words import LINKS, WORDS

if TYPE_CHECKING:
    from techfeod_graph.corpus import Corpus

__all__ = ["Page"]

_KINDS = ("concepts", "agents", "works")


class Page(Sheet):
    """Blocks in one language, on what one corpus holds."""

    def __init__(self, corpus: Corpus, language: str) -> None:
        super().__init__("en" if language == "en" else "fr")
        self.corpus = corpus
        self._labels: dict[str, str] = {}

    def word(self, name: str) -> str:
        """A word of the page in its language."""
        return self.say(WORDS, name)

    def say(self, words: dict[str, tuple[str, str]], term: str) -> str:
        """The word for a term in one of the tables of words, in the language of the page."""
        return say(words, term, self.language)  # type: ignore[arg-type]

    def label(self, key: str) -> str:
        """The label of any record by its id, or the id."""
        if key not in self._labels:
            tables = (getattr(self.corpus, kind) for kind in _KINDS)
            entry = next((records[key] for records in tables if key in records), None)
            self._labels[key] = str(getattr(entry.labels, self.language)) if entry else key
        return self._labels[key]

    def labels(self, keys: Iterable[str]) -> str:
        """The labels of several records, parted by commas; a dash for none."""
        return ", ".join(dict.fromkeys(map(self.label, keys))) or "–"

    def name(self, path: str) -> str:
        """The label or wording of a record by its address (``claim/rente``)."""
        kind, _, key = path.partition("/")
        return self.text(key) if kind == "claim" else self.label(key)

    def text(self, claim: str) -> str:
        """The wording of a claim."""
        return str(getattr(self.corpus.claims[claim], self.language))

    def title(self, text: str, aside: str = "") -> None:
        """Write the record's name, and its id beside it."""
        self.add(Title(text, aside))

    def head(self, text: str) -> None:
        """Write the head of a part."""
        self.add(Head(text))

    def gap(self) -> None:
        """Leave a line empty."""
        self.add(Gap())

    def paragraph(self, text: str) -> None:
        """Write running text."""
        self.add(Paragraph(text))

    def field(self, name: str, values: Iterable[str]) -> None:
        """Write one property, when it has a value; ``name`` is one of the words."""
        if listed := tuple(value for value in values if value):
            self.add(Field(self.word(name), listed))

    def item(self, text: str, level: int = 1, mark: str = "•", aside: str = "") -> None:
        """Write one item of a list."""
        self.add(Line(text, level, mark, aside))

    def table(
        self, rows: Iterable[tuple[str, ...]], head: Iterable[str] = (), *, named: bool = False
    ) -> None:
        """Write a table; ``head`` are words of the page, shown in plain text too when ``named``."""
        self.add(Table(tuple(rows), tuple(map(self.word, head)), named))

    def nothing(self) -> None:
        """Say that there is nothing to show."""
        self.paragraph(self.word("nothing"))

    def holder(self, position: dict[str, Any]) -> str:
        """One position in words: who, how, told by whom, in which sentence."""
        chain = ", ".join(self.label(name) for name in position["reported_by"])
        told = [f"{self.word('reported by')} {chain}"] if chain else []
        stance = self.say(STANCES, position["stance"])
        who = self.label(position["holder"])
        return " · ".join((who, stance, *told, ", ".join(position["at"])))

    def holders(self, key: str, level: int = 2) -> None:
        """Who holds a claim, one line each."""
        from techfeod_graph.queries import positions

        for position in positions(self.corpus, self.corpus.claims[key]):
            self.item(self.holder(position), level, "—")

    def claim_line(self, key: str) -> None:
        """A claim with who holds it, as one item of a list."""
        self.item(self.text(key), aside=key)
        self.holders(key)

    def verb(self, relation: str) -> str:
        """The words for a type of step."""
        for words in (RELATIONS, LINKS, STANCES):
            if relation in words:
                return self.say(words, relation)
        return relation

    def relation(self, row: dict[str, Any]) -> str:
        """One relation or step in words; records by id or by address."""
        ends = [row["subject"], row["object"]]
        one, other = (self.name(end) if "/" in end else self.label(end) for end in ends)
        return f"{one} — {self.verb(row['relation'])} → {other}"
