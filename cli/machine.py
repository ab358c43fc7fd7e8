"""Commands about the program itself: doctor, man."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from .options import AsJson, Data, data_folder, print_json

__all__ = ["EXITS", "doctor", "man"]

#: What a command can end with.
EXITS = (
    ("0", "Done."),
    ("1", "Faults in the data, a passage that changed, or an installation that is not whole."),
    ("2", "A command, query, file or folder that cannot be used."),
    ("3", "An unknown name or place, or no path."),
    ("70", "A fault of the program; TECHFEOD_DEBUG=1 shows the traceback."),
)


def doctor(
    clear_cache: Annotated[
        bool, typer.Option("--clear-cache", help="Remove what is in the cache first.")
    ] = False,
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Examine the installation: versions, data, cache, what is missing and what is optional."""
    from .examining import cache_state, data_state, packages, programs

    if clear_cache:
        from techfeod_graph.cache import remove_entries

        remove_entries()
    folder = data_folder(data)
    found: dict[str, Any] = {
        "packages": packages(),
        "data": data_state(folder),
        "cache": cache_state(folder),
        "programs": programs(),
    }
    missing = [p["name"] for p in found["packages"] if p["state"] in ("missing", "too old")]
    found["whole"] = not missing and not found["data"]["faults"]
    if as_json:
        print_json(found)
    else:
        _print(found)
    if not found["whole"]:
        raise typer.Exit(1)


def _print(found: dict[str, Any]) -> None:
    from .show import table

    table((p["name"], p["version"] or "–", p["state"]) for p in found["packages"])
    typer.echo("")
    table((name, str(value)) for name, value in found["data"].items())
    typer.echo("")
    table((name, str(value)) for name, value in found["cache"].items())
    typer.echo("")
    table((p["name"], p["path"] or "not found", p["for"]) for p in found["programs"])
    typer.echo("")
    typer.echo("All is well." if found["whole"] else "Something is missing or faulty: see above.")


def man(ctx: typer.Context) -> None:
    """Print the manual page in roff: techfeod man | man -l -."""
    from importlib.metadata import version

    from .manual import manual

    root = ctx.find_root()
    typer.echo(manual(root.command, root, version("techfeod-graph"), EXITS), nl=False)
