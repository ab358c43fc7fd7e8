"""Questions on claims and concepts: who says, explain, argue, controversies, quote."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

import typer

from ..printing.deliver import Answer, Asked, answering

__all__ = ["argue", "controversies", "explain", "quote", "who"]

Claim = Annotated[str, typer.Argument(help="A claim, by id or wording; a part is enough.")]

who = typer.Typer(help="Voices: who says something.", no_args_is_help=True)


@who.callback()
def _who() -> None:
    pass


@who.command("says", epilog="Example: techfeod who says valeur-quitte-le-travail")
@answering("json", "csv", "markdown", "turtle")
def who_says(
    asked: Asked,
    name: Annotated[str, typer.Argument(help="A claim, or a concept, agent or work.")],
) -> Answer:
    """Show who takes which stance on a claim, or on every claim about a concept."""
    from techfeod_graph.answers.who import who_says as ask
    from techfeod_graph.queries import find_among

    kind, key = find_among(asked.corpus, name, ("concept", "claim", "agent", "work"))
    found = ask(asked.corpus, kind, key)
    rows: list[dict[str, Any]] = [{"claim": key} | row for row in found.get("positions", ())] or [
        {"holder": row["holder"]} | own for row in found.get("holders", ()) for own in row["claims"]
    ]
    about = [f"{kind}/{key}", *(f"claim/{row['claim']}" for row in rows)]
    return Answer(found, "answers.who", rows=rows, about=about, worded=True)


@answering("json", "markdown", "turtle")
def explain(
    asked: Asked,
    term: Annotated[
        str, typer.Argument(help="A concept, agent or work, by any name, or a section (S3).")
    ],
) -> Answer:
    """Explain a term, or show an agent, work or section in short."""
    from techfeod_graph.answers import summaries
    from techfeod_graph.answers.who import explain as ask
    from techfeod_graph.queries import find_among

    corpus = asked.corpus
    if term.upper() in corpus.source.sections:
        found = summaries.section_summary(corpus, term)
        about = (f"section/{found['id']}",)
        return Answer(found, "essay.section_short", about=about, worded=True)
    kind, key = find_among(corpus, term, ("concept", "agent", "work"))
    short = {"agent": summaries.agent_summary, "work": summaries.work_summary, "concept": ask}
    return Answer(short[kind](corpus, key), f"short.{kind}", about=[f"{kind}/{key}"], worded=True)


@answering("json", "markdown")
def argue(
    asked: Asked,
    name: Claim,
    against: Annotated[
        bool, typer.Option("--against", help="Only what speaks against it or its reasons.")
    ] = False,
    depth: Annotated[
        int | None, typer.Option(min=0, max=99, help="How many levels; by default all.")
    ] = None,
) -> Answer:
    """Show the reasons for a claim, objections and replies as a tree."""
    from techfeod_graph.answers.argue import argument, only_against
    from techfeod_graph.queries import find

    tree = argument(asked.corpus, find(asked.corpus, "claim", name), depth)
    return Answer(only_against(tree) if against else tree, "argument.argue", worded=True)


class Dispute(StrEnum):
    """Why a claim is controversial."""

    opposed = "opposed"
    open = "open"
    attacked = "attacked"
    undercut = "undercut"
    qualified = "qualified"


@answering("json", "csv", "markdown", "turtle")
def controversies(
    asked: Asked,
    kind: Annotated[
        list[Dispute] | None, typer.Option(help="Only of this kind; may be repeated.")
    ] = None,
) -> Answer:
    """List the claims that voices differ on, or that others object to."""
    from techfeod_graph.answers.controversies import KINDS
    from techfeod_graph.answers.controversies import controversies as ask

    found = ask(asked.corpus, tuple(one.value for one in kind) if kind else KINDS)
    about = [f"claim/{row['claim']}" for row in found]
    return Answer(found, "answers.controversies", about=about, worded=True)


class Style(StrEnum):
    """A form of citation."""

    text = "text"
    markdown = "markdown"
    csl = "csl"
    bibtex = "bibtex"
    ris = "ris"


@answering("json")
def quote(
    asked: Asked,
    name: Claim,
    style: Annotated[Style, typer.Option(help="The form of the citation.")] = Style.text,
) -> Answer:
    """Cite a claim with its place in the essay, ready to paste."""
    from techfeod_graph.answers.cite import citation, write
    from techfeod_graph.queries import find

    key = find(asked.corpus, "claim", name)
    text = write(asked.corpus, key, style.value, asked.language)
    return Answer(citation(asked.corpus, key), "", text=text, worded=True)
