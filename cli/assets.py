"""The command that brings what the site can use and the package does not carry."""

from __future__ import annotations

import typer

__all__ = ["assets"]


def assets() -> None:
    """Bring Oxigraph's WebAssembly build with npm, for free SPARQL in the site's own page.

    The archive is pinned, compared with its known digest and kept in the cache; the next build
    uses it.
    """
    from techfeod_graph.site.sparql.wasm import PACKAGE, VERSION, bring, found, place

    if found():
        typer.echo(f"{place()}  {PACKAGE} {VERSION} is there and whole")
        return
    path, size = bring()
    typer.echo(f"{path}  {size:,} bytes  {PACKAGE} {VERSION}, brought by npm and proved")
    typer.echo("The next techfeod build puts it into the site")
