"""A progress bar on standard error, for work of more than a second, when it is a terminal."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

__all__ = ["progress"]

#: How long work goes on before a bar appears, in seconds.
_PATIENCE = 1.0
Tell = Callable[[str, int, int], None]


@contextmanager
def progress(title: str) -> Iterator[Tell]:
    """What to call with the step that comes, how many are done and how many there are.

    Nothing is shown when standard error is no terminal. The bar goes when all is done.
    """
    if not sys.stderr.isatty():
        yield lambda _step, _done, _total: None
        return
    bar = _LateBar(title)
    try:
        yield bar.tell
    finally:
        bar.end()


class _LateBar:
    """A bar that work of less than a second never shows, nor loads what draws it for."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._told: tuple[str, int, int | None] = ("", 0, None)
        self._bar: Progress | None = None
        self._timer = threading.Timer(_PATIENCE, self._show)
        self._timer.daemon = True
        self._timer.start()

    def tell(self, step: str, done: int, total: int) -> None:
        self._told = step, done, total
        self._update()

    def _update(self) -> None:
        if self._bar is not None:
            step, done, total = self._told
            self._bar.update(self._bar.task_ids[0], total=total, completed=done, step=step)

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (
            TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
            TextColumn("{task.fields[step]}", markup=False),
        )  # fmt: skip
        bar = Progress(*columns, console=Console(stderr=True), transient=True)
        bar.add_task(self._title, total=None, step="")
        self._bar = bar
        self._update()
        bar.start()

    def end(self) -> None:
        self._timer.cancel()
        self._timer.join()
        if self._bar is not None:
            self._bar.stop()
