"""Ways and neighbourhoods in the network of concepts, with the claims that each step rests on."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import networkx

from techfeod_graph.corpus import Corpus
from techfeod_graph.errors import TechfeodError
from techfeod_graph.queries import relations

__all__ = ["NoPath", "around", "concept_network", "path"]


#: What a step up or down the hierarchy costs, counted in relations that a claim states.
_HIERARCHY = 4


class NoPath(TechfeodError):
    """Two concepts that no chain of relations joins."""

    exit_code = 3


def concept_network(corpus: Corpus) -> networkx.MultiDiGraph[str]:
    """Concepts joined by the relations that somebody holds, and by the hierarchy.

    Each edge has ``relation``, ``claims`` (ids; none for the hierarchy), ``at`` (locators) and
    ``weight``: the hierarchy, which proves nothing, costs as much as four relations.
    """
    network: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    network.add_nodes_from(corpus.concepts)
    edges: dict[tuple[str, str, str], dict[str, list[str]]] = {}
    for found in relations(corpus):
        if found["held_by"]:
            triple = (found["subject"], found["relation"], found["object"])
            edge = edges.setdefault(triple, {"claims": [], "at": []})
            edge["claims"].append(found["claim"])
            edge["at"] += [locator for locator in found["at"] if locator not in edge["at"]]
    for key, concept in corpus.concepts.items():
        for broader in concept.broader:
            edges.setdefault((key, "broader", broader), {"claims": [], "at": []})
    for (subject, relation, target), edge in edges.items():
        weight = _HIERARCHY if relation == "broader" else 1
        network.add_edge(subject, target, key=relation, relation=relation, weight=weight, **edge)
    return network


def path(corpus: Corpus, start: str, end: str) -> list[dict[str, Any]]:
    """The shortest way between two concepts, as steps in reading order.

    Steps may be walked against their direction; each names subject, relation and object as stated.
    Of several ways of one length, the first by the ids of its concepts is given.

    :raises NoPath: when there is none.
    """
    network = concept_network(corpus)
    try:
        undirected = network.to_undirected(as_view=True)
        nodes = min(networkx.all_shortest_paths(undirected, start, end, weight="weight"))
    except networkx.NetworkXNoPath:
        raise NoPath(f"no chain of relations joins «{start}» and «{end}»") from None
    return [_step(network, a, b) for a, b in pairwise(nodes)]


def _step(network: networkx.MultiDiGraph[str], a: str, b: str) -> dict[str, Any]:
    """One edge between two neighbours: forward before backward, stated before hierarchical."""
    found = []
    for subject, target in ((a, b), (b, a)):
        for data in (network.get_edge_data(subject, target) or {}).values():
            found.append((data["relation"] == "broader", subject != a, subject, target, data))
    _, _, subject, target, data = min(found, key=lambda row: (row[0], row[1], row[4]["relation"]))
    return {"subject": subject, "relation": data["relation"], "object": target} | {
        "claims": data["claims"],
        "at": data["at"],
    }


def around(corpus: Corpus, centre: str, hops: int = 1) -> list[dict[str, Any]]:
    """Every relation between concepts at most ``hops`` steps from a concept, nearest first."""
    network = concept_network(corpus)
    undirected = network.to_undirected(as_view=True)
    distance = networkx.single_source_shortest_path_length(undirected, centre, cutoff=hops)
    rows = []
    for subject, target, data in network.edges(data=True):
        if subject in distance and target in distance:
            far = max(distance[subject], distance[target])
            row = {"subject": subject, "relation": data["relation"], "object": target}
            rows.append(row | {"claims": data["claims"], "at": data["at"], "distance": far})
    rows.sort(key=lambda row: (row["distance"], row["subject"], row["relation"], row["object"]))
    return rows
