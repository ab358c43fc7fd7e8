"""The ``techfeod`` command: its commands, and how every fault reaches the user."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from .lazy import LazyGroup, asking_shell

__all__ = ["COMMANDS", "app", "main"]

#: The commands in the order of the help: where each is, and an example of it.
COMMANDS = {
    "who": ("asking.claims.who", ""),
    "explain": ("asking.claims.explain", "techfeod explain mika --lang en"),
    "argue": ("asking.claims.argue", "techfeod argue fronts-de-lutte-multiples --depth 2"),
    "controversies": ("asking.claims.controversies", "techfeod controversies --kind opposed"),
    "quote": (
        "asking.claims.quote",
        "techfeod quote valeur-quitte-le-travail --style bibtex",
    ),
    "trace": ("overview.trace", "techfeod trace 'p. 94'"),
    "path": ("asking.ways.path", "techfeod path mika wark"),
    "around": ("asking.ways.around", "techfeod around rente --hops 2 --type enables --type causes"),
    "search": ("records.search", "techfeod search 'glebe numerique'"),
    "concept": ("records.concept", ""),
    "claim": ("records.claim", ""),
    "agent": ("records.agent", ""),
    "work": ("records.work", ""),
    "section": ("overview.section", ""),
    "central": ("asking.ways.central", "techfeod central --of claims --by rests"),
    "unanswered": ("asking.reports.unanswered", "techfeod unanswered"),
    "unsupported": ("asking.reports.unsupported", "techfeod unsupported --first 10"),
    "uncited": ("asking.reports.uncited", "techfeod uncited --kind attribution"),
    "grounded": ("asking.reports.grounded", "techfeod grounded"),
    "coverage": ("overview.coverage", "techfeod coverage"),
    "slips": ("overview.slips", "techfeod slips --kind date-mismatch"),
    "stats": ("overview.stats", "techfeod stats --json"),
    "sparql": (
        "graph.sparql",
        "techfeod sparql 'SELECT ?c { ?c tf:heldBy <agent/durand> } LIMIT 5'",
    ),
    "queries": ("named.queries", "techfeod queries held-by-durand"),
    "serve": ("serving.serve", "techfeod serve --port 8890"),
    "load": ("serving.load", "techfeod load --endpoint http://127.0.0.1:7878/store"),
    "doctor": ("machine.doctor", "techfeod doctor"),
    "man": ("machine.man", "techfeod man"),
    "export": ("graph.export", "techfeod export ttl --out kb.ttl"),
    "build": ("data.build", "techfeod build --out build"),
    "assets": ("assets.assets", "techfeod assets"),
    "open": ("opening.open_page", "techfeod open concept/glebe --lang en"),
    "check": ("data.check", "techfeod check --data data"),
    "verify": ("data.verify", "techfeod verify essay.txt"),
    "lock": ("data.lock", "techfeod lock essay.txt --out data/passages.lock"),
    "release": ("data.release", "techfeod release --out slugs.lock"),
    "diff": ("differences.diff", "techfeod diff data data --lang en"),
    "rules": ("data.rules", "techfeod rules"),
}


class _Root(LazyGroup):
    table = COMMANDS


app = typer.Typer(
    cls=_Root,
    help="Ask the argument of an essay: concepts, claims, who holds them, and where.",
    epilog="Exit codes: 0 done · 1 faults in the data, or a changed passage · 2 a command, query "
    "or file that cannot be used · 3 an unknown name, or no path · 70 a fault of the program.",
    no_args_is_help=True,
    context_settings={"max_content_width": 100},
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich" if sys.stdout.isatty() else None,
)


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
    if asking_shell():
        _spare_rich()
    words = [_as_utf8(word) for word in (sys.argv[1:] if arguments is None else arguments)]
    try:
        app(args=words, prog_name="techfeod")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:  # noqa: BLE001 - the last resort: no traceback reaches a user
        sys.exit(_explain(error))


def _spare_rich() -> None:
    """Typer renders help for zsh and fish with rich; ours holds no markup to render."""
    shells = sys.modules.get("typer._completion_classes")
    if shells is not None and hasattr(shells, "_sanitize_help_text"):
        setattr(shells, "_sanitize_help_text", str)  # noqa: B010


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
