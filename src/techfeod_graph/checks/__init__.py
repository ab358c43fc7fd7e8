"""The rules that the data keeps: one generator function each, named as its rule.

A rule yields what is wrong as (place, message, remedy); its docstring is the rule in one sentence.
"""

from __future__ import annotations

from techfeod_graph.checks import (
    argument,
    attribution,
    citations,
    concepts,
    ids,
    occurrences,
    references,
    wording,
)
from techfeod_graph.checks.registry import ESSAY_RULES, RULES
from techfeod_graph.corpus import Corpus
from techfeod_graph.errors import Problem

__all__ = ["ESSAY_RULES", "RULES", "check", "sentences"]

assert all((argument, attribution, citations, concepts, ids, occurrences, references, wording))


def check(corpus: Corpus, essay: str | None = None) -> list[Problem]:
    """All faults of a corpus, in the order of their places.

    Rules that judge the data as a whole wait until every record can be read; rules that compare
    with the essay run when its text is given.
    """
    found: list[Problem] = []
    for name, (function, needs_whole) in RULES.items():
        if corpus.whole or not needs_whole:
            found += [Problem(place, name, *words) for place, *words in function(corpus)]
    if essay is not None:
        for name, with_essay in ESSAY_RULES.items():
            found += [Problem(place, name, *words) for place, *words in with_essay(corpus, essay)]
    return sorted(found)


def sentences() -> dict[str, str]:
    """Each rule on the data by its id, as the one sentence that states it."""
    functions = {name: function for name, (function, _whole) in RULES.items()} | ESSAY_RULES
    return {
        name: " ".join((function.__doc__ or "").split()) for name, function in functions.items()
    }
