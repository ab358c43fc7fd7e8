"""Commands that look records up: concept, claim, agent, work, search."""

from __future__ import annotations

from typing import Annotated

import typer

from .printing.deliver import Answer, Asked, answering

__all__ = ["agent", "claim", "concept", "search", "work"]

Name = Annotated[str, typer.Argument(help="An id, a label or a variant; accents and case aside.")]

concept = typer.Typer(help="Concepts: definition, relations, claims.", no_args_is_help=True)
claim = typer.Typer(
    help="Claims: who holds them, why, and what speaks against.", no_args_is_help=True
)
agent = typer.Typer(help="Agents: what persons and groups hold.", no_args_is_help=True)
work = typer.Typer(help="Works: where and why they are cited.", no_args_is_help=True)


def _show(asked: Asked, kind: str, name: str) -> Answer:
    from techfeod_graph.queries import find, record

    key = find(asked.corpus, kind, name)
    found = record(asked.corpus, kind, key)
    return Answer(found, f"records.{kind}", {"name": name}, about=[f"{kind}/{key}"])


def _list(asked: Asked, kind: str) -> Answer:
    from techfeod_graph.queries import KINDS, records

    keys = list(getattr(asked.corpus, KINDS[kind]))
    about = [f"{kind}/{key}" for key in keys]
    return Answer(keys, f"lists.{kind}s", full=lambda: records(asked.corpus, kind), about=about)


@concept.command("list", epilog="Example: techfeod concept list --lang en")
@answering("json", "csv", "markdown", "turtle")
def concept_list(asked: Asked) -> Answer:
    """List every concept with its kind and the number of claims about it."""
    return _list(asked, "concept")


@concept.command("show", epilog="Example: techfeod concept show glebe")
@answering("json", "markdown", "turtle")
def concept_show(asked: Asked, name: Name) -> Answer:
    """Show one concept: definition, relations, claims and who holds them."""
    return _show(asked, "concept", name)


@concept.command("path", epilog="Example: techfeod concept path mika rente")
@answering("json", "csv", "markdown")
def concept_path(asked: Asked, start: Name, end: Name) -> Answer:
    """Show the shortest chain of relations between two concepts."""
    from techfeod_graph.paths import path
    from techfeod_graph.queries import find

    ends = [find(asked.corpus, "concept", name) for name in (start, end)]
    return Answer(path(asked.corpus, *ends), "lists.steps")


@concept.command("around", epilog="Example: techfeod concept around technofeodalisme --hops 2")
@answering("json", "csv", "markdown")
def concept_around(
    asked: Asked,
    name: Name,
    hops: Annotated[int, typer.Option(min=1, max=9, help="How many relations away.")] = 1,
) -> Answer:
    """Show every relation in the neighbourhood of a concept."""
    from techfeod_graph.paths import around
    from techfeod_graph.queries import find

    return Answer(around(asked.corpus, find(asked.corpus, "concept", name), hops), "lists.steps")


@claim.command(
    "list", epilog="Example: techfeod claim list --holder saito --holder durand --about tic"
)
@answering("json", "csv", "markdown", "turtle")
def claim_list(
    asked: Asked,
    holder: Annotated[
        list[str] | None, typer.Option(help="Only claims this agent takes a stance on; repeatable.")
    ] = None,
    stance: Annotated[
        list[str] | None,
        typer.Option(help="Only with this stance (asserts, rejects …); repeatable."),
    ] = None,
    about: Annotated[
        list[str] | None,
        typer.Option(help="Only claims about this concept, agent or work; repeatable."),
    ] = None,
    at: Annotated[
        str | None, typer.Option(help="Only claims of this sentence, paragraph or note.")
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(help="Only claims that attack, undercut or qualify what this agent holds."),
    ] = None,
) -> Answer:
    """List claims in the order of the essay, all or those that match every condition."""
    from techfeod_graph.queries import record
    from techfeod_graph.questions import keys_where
    from techfeod_graph.terms import STANCES

    for name in stance or ():
        if name not in STANCES:
            known = ", ".join(STANCES)
            raise typer.BadParameter(f"{name} is not one of: {known}", param_hint="--stance")
    corpus = asked.corpus
    keys = keys_where(corpus, holder or (), stance or (), about or (), at, against)
    return Answer(
        keys,
        "lists.claims",
        full=lambda: [record(corpus, "claim", key) for key in keys],
        about=[f"claim/{key}" for key in keys],
    )


@claim.command("show", epilog="Example: techfeod claim show valeur-quitte-le-travail")
@answering("json", "markdown", "turtle")
def claim_show(asked: Asked, name: Name) -> Answer:
    """Show one claim: positions, reasons, objections, sentences."""
    return _show(asked, "claim", name)


@agent.command("list", epilog="Example: techfeod agent list --lang en")
@answering("json", "csv", "markdown", "turtle")
def agent_list(asked: Asked) -> Answer:
    """List every agent with the number of positions attributed to it."""
    return _list(asked, "agent")


@agent.command("show", epilog="Example: techfeod agent show saito")
@answering("json", "markdown", "turtle")
def agent_show(asked: Asked, name: Name) -> Answer:
    """Show one agent: what they hold, how, and who says so."""
    return _show(asked, "agent", name)


@agent.command("compare", epilog="Example: techfeod agent compare durand wark")
@answering("json", "markdown")
def agent_compare(asked: Asked, one: Name, other: Name) -> Answer:
    """Compare two agents: agreements, oppositions, concessions, objections, shared topics."""
    from techfeod_graph.answers.compare import compare
    from techfeod_graph.queries import find

    keys = [find(asked.corpus, "agent", name) for name in (one, other)]
    if keys[0] == keys[1]:
        raise typer.BadParameter(f"{one} and {other} are one agent", param_hint="OTHER")
    found = compare(asked.corpus, *keys)
    return Answer(found, "answers.compare", {"names": (one, other)}, worded=True)


@work.command("list", epilog="Example: techfeod work list")
@answering("json", "csv", "markdown", "turtle")
def work_list(asked: Asked) -> Answer:
    """List every work with its bibliography item and the number of pointers to it."""
    return _list(asked, "work")


@work.command("show", epilog="Example: techfeod work show negri-marx")
@answering("json", "markdown", "turtle")
def work_show(asked: Asked, name: Name) -> Answer:
    """Show one work: where it is cited, why, and what disagrees."""
    return _show(asked, "work", name)


@answering("json", "csv", "markdown", "turtle")
def search(
    asked: Asked,
    text: Annotated[str, typer.Argument(help="Words to look for; accents and case aside.")],
) -> Answer:
    """Search labels, variants, definitions and claims of every record."""
    from techfeod_graph.queries import UnknownName, nearest
    from techfeod_graph.queries import search as find_all

    hits = find_all(asked.corpus, text)
    found = [
        {"kind": hit.kind, "id": hit.id, "labels": {"fr": hit.labels.fr, "en": hit.labels.en}}
        | {"matched": hit.matched, "rank": hit.rank}
        for hit in hits
    ]
    about = [f"{row['kind']}/{row['id']}" for row in found]
    if not found:
        near = nearest(asked.corpus, text)
        return Answer([], "lists.hits", otherwise=UnknownName("record", text, near))
    return Answer(found, "lists.hits", about=about)
