"""Faults in the data as values: what is wrong, where, by which rule, and what to write instead."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["CorpusError", "Place", "Problem", "TechfeodError"]


class Place(NamedTuple):
    """A point in a text file; line and column count from 1, columns in characters."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Problem(NamedTuple):
    """One fault: its place, the id of the rule it breaks, what is wrong, and the remedy."""

    place: Place
    rule: str
    message: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message} [{self.rule}]\n    remedy: {self.remedy}"


class TechfeodError(Exception):
    """A fault that a user can mend; its text is a whole sentence fit for a terminal.

    ``exit_code`` is what a command ends with: 1 for the data, 2 for the request, 3 for a name.
    """

    exit_code = 2


class CorpusError(TechfeodError):
    """The data has faults; ``problems`` holds all of them, in the order of their places."""

    exit_code = 1

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(problems)
        count = len(self.problems)
        super().__init__(f"{count} fault{'s' if count != 1 else ''} in the data")
