"""Ways and neighbourhoods in the network of concepts, with the claims that each step rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from techfeod_graph.queries import relations
from techfeod_graph.ways import NoPath, Step, near, shortest

if TYPE_CHECKING:
    import networkx

    from techfeod_graph.corpus import Corpus

__all__ = ["NoPath", "around", "concept_network", "concept_steps", "path"]


#: What a step up or down the hierarchy costs, counted in relations that a claim states.
_HIERARCHY = 4


def concept_steps(corpus: Corpus) -> list[Step]:
    """The relations between concepts that somebody holds, and the hierarchy.

    The hierarchy, which proves nothing, costs as much as four relations.
    """
    proofs: dict[tuple[str, str, str], tuple[list[str], list[str]]] = {}
    for found in relations(corpus):
        if found["held_by"]:
            triple = (found["subject"], found["relation"], found["object"])
            claims, places = proofs.setdefault(triple, ([], []))
            claims.append(found["claim"])
            places += [locator for locator in found["at"] if locator not in places]
    steps = [Step(*triple, tuple(claims), tuple(at)) for triple, (claims, at) in proofs.items()]
    for key, concept in corpus.concepts.items():
        for broader in concept.broader:
            steps.append(Step(key, "broader", broader, weight=_HIERARCHY))
    return steps


def concept_network(corpus: Corpus) -> networkx.MultiDiGraph[str]:
    """Concepts joined by :func:`concept_steps`, as a network of networkx.

    Each edge has ``relation``, ``claims`` (ids; none for the hierarchy), ``at`` (locators) and
    ``weight``.
    """
    import networkx

    network: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    network.add_nodes_from(corpus.concepts)
    for step in concept_steps(corpus):
        network.add_edge(
            step.subject,
            step.object,
            key=step.relation,
            relation=step.relation,
            weight=step.weight,
            claims=list(step.claims),
            at=list(step.at),
        )
    return network


def path(corpus: Corpus, start: str, end: str) -> list[dict[str, Any]]:
    """The shortest way between two concepts, as steps in reading order.

    Steps may be walked against their direction; each names subject, relation and object as stated.
    Of several ways of one length, the first by the ids of its concepts is given.

    :raises NoPath: when there is none.
    """
    return [step.plain() for step in shortest(concept_steps(corpus), start, end)]


def around(corpus: Corpus, centre: str, hops: int = 1) -> list[dict[str, Any]]:
    """Every relation between concepts at most ``hops`` steps from a concept, nearest first."""
    found = near(concept_steps(corpus), centre, hops)
    return [step.plain() | {"distance": distance} for distance, step in found]
