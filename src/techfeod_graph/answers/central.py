"""Which concepts and claims stand at the centre of the network, by measures that say what they are.

Computed with rustworkx. Of equal values, the order of the alphabet decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from techfeod_graph.answers.links import Links
from techfeod_graph.queries import claims_on, relations

if TYPE_CHECKING:
    import rustworkx

    from techfeod_graph.corpus import Corpus

__all__ = ["MEASURES", "central"]

#: Network to measure to what it means, in French and English.
MEASURES: dict[str, dict[str, tuple[str, str]]] = {
    "concepts": {
        "degree": (
            "nombre de concepts auxquels une relation tenue par quelqu’un le lie directement",
            "how many concepts a relation that somebody holds joins it to directly",
        ),
        "betweenness": (
            "part des plus courts chemins entre deux autres concepts qui passent par lui (0 à 1)",
            "share of the shortest ways between two other concepts that lead through it (0 to 1)",
        ),
        "pagerank": (
            "temps qu’une promenade au hasard le long des relations, sans égard à leur sens, passe "
            "sur lui (amortissement 0,85 ; la somme est 1)",
            "time that a random walk along the relations, whatever their direction, spends on it "
            "(damping 0.85; the sum is 1)",
        ),
        "claims": (
            "nombre d’affirmations qui portent sur lui",
            "how many claims are about it",
        ),
    },
    "claims": {
        "carries": (
            "nombre d’affirmations qui reposent sur elle, directement ou par d’autres",
            "how many claims rest on it, directly or through others",
        ),
        "rests": (
            "nombre d’affirmations sur lesquelles elle repose, directement ou par d’autres",
            "how many claims it rests on, directly or through others",
        ),
        "betweenness": (
            "part des plus courts chemins d’une raison à une conclusion qui passent par elle "
            "(0 à 1)",
            "share of the shortest ways from a reason to a conclusion that lead through it "
            "(0 to 1)",
        ),
        "pagerank": (
            "poids qui arrive à elle quand chaque raison donne le sien à ce qu’elle appuie "
            "(amortissement 0,85 ; la somme est 1)",
            "weight that reaches it when every reason gives its own to what it supports "
            "(damping 0.85; the sum is 1)",
        ),
    },
}


def central(corpus: Corpus, network: str = "concepts", by: str | None = None) -> dict[str, Any]:
    """Every concept or claim of the network with its measures, the highest ``by`` one first.

    ``network``: ``concepts`` (joined by the relations that somebody holds, the hierarchy left out)
    or ``claims`` (reasons lead to what they support). ``by``: a measure of :data:`MEASURES`, the
    first of the network when None. Gives ``network``, ``by``, ``nodes``, ``edges``, ``measures``
    (name to ``fr`` and ``en``: what it means) and ``rows`` (``id`` and a number for each measure;
    records without any edge are left out).

    :raises KeyError: for an unknown network or measure.
    """
    measures = MEASURES[network]
    chosen = by or next(iter(measures))
    found = corpus.kept(f"central-{network}", lambda: _measured(corpus, network), _MEASURED)
    return {
        "network": network,
        "by": chosen,
        "nodes": found["nodes"],
        "edges": found["edges"],
        "measures": {name: {"fr": fr, "en": en} for name, (fr, en) in measures.items()},
        "rows": sorted(found["rows"], key=lambda row: (-row[chosen], row["id"])),
    }


_MEASURED = ("nodes", "edges", "rows")


def _measured(corpus: Corpus, network: str) -> dict[str, Any]:
    edges = _concept_edges(corpus) if network == "concepts" else _claim_edges(corpus)
    nodes = sorted({node for edge in edges for node in edge})
    columns = (
        _concepts(corpus, nodes, edges) if network == "concepts" else _claims(corpus, nodes, edges)
    )
    measures = MEASURES[network]
    rows = [{"id": key} | {m: columns[m][i] for m in measures} for i, key in enumerate(nodes)]
    return {"nodes": len(nodes), "edges": len(edges), "rows": rows}


def _concept_edges(corpus: Corpus) -> list[tuple[str, str]]:
    pairs = {
        (min(r["subject"], r["object"]), max(r["subject"], r["object"]))
        for r in relations(corpus)
        if r["held_by"] and r["subject"] != r["object"]
    }
    return sorted(pairs)


def _claim_edges(corpus: Corpus) -> list[tuple[str, str]]:
    supports = Links(corpus).supports
    return sorted((premise, end) for premise, ends in supports.items() for end in ends)


def _concepts(corpus: Corpus, nodes: list[str], edges: list[tuple[str, str]]) -> dict[str, Any]:
    import rustworkx

    graph: rustworkx.PyGraph[str, None] = rustworkx.PyGraph()
    place = dict(zip(nodes, graph.add_nodes_from(nodes), strict=True))
    graph.add_edges_from([(place[a], place[b], None) for a, b in edges])
    both: rustworkx.PyDiGraph[str, None] = graph.to_directed()
    return {
        "degree": [graph.degree(i) for i in graph.node_indices()],
        "betweenness": _rounded(rustworkx.betweenness_centrality(graph)),
        "pagerank": _rounded(rustworkx.pagerank(both, tol=1e-12, max_iter=1000)),
        "claims": [len(claims_on(corpus, key)) for key in nodes],
    }


def _claims(corpus: Corpus, nodes: list[str], edges: list[tuple[str, str]]) -> dict[str, Any]:
    import rustworkx

    graph: rustworkx.PyDiGraph[str, None] = rustworkx.PyDiGraph()
    place = dict(zip(nodes, graph.add_nodes_from(nodes), strict=True))
    graph.add_edges_from([(place[a], place[b], None) for a, b in edges])
    links = Links(corpus)
    return {
        "carries": [len(links.conclusions(key)) for key in nodes],
        "rests": [len(links.grounds(key)) for key in nodes],
        "betweenness": _rounded(rustworkx.betweenness_centrality(graph)),
        "pagerank": _rounded(rustworkx.pagerank(graph, tol=1e-12, max_iter=1000)),
    }


def _rounded(values: Any) -> list[float]:
    """The values in the order of the nodes, to six places, so that builds agree."""
    return [round(values[i], 6) for i in range(len(values))]
