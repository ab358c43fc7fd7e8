"""The ``techfeod`` command: its commands, and how every fault reaches the user."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from . import data, graph, opening, overview, records

__all__ = ["app", "main"]

app = typer.Typer(
    help="Ask the argument of an essay: concepts, claims, who holds them, and where.",
    epilog="Exit codes: 0 done · 1 faults in the data, or a changed passage · 2 a command, query "
    "or file that cannot be used · 3 an unknown name, or no path · 70 a fault of the program.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
)
app.command(epilog="Example: techfeod build --out build")(data.build)
app.command("open", epilog="Example: techfeod open concept/glebe --lang en")(opening.open_page)
app.command(epilog="Example: techfeod check --data data")(data.check)
app.command(epilog="Example: techfeod verify essay.txt")(data.verify)
app.command(epilog="Example: techfeod lock essay.txt --out data/passages.lock")(data.lock)
app.command(epilog="Example: techfeod rules")(data.rules)
app.add_typer(records.concept, name="concept")
app.add_typer(records.claim, name="claim")
app.add_typer(records.agent, name="agent")
app.add_typer(records.work, name="work")
app.add_typer(overview.section, name="section")
app.command(epilog="Example: techfeod coverage")(overview.coverage)
app.command(epilog="Example: techfeod slips --kind date-mismatch")(overview.slips)
app.command(epilog="Example: techfeod search 'glebe numerique'")(records.search)
app.command(epilog="Example: techfeod sparql 'SELECT ?c { ?c tf:heldBy <agent/durand> } LIMIT 5'")(
    graph.sparql
)
app.command(epilog="Example: techfeod export ttl --out kb.ttl")(graph.export)
app.command(epilog="Example: techfeod stats --json")(graph.stats)


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"techfeod-graph {version('techfeod-graph')}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; every fault becomes one message and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    words = [_as_utf8(word) for word in (sys.argv[1:] if arguments is None else arguments)]
    try:
        app(args=words)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:  # noqa: BLE001 - the last resort: no traceback reaches a user
        sys.exit(_explain(error))


def _as_utf8(word: str) -> str:
    """A word as its bytes say in UTF-8, where a locale without UTF-8 could not decode it."""
    try:
        return os.fsencode(word).decode("utf-8")
    except UnicodeError:
        return word


def _explain(error: Exception) -> int:
    from techfeod_graph.errors import CorpusError, TechfeodError

    if isinstance(error, CorpusError):
        for problem in error.problems:
            typer.echo(str(problem), err=True)
        typer.echo(f"{error}; nothing else was done", err=True)
        return 1
    if isinstance(error, TechfeodError):
        typer.echo(f"techfeod: {error}", err=True)
        return error.exit_code
    if isinstance(error, OSError):
        typer.echo(f"techfeod: {error.filename or ''} {error.strerror or error}".strip(), err=True)
        return 2
    if os.environ.get("TECHFEOD_DEBUG"):
        raise error
    typer.echo(f"techfeod: a fault of the program: {type(error).__name__}: {error}", err=True)
    typer.echo("Please report it; TECHFEOD_DEBUG=1 shows the traceback.", err=True)
    return 70
