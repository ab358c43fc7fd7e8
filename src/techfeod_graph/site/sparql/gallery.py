"""The named queries as the pages show them, and what the embedded engine answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple

from techfeod_graph.engine import Answer, Engine
from techfeod_graph.model import Name
from techfeod_graph.named import NamedQuery, named_queries
from techfeod_graph.terms import Language

__all__ = ["Named", "answered", "queries"]


class Named(NamedTuple):
    """A named query: the stem of its file, its words in both languages, its SPARQL."""

    id: str
    title: Name
    about: Name
    text: str
    query: NamedQuery

    def spoken(self, language: Language) -> str:
        """The text with its parameter of language, where it has one, set to a language."""
        return re.sub(r'VALUES \?lang \{ "\w+" \}', f'VALUES ?lang {{ "{language}" }}', self.text)

    def command(self, language: Language) -> str:
        """What gives the same rows on the command line."""
        tail = " --lang en" if language == "en" and self.spoken("en") != self.text else ""
        return f"techfeod sparql --named {self.query.name}{tail}"

    @property
    def file(self) -> bytes:
        """The query as it stands in the ontology, with its header."""
        folder = files("techfeod_graph.ontology").joinpath("queries")
        return folder.joinpath(f"{self.id}.rq").read_bytes()


def queries() -> Iterator[Named]:
    """Every named query, by number."""
    for query in named_queries():
        yield Named(query.stem, Name(**query.title), Name(**query.about), query.text, query)


def answered(engine: Engine, query: str) -> Answer:
    """The answer of the embedded engine, with triples as rows of three columns."""
    answer = engine.ask(query)
    if answer.triples is None:
        return answer
    rows = engine.rows(answer.triples)
    return Answer(query, ("subject", "predicate", "object"), tuple(rows))
