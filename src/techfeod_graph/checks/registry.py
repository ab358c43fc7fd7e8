"""Where rules enrol: the function's name is the rule's id, its docstring the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from techfeod_graph.corpus import Corpus
from techfeod_graph.errors import Place

__all__ = ["ESSAY_RULES", "RULES", "EssayRule", "Fault", "Rule", "essay_rule", "rule", "whole_rule"]

Fault = tuple[Place, str, str]
Rule = Callable[[Corpus], Iterator[Fault]]
EssayRule = Callable[[Corpus, str], Iterator[Fault]]

#: Rule id to function, and whether it judges the data as a whole.
RULES: dict[str, tuple[Rule, bool]] = {}
#: Rules that compare the data with a reader's copy of the essay.
ESSAY_RULES: dict[str, EssayRule] = {}


def _id(function: Callable[..., object]) -> str:
    return function.__name__.replace("_", "-")


def rule(function: Rule) -> Rule:
    """Enrol a rule that judges each record by itself."""
    RULES[_id(function)] = (function, False)
    return function


def whole_rule(function: Rule) -> Rule:
    """Enrol a rule that is only meaningful when every record could be read."""
    RULES[_id(function)] = (function, True)
    return function


def essay_rule(function: EssayRule) -> EssayRule:
    """Enrol a rule that needs the essay's text."""
    ESSAY_RULES[_id(function)] = function
    return function
