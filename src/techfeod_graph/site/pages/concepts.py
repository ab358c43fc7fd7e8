"""A page for every concept, the list in the order of the alphabet, and the tree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from techfeod_graph.answers.links import topics
from techfeod_graph.answers.summaries import concept_summary
from techfeod_graph.names import fold
from techfeod_graph.site.figures import concept_figure
from techfeod_graph.site.frame import Material, Page, Speech
from techfeod_graph.site.texts import both
from techfeod_graph.words import STANCES

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["concepts"]

#: Concepts named most often with a concept, at most so many.
NEIGHBOURS: Final = 14


def concepts(material: Material) -> Iterator[Page]:
    """The list, the tree, and the page of each concept."""
    yield Page("concepts", "pages/concepts.html.j2", both("nav-concepts"),
               {"letters": letters}, menu="concepts")  # fmt: skip
    yield Page("tree", "pages/tree.html.j2", both("nav-tree"), {"tree": _tree(material)},
               menu="concepts")  # fmt: skip
    together = _together(material)
    for key, record in material.records["concept"].items():
        summary = concept_summary(material.corpus, key)
        given = {
            "key": key,
            "record": record,
            "summary": summary,
            "figure": partial(_figure, key),
            "above": _above(material, key),
            "relations": _by_relation(key, record["relations"]),
            "holders": [(row["holder"], _by_stance(row["claims"])) for row in summary["holders"]],
            "together": together.get(key, Counter()).most_common(NEIGHBOURS),
            "places": _by_section(material, record["at"]),
        }
        yield Page(f"concept/{key}", "pages/concept.html.j2", material.labels["concept", key],
                   given, menu="concepts")  # fmt: skip


def _figure(key: str, speech: Speech) -> Markup | None:
    return concept_figure(speech.material.figures, key, speech.lang, speech.figure_link)


def letters(speech: Speech, kind: str) -> list[tuple[str, list[str]]]:
    """The records of a kind by the first letter of their label, in the order of the alphabet."""
    keys = sorted(speech.material.records[kind], key=lambda key: fold(speech.label(kind, key)))
    found: dict[str, list[str]] = {}
    for key in keys:
        first = fold(speech.label(kind, key))[:1].upper()
        found.setdefault(first if first.isalpha() else "0–9", []).append(key)
    return list(found.items())


def _tree(material: Material) -> list[tuple[str, list[Any]]]:
    """The hierarchy from its roots: a concept under each of its broader ones."""
    narrower: dict[str, list[str]] = {}
    for key, concept in material.corpus.concepts.items():
        for above in concept.broader or ("",):
            narrower.setdefault(above, []).append(key)

    def under(name: str) -> list[tuple[str, list[Any]]]:
        return [(key, under(key)) for key in narrower.get(name, [])]

    return sorted(under(""), key=lambda branch: (not branch[1], branch[0]))


def _above(material: Material, key: str) -> list[list[str]]:
    """The chains of broader concepts, from the widest down, one for each way up."""
    broader = material.corpus.concepts[key].broader
    return [[*chain, above] for above in broader for chain in (_above(material, above) or [[]])]


def _by_relation(key: str, rows: list[dict[str, Any]]) -> list[tuple[str, bool, list[Any]]]:
    """Relations by type and direction: the type, whether it leads from the concept, the rows."""
    found: dict[tuple[str, bool], list[Any]] = {}
    for row in rows:
        found.setdefault((row["relation"], row["subject"] == key), []).append(row)
    return [(name, out, own) for (name, out), own in sorted(found.items(), key=_first_out)]


def _first_out(item: tuple[tuple[str, bool], list[Any]]) -> tuple[bool, int, str]:
    (name, out), rows = item
    return (not out, -len(rows), name)


def _by_stance(rows: list[dict[str, Any]]) -> list[tuple[str, list[dict[str, Any]]]]:
    order = list(STANCES)
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["stance"], []).append(row)
    return sorted(found.items(), key=lambda item: order.index(item[0]))


def _together(material: Material) -> dict[str, Counter[str]]:
    """Concept to the concepts that claims name with it, and how many do."""
    found: dict[str, Counter[str]] = {}
    for claim in material.corpus.claims.values():
        own = [name for name in topics(claim) if name in material.corpus.concepts]
        for name in own:
            found.setdefault(name, Counter()).update(other for other in own if other != name)
    return found


def _by_section(material: Material, places: list[str]) -> list[tuple[str, list[str]]]:
    corpus = material.corpus
    found: dict[str, list[str]] = {}
    for place in sorted(places, key=corpus.order):
        found.setdefault(corpus.passages[place].section, []).append(place)
    return list(found.items())
