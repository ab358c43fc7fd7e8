"""What a SPARQL query must keep to before an engine sees it: size, nesting, and no way out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise
from urllib.parse import urljoin

from techfeod_graph.errors import TechfeodError
from techfeod_graph.vocabulary import PREFIXES

__all__ = [
    "MAX_LENGTH",
    "MAX_NESTING",
    "MAX_REPEATED",
    "QueryError",
    "WrongForm",
    "bounded",
    "chosen_graphs",
    "explained",
    "tokens",
]  # fmt: skip

#: The longest query, in characters; the deepest nesting; how often one operator may stand.
MAX_LENGTH = 100_000
MAX_NESTING = 100
MAX_REPEATED = 1_000

#: The tokens of SPARQL 1.1 that matter here, by its grammar. What is in quotes, angle brackets or a
#: comment is no code; a variable or a prefixed name may be called as a keyword is.
_TOKENS = re.compile(
    r"""
      (?P<text> \'\'\' (?: \'{0,2} (?: [^'\\] | \\. ) )* \'\'\'
              | \"\"\" (?: \"{0,2} (?: [^"\\] | \\. ) )* \"\"\"
              | \' (?: [^'\\\n\r] | \\. )* \' | \" (?: [^"\\\n\r] | \\. )* \" )
    | (?P<iri> < [^<>"{}|^`\\\x00-\x20]* > )
    | (?P<comment> \# [^\n\r]* )
    | (?P<number> (?: [0-9]+ \.? [0-9]* | \. [0-9]+ ) (?: [eE] [+-]? [0-9]+ )? )
    | (?P<name> [?$] \w+ | @ [A-Za-z]+ (?: - [A-Za-z0-9]+ )*
              | (?: _ | [^\W\d_] [\w.-]{0,100}+ )? :
                (?: (?: [\w:] | % | \\. ) (?: [\w:.%-] | \\. )* )? )
    | (?P<word> [^\W\d] \w* )
    | (?P<escape> \\ . )
    | (?P<open> [({\[] )
    | (?P<close> [)}\]] )
    | (?P<mark> \|\| | && | [!^/|+*?-] )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


class QueryError(TechfeodError):
    """A query that cannot be answered: where it fails and why."""


class WrongForm(QueryError):
    """An answer whose form none of the formats asked for can hold."""


def bounded(query: str) -> None:
    """Let a query pass that an engine can read safely and that stays within the data.

    :raises QueryError: when it is too long, nests too deeply, repeats an operator too often, or
        asks another service.
    """
    if len(query) > MAX_LENGTH:
        raise QueryError(f"the query has {len(query)} characters, at most {MAX_LENGTH} are read")
    depth = deepest = 0
    counted: Counter[str] = Counter()
    for match in _TOKENS.finditer(query):
        kind, token = match.lastgroup, match.group()
        if kind == "open":
            depth += 1
            deepest = max(deepest, depth)
        elif kind == "close":
            depth -= 1
        elif kind == "escape":
            raise QueryError("a backslash stands outside of a string and a name")
        elif kind in ("word", "name") and _calls(token):
            raise QueryError("SERVICE is off: queries are answered from the data alone")
        elif kind in ("word", "mark"):
            counted[token.upper()] += 1
    if deepest > MAX_NESTING:
        raise QueryError(f"the query nests {deepest} levels deep, at most {MAX_NESTING} are read")
    for token, count in counted.items():
        if count > MAX_REPEATED:
            raise QueryError(f"the query has {count} «{token}», at most {MAX_REPEATED}")


def tokens(query: str) -> Iterator[tuple[str, str, int]]:
    """The tokens of a query that matter here: kind (``word``, ``name``, ``open`` …), text, end."""
    for match in _TOKENS.finditer(query):
        yield match.lastgroup or "", match.group(), match.end()


def _calls(token: str) -> bool:
    """Whether a parser that needs no space between words could find SERVICE in a token."""
    return token[0] not in "?$@" and "SERVICE" in token.partition(":")[0].upper()


def chosen_graphs(query: str, base: str, prefixes: Mapping[str, str]) -> list[str]:
    """The IRIs of the graphs that a query chooses with FROM and FROM NAMED, in its order.

    ``base`` and ``prefixes`` hold where the query declares no others.
    """
    known, found = dict(prefixes), []
    tokens = [
        (match.lastgroup, match.group())
        for match in _TOKENS.finditer(query)
        if match.lastgroup in ("word", "iri", "name")
    ]
    for (kind, token), following in pairwise([*tokens, ("", "")]):
        word = token.upper()
        if kind == "word" and word == "BASE":
            base = urljoin(base, following[1][1:-1])
        elif kind == "name" and following[0] == "iri" and token.endswith(":"):
            known[token[:-1]] = urljoin(base, following[1][1:-1])
        elif kind == "word" and word in ("FROM", "NAMED") and following[0] in ("iri", "name"):
            found.append(_resolved(following, base, known))
    return found


def _resolved(token: tuple[str | None, str], base: str, prefixes: Mapping[str, str]) -> str:
    if token[0] == "iri":
        return urljoin(base, token[1][1:-1])
    prefix, _, local = token[1].partition(":")
    return prefixes.get(prefix, f"{prefix}:") + re.sub(r"\\(.)", r"\1", local)


def explained(message: str, query: str) -> str:
    """The engine's message with the line of the query and a caret under the place."""
    found = re.match(r"error at (\d+):(\d+): (.*)", message, re.DOTALL)
    if not found:
        return f"not valid SPARQL: {message}"
    line, column = int(found[1]), int(found[2])
    reason = " ".join(found[3].split())
    if "Prefix not found" in reason:
        reason = f"this prefix is not declared (known: {', '.join(sorted(PREFIXES))})"
    elif len(reason) > 160:
        reason = reason[:157] + "…"
    lines = query.splitlines() or [""]
    text = lines[min(line, len(lines)) - 1]
    caret = " " * (column - 1) + "^"
    return f"not valid SPARQL, line {line}, column {column}: {reason}\n  {text}\n  {caret}"
