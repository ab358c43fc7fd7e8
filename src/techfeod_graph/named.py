"""The named questions of ``ontology/queries/``: their headers, and values bound into their text.

A parameter stands in the text of its query as one line, ``VALUES ?agent { <agent/durand> }``, which
holds its default; the query therefore runs as it stands in any engine. Binding replaces what is
between the braces by terms made from checked values, never by what a user typed.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import pyoxigraph as ox

from techfeod_graph.corpus import Corpus
from techfeod_graph.errors import TechfeodError
from techfeod_graph.names import fold
from techfeod_graph.queries import KINDS, UnknownName, find
from techfeod_graph.questions import topic
from techfeod_graph.terms import DISCREPANCY_KINDS, STANCES

__all__ = ["BadParameter", "NamedQuery", "Parameter", "bind", "named", "named_queries"]

_HEADER = re.compile(r"# ([a-z-]+)(?: ([a-z]+))?: (.+)")
_VALUES = re.compile(r"VALUES \?([a-z]+) \{ ([^{}\n]*) \}")


class BadParameter(TechfeodError):
    """A parameter that the query does not have, or a value that is none of its type."""


@dataclass(frozen=True)
class Parameter:
    """What may be asked differently: a variable, its type, and its default as in the text."""

    name: str
    type: str
    default: tuple[str, ...]


@dataclass(frozen=True)
class NamedQuery:
    """One question: its file's stem, level (1 to 3), title and explanation, and its SPARQL."""

    stem: str
    level: int
    title: dict[str, str]
    about: dict[str, str]
    parameters: tuple[Parameter, ...]
    text: str

    @property
    def name(self) -> str:
        """The name without its number."""
        return self.stem.partition("-")[2]


@cache
def named_queries() -> tuple[NamedQuery, ...]:
    """Every named question, by number."""
    folder = files("techfeod_graph.ontology").joinpath("queries")
    found = [
        _parse(path.name.removesuffix(".rq"), path.read_text(encoding="utf-8"))
        for path in folder.iterdir()
        if path.name.endswith(".rq")
    ]
    return tuple(sorted(found, key=lambda query: query.stem))


def _parse(stem: str, text: str) -> NamedQuery:
    """A query from its file.

    :raises ValueError: when its header is not complete, or a parameter has no line of its own.
    """
    lines = text.splitlines()
    head = [match for line in lines if (match := _HEADER.fullmatch(line))]
    words = {match[1]: match[3] for match in head}
    body = "\n".join(line for line in lines if not line.startswith("#")) + "\n"
    parameters = []
    for match in head:
        if match[1] == "param":
            values = [terms for name, terms in _VALUES.findall(body) if name == match[2]]
            if len(values) != 1 or match[3] not in _TYPES:
                raise ValueError(f"{stem}: the parameter {match[2]} is not well declared")
            parameters.append(Parameter(match[2], match[3], tuple(values[0].split())))
    if missing := {"en", "fr", "level", "about-en", "about-fr"} - words.keys():
        raise ValueError(f"{stem}: the header lacks {', '.join(sorted(missing))}")
    return NamedQuery(
        stem,
        int(words["level"]),
        {"fr": words["fr"], "en": words["en"]},
        {"fr": words["about-fr"], "en": words["about-en"]},
        tuple(parameters),
        body,
    )


def named(name: str) -> NamedQuery:
    """The question that a name means: its stem, its number, its name, or the beginning of one.

    :raises UnknownName: with the nearest names.
    """
    wanted = fold(name)
    known = {query.stem: query for query in named_queries()}
    for query in known.values():
        number = query.stem.partition("-")[0]
        if wanted in (fold(query.stem), fold(query.name), number, number.lstrip("0")):
            return query
    begins = [query for query in known.values() if fold(query.name).startswith(wanted)]
    if len(begins) == 1 and wanted:
        return begins[0]
    names = {query.name: query.stem for query in known.values()}
    parts = [query.name for query in known.values() if wanted and wanted in fold(query.name)]
    close = parts or difflib.get_close_matches(name, names, 5, 0.5)
    raise UnknownName("query", name, close[:6])


def bind(query: NamedQuery, corpus: Corpus, values: Mapping[str, Sequence[str]]) -> str:
    """The text of a query with values for its parameters; several values mean any of them.

    Names of records are found as everywhere: by id, label or variant, accents and case aside.

    :raises BadParameter: when the query has no such parameter, or a value is not of its type.
    :raises UnknownName: when no record of the data has the name.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    terms: dict[str, str] = {}
    for name, given in values.items():
        if name not in known:
            listed = ", ".join(known) or "none"
            raise BadParameter(f"«{query.name}» has no parameter «{name}» (it has: {listed})")
        make = _TYPES[known[name].type]
        terms[name] = " ".join(make(corpus, value) for value in given)

    def put(match: re.Match[str]) -> str:
        return f"VALUES ?{match[1]} {{ {terms.get(match[1], match[2])} }}"

    # All at once: a text put in for one must not be taken for the line of another.
    return _VALUES.sub(put, query.text)


def _record(kind: str) -> Callable[[Corpus, str], str]:
    return lambda corpus, value: f"<{kind}/{find(corpus, kind, value)}>"


def _topic(corpus: Corpus, value: str) -> str:
    key = topic(corpus, value)
    kind = next(k for k in ("concept", "agent", "work") if key in getattr(corpus, KINDS[k]))
    return f"<{kind}/{key}>"


def _one_of(words: Sequence[str], form: str) -> Callable[[Corpus, str], str]:
    def make(_corpus: Corpus, value: str) -> str:
        if value not in words:
            raise BadParameter(f"«{value}» is not one of: {', '.join(words)}")
        return form.format(value)

    return make


def _text(_corpus: Corpus, value: str) -> str:
    return str(ox.Literal(value))


def _number(_corpus: Corpus, value: str) -> str:
    if not re.fullmatch(r"[0-9]{1,9}", value):
        raise BadParameter(f"«{value}» is not a whole number")
    return str(int(value))


#: Types of parameters, each with the making of a term from a value.
_TYPES: dict[str, Callable[[Corpus, str], str]] = {
    **{kind: _record(kind) for kind in KINDS},
    "topic": _topic,
    "stance": _one_of((*STANCES, "reporting"), "tf:{}"),
    "slip": _one_of(DISCREPANCY_KINDS, "tf:{}"),
    "lang": _one_of(("fr", "en"), '"{}"'),
    "text": _text,
    "number": _number,
}
