"""The lists of records: concepts, claims, agents and works."""

from __future__ import annotations

from collections.abc import Iterator

from techfeod_graph.site.frame import Material, Page
from techfeod_graph.site.texts import both

__all__ = ["indexes"]


def indexes(material: Material) -> Iterator[Page]:
    """A page for each kind of record."""
    for kind in material.records:
        name = f"{kind}s"
        yield Page(name, "pages/index.html.j2", both(f"nav-{name}"), {"kind": kind}, menu=name)
