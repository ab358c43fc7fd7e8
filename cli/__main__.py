"""``python -m techfeod_graph.cli``: the same as the ``techfeod`` command."""

from .app import main

main()
