"""The navigation that stands on every page; an entry appears when its page is there."""

from __future__ import annotations

from collections.abc import Container
from typing import Final, NamedTuple

__all__ = ["NAVIGATION", "Entry", "navigation"]


class Entry(NamedTuple):
    """An entry: its key in the texts (``nav-read``), its page, its group, whether it is on top."""

    key: str
    address: str
    group: str
    main: bool = False


#: In the order in which they are read.
NAVIGATION: Final = (
    Entry("start", "index", "text"),
    Entry("read", "read", "text", True),
    Entry("coverage", "coverage", "text"),
    Entry("discrepancies", "discrepancies", "text"),
    Entry("concepts", "concepts", "records", True),
    Entry("tree", "tree", "records"),
    Entry("claims", "claims", "records", True),
    Entry("agents", "agents", "records", True),
    Entry("works", "works", "records", True),
    Entry("references", "references", "records"),
    Entry("controversies", "controversies", "views", True),
    Entry("map", "map", "views", True),
    Entry("network", "network", "views"),
    Entry("timeline", "timeline", "views"),
    Entry("queries", "queries", "data", True),
    Entry("ontology", "ontology", "data"),
    Entry("downloads", "downloads", "data"),
    Entry("about", "about", "data"),
)


def navigation(addresses: Container[str]) -> list[Entry]:
    """The entries whose page is among these addresses."""
    return [entry for entry in NAVIGATION if entry.address in addresses]
