"""The maps: all concepts, claims by section and by holder, the argument, the citations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from techfeod_graph.corpus import Corpus
from techfeod_graph.site.layout import Box, Spot, place
from techfeod_graph.site.maps.argument import lines as argument_lines
from techfeod_graph.site.maps.argument import liveliest
from techfeod_graph.site.maps.argument import nodes as argument_nodes
from techfeod_graph.site.maps.blocks import blocks
from techfeod_graph.site.maps.citations import lines as citation_lines
from techfeod_graph.site.maps.citations import sections
from techfeod_graph.site.maps.texts import ABOUT, TITLES
from techfeod_graph.site.maps.view import View
from techfeod_graph.site.network import Edge, links, spread
from techfeod_graph.site.palette import KINDS, LINKS

__all__ = ["concepts", "views"]

_CONCEPTS = frozenset(name for name, kind in KINDS.items() if kind.table == "concept")
_AGENTS = frozenset(name for name, kind in KINDS.items() if kind.table == "agent")


def views(corpus: Corpus, keys: Sequence[str]) -> Iterator[View]:
    """Every map of a corpus; ``keys`` are the addresses of its records, concepts first."""
    edges = links(corpus)
    yield concepts(corpus, keys, edges)
    yield _by_section(corpus, edges)
    yield _by_holder(corpus, edges)
    yield _argument(corpus, edges)
    yield _citations(corpus, edges)


def concepts(corpus: Corpus, keys: Sequence[str], edges: Sequence[Edge]) -> View:
    """All records, at first the concepts alone."""
    spots = spread(corpus, keys, edges)
    return View("concepts", "map", TITLES["concepts"], ABOUT["concepts"], spots, edges, _CONCEPTS)


def _among(edges: Sequence[Edge], spots: Any) -> list[Edge]:
    return [edge for edge in edges if edge.source in spots and edge.target in spots]


def _by_section(corpus: Corpus, edges: Sequence[Edge]) -> View:
    """The claims in the order of the essay, in a block for each section."""
    groups: dict[str, list[str]] = {key: [] for key in corpus.source.sections}
    for key, claim in _in_order(corpus):
        groups[corpus.passages[claim.at[0]].section].append(f"claim/{key}")
    named = [
        (f"section/{key}", corpus.source.sections[key], group) for key, group in groups.items()
    ]
    spots, regions = blocks(named)
    return View(
        "sections", "map/sections", TITLES["sections"], ABOUT["sections"], spots,
        _among(edges, spots), frozenset({"claim"}),
        frozenset({"elaborates", "presupposes"}), regions=regions,
    )  # fmt: skip


def _by_holder(corpus: Corpus, edges: Sequence[Edge]) -> View:
    """The claims in a block for each holder, under the holder's mark; most claims first."""
    groups: dict[str, list[str]] = {}
    for key, claim in _in_order(corpus):
        holder = corpus.positions(claim)[0].holder
        groups.setdefault(holder, []).append(f"claim/{key}")
    ranked = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    named = [
        (f"agent/{holder}", corpus.agents[holder].name, [f"agent/{holder}", *group])
        for holder, group in ranked
    ]
    spots, regions = blocks(named)
    hidden = frozenset(
        {"for", "about", "open", "possible", "supports", "elaborates", "presupposes"}
    )
    return View(
        "holders", "map/holders", TITLES["holders"], ABOUT["holders"], spots,
        _among(edges, spots), frozenset({"claim"}) | _AGENTS, hidden, regions=regions,
    )  # fmt: skip


def _in_order(corpus: Corpus) -> list[tuple[str, Any]]:
    """The claims in the order of their first sentence."""
    return sorted(corpus.claims.items(), key=lambda item: (corpus.order(item[1].at[0]), item[0]))


def _argument(corpus: Corpus, edges: Sequence[Edge]) -> View:
    """The claims that reasons or objections join, with inferences and conflicts as nodes."""
    extra = argument_nodes(corpus)
    lines = [*argument_lines(corpus), *(e for e in edges if e.type in _THREADS)]
    spots = _sprung(sorted({end for edge in lines for end in (edge.source, edge.target)}), lines)
    return View(
        "argument", "map/argument", TITLES["argument"], ABOUT["argument"], spots, lines,
        frozenset({"claim", "inference", "conflict"}), frozenset({"elaborates", "presupposes"}),
        extra, start=liveliest(corpus), hops=1, near="layers",
    )  # fmt: skip


_THREADS = ("qualifies", "elaborates", "presupposes")


def _citations(corpus: Corpus, edges: Sequence[Edge]) -> View:
    """Sections of the essay, the works they point to and why, and the authors of the works."""
    extra = sections(corpus)
    joined = [edge for edge in edges if edge.type in ("author", "member")]
    works = {f"work/{key}" for key in corpus.works}
    authors = {edge.source for edge in joined if edge.type == "author"}
    keys = sorted(works | authors | {row["key"] for row in extra})
    lines = _among([*citation_lines(corpus), *joined], set(keys))
    return View(
        "network", "network", TITLES["network"], ABOUT["network"], _sprung(keys, lines, 190),
        lines, frozenset({"section", "work"}) | _AGENTS, extra=extra,
    )  # fmt: skip


def _sprung(keys: Sequence[str], edges: Sequence[Edge], width: float = 40) -> dict[str, Spot]:
    """Places by springs alone; an inference stands close to what it joins."""
    rank = {key: number for number, key in enumerate(keys)}
    pairs = {}
    for edge in edges:
        strong = LINKS[edge.type].section in ("inferences", "purposes", "records")
        pairs[rank[edge.source], rank[edge.target]] = 1.0 if strong else 0.3
    boxes = [Box(width, 34) if key[:9] != "argument/" else Box(26, 26) for key in keys]
    return dict(zip(keys, place(boxes, pairs, len(keys)), strict=True))
