"""Reports on the argument as a whole: unanswered, unsupported, uncited, grounded."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from ..printing.deliver import Answer, Asked, answering

__all__ = ["grounded", "unanswered", "uncited", "unsupported"]


@answering("json", "csv", "markdown")
def unanswered(asked: Asked) -> Answer:
    """List the objections that nothing in the essay answers."""
    from techfeod_graph.answers.gaps import unanswered as find

    return Answer(find(asked.corpus), "reports.unanswered", worded=True)


@answering("json", "csv", "markdown")
def unsupported(
    asked: Asked,
    first: Annotated[int | None, typer.Option(min=1, help="How many; by default all.")] = None,
) -> Answer:
    """List the premises given without reason, the weightiest first."""
    from techfeod_graph.answers.gaps import unsupported as find

    return Answer(find(asked.corpus)[:first], "reports.unsupported", worded=True)


class Lack(StrEnum):
    """What is lacking its counterpart."""

    entry = "entry"
    work = "work"
    attribution = "attribution"


@answering("json", "csv", "markdown")
def uncited(
    asked: Asked,
    kind: Annotated[
        list[Lack] | None,
        typer.Option(
            help="entry: never pointed to; work: without an entry; attribution: a reported claim "
            "without a pointer. May be repeated; by default entry and work."
        ),
    ] = None,
) -> Answer:
    """List entries never cited, works without entry, bare attributions."""
    from techfeod_graph.answers.gaps import uncited as find

    kinds = tuple(one.value for one in kind or (Lack.entry, Lack.work))
    return Answer(find(asked.corpus, kinds), "reports.uncited", worded=True)


@answering("json", "csv", "markdown")
def grounded(asked: Asked) -> Answer:
    """Report the grounded labelling (Dung 1995); no part of the data."""
    from techfeod_graph.answers.labelling import labelling

    found = labelling(asked.corpus)
    return Answer(found, "reports.grounded", rows=found["rows"])
