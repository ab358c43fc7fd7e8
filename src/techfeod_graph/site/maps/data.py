"""What the scripts of a map read: records and words that all maps share, and one map's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from techfeod_graph.corpus import Corpus
from techfeod_graph.site.maps.view import View
from techfeod_graph.site.network import drawing
from techfeod_graph.site.palette import KINDS, LINKS
from techfeod_graph.site.records import ranked
from techfeod_graph.site.strings import interface, typeset
from techfeod_graph.site.wording import TERMS
from techfeod_graph.vocabulary import ENTRY_TYPES, PREFIXES, RELATIONS, camel
from techfeod_graph.words import STANCES

__all__ = ["of_view", "shared"]


def shared(corpus: Corpus, records: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Records with ranks for addresses, marks and lines, words, and places of the essay."""
    source = corpus.source
    return {
        "records": ranked(records),
        "kinds": {name: {"table": k.table, "figure": k.figure} for name, k in KINDS.items()},
        "kindOrder": list(KINDS),
        "links": {name: link._asdict() for name, link in LINKS.items()},
        "linkOrder": list(LINKS),
        "terms": TERMS,
        "words": interface(corpus),
        "stanceOrder": list(STANCES),
        "author": source.author,
        "address": source.address,
        "version": source.version,
        "rdf": _rdf(source.base),
        "fragments": _fragments(corpus),
        "sections": {key: name.model_dump() for key, name in source.sections.items()},
        "section": {key: passage.section for key, passage in corpus.passages.items()},
        "order": list(corpus.passages),
    }


def of_view(view: View, records: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Places, lines and first state of one map; its own nodes follow the shared records."""
    rows = [*records, *view.extra]
    nodes, edges = drawing([row["key"] for row in rows], view.edges, view.spots)
    return {
        "view": {
            "name": view.name,
            "fr": {"title": typeset(view.title.fr), "about": typeset(view.about.fr)},
            "en": {"title": view.title.en, "about": view.about.en},
            "kinds": sorted(view.kinds),
            "hidden": sorted(view.hidden),
            "start": view.start,
            "hops": view.hops,
            "near": view.near,
            "regions": [
                {"fr": typeset(region.label.fr), "en": region.label.en, "key": region.key,
                 "x": region.x, "y": region.y, "w": region.width, "h": region.height}
                for region in view.regions
            ],
        },
        "extra": ranked(rows)[len(records) :],
        "nodes": {name: [node[name] for node in nodes] for name in ("id", "x", "y")},
        "edges": _columns(edges),
    }  # fmt: skip


def _columns(edges: list[Any]) -> dict[str, Any]:
    """The edges by column, with types as ranks: a third of the size; the rest by edge."""
    types = {name: rank for rank, name in enumerate(LINKS)}
    found: dict[str, Any] = {name: [edge[name] for edge in edges] for name in ("from", "to")}
    names = ("dashes", "claims", "stances", "at", "through")
    rest = {
        number: {name: edge[name] for name in names if name in edge}
        for number, edge in enumerate(edges)
    }
    more = {str(number): extra for number, extra in rest.items() if extra}
    return found | {"type": [types[edge["type"]] for edge in edges], "more": more}


def _fragments(corpus: Corpus) -> dict[str, str]:
    """Locator to text fragment, where the essay has an address to join it to."""
    if corpus.source.address is None:
        return {}
    return {key: p.fragment for key, p in corpus.passages.items() if p.fragment}


#: Types of link to the property that states them; the ends are swapped where it is the other way.
_PROPERTIES = {
    "broader": ("skos:broader", False),
    "supports": ("tf:supports", False),
    "attacks": ("tf:attacks", False),
    "undercuts": ("tf:attacks", False),
    "qualifies": ("tf:qualifies", False),
    "elaborates": ("tf:elaborates", False),
    "presupposes": ("dcterms:requires", False),
    "premise": ("aif:hasPremise", True),
    "conclusion": ("aif:hasConclusion", False),
    "conflicting": ("aif:hasConflictingElement", True),
    "conflicted": ("aif:hasConflictedElement", False),
    "possible": ("tf:possibleHolder", True),
    "about": ("dcterms:subject", False),
    "cites": ("cito:cites", True),
    "author": ("dcterms:creator", True),
    "member": ("foaf:member", True),
}


def _rdf(base: str) -> dict[str, Any]:
    """How the shown records and links are written in Turtle: as the compiled data states them."""
    purposes = {
        name: (f"cito:{camel(name)}", False)
        for name, link in LINKS.items()
        if link.section == "purposes"
    }
    relations = {name: (term, False) for name, term in RELATIONS.items()}
    classes = {"concept": "skos:Concept", "claim": "tf:Claim", "work": "fabio:Expression"}
    classes |= {"inference": "aif:RA-node", "conflict": "aif:CA-node", "section": "doco:Section"}
    used = ("aif", "cito", "dcterms", "doco", "fabio", "foaf", "rdfs", "skos", "tf", "xkos")
    return {
        "base": base,
        "prefixes": {name: PREFIXES[name] for name in used},
        "properties": _PROPERTIES | purposes | relations,
        "classes": classes | ENTRY_TYPES,
    }
