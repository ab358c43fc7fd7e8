"""The named queries: what they ask, in which words, and what the embedded engine answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple

from techfeod_graph.engine import Answer, Engine
from techfeod_graph.model import Name
from techfeod_graph.terms import Language

__all__ = ["Named", "answered", "named", "queries"]


class Named(NamedTuple):
    """A query of the ontology by its file's name, with its head's words and its text.

    ``about`` says more than the title where the head does.
    """

    id: str
    title: Name
    about: Name | None
    text: str

    def spoken(self, language: Language) -> str:
        """The text with its parameter of language, where it has one, set to a language."""
        return re.sub(r'VALUES \?lang \{ "\w+" \}', f'VALUES ?lang {{ "{language}" }}', self.text)


def queries() -> Iterator[Named]:
    """Every named query, in the order of their names."""
    folder = files("techfeod_graph.ontology").joinpath("queries")
    for entry in sorted(folder.iterdir(), key=lambda file: file.name):
        if entry.name.endswith(".rq"):
            yield named(entry.name.removesuffix(".rq"), entry.read_text(encoding="utf-8"))


def named(name: str, text: str) -> Named:
    """A query by its name and its file's text."""
    head = dict(re.findall(r"^# ([a-z-]+): (.+)$", text, re.MULTILINE))
    title = Name(fr=head.get("fr", name), en=head.get("en", name))
    about = None
    if "about-fr" in head and "about-en" in head:
        about = Name(fr=head["about-fr"], en=head["about-en"])
    return Named(name, title, about, text)


def answered(engine: Engine, query: str) -> Answer:
    """The answer of the embedded engine, with triples as rows of three columns."""
    answer = engine.ask(query)
    if answer.triples is None:
        return answer
    rows = engine.rows(answer.triples)
    return Answer(query, ("subject", "predicate", "object"), tuple(rows))
