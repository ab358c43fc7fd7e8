"""A progress bar on standard error, for work of more than a second, when it is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["progress"]


@contextmanager
def progress(title: str) -> Iterator[Callable[[str, int, int], None] | None]:
    """What to call with the step that comes, how many are done and how many there are.

    None, and nothing is shown, when standard error is no terminal. The bar goes when all is done.
    """
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
        TextColumn("{task.fields[step]}", markup=False),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=None, step="")

        def tell(step: str, done: int, total: int) -> None:
            bar.update(task, total=total, completed=done, step=step)

        yield tell
