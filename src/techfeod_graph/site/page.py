"""The map as one HTML file: data, scripts and style together, with nothing to fetch."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from techfeod_graph.corpus import Corpus
from techfeod_graph.errors import TechfeodError
from techfeod_graph.site.assets import embedded, policy, render, scripts, style, vis_network
from techfeod_graph.site.maps import concepts, of_view, shared
from techfeod_graph.site.network import links
from techfeod_graph.site.records import entries

__all__ = ["LIMIT", "TooLarge", "map_page"]


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
    records = entries(corpus)
    data = shared(corpus, records)
    data |= of_view(concepts(corpus, [row["key"] for row in records], links(corpus)), records)
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
            "data": embedded(data),
            "t": data["words"]["fr"],
        },
    )
