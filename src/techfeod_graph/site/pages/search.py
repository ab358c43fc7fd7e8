"""The index of the search: every record with its labels and variants, as a script to be loaded."""

from __future__ import annotations

import json
from collections.abc import Iterator

from techfeod_graph.site.frame import Asset, Material
from techfeod_graph.site.strings import typeset

__all__ = ["search_index"]

#: The kinds in the order that the script numbers them.
KINDS = ("concept", "agent", "work", "claim")


def search_index(material: Material) -> Iterator[Asset]:
    """A list of kind (as a number), id, French label, English label, other forms or sentences."""
    rows = []
    for kind in KINDS:
        table = getattr(material.corpus, f"{kind}s")
        for key, entry in sorted(table.items()):
            name = material.labels[kind, key]
            forms: list[str] = []
            if kind == "claim":
                forms = list(entry.at)
            else:
                forms = list(dict.fromkeys((*entry.variants.fr, *entry.variants.en)))
            rows.append([KINDS.index(kind), key, typeset(name.fr), name.en, forms])
    text = json.dumps(rows, ensure_ascii=True, separators=(",", ":"))
    yield Asset("assets/index.js", f"window.techfeodIndex={text};\n".encode())
