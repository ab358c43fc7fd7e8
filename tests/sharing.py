"""What one process of a run makes for all of them: a folder, filled by the first that asks."""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest  # noqa: TC002 - its types are read at run time


def shared(folders: pytest.TempPathFactory, name: str, fill: Callable[[Path], object]) -> Path:
    """A folder of this run by its name; others wait until it is whole, and nobody changes it."""
    root = folders.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        root = root.parent
    place = root / f"shared-{name}"
    with (root / f"shared-{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not place.is_dir():
            unfinished = Path(tempfile.mkdtemp(dir=root))
            fill(unfinished)
            unfinished.rename(place)
    return place
