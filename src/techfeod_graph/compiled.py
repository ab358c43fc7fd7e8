"""The compiled graph as N-Quads, kept in the cache: SPARQL need not compile the data anew."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from techfeod_graph.cache import Damaged, content_key, read_entry, write_entry
from techfeod_graph.index import contents

if TYPE_CHECKING:
    from techfeod_graph.corpus import Corpus

__all__ = ["n_quads"]

#: How many compiled graphs are kept; each has some megabytes.
_KEPT = 3


def n_quads(folder: Path | None, corpus: Corpus) -> bytes:
    """The compiled graph of a data folder with the vocabulary, in all its named graphs.

    Without a folder, that of a corpus made otherwise, which is not kept.
    """
    given = contents(folder) if folder else {}
    key = content_key(given | _ontology()) if given else ""
    entry = read_entry(key, "graph") if given else None
    if entry is not None:
        try:
            found: bytes = entry.part("n-quads")
        except Damaged:
            pass
        else:
            return found
    made = _compile(corpus)
    if given:
        write_entry(key, {"n-quads": made}, "graph", keep=_KEPT)
    return made


def _ontology() -> dict[str, bytes]:
    """The vocabulary and the rules, of which a compiled graph is made too."""
    root = files("techfeod_graph.ontology")
    names = [entry for entry in root.joinpath("rules").iterdir() if entry.name.endswith(".rq")]
    return {e.name: e.read_bytes() for e in (*names, root.joinpath("techfeod.ttl"))}


def _compile(corpus: Corpus) -> bytes:
    import pyoxigraph as ox

    from techfeod_graph.rdf import compiled, ontology_quads, to_quads

    base = corpus.source.base
    quads = [*to_quads(compiled(corpus), base), *ontology_quads(base)]
    return ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b""
