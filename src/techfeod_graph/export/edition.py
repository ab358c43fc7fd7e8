"""What every writer starts from: a corpus with all that is compiled from it, and its words."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from techfeod_graph.corpus import Corpus, Position
from techfeod_graph.graph import Statement
from techfeod_graph.model import Claim, Reason
from techfeod_graph.rdf import compiled
from techfeod_graph.terms import Language
from techfeod_graph.words import STANCES, say

__all__ = ["Content", "Edition", "Writer", "argument_key", "as_json"]

#: A file, or the files of a folder by their name.
Content = bytes | Mapping[str, bytes]
_REPORTED = {"fr": "rapporté par", "en": "reported by"}


@dataclass(frozen=True)
class Edition:
    """A corpus, and the language of the formats that hold texts in one language only."""

    corpus: Corpus
    language: Language = "fr"

    @cached_property
    def statements(self) -> list[Statement]:
        """Everything that the corpus states and that the rules derive, sorted."""
        return compiled(self.corpus)

    @property
    def base(self) -> str:
        """The IRI that the paths of the data start from."""
        return self.corpus.source.base

    def wording(self, claim: Claim) -> str:
        """A claim in the language of the edition."""
        return claim.en if self.language == "en" else claim.fr

    def label(self, key: str) -> str:
        """The label of a concept, agent or work; its id when there is no such record."""
        for records in (self.corpus.concepts, self.corpus.agents, self.corpus.works):
            if key in records:
                return str(getattr(records[key].labels, self.language))
        return key

    def stance(self, position: Position) -> str:
        """The verb of a stance."""
        return say(STANCES, position.stance, self.language)

    def voices(self, claim: Claim) -> Iterator[str]:
        """Who takes which stance, told by whom, one line a position."""
        for position in self.corpus.positions(claim):
            parts = [self.label(position.holder), self.stance(position)]
            if position.reported_by:
                reporters = ", ".join(self.label(name) for name in position.reported_by)
                parts.append(f"{_REPORTED[self.language]} {reporters}")
            yield " · ".join(parts)

    def section(self, claim: Claim) -> str:
        """The section of a claim's first sentence."""
        passage = self.corpus.passages.get(claim.at[0])
        return passage.section if passage else next(iter(self.corpus.source.sections))


#: From an edition to what is written.
Writer = Callable[[Edition], Content]


def argument_key(conclusion: str, reason: Reason) -> str:
    """The name of an inference: its conclusion and its first premise."""
    return f"{conclusion}.by.{reason.premises[0]}"


def as_json(value: Any) -> bytes:
    """A value as a file of JSON: accents kept, keys in the order given."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
