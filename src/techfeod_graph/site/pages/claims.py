"""A page for every claim, with its argument unfolded, and the list of all claims."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from techfeod_graph.answers.argue import argument
from techfeod_graph.site.figures import claim_figure
from techfeod_graph.site.frame import Material, Page, Speech
from techfeod_graph.site.records import backlinks
from techfeod_graph.site.texts import both

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["claims"]

#: Levels of the argument that a claim's page unfolds; what lies deeper is on the next page.
DEPTH: Final = 3
#: Links to and from a claim, by their name in its record and in ``backlinks``.
OUT: Final = ("attacks", "undercuts", "qualifies", "elaborates", "presupposes")
BACK: Final = ("supports", "elaboratesBy", "presupposesBy")


def claims(material: Material) -> Iterator[Page]:
    """The list of claims, then the page of each."""
    yield Page(
        "claims",
        "pages/claims.html.j2",
        both("nav-claims"),
        {"sections": _by_section(material)},
        scripts=("claims.js",),
        menu="claims",
    )
    order = material.claims_in_order
    back = backlinks(material.corpus)
    for rank, key in enumerate(order):
        given = {
            "key": key,
            "record": material.records["claim"][key],
            "tree": argument(material.corpus, key, DEPTH, material.links),
            "links": _links(material, key, back.get(key, {})),
            "figure": partial(_figure, key),
            "before": order[rank - 1] if rank else None,
            "after": order[rank + 1] if rank + 1 < len(order) else None,
        }
        yield Page(f"claim/{key}", "pages/claim.html.j2", material.labels["claim", key], given,
                   menu="claims")  # fmt: skip


def _figure(key: str, speech: Speech) -> Markup | None:
    return claim_figure(speech.material.figures, key, speech.lang, speech.figure_link)


def _links(material: Material, key: str, back: dict[str, Any]) -> list[tuple[str, list[Any]]]:
    """What else joins the claim to others: name of the link, and for each its claim and sentences.

    What stands in the tree, reasons, objections and qualifications, is not repeated.
    """
    record = material.records["claim"][key]
    found = [(name, record[name]) for name in OUT]
    found += [
        (name, [row | {"claim": row["claim"].partition("/")[2]} for row in back.get(name, [])])
        for name in BACK
    ]
    return [(name, rows) for name, rows in found if rows]


def _by_section(material: Material) -> list[tuple[str, list[str]]]:
    corpus = material.corpus

    def section(key: str) -> str:
        return corpus.passages[corpus.claims[key].at[0]].section

    return [(name, list(keys)) for name, keys in groupby(material.claims_in_order, section)]
