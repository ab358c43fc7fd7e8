"""The compiled graph against its shapes: the last step of a check, by the embedded engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from techfeod_graph.corpus import Corpus
from techfeod_graph.engine import Engine
from techfeod_graph.errors import Place, Problem
from techfeod_graph.graph import pointer_key
from techfeod_graph.shapes import Constraint, constraints

__all__ = ["breaches", "nonconformities", "place_of", "sentences"]

_RECORDS = {
    "concept": "concepts",
    "claim": "claims",
    "agent": "agents",
    "work": "works",
    "discrepancy": "discrepancies",
}
_LINK_KEYS = {"argument": ".by.", "conflict": ".vs.", "relation": "."}


def breaches(ask: Callable[[str], Iterable[str]]) -> Iterator[tuple[Constraint, str]]:
    """Every constraint that is broken, with each node that breaks it.

    ``ask`` answers a SELECT query with the values of its first variable.
    """
    for constraint in constraints():
        for node in sorted(ask(constraint.query)):
            yield constraint, node


def nonconformities(corpus: Corpus) -> list[Problem]:
    """Where the graph of a corpus breaks its shapes, as faults at the records they lead back to.

    The corpus must be whole and keep every rule on the data; a fault found here is one that only
    shows once the rules of the graph have been applied.
    """
    engine = Engine(corpus)
    found = breaches(lambda query: (row[0] or "" for row in engine.ask(query).rows))
    return sorted(
        Problem(
            place_of(corpus, node),
            constraint.id,
            f"«{node}» does not conform: {constraint.message['en']}",
            constraint.remedy["en"],
        )
        for constraint, node in found
    )


def sentences() -> dict[str, str]:
    """Each constraint by its id, as the sentence that states it in English."""
    return {constraint.id: constraint.message["en"] for constraint in constraints()}


def place_of(corpus: Corpus, node: str) -> Place:
    """The place in the files of the record that a node of the graph was made from."""
    kind, _, rest = node.partition("/")
    rest = rest.partition("#")[0]
    if kind in _RECORDS:
        return corpus.origins.place(_RECORDS[kind], rest)
    if kind == "position":
        return _position(corpus, *rest.split("/")[:2])
    if kind in _LINK_KEYS:
        name = rest.partition("/")[0] if kind == "relation" and "/" in rest else rest
        return corpus.origins.place("claims", name.partition(_LINK_KEYS[kind])[0])
    if kind == "essay" and rest:
        return corpus.origins.place("passages", rest)
    if kind == "cite":
        for number, pointer in enumerate(corpus.pointers):
            if pointer_key(pointer.at, pointer.as_, pointer.to) == node:
                return corpus.origins.place("citations", str(number))
    path = ("sections", rest) if kind == "section" else ()
    return corpus.origins.place("source", "", *path, at_key=True)


def _position(corpus: Corpus, claim: str, held: str) -> Place:
    """The entry of ``who`` that a position comes from; the claim itself where it has none."""
    record = corpus.claims.get(claim)
    for index, own in enumerate(record.who if record else ()):
        if f"{own.holder}.{own.stance}" == held:
            return corpus.origins.place("claims", claim, "who", index)
    return corpus.origins.place("claims", claim)
