"""An engine in a process of its own, ended when a query takes too much, and started again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from queue import Empty, LifoQueue
from typing import Any, BinaryIO

from techfeod_graph.guard import QueryError, WrongForm
from techfeod_graph.serving.frames import read_frame, write_frame

__all__ = [
    "Answer",
    "Broken",
    "Busy",
    "Limits",
    "Pool",
    "Question",
    "TimedOut",
    "Worker",
    "take_pieces",
]

_PROGRAM = "from techfeod_graph.serving.worker import main; main()"
#: How long a new process may take to read the graph, in seconds.
_START = 120


class TimedOut(QueryError):
    """A query that was stopped because its time was over."""


class Broken(QueryError):
    """A query that took more memory than it may, or that the engine could not survive."""


class Busy(QueryError):
    """Every process is at work on other queries."""


@dataclass(frozen=True)
class Limits:
    """What one query may take: seconds, megabytes of memory, rows of its answer; None is no end."""

    seconds: float | None = 30
    megabytes: int | None = 1024
    rows: int | None = None


@dataclass(frozen=True)
class Question:
    """A query, the graphs that the protocol chose for it, and the format for each form of answer.

    ``table``: json, xml, csv, tsv, or rows (a JSON array of short names a line). ``graph``: a
    format of RDF. ``truth``: json, xml, rows.
    """

    query: str
    table: str | None = "json"
    graph: str | None = "ttl"
    truth: str | None = "json"
    default: Sequence[str] = ()
    named: Sequence[str] = ()


@dataclass
class Answer:
    """An answer on its way: its form is known, its pieces follow, ``end`` is filled at last.

    ``head``: form (table, graph, truth), format, and columns or truth. ``end``: rows, cut.
    """

    head: dict[str, Any]
    pieces: Iterator[bytes]
    end: dict[str, Any] = field(default_factory=dict)


def take_pieces(frames: Iterator[tuple[bytes, bytes]]) -> Answer:
    """The answer in a stream of frames.

    :raises QueryError: when the first says that there is none.
    """
    letter, content = next(frames)
    if letter == b"X":
        raise _fault(content)
    answer = Answer(json.loads(content), iter(()))
    answer.pieces = _pieces(frames, answer)
    return answer


def _fault(content: bytes) -> QueryError:
    told = json.loads(content)
    return (WrongForm if told["form"] else QueryError)(told["error"])


def _pieces(frames: Iterator[tuple[bytes, bytes]], answer: Answer) -> Iterator[bytes]:
    for letter, content in frames:
        if letter == b"D":
            yield content
        elif letter == b"X":
            raise _fault(content)
        else:
            answer.end.update(json.loads(content))
            return


class Worker:
    """One process. It starts at once and reads the graph; :meth:`ask` waits until it is ready."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._graph, self._base = b"", ""
        self._process: subprocess.Popen[bytes] | None = None
        self._ready = False
        self._start()

    def _start(self) -> None:
        quiet = None if os.environ.get("TECHFEOD_DEBUG") else subprocess.DEVNULL
        self._ready = False
        self._process = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=quiet,
            start_new_session=os.name == "posix",
        )  # fmt: skip

    def give(self, graph: bytes, base: str) -> None:
        """Give the process the graph, as N-Quads."""
        self._graph, self._base = graph, base
        settings = {"base": base, "megabytes": self.limits.megabytes}
        self._send(b"S", json.dumps(settings).encode())
        self._send(b"G", graph)

    def _send(self, letter: bytes, content: bytes) -> None:
        assert self._process is not None and self._process.stdin is not None
        try:
            write_frame(self._process.stdin, letter, content)
        except OSError:
            raise Broken("the process that answers queries ended before it began") from None

    def ask(self, question: Question, limits: Limits | None = None) -> Answer:
        """The answer to a query, whose pieces must be read to the end or :meth:`end` called.

        ``limits``: of time and rows for this query, instead of those of the process.

        :raises QueryError: when the query is not valid or not allowed.
        :raises TimedOut: here or while the pieces are read, when its time is over.
        :raises Broken: likewise, when the process ended.
        """
        limits = limits or self.limits
        if self._process is None or self._process.poll() is not None:
            self._start()
            self.give(self._graph, self._base)
        if not self._ready:
            next(self._frames(_START))
            self._ready = True
        asked = {**vars(question), "seconds": limits.seconds, "rows": limits.rows}
        self._send(b"Q", json.dumps(asked).encode())
        return take_pieces(self._frames(limits.seconds))

    def _frames(self, seconds: float | None) -> Generator[tuple[bytes, bytes], None, None]:
        """Frames until the last of an answer; the process is killed when the time is over."""
        process = self._process
        assert process is not None and process.stdout is not None
        late = threading.Event()

        def stop() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(seconds, stop) if seconds else None
        if timer:
            timer.daemon = True
            timer.start()
        letter = b""
        try:
            while letter not in (b"E", b"X", b"R"):
                letter, content = read_frame(process.stdout)
                yield letter, content
        except EOFError:
            self.end()
            raise self._failure(seconds if late.is_set() else None) from None
        finally:
            if timer:
                timer.cancel()
            if letter not in (b"E", b"X", b"R"):
                self.end()

    def _failure(self, late: float | None) -> QueryError:
        if late:
            return TimedOut(f"the query was stopped after {late:g} seconds")
        most = f"{self.limits.megabytes} megabytes" if self.limits.megabytes else "there is"
        return Broken(f"the query broke the engine: it needs more memory than {most}")

    def end(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            _close(stream)
        process.wait()


def _close(stream: BinaryIO | Any) -> None:
    try:
        stream.close()
    except OSError:  # what was on its way to a process that is gone
        return


class Pool:
    """Some workers on one graph, for many askers."""

    def __init__(self, graph: bytes, base: str, limits: Limits, size: int = 2) -> None:
        self._free: LifoQueue[Worker] = LifoQueue()
        self._all = [Worker(limits) for _ in range(size)]
        for worker in self._all:
            worker.give(graph, base)
            self._free.put(worker)

    @contextmanager
    def worker(self, patience: float | None) -> Iterator[Worker]:
        """A worker for one query, waited for as many seconds, or, with None, until one is free.

        :raises Busy: when none is free in time.
        """
        try:
            worker = self._free.get(timeout=patience)
        except Empty:
            raise Busy("all processes are at work on other queries: ask again") from None
        try:
            yield worker
        finally:
            self._free.put(worker)

    def end(self) -> None:
        """End all processes."""
        for worker in self._all:
            worker.end()
