"""Commands on the essay as a whole: coverage, section, slips, stats, trace."""

from __future__ import annotations

from typing import Annotated

import typer

from .printing.deliver import Answer, Asked, answering

__all__ = ["coverage", "section", "slips", "stats", "trace"]

section = typer.Typer(
    help="Sections: the argument in the order of the essay.", no_args_is_help=True
)


@answering("json", "csv", "markdown")
def coverage(asked: Asked) -> Answer:
    """Show what carries claims, and what is missing."""
    from techfeod_graph.overview import coverage as measure

    found = measure(asked.corpus)
    return Answer(found, "essay.coverage", rows=[*found["sections"], *found["notes"]])


@section.command("list", epilog="Example: techfeod section list")
@answering("json", "csv", "markdown")
def section_list(asked: Asked) -> Answer:
    """List the sections with their numbers of sentences and claims."""
    from techfeod_graph.overview import sections

    found = sections(asked.corpus)
    rows = [row | {"sentences": [s["at"] for s in row["sentences"]]} for row in found]
    return Answer(found, "lists.sections", rows=rows)


@section.command("show", epilog="Example: techfeod section show 2")
@answering("json", "markdown", "turtle")
def section_show(
    asked: Asked, name: Annotated[str, typer.Argument(help="S2, 2, or words of its label.")]
) -> Answer:
    """Show the argument of one section, claim by claim, with holders and reasons."""
    from techfeod_graph.overview import section as one

    found = one(asked.corpus, name)
    about = [f"claim/{row['id']}" for row in found["argument"]]
    return Answer(found, "essay.section", about=[f"section/{found['id']}", *about])


@answering("json", "csv", "markdown", "turtle")
def slips(
    asked: Asked,
    kind: Annotated[list[str] | None, typer.Option(help="Only this kind; may be repeated.")] = None,
    at: Annotated[str | None, typer.Option(help="Only this sentence, paragraph or item.")] = None,
) -> Answer:
    """List the slips of the source, recorded as they stand."""
    from techfeod_graph.overview import slips as recorded
    from techfeod_graph.questions import known_place
    from techfeod_graph.terms import DISCREPANCY_KINDS

    if unknown := [name for name in kind or () if name not in DISCREPANCY_KINDS]:
        known = ", ".join(DISCREPANCY_KINDS)
        raise typer.BadParameter(f"{unknown[0]} is not one of: {known}", param_hint="--kind")
    place = known_place(asked.corpus, at) if at is not None else None
    found = recorded(asked.corpus, kind, place)
    return Answer(found, "lists.slips", about=[f"discrepancy/{row['id']}" for row in found])


@answering("json", "csv", "markdown")
def stats(asked: Asked) -> Answer:
    """Count what the knowledge base holds, and how much of the essay has been read."""
    from techfeod_graph.queries import stats as count

    found = count(asked.corpus)
    rows = [
        {"count": name, "of": of, "value": number}
        for name, value in found.items()
        for of, number in (value.items() if isinstance(value, dict) else [("", value)])
    ]
    return Answer(found, "reports.stats", rows=rows)


@answering("json", "csv", "markdown", "turtle")
def trace(
    asked: Asked,
    place: Annotated[
        str,
        typer.Argument(
            help="A sentence (P05.2), paragraph (P05), note (N05), section (S3), bibliography "
            "item (B19), or page of the reviewed book («p. 94»)."
        ),
    ],
) -> Answer:
    """Show what the essay does in one sentence, note, page or entry."""
    from techfeod_graph.answers.trace import trace as follow

    found = follow(asked.corpus, place)
    claims = dict.fromkeys(key for row in found["sentences"] for key in row["claims"])
    places = [f"essay/{row['at']}" for row in found["sentences"]]
    about = [*places, *(f"claim/{key}" for key in claims)]
    return Answer(found, "essay.trace", rows=found["sentences"], about=about)
