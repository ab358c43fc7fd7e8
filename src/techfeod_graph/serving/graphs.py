"""The compiled graph taken apart into its named graphs."""

from __future__ import annotations

import pyoxigraph as ox

__all__ = ["by_graph"]


def by_graph(n_quads: bytes) -> dict[str, bytes]:
    """The IRI of each named graph to its triples as N-Triples, both sorted."""
    found: dict[str, list[str]] = {}
    for quad in ox.parse(n_quads, format=ox.RdfFormat.N_QUADS, lenient=True):
        found.setdefault(str(quad.graph_name.value), []).append(f"{quad.triple} .\n")
    return {name: "".join(sorted(lines)).encode() for name, lines in sorted(found.items())}
