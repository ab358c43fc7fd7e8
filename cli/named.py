"""The command that lists the named questions and shows one of them."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .options import AsJson, Lang, Language, print_json

if TYPE_CHECKING:
    from techfeod_graph.named import NamedQuery

__all__ = ["queries"]

_LEVELS = {
    1: ("motifs", "patterns"),
    2: ("jointures, absences, comptes", "joins, absence, counting"),
    3: ("chemins et structure de l’argument", "paths and the structure of the argument"),
}


def queries(
    name: Annotated[
        str | None, typer.Argument(help="A name, its number, or the beginning of a name.")
    ] = None,
    lang: Lang = Language.fr,
    as_json: AsJson = False,
) -> None:
    """List the named SPARQL queries, or show one: explanation, parameters, text, how to run it."""
    from techfeod_graph.named import named, named_queries

    if name is not None:
        query = named(name)
        print_json(_plain(query)) if as_json else _show(query, lang.value)
    elif as_json:
        print_json([_plain(query) for query in named_queries()])
    else:
        _list(named_queries(), lang.value)


def _plain(query: NamedQuery) -> dict[str, Any]:
    return {"name": query.name, **asdict(query)}


def _list(listed: tuple[NamedQuery, ...], lang: str) -> None:
    from .show import table

    for level, words in _LEVELS.items():
        typer.echo(f"{level}  {words[lang == 'en']}")
        table(
            (f"  {query.stem.partition('-')[0]}", query.name, query.title[lang])
            for query in listed
            if query.level == level
        )
        typer.echo("")
    typer.echo("techfeod queries NAME · techfeod sparql --named NAME")


def _show(query: NamedQuery, lang: str) -> None:
    import textwrap

    from .show import table, width

    typer.echo(f"{query.title[lang]}  [{query.stem}]")
    typer.echo(textwrap.fill(query.about[lang], width()))
    typer.echo("")
    if query.parameters:
        table((p.name, p.type, " ".join(p.default)) for p in query.parameters)
        typer.echo("")
    typer.echo(query.text)
    command = f"techfeod sparql --named {query.name}"
    typer.echo(command)
    for parameter in query.parameters[:1]:
        typer.echo(f"{command} --param {parameter.name}={_example(parameter.default[0])}")


def _example(term: str) -> str:
    """A default as it would be typed: ``durand`` for ``<agent/durand>``, ``"fr"`` without marks."""
    return term.strip('<>"').rpartition("/")[2].removeprefix("tf:")
