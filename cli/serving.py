"""Commands that speak HTTP: serve the data and the site, load the data into a store."""

from __future__ import annotations

import contextlib
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .options import Data, data_folder, load_corpus

if TYPE_CHECKING:
    import socket

    from techfeod_graph.corpus import Corpus

__all__ = ["load", "serve"]

_LOOPBACK = ("127.0.0.1", "localhost", "::1", "[::1]")


def serve(
    port: Annotated[
        int, typer.Option(min=0, max=65_535, help="The port; 0 takes any that is free.")
    ] = 8890,
    host: Annotated[
        str, typer.Option(help="The address to listen on; by default this machine alone.")
    ] = "127.0.0.1",
    site: Annotated[
        Path | None,
        typer.Option(help="A folder that build wrote; by default the site is built for the time."),
    ] = None,
    no_site: Annotated[bool, typer.Option("--no-site", help="Serve the endpoint alone.")] = False,
    timeout: Annotated[
        float, typer.Option(min=0.1, max=3600, help="Seconds after which a query is stopped.")
    ] = 30,
    memory: Annotated[
        int, typer.Option(min=64, help="Megabytes that a query may take, where it can be held.")
    ] = 1024,
    limit_rows: Annotated[int, typer.Option(min=1, help="Rows that an answer may have.")] = 500_000,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Queries evaluated at once.")] = 2,
    cors: Annotated[
        list[str] | None,
        typer.Option(metavar="ORIGIN", help="Pages of this origin may read answers; repeatable."),
    ] = None,
    data: Data = None,
) -> None:
    """Serve a read-only SPARQL 1.1 endpoint and the site, until Ctrl-C."""
    from techfeod_graph.compiled import n_quads
    from techfeod_graph.serving.http import Endpoint, application
    from techfeod_graph.serving.process import Limits

    corpus = load_corpus(data)
    with ExitStack() as stack:
        listening = stack.enter_context(_listen(host, port))
        folder = None if no_site else _site(site, corpus, stack)
        limits = Limits(seconds=timeout, megabytes=memory, rows=limit_rows)
        graph = n_quads(data_folder(data), corpus)
        endpoint = Endpoint(graph, corpus.source.base, limits, workers)
        stack.callback(endpoint.pool.end)
        hosts = _LOOPBACK if host in _LOOPBACK else ("*",)
        _run(application(endpoint, folder, hosts, cors or ()), listening)


def _listen(host: str, port: int) -> socket.socket:
    import socket

    kind = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=kind)
    except OSError as error:
        raise typer.BadParameter(
            f"cannot listen on {host}, port {port}: {error.strerror or error}", param_hint="--port"
        ) from None


def _site(given: Path | None, corpus: Corpus, stack: ExitStack) -> Path:
    from techfeod_graph.building import SITE, build

    if given is None:
        import tempfile

        typer.echo("Building the site …", err=True)
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="techfeod-"))
        given = Path(folder) / "build"
        build(corpus, given)
    if not (given / SITE).is_dir():
        raise typer.BadParameter(f"{given} holds no site: run techfeod build", param_hint="--site")
    return given / SITE


def _run(application: Any, listening: socket.socket) -> None:
    import signal
    import sys

    import uvicorn

    host, port = listening.getsockname()[:2]
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    typer.echo(f"The site: {address}/\nThe endpoint: {address}/sparql\nCtrl-C ends it.")
    settings = uvicorn.Config(
        application, log_level="warning", access_log=False, server_header=False, lifespan="off",
        limit_concurrency=200, timeout_keep_alive=5, h11_max_incomplete_event_size=256 * 1024,
        http="h11", ws="none",
    )  # fmt: skip
    # uvicorn shuts down on a signal and raises it again: what we opened must still be closed
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(settings).run(sockets=[listening])


def load(
    endpoint: Annotated[
        str, typer.Option(metavar="URL", help="The address of the store's Graph Store Protocol.")
    ],
    add: Annotated[
        bool, typer.Option("--add", help="Add to what the store has instead of replacing it.")
    ] = False,
    user: Annotated[
        str | None,
        typer.Option(help="Your name there; TECHFEOD_PASSWORD has the password, or it is asked."),
    ] = None,
    timeout: Annotated[
        float, typer.Option(min=0.1, help="Seconds that the store may take for one graph.")
    ] = 60,
    data: Data = None,
) -> None:
    """Put every named graph of the data in a store, each by the SPARQL 1.1 Graph Store Protocol."""
    from techfeod_graph.compiled import n_quads
    from techfeod_graph.serving.graphs import by_graph
    from techfeod_graph.serving.process import Limits
    from techfeod_graph.serving.remote import put_graph

    corpus = load_corpus(data)
    graphs = by_graph(n_quads(data_folder(data), corpus))
    known = (user, _password()) if user else None
    for name, triples in graphs.items():
        put_graph(endpoint, name, triples, Limits(seconds=timeout), add=add, user=known)
        lines = len(triples.splitlines())
        typer.echo(f"{name}  {lines:,} triples")
    typer.echo(f"{len(graphs)} graphs loaded")


def _password() -> str:
    import os

    return os.environ.get("TECHFEOD_PASSWORD") or str(typer.prompt("Password", hide_input=True))
