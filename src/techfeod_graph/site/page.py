"""The map as one HTML file: data, scripts and style together, with nothing to fetch."""

from __future__ import annotations

from typing import Any, Final

from markupsafe import Markup

from techfeod_graph.corpus import Corpus
from techfeod_graph.errors import TechfeodError
from techfeod_graph.site.assets import embedded, policy, render, scripts, style, vis_network
from techfeod_graph.site.network import drawing
from techfeod_graph.site.palette import KINDS, LINKS
from techfeod_graph.site.records import entries, ranked
from techfeod_graph.site.strings import interface
from techfeod_graph.site.wording import TERMS
from techfeod_graph.words import STANCES

__all__ = ["map_page"]


#: Records above which one map is neither fast nor readable.
LIMIT: Final = 10_000


class TooLarge(TechfeodError):
    """The corpus has more records than one map can show."""


def map_page(corpus: Corpus) -> str:
    """The interactive map of a corpus as one HTML page that opens from a file, without a network.

    The same corpus gives the same bytes.

    :raises TooLarge: when it has more than ``LIMIT`` records.
    """
    if (count := sum(1 for _ in corpus.entries)) > LIMIT:
        raise TooLarge(
            f"{count} records are more than one map can show ({LIMIT}): "
            "export GraphML and open it in graph software"
        )
    words = interface(corpus)
    theme, *ours = scripts()
    run = [vis_network(), *ours]
    css = style()
    return render(
        "map.html.j2",
        {
            "policy": policy([theme, *run], css),
            "css": Markup(css),
            "theme": Markup(theme),
            "scripts": [Markup(code) for code in run],
            "data": embedded(_data(corpus) | {"words": words}),
            "t": words["fr"],
        },
    )


def _data(corpus: Corpus) -> dict[str, Any]:
    records = entries(corpus)
    nodes, edges = drawing(corpus, [record["key"] for record in records])
    source = corpus.source
    return {
        "records": ranked(records),
        "nodes": {name: [node[name] for node in nodes] for name in ("x", "y")},
        "edges": _columns(edges),
        "kinds": {name: {"table": k.table, "figure": k.figure} for name, k in KINDS.items()},
        "kindOrder": list(KINDS),
        "links": {name: link._asdict() for name, link in LINKS.items()},
        "linkOrder": list(LINKS),
        "terms": TERMS,
        "stanceOrder": list(STANCES),
        "author": source.author,
        "address": source.address,
        "fragments": _fragments(corpus),
        "sections": {key: name.model_dump() for key, name in source.sections.items()},
        "section": {key: passage.section for key, passage in corpus.passages.items()},
        "order": list(corpus.passages),
    }


def _columns(edges: list[Any]) -> dict[str, Any]:
    """The edges by column, with types as ranks: a third of the size; the rest by edge."""
    types = list(LINKS)
    found: dict[str, Any] = {name: [edge[name] for edge in edges] for name in ("from", "to")}
    rest = {
        number: {name: edge[name] for name in ("dashes", "claims", "stances") if name in edge}
        for number, edge in enumerate(edges)
    }
    more = {str(number): extra for number, extra in rest.items() if extra}
    return found | {"type": [types.index(edge["type"]) for edge in edges], "more": more}


def _fragments(corpus: Corpus) -> dict[str, str]:
    """Locator to text fragment, where the essay has an address to join it to."""
    if corpus.source.address is None:
        return {}
    return {key: p.fragment for key, p in corpus.passages.items() if p.fragment}
