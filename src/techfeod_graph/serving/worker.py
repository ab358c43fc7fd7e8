"""The process that evaluates queries: it holds the graph, and limits itself before it answers."""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from typing import Any

import pyoxigraph as ox

from techfeod_graph.guard import QueryError, WrongForm, bounded, chosen_graphs, explained
from techfeod_graph.serving.frames import read_frame, write_frame
from techfeod_graph.serving.writing import frames
from techfeod_graph.vocabulary import PREFIXES, contract

__all__ = ["main"]


class _Evaluator:
    def __init__(self, graph: bytes, base: str) -> None:
        self.base = base
        self.store = ox.Store()
        # we wrote these N-Quads; a check of every IRI in them would take as long as reading them
        self.store.bulk_load(graph, format=ox.RdfFormat.N_QUADS, lenient=True)
        self.graphs = {str(graph.value) for graph in self.store.named_graphs()}

    def run(self, asked: dict[str, Any]) -> Any:
        query = asked["query"]
        bounded(query)
        chosen = chosen_graphs(query, self.base, PREFIXES)
        default, named = asked["default"], asked["named"]
        self._known((*chosen, *default, *named))
        options: dict[str, Any] = {"use_default_graph_as_union": not (chosen or default or named)}
        if default or named:  # what the protocol chooses goes before what the query chooses
            options["default_graph"] = [ox.NamedNode(iri) for iri in default]
            options["named_graphs"] = [ox.NamedNode(iri) for iri in named]
        try:
            return self.store.query(query, base_iri=self.base, prefixes=PREFIXES, **options)
        except SyntaxError as error:
            raise QueryError(explained(str(error), query)) from None
        except (ValueError, OSError, RuntimeError) as error:
            raise QueryError(f"the query cannot be answered: {error}") from None

    def _known(self, graphs: tuple[str, ...]) -> None:
        for iri in graphs:
            if iri not in self.graphs:
                known = ", ".join(f"<{contract(g, self.base)}>" for g in sorted(self.graphs))
                raise QueryError(f"the data has no graph <{iri}>; its graphs are {known}")


#: Whether the system holds a process to the memory that it may ask for.
_HOLDS_MEMORY = sys.platform == "linux"
#: What ``ru_maxrss`` counts in, in bytes.
_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024
#: How often a process looks at its own memory while it answers, in seconds.
_LOOK = 0.05


def _limit(settings: dict[str, Any], at_work: threading.Event) -> None:
    """No more memory than agreed, no file, no connection, where the system can hold us to it."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; time and size are still held by the parent
        return
    most = (settings.get("megabytes") or 0) * 1024 * 1024
    if most and _HOLDS_MEMORY:
        with open("/proc/self/statm", encoding="ascii") as stream:  # noqa: PTH123 - no Path here
            own = int(stream.read().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (own + most, own + most))
    elif most:
        threading.Thread(target=_watch, args=(most, at_work), daemon=True).start()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))


def _watch(most: int, at_work: threading.Event) -> None:
    """End this process when its resident memory has grown by more than so many bytes."""
    from resource import RUSAGE_SELF, getrusage

    before = getrusage(RUSAGE_SELF).ru_maxrss
    while at_work.wait():
        if (getrusage(RUSAGE_SELF).ru_maxrss - before) * _PEAK_UNIT > most:
            os._exit(1)
        time.sleep(_LOOK)


def _limit_time(seconds: float) -> None:
    """Should the parent be gone, a query that never ends ends us."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime + 4 * seconds + 5)
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def main() -> None:
    """Answer queries until the parent is gone."""
    stream, out = sys.stdin.buffer, sys.stdout.buffer
    try:
        settings = json.loads(read_frame(stream)[1])
        evaluator = _Evaluator(read_frame(stream)[1], settings["base"])
        at_work = threading.Event()
        _limit(settings, at_work)
        write_frame(out, b"R", b"")
        while True:
            at_work.clear()
            asked = json.loads(read_frame(stream)[1])
            at_work.set()
            _limit_time(asked.get("seconds") or 86_400)
            try:
                for letter, content in frames(evaluator.run(asked), asked, evaluator.base):
                    write_frame(out, letter, content)
            except Exception as error:  # noqa: BLE001 - whatever it is, the next query is answered
                own = isinstance(error, QueryError)
                reason = str(error) if own else f"the engine failed: {type(error).__name__} {error}"
                told = {"error": reason, "form": isinstance(error, WrongForm)}
                write_frame(out, b"X", json.dumps(told).encode())
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        return
