"""The endpoint and the site over HTTP: read-only, every request bounded in time and size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import anyio
from anyio.to_thread import run_sync
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from techfeod_graph.guard import QueryError, WrongForm
from techfeod_graph.serving.description import description, graph_sizes
from techfeod_graph.serving.negotiation import GRAPHS, TABLES, TRUTHS, choose
from techfeod_graph.serving.page import page
from techfeod_graph.serving.process import Broken, Busy, Limits, Pool, Question, TimedOut
from techfeod_graph.serving.protocol import (
    DIRECT,
    FORM,
    Asked,
    BadRequest,
    asked_by_form,
    asked_directly,
)

__all__ = ["Endpoint", "application"]

#: The most that a request may hold, in bytes, and how long its body may take, in seconds.
_MAX_REQUEST = 512 * 1024
_BODY_SECONDS = 10
#: How long a query waits for a free process, in seconds, and how many may wait.
_PATIENCE = 10
_WAITING = 16


class _TooLarge(QueryError):
    """An answer that has more rows or bytes than this endpoint gives."""


@dataclass
class Endpoint:
    """The SPARQL endpoint on one graph: its processes, and the most that it gives.

    ``limits.rows`` are the most rows of an answer, ``most_bytes`` its greatest size.
    """

    graph: bytes
    base: str
    limits: Limits
    workers: int = 2
    most_bytes: int = 64 * 1024 * 1024

    def __post_init__(self) -> None:
        self.pool = Pool(self.graph, self.base, self.limits, self.workers)
        self.sizes = graph_sizes(self.graph)
        self.waiting = anyio.CapacityLimiter(_WAITING)

    async def __call__(self, request: Request) -> Response:
        """Answer one request of the protocol."""
        try:
            asked = await self._asked(request)
            if asked.query is None:
                return self._about(request, asked)
            return await self._answer(request, asked)
        except BadRequest as error:
            return _fault(error.status, str(error))
        except WrongForm as error:
            return _fault(406, str(error))
        except Busy as error:
            return _fault(503, str(error), {"Retry-After": "5"})
        except (TimedOut, Broken, _TooLarge) as error:
            return _fault(500, str(error))  # the protocol's status for a query that is refused
        except QueryError as error:
            return _fault(400, str(error))

    async def _asked(self, request: Request) -> Asked:
        around: bytes = request.scope["query_string"]
        if request.method != "POST":
            return asked_by_form(around)
        media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if media == "application/sparql-update":
            raise BadRequest(403, "this endpoint is read-only: updates are off")
        if media not in (FORM, DIRECT):
            raise BadRequest(415, f"send the query as {DIRECT} or {FORM}")
        body = await _body(request)
        if media == DIRECT:
            return asked_directly(body, around)
        asked = asked_by_form(body)
        if asked.query is None:
            raise BadRequest(400, "the form has no field «query»")
        return asked

    def _about(self, request: Request, asked: Asked) -> Response:
        """Without a query: the form for people, the description of the service for programs."""
        if asked.default or asked.named:
            raise BadRequest(400, "graphs are chosen, but there is no query")
        found = choose(request.headers.get("accept", ""), GRAPHS)
        if found is None:
            raise BadRequest(406, f"the service is described in: {', '.join(GRAPHS)}")
        if found[1] == "html":
            return _html(page(self.base))
        where = str(request.url.replace(query=""))
        return Response(
            description(where, self.sizes, found[1]), media_type=found[0], headers=_VARY
        )

    async def _answer(self, request: Request, asked: Asked) -> Response:
        accept = request.headers.get("accept", "")
        table, graph, truth = (choose(accept, offer) for offer in (TABLES, GRAPHS, TRUTHS))
        if not (table or graph or truth):
            raise BadRequest(406, f"answers are given as: {', '.join((*TABLES, *GRAPHS))}")
        question = Question(
            asked.query or "",
            table=_format(table, "rows"), graph=_format(graph, "ttl"),
            truth=_format(truth, "rows"), default=asked.default, named=asked.named,
        )  # fmt: skip
        if self.waiting.available_tokens < 1:
            raise Busy("too many queries are waiting: ask again")
        head, content = await run_sync(self._evaluate, question, limiter=self.waiting)
        media, style = {"table": table, "graph": graph, "truth": truth}[head["form"]] or ("", "")
        if style == "html":
            return _html(page(self.base, asked.query or "", head, content))
        return Response(content, media_type=media, headers=_VARY)

    def _evaluate(self, question: Question) -> tuple[dict[str, Any], bytes]:
        with self.pool.worker(_PATIENCE) as worker:
            answer = worker.ask(question)
            content = bytearray()
            for piece in answer.pieces:
                content += piece
                if len(content) > self.most_bytes:
                    worker.end()
                    raise _TooLarge(f"the answer has more than {self.most_bytes:,} bytes: LIMIT it")
        if answer.end["cut"]:
            raise _TooLarge(f"the answer has more than {self.limits.rows:,} rows: LIMIT it")
        return answer.head, bytes(content)


_VARY = {"Vary": "Accept"}


def _format(found: tuple[str, str] | None, for_people: str) -> str | None:
    return None if found is None else for_people if found[1] == "html" else found[1]


def _html(text: str) -> Response:
    policy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'"
    headers = {**_VARY, "Content-Security-Policy": policy}
    return Response(text, media_type="text/html", headers=headers)


def _fault(status: int, message: str, headers: dict[str, str] | None = None) -> Response:
    return PlainTextResponse(f"{message}\n", status, headers)


async def _body(request: Request) -> bytes:
    body = bytearray()
    try:
        with anyio.fail_after(_BODY_SECONDS):
            async for piece in request.stream():
                body += piece
                if len(body) > _MAX_REQUEST:
                    raise BadRequest(413, f"a request has at most {_MAX_REQUEST} bytes")
    except TimeoutError:
        raise BadRequest(408, f"the request did not arrive in {_BODY_SECONDS} seconds") from None
    except ClientDisconnect:
        raise BadRequest(400, "the request was not finished") from None
    return bytes(body)


class _Plain:
    """Adds to each response that browsers shall not guess its type."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        async def marked(message: Any) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [
                    *message["headers"],
                    (b"x-content-type-options", b"nosniff"),
                ]
            await send(message)

        await self.app(scope, receive, marked)


def application(
    endpoint: Endpoint, site: Path | None, hosts: Sequence[str], origins: Sequence[str] = ()
) -> Starlette:
    """The endpoint at ``/sparql`` and the pages of a site at ``/``.

    ``hosts`` are the names the server is asked by: others are refused, lest a page elsewhere reach
    it by a name of its own. ``origins`` may read answers from pages of theirs (CORS); by default
    none.
    """
    middleware = [Middleware(_Plain), Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))]
    if origins:
        middleware.append(
            Middleware(
                CORSMiddleware,
                allow_origins=list(origins),
                allow_methods=["GET", "POST"],
                allow_headers=["Accept", "Content-Type"],
            )
        )
    routes: list[BaseRoute] = [Route("/sparql", endpoint.__call__, methods=["GET", "POST"])]
    if site is not None:
        routes.append(Mount("/", StaticFiles(directory=site, html=True)))
    return Starlette(routes=routes, middleware=middleware)
