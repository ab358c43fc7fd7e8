"""The ``techfeod`` command, also as ``python -m techfeod_graph.cli``."""

from __future__ import annotations

import gc

__all__ = ["main"]


def main() -> None:
    """Run the command line, without collections that take longer than most answers."""
    gc.set_threshold(100_000)
    try:
        from .app import main as run

        run()
    finally:
        gc.freeze()  # all objects go with the process: Python need not search them for cycles


if __name__ == "__main__":
    main()
