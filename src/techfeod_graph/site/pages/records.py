"""A page for every concept, claim, agent and work."""

from __future__ import annotations

from collections.abc import Iterator

from techfeod_graph.site.frame import Material, Page

__all__ = ["record_pages"]


def record_pages(material: Material) -> Iterator[Page]:
    """The page of every record, at the path that it has in the data."""
    for kind, records in material.records.items():
        for key, record in records.items():
            yield Page(
                f"{kind}/{key}",
                f"pages/{kind}.html.j2",
                material.labels[kind, key],
                {"record": record, "key": key},
                menu=f"{kind}s",
            )
