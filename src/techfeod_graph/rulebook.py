"""Every rule that the data and its graph keep, by id; listed once and then kept in the cache."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from techfeod_graph.cache import Damaged, content_key, read_entry, write_entry

__all__ = ["rulebook"]


def rulebook() -> dict[str, str]:
    """Each rule by its id as one sentence: of reading, then of the graph, then of the data."""
    name = "shapes.ttl"
    folder = Path(import_module("techfeod_graph.ontology").__path__[0])
    key = content_key({name: (folder / name).read_bytes()})
    entry = read_entry(key, "rules")
    if entry is not None:
        try:
            return dict(entry.part("all"))
        except Damaged:
            pass
    made = _listed()
    write_entry(key, {"all": made}, "rules")
    return made


def _listed() -> dict[str, str]:
    from techfeod_graph.checks import sentences
    from techfeod_graph.conformance import sentences as shapes
    from techfeod_graph.loading import RULES

    return RULES | shapes() | sentences()
