"""Answers as Turtle: the published triples of the records that an answer names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from techfeod_graph.corpus import Corpus

__all__ = ["triples"]

#: What the path of a claim opens, beside the claim itself: its positions, reasons, conflicts.
_OF_CLAIMS = ("position/{}/", "argument/{}.by.", "conflict/{}.vs.", "relation/{}/", "relation/{}.")


def triples(corpus: Corpus, paths: Iterable[str]) -> bytes:
    """All triples whose subject is one of the records, or a part of it, as Turtle.

    ``paths`` are addresses under the base: ``concept/mika``, ``claim/rente``. A claim brings its
    positions, reasons, conflicts and relations.
    """
    from techfeod_graph.rdf import FORMATS, compiled, to_quads, write

    whole = set(paths)
    claims = [path.partition("/")[2] for path in whole if path.startswith("claim/")]
    opened = tuple(form.format(claim) for claim in claims for form in _OF_CLAIMS)
    base = corpus.source.base
    wanted = (
        statement
        for statement in compiled(corpus)
        if statement.subject.partition("#")[0] in whole or statement.subject.startswith(opened)
    )
    found = {quad.triple for quad in to_quads(wanted, base)}
    ordered = sorted(found, key=lambda t: (str(t.subject), str(t.predicate), str(t.object)))
    return write(ordered, FORMATS["ttl"], base)
