"""Rules on the thesaurus: its hierarchy, and that every concept is spoken of."""

from __future__ import annotations

from collections.abc import Iterator

from techfeod_graph.checks.registry import Fault, whole_rule
from techfeod_graph.corpus import Corpus

__all__: list[str] = []


def _ancestors(corpus: Corpus, key: str) -> set[str]:
    found: set[str] = set()
    waiting = [key]
    while waiting:
        concept = corpus.concepts.get(waiting.pop())
        for broader in concept.broader if concept else ():
            if broader not in found:
                found.add(broader)
                waiting.append(broader)
    return found


@whole_rule
def broader_cycle(corpus: Corpus) -> Iterator[Fault]:
    """No concept is broader than itself."""
    for key in corpus.concepts:
        if key in _ancestors(corpus, key):
            yield (
                corpus.origins.place("concepts", key, "broader"),
                f"«{key}» is broader than itself",
                "remove one «broader» of the circle",
            )


@whole_rule
def broader_and_related(corpus: Corpus) -> Iterator[Fault]:
    """Two concepts in one line of the hierarchy are not also related (SKOS S27).

    part-of is itself a hierarchical relation and may repeat the hierarchy.
    """
    above = {key: _ancestors(corpus, key) for key in corpus.concepts}
    for key, claim in corpus.claims.items():
        for index, said in enumerate(claim.says):
            line = said.object in above.get(said.subject, ()) or said.subject in above.get(
                said.object, ()
            )
            if line and said.relation != "part-of":
                yield (
                    corpus.origins.place("claims", key, "says", index),
                    f"«{said.subject}» and «{said.object}» are in one line of the hierarchy",
                    "remove the relation, or the «broader» between them",
                )


@whole_rule
def orphan_concept(corpus: Corpus) -> Iterator[Fault]:
    """Every concept is spoken of by a claim, or gathers concepts that are."""
    used = {name for claim in corpus.claims.values() for name in claim.about}
    for claim in corpus.claims.values():
        used |= {name for said in claim.says for name in (said.subject, said.object)}
    for key in list(used):
        used |= _ancestors(corpus, key)
    for key in corpus.concepts:
        if key not in used:
            yield (
                corpus.origins.place("concepts", key),
                f"no claim speaks of «{key}»",
                "name it under «about» or «says» of a claim, or remove it",
            )
