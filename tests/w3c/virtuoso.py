"""Virtuoso, which holds the data of all tests and is told by the protocol which graphs to ask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import parse_qsl, urlencode

import pyoxigraph as ox

from tests.servers import virtuoso_server

from .cases import Case
from .engines import Served, all_quads

#: A graph that nothing is in: without a choice Virtuoso's default graph is all graphs.
_NOTHING = "x:nothing"
#: What stands for ``file://``, of which it drops two slashes when it resolves a relative IRI.
_FILE, _HOST = b"file://", b"http://files.example"


class Virtuoso(Served):
    """Virtuoso 7. Its blank nodes are named ``nodeID://…``, which is no label in any format."""

    def __init__(self, case: Case, text: str, line: object) -> None:
        super().__init__(case, text, line)
        if re.search(r"^\s*BASE\b", text, re.MULTILINE | re.IGNORECASE):
            self.text = text  # it reads no second BASE, and this one is absolute

    def place(self, case: Case) -> str:
        path = super().place(case)
        empty = "?" in path and "default-graph-uri" not in path
        return f"{path}&{urlencode({'default-graph-uri': _NOTHING})}" if empty else path

    def answer(self, style: str) -> tuple[bytes, str]:
        raw, style = super().answer(style)
        return re.sub(rb"(<bnode>|\")nodeID://", rb"\1", raw.replace(_HOST, _FILE)), style

    def send(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> bytes:
        """Asked by a form: it does not take a query as the body of a request."""
        address, _, chosen = path.partition("?")
        given = [*parse_qsl(chosen), ("query", body.decode())]
        form = urlencode([(key, _elsewhere(value.encode())) for key, value in given])
        kind = {**headers, "Content-Type": "application/x-www-form-urlencoded"}
        return super().send(method, address, form.encode(), kind)


def _elsewhere(text: bytes) -> bytes:
    return text.replace(_FILE, _HOST)


@contextmanager
def holding(ran: Iterable[Case]) -> Iterator[str]:
    """The host and port of a server over the data of these tests."""
    graph = ox.serialize(all_quads(ran), format=ox.RdfFormat.N_QUADS)
    with TemporaryDirectory() as folder, virtuoso_server(folder) as server:
        path = Path(folder) / "all.nq"
        path.write_bytes(_elsewhere(graph))
        # 512: N-Quads
        said = server.run(f"DB.DBA.TTLP(file_to_string_output('{path}'), '', 'x:', 512);")
        assert "Error" not in said, said
        yield server.place
