"""Commands that look records up: concept, claim, agent, work, search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from .options import AsJson, Data, Lang, Language, load_corpus, print_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from techfeod_graph.corpus import Corpus

__all__ = ["agent", "claim", "concept", "search", "work"]

Name = Annotated[str, typer.Argument(help="An id, a label or a variant; accents and case aside.")]

concept = typer.Typer(help="Concepts: definition, relations, claims.", no_args_is_help=True)
claim = typer.Typer(
    help="Claims: who holds them, why, and what speaks against.", no_args_is_help=True
)
agent = typer.Typer(help="Agents: what persons and groups hold.", no_args_is_help=True)
work = typer.Typer(help="Works: where and why they are cited.", no_args_is_help=True)


def _show(kind: str, name: str, data: Any, lang: Language, as_json: bool) -> None:
    from techfeod_graph.queries import find, record

    corpus = load_corpus(data)
    found = record(corpus, kind, find(corpus, kind, name))
    if as_json:
        print_json(found)
    else:
        from .show import Page

        page = Page(corpus, lang)
        getattr(page, kind)(found)
        page.see_also(kind, found["id"], name)


def _list(
    kind: str, data: Any, as_json: bool, row: Callable[[Corpus, Any], tuple[str, ...]]
) -> None:
    from techfeod_graph.queries import KINDS, records

    corpus = load_corpus(data)
    if as_json:
        print_json(records(corpus, kind))
    else:
        from .show import table

        table(row(corpus, entry) for entry in getattr(corpus, KINDS[kind]).values())


def _positions(corpus: Corpus, agent: str) -> int:
    held = (corpus.claims[key] for key in corpus.holdings.get(agent, ()))
    return sum(p.holder == agent for claim in held for p in corpus.positions(claim))


@concept.command("list", epilog="Example: techfeod concept list --lang en")
def concept_list(data: Data = None, lang: Lang = Language.fr, as_json: AsJson = False) -> None:
    """List every concept with its kind and the number of claims about it."""
    _list(
        "concept",
        data,
        as_json,
        lambda corpus, c: (
            c.id,
            c.kind,
            str(len(corpus.mentions.get(c.id, ()))),
            getattr(c.labels, lang.value),
        ),
    )


@concept.command("show", epilog="Example: techfeod concept show glebe")
def concept_show(
    name: Name, data: Data = None, lang: Lang = Language.fr, as_json: AsJson = False
) -> None:
    """Show one concept: definition, relations, claims and who holds them."""
    _show("concept", name, data, lang, as_json)


@concept.command("path", epilog="Example: techfeod concept path mika rente")
def concept_path(
    start: Name, end: Name, data: Data = None, lang: Lang = Language.fr, as_json: AsJson = False
) -> None:
    """Show the shortest chain of relations between two concepts."""
    from techfeod_graph.paths import path
    from techfeod_graph.queries import find

    corpus = load_corpus(data)
    steps = path(corpus, find(corpus, "concept", start), find(corpus, "concept", end))
    _steps(corpus, steps, lang, as_json)


@concept.command("around", epilog="Example: techfeod concept around technofeodalisme --hops 2")
def concept_around(
    name: Name,
    hops: Annotated[int, typer.Option(min=1, max=9, help="How many relations away.")] = 1,
    data: Data = None,
    lang: Lang = Language.fr,
    as_json: AsJson = False,
) -> None:
    """Show every relation in the neighbourhood of a concept."""
    from techfeod_graph.paths import around
    from techfeod_graph.queries import find

    corpus = load_corpus(data)
    _steps(corpus, around(corpus, find(corpus, "concept", name), hops), lang, as_json)


def _steps(corpus: Corpus, steps: list[dict[str, Any]], lang: Language, as_json: bool) -> None:
    if as_json:
        print_json(steps)
        return
    from .show import Page

    page = Page(corpus, lang)
    for step in steps:
        page.line(page.relation(step))
        for key in step["claims"]:
            where = ", ".join(corpus.claims[key].at)
            page.line(f"{page.text(key)}  [{where} · {key}]", 4)


@claim.command(
    "list", epilog="Example: techfeod claim list --holder saito --holder durand --about tic"
)
def claim_list(
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
    data: Data = None,
    lang: Lang = Language.fr,
    as_json: AsJson = False,
) -> None:
    """List claims in the order of the essay, all or those that match every condition."""
    from techfeod_graph.questions import claims_where
    from techfeod_graph.terms import STANCES

    for name in stance or ():
        if name not in STANCES:
            known = ", ".join(STANCES)
            raise typer.BadParameter(f"{name} is not one of: {known}", param_hint="--stance")
    corpus = load_corpus(data)
    found = claims_where(corpus, holder or (), stance or (), about or (), at, against)
    if as_json:
        print_json(found)
        return
    from .show import Page

    page = Page(corpus, lang)
    for entry in found:
        page.claim_line(entry["id"])


@claim.command("show", epilog="Example: techfeod claim show valeur-quitte-le-travail")
def claim_show(
    name: Name, data: Data = None, lang: Lang = Language.fr, as_json: AsJson = False
) -> None:
    """Show one claim: positions, reasons, objections, sentences."""
    _show("claim", name, data, lang, as_json)


@agent.command("list", epilog="Example: techfeod agent list --lang en")
def agent_list(data: Data = None, lang: Lang = Language.fr, as_json: AsJson = False) -> None:
    """List every agent with the number of positions attributed to it."""
    _list(
        "agent",
        data,
        as_json,
        lambda corpus, a: (
            a.id,
            a.is_,
            str(_positions(corpus, a.id)),
            getattr(a.labels, lang.value),
        ),
    )


@agent.command("show", epilog="Example: techfeod agent show saito")
def agent_show(
    name: Name, data: Data = None, lang: Lang = Language.fr, as_json: AsJson = False
) -> None:
    """Show one agent: what they hold, how, and who says so."""
    _show("agent", name, data, lang, as_json)


@work.command("list", epilog="Example: techfeod work list")
def work_list(data: Data = None, lang: Lang = Language.fr, as_json: AsJson = False) -> None:
    """List every work with its bibliography item and the number of pointers to it."""
    _list(
        "work",
        data,
        as_json,
        lambda corpus, w: (
            w.id, w.custom.bibliography or "–", str(sum(p.to == w.id for p in corpus.pointers)),
            getattr(w.labels, lang.value),
        ),
    )  # fmt: skip


@work.command("show", epilog="Example: techfeod work show negri-marx")
def work_show(
    name: Name, data: Data = None, lang: Lang = Language.fr, as_json: AsJson = False
) -> None:
    """Show one work: where it is cited, why, and what disagrees."""
    _show("work", name, data, lang, as_json)


def search(
    text: Annotated[str, typer.Argument(help="Words to look for; accents and case aside.")],
    data: Data = None,
    lang: Lang = Language.fr,
    as_json: AsJson = False,
) -> None:
    """Search labels, variants, definitions and claims of every record."""
    from dataclasses import asdict

    from techfeod_graph.queries import UnknownName, nearest
    from techfeod_graph.queries import search as find_all

    corpus = load_corpus(data)
    hits = find_all(corpus, text)
    if as_json:
        print_json([asdict(hit) | {"labels": hit.labels.model_dump()} for hit in hits])
        return
    if not hits:
        raise UnknownName("record", text, nearest(corpus, text))
    from .show import table

    table((hit.kind, hit.id, getattr(hit.labels, lang.value)) for hit in hits)
