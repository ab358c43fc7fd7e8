"""The tests run on the engines: what each answers, and why it fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from http.client import HTTPConnection
from urllib.parse import urlsplit

from tests.servers import oxigraph_server, virtuoso_installed

from .cases import Case
from .comparing import Answer, difference, expected, read
from .engines import Asked, Embedded, OverHttp, Rdflib, Refused, Served, Server, served
from .virtuoso import Virtuoso, holding

Contender = Callable[[Case, str], Asked]


@contextmanager
def contenders(ran: Sequence[Case]) -> Iterator[dict[str, Contender]]:
    """The engines by name, with servers that run as long as they are wanted.

    Virtuoso is among them where it is installed.
    """
    with ExitStack() as stack:

        def asked(kind: type[OverHttp], place: str) -> Contender:
            line = stack.enter_context(closing(HTTPConnection(place, timeout=60)))
            return lambda case, text: kind(case, text, line)

        server = urlsplit(stack.enter_context(oxigraph_server())).netloc
        found: dict[str, Contender] = {
            "embedded": Embedded,
            "serve": asked(Served, stack.enter_context(served(ran))),
            "rdflib": Rdflib,
            "server": asked(Server, server),
        }
        if virtuoso_installed():
            found["virtuoso"] = asked(Virtuoso, stack.enter_context(holding(ran)))
        yield found


#: What engines say of a function or a graph that they do not have.
_BESIDE = ("custom function", "Undefined procedure DB.DBA.http:", "the data has no graph")


def outcome(case: Case, engine: Contender = Embedded) -> tuple[Answer | None, str | None]:
    """What an engine answers, None for a test of syntax; and why it fails, None when it passes."""
    negative = case.kind.startswith("Negative")
    try:
        asked = engine(case, case.query.read_text(encoding="utf-8"))
        if negative or case.kind.startswith("Positive"):
            asked.accept()
            return None, "a query that is not valid was accepted" if negative else None
        style, wanted = expected(case)
        try:
            got = read(*asked.answer(style))
        except (SyntaxError, ValueError) as error:
            return None, f"what it wrote cannot be read: {error}"
        return got, difference(wanted, got)
    except Refused as error:
        # a syntax test asks for no answer, and may call or name what no engine has
        beside = any(word in str(error) for word in _BESIDE)
        own = case.kind.startswith("Positive") and beside
        return None, None if negative or own else str(error)


def failure(case: Case, engine: Contender = Embedded) -> str | None:
    """Why a test fails on an engine; None when it passes."""
    return outcome(case, engine)[1]
