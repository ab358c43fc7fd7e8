"""Commands on the essay as a whole: coverage, section, slips."""

from __future__ import annotations

from typing import Annotated

import typer

from .options import AsJson, Data, Lang, Language, load_corpus, print_json

__all__ = ["coverage", "section", "slips"]

section = typer.Typer(
    help="Sections: the argument in the order of the essay.", no_args_is_help=True
)


def coverage(data: Data = None, lang: Lang = Language.fr, as_json: AsJson = False) -> None:
    """Show what carries claims, by section, note and bibliography item, and what is missing."""
    from techfeod_graph.overview import coverage as measure

    corpus = load_corpus(data)
    found = measure(corpus)
    if as_json:
        print_json(found)
        return
    from .show import Page

    Page(corpus, lang).coverage(found)


@section.command("list", epilog="Example: techfeod section list")
def section_list(data: Data = None, lang: Lang = Language.fr, as_json: AsJson = False) -> None:
    """List the sections with their numbers of sentences and claims."""
    from techfeod_graph.overview import sections

    found = sections(load_corpus(data))
    if as_json:
        print_json(found)
        return
    from .show import table

    table(
        (row["id"], str(len(row["sentences"])), str(row["claims"]), row["labels"][lang.value])
        for row in found
    )


@section.command("show", epilog="Example: techfeod section show 2")
def section_show(
    name: Annotated[str, typer.Argument(help="S2, 2, or words of its label.")],
    data: Data = None,
    lang: Lang = Language.fr,
    as_json: AsJson = False,
) -> None:
    """Show the argument of one section, claim by claim, with holders and reasons."""
    from techfeod_graph.overview import section as one

    corpus = load_corpus(data)
    found = one(corpus, name)
    if as_json:
        print_json(found)
        return
    from .show import Page

    Page(corpus, lang).section(found)


def slips(
    kind: Annotated[list[str] | None, typer.Option(help="Only this kind; may be repeated.")] = None,
    at: Annotated[str | None, typer.Option(help="Only this sentence, paragraph or item.")] = None,
    data: Data = None,
    lang: Lang = Language.fr,
    as_json: AsJson = False,
) -> None:
    """List the slips of the source, recorded as they stand."""
    from techfeod_graph.overview import slips as recorded
    from techfeod_graph.terms import DISCREPANCY_KINDS

    if unknown := [name for name in kind or () if name not in DISCREPANCY_KINDS]:
        known = ", ".join(DISCREPANCY_KINDS)
        raise typer.BadParameter(f"{unknown[0]} is not one of: {known}", param_hint="--kind")
    found = recorded(load_corpus(data), kind, at)
    if as_json:
        print_json(found)
        return
    from .show import table

    table((row["kind"], ", ".join(row["at"]), row[lang.value]) for row in found)
