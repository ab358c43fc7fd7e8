"""The command that opens the reading room in a browser."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from .options import Lang, Language

__all__ = ["open_page"]


def open_page(
    page: Annotated[
        str, typer.Argument(help="The page: concept/glebe, read, map; by default the first.")
    ] = "index",
    out: Annotated[Path, typer.Option(help="The folder that build wrote.")] = Path("build"),
    lang: Lang = Language.fr,
    print_only: Annotated[
        bool, typer.Option("--print", help="Print the address instead of opening it.")
    ] = False,
) -> None:
    """Open a page of the reading room in the browser; build writes it."""
    from techfeod_graph.building import SITE

    address, _, fragment = page.partition("#")
    room = (out / SITE).resolve()
    path = room / lang.value / f"{address}.html"
    if not room.is_dir():
        raise typer.BadParameter(f"{out} holds no site: run techfeod build", param_hint="--out")
    if not path.resolve().is_relative_to(room) or not path.is_file():
        raise typer.BadParameter(f"the site has no page {address}", param_hint="PAGE")
    where = path.as_uri() + (f"#{fragment}" if fragment else "")
    if print_only or not webbrowser.open(where):
        typer.echo(where)
