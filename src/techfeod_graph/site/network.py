"""Nodes and edges of the map, built with pyvis; the only module that imports it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Final

from techfeod_graph.corpus import Corpus
from techfeod_graph.model import Claim
from techfeod_graph.queries import relations
from techfeod_graph.site.layout import Box, Spot, place
from techfeod_graph.terms import AGAINST, FOR

__all__ = ["CUT", "PYVIS", "Edge", "concept_links", "drawing", "links", "spread"]

#: Characters after which a label on the map is cut.
CUT: Final = 32
#: Nodes above which pyvis is not asked to make them.
PYVIS: Final = 2_000
_SYMMETRIC: Final = frozenset({"opposed-to", "differs-from"})


@dataclass(frozen=True)
class Edge:
    """A line of the map: ``basis`` is inferred when no claim states it; stances of a position.

    ``at`` are the sentences of a reference, ``through`` the inference that an undercut weakens.
    """

    source: str
    type: str
    target: str
    basis: str = "stated"
    claims: tuple[str, ...] = ()
    stances: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    through: str = ""


def links(corpus: Corpus) -> list[Edge]:
    """Every link between records whose two ends are known, once, in the order of its parts."""
    known = {f"{kind[:-1]}/{key}" for kind, key, _ in corpus.entries}
    found = [*_between_concepts(corpus), *_between_records(corpus)]
    for claim in corpus.claims.values():
        found += _of_claim(corpus, claim)
    whole = [e for e in _merged(found) if {e.source, e.target} <= known and e.source != e.target]
    return sorted(whole, key=lambda edge: (edge.source, edge.type, edge.target))


def concept_links(corpus: Corpus) -> list[Edge]:
    """Every relation between two concepts that somebody holds, and every broader concept."""
    return list(_merged(_between_concepts(corpus)))


def _merged(found: Iterable[Edge]) -> Iterator[Edge]:
    """One edge for each source, type and target, with all that the several say."""
    groups: dict[tuple[str, str, str], list[Edge]] = {}
    for edge in found:
        groups.setdefault((edge.source, edge.type, edge.target), []).append(edge)
    for (source, type_, target), edges in groups.items():
        yield Edge(
            source,
            type_,
            target,
            "stated" if any(edge.basis == "stated" for edge in edges) else "inferred",
            tuple(dict.fromkeys(claim for edge in edges for claim in edge.claims)),
            tuple(dict.fromkeys(stance for edge in edges for stance in edge.stances)),
            tuple(dict.fromkeys(place for edge in edges for place in edge.at)),
            edges[0].through,
        )


def _between_concepts(corpus: Corpus) -> Iterator[Edge]:
    for row in relations(corpus):
        if row["held_by"]:
            ends = [f"concept/{row['subject']}", f"concept/{row['object']}"]
            if row["relation"] in _SYMMETRIC:
                ends.sort()
            yield Edge(ends[0], row["relation"], ends[1], row["basis"], (f"claim/{row['claim']}",))
    for key, concept in corpus.concepts.items():
        for broader in concept.broader:
            yield Edge(f"concept/{key}", "broader", f"concept/{broader}")


def _between_records(corpus: Corpus) -> Iterator[Edge]:
    for key, agent in corpus.agents.items():
        for member in agent.members:
            yield Edge(f"agent/{member}", "member", f"agent/{key}")
    for key, work in corpus.works.items():
        for creator in work.custom.creators:
            yield Edge(f"agent/{creator}", "author", f"work/{key}")


def _of_claim(corpus: Corpus, claim: Claim) -> Iterator[Edge]:
    own = f"claim/{claim.id}"
    for name in (*claim.about, *(n for said in claim.says for n in (said.subject, said.object))):
        for table in ("concept", "agent", "work"):
            yield Edge(own, "about", f"{table}/{name}")
    for work in claim.cites:
        yield Edge(f"work/{work}", "cites", own)
    for position in corpus.positions(claim):
        polarity = _polarity(position.stance)
        yield Edge(f"agent/{position.holder}", polarity, own, stances=(position.stance,))
    holders = {position.holder for position in corpus.positions(claim)}
    for holder in claim.ambiguous.holders if claim.ambiguous else ():
        if holder not in holders:
            yield Edge(f"agent/{holder}", "possible", own, "inferred")
    yield from _argument(claim, own)


def _argument(claim: Claim, own: str) -> Iterator[Edge]:
    for reason in claim.because:
        for premise in reason.premises:
            yield Edge(f"claim/{premise}", "supports", own, reason.basis)
    for cut in claim.undercuts:
        through = f"argument/{cut.claim}.by.{cut.by}"
        yield Edge(own, "undercuts", f"claim/{cut.claim}", cut.basis, through=through)
    for name in ("attacks", "qualifies", "elaborates", "presupposes"):
        for link in getattr(claim, name):
            yield Edge(own, name, f"claim/{link.claim}", link.basis)


def _polarity(stance: str) -> str:
    if stance in FOR:
        return "for"
    return "against" if stance in AGAINST else "open"


def drawing(
    keys: Sequence[str], edges: Sequence[Edge], spots: Mapping[str, Spot]
) -> tuple[list[Any], list[Any]]:
    """Nodes and edges as vis-network reads them; a node's id is the rank of its record in ``keys``.

    Records without a place in ``spots`` are left out. pyvis makes them, save above ``PYVIS``
    nodes: it looks each new node up in a list, and its time grows with the square.
    """
    rank = {key: number for number, key in enumerate(keys)}
    places = [(rank[key], *spots[key]) for key in keys if key in spots]
    lines = [(rank[edge.source], rank[edge.target], _extra(edge, rank)) for edge in edges]
    if len(places) > PYVIS:
        nodes = [{"id": node, "x": x, "y": y} for node, x, y in places]
        return nodes, [{"from": a, "to": b} | more for a, b, more in lines]
    from pyvis.network import Network

    network = Network(directed=True)
    for node, x, y in places:
        network.add_node(node, label=str(node), shape="custom", x=x, y=y)
    for source, target, more in lines:
        network.add_edge(source, target, **more)
    made, drawn, *_ = network.get_network_data()
    return [{name: node[name] for name in ("id", "x", "y")} for node in made], list(drawn)


def spread(corpus: Corpus, keys: Sequence[str], edges: Sequence[Edge]) -> dict[str, Spot]:
    """Places on the map of all records: concepts by their links, the others around them.

    The concepts must come first in ``keys``.
    """
    rank = {key: number for number, key in enumerate(keys)}
    core = sum(key.startswith("concept/") for key in keys)
    pulls = dict.fromkeys(_together(corpus), 0.25)
    pulls |= dict.fromkeys(((edge.source, edge.target) for edge in edges), 1.0)
    pairs = {(rank[a], rank[b]): weight for (a, b), weight in pulls.items()}
    spots = place([_box(corpus, key) for key in keys], pairs, core)
    return dict(zip(keys, spots, strict=True))


def _together(corpus: Corpus) -> Iterator[tuple[str, str]]:
    """Concepts that one claim is about: they stand near each other, though no line joins them."""
    for _, claim in sorted(corpus.claims.items()):
        said = (name for said in claim.says for name in (said.subject, said.object))
        topics = sorted({name for name in (*claim.about, *said) if name in corpus.concepts})
        yield from ((f"concept/{a}", f"concept/{b}") for a, b in combinations(topics, 2))


def _extra(edge: Edge, rank: dict[str, int]) -> dict[str, Any]:
    found: dict[str, Any] = {"type": edge.type}
    if edge.basis == "inferred":
        found["dashes"] = True
    if edge.claims:
        found["claims"] = [rank[claim] for claim in edge.claims]
    if edge.stances:
        found["stances"] = list(edge.stances)
    if edge.at:
        found["at"] = list(edge.at)
    if edge.through:
        found["through"] = edge.through
    return found


def _box(corpus: Corpus, key: str) -> Box:
    """The room a node needs: a concept's label at its natural size, the mark alone of others."""
    table, _, name = key.partition("/")
    if table != "concept":
        return Box(26, 26) if table == "claim" else Box(40, 34)
    labels = corpus.concepts[name].labels
    letters = min(max(len(labels.fr), len(labels.en)), CUT)
    return Box(6.4 * letters + 30, 34)
