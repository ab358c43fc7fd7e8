"""Commands on the compiled graph: sparql, export, stats."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .options import AsJson, Data, load_corpus, print_json

if TYPE_CHECKING:
    from techfeod_graph.engine import Engine

__all__ = ["export", "sparql", "stats"]


class ResultFormat(StrEnum):
    """What an answer is printed as."""

    table = "table"
    json = "json"
    csv = "csv"
    tsv = "tsv"
    xml = "xml"
    turtle = "turtle"


def sparql(
    query: Annotated[
        str | None,
        typer.Argument(help="The query, a file that holds it, or - for standard input."),
    ] = None,
    style: Annotated[ResultFormat, typer.Option("--format", help="How to print the answer.")] = (
        ResultFormat.table
    ),
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    data: Data = None,
) -> None:
    """Ask the data in SPARQL 1.1; prefixes are known, and IRIs are relative to its base."""
    from techfeod_graph.engine import Engine

    text = _query_text(query)
    engine = Engine(load_corpus(data))
    chosen = "json" if as_json else style.value
    if chosen == "table":
        _print_answer(engine, text)
    else:
        sys.stdout.buffer.write(engine.write(text, chosen))
        sys.stdout.buffer.flush()


def _query_text(query: str | None) -> str:
    from techfeod_graph.files import read_copy

    if query is None or query == "-":
        return sys.stdin.read()
    a_name = len(query) < 250 and (not any(c.isspace() for c in query) or Path(query).is_file())
    return read_copy(Path(query)) if a_name else query


def _print_answer(engine: Engine, text: str) -> None:
    from .show import table

    answer = engine.ask(text)
    if answer.truth is not None:
        typer.echo("yes" if answer.truth else "no")
    elif answer.triples is not None:
        sys.stdout.buffer.write(engine.write(text, "turtle"))
        sys.stdout.buffer.flush()
    else:
        table([answer.columns, *(tuple(cell or "–" for cell in row) for row in answer.rows)])
        typer.echo(f"{len(answer.rows)} row{'s' if len(answer.rows) != 1 else ''}", err=True)


def export(
    style: Annotated[
        str, typer.Argument(metavar="FORMAT", help="One of: ttl, trig, nq, nt, jsonld, graphml.")
    ],
    out: Annotated[Path | None, typer.Option(help="A file to write instead of printing.")] = None,
    data: Data = None,
) -> None:
    """Write the compiled data in one format."""
    from techfeod_graph.export import FORMATS
    from techfeod_graph.files import write_atomically
    from techfeod_graph.rdf import compiled

    if style not in FORMATS:
        raise typer.BadParameter(
            f"{style} is not one of: {', '.join(FORMATS)}", param_hint="FORMAT"
        )
    corpus = load_corpus(data)
    content = FORMATS[style](compiled(corpus), corpus.source.base)
    if out is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        write_atomically(out, content)
        typer.echo(f"{out}  {len(content):,} bytes")


def stats(data: Data = None, as_json: AsJson = False) -> None:
    """Count what the knowledge base holds, and how much of the essay has been read."""
    from techfeod_graph.queries import stats as count

    found: dict[str, Any] = count(load_corpus(data))
    if as_json:
        print_json(found)
        return
    for name, value in found.items():
        shown = value
        if isinstance(value, dict):
            shown = ", ".join(f"{key} {number}" for key, number in value.items())
        typer.echo(f"{name.replace('_', ' ')}: {shown}")
