"""Questions on the network: path, around, central."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from ..printing.deliver import Answer, Asked, answering

__all__ = ["around", "central", "path"]

Record = Annotated[str, typer.Argument(help="A concept, claim, agent or work, by any name.")]


def _address(asked: Asked, name: str) -> str:
    from techfeod_graph.queries import find_among

    return "/".join(find_among(asked.corpus, name))


@answering("json", "csv", "markdown")
def path(asked: Asked, start: Record, end: Record) -> Answer:
    """Show the shortest way between two records, with its sentences."""
    from techfeod_graph.answers.network import way

    ends = [_address(asked, name) for name in (start, end)]
    return Answer(way(asked.corpus, *ends), "lists.way", {"start": ends[0]}, worded=True)


@answering("json", "csv", "markdown")
def around(
    asked: Asked,
    name: Record,
    hops: Annotated[int, typer.Option(min=1, max=9, help="How many steps away.")] = 1,
    types: Annotated[
        list[str] | None,
        typer.Option(
            "--type",
            metavar="TYPE",
            help="Only steps of this type (enables, supports, asserts …), of the set relations or "
            "stances, or any; may be repeated.",
        ),
    ] = None,
) -> Answer:
    """Show what stands around a record: relations, reasons, stances."""
    from techfeod_graph.answers.network import around as look
    from techfeod_graph.answers.network import known_types

    if unknown := [one for one in types or () if one not in known_types()]:
        known = ", ".join(known_types())
        raise typer.BadParameter(f"{unknown[0]} is not one of: {known}", param_hint="--type")
    found = look(asked.corpus, _address(asked, name), hops, types or ())
    return Answer(found, "lists.steps", worded=True)


class Network(StrEnum):
    """What is measured."""

    concepts = "concepts"
    claims = "claims"


@answering("json", "csv", "markdown")
def central(
    asked: Asked,
    of: Annotated[Network, typer.Option(help="Concepts, or claims.")] = Network.concepts,
    by: Annotated[
        str | None, typer.Option(metavar="MEASURE", help="The measure to sort by.")
    ] = None,
    first: Annotated[int, typer.Option(min=1, help="How many to show.")] = 20,
) -> Answer:
    """Show the concepts or claims at the centre, by stated measures."""
    from techfeod_graph.answers.central import MEASURES
    from techfeod_graph.answers.central import central as measure

    measures = MEASURES[of.value]
    if by is not None and by not in measures:
        known = ", ".join(measures)
        raise typer.BadParameter(f"{by} is not one of: {known}", param_hint="--by")
    found = measure(asked.corpus, of.value, by)
    found["rows"] = found["rows"][:first]
    return Answer(found, "reports.central", rows=found["rows"])
