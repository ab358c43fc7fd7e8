"""A page for every person, group and organisation, and the list of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from techfeod_graph.answers.links import side, topics
from techfeod_graph.answers.summaries import agent_summary
from techfeod_graph.site.frame import Material, Page
from techfeod_graph.site.texts import both

__all__ = ["agents"]

#: Rows of the matrix of an agent's topics, at most.
TOPICS: Final = 20


def agents(material: Material) -> Iterator[Page]:
    """The list, then the page of each agent."""
    summaries = {key: agent_summary(material.corpus, key) for key in material.corpus.agents}
    yield Page("agents", "pages/agents.html.j2", both("nav-agents"), {"groups": _by_kind(material),
               "summaries": summaries}, menu="agents")  # fmt: skip
    possible = _possible(material)
    for key, record in material.records["agent"].items():
        given = {
            "key": key,
            "record": record,
            "summary": summaries[key],
            "parts_held": _parts(material, summaries[key]),
            "matrix": _matrix(material, record["positions"]),
            "possible": possible.get(key, []),
        }
        yield Page(f"agent/{key}", "pages/agent.html.j2", material.labels["agent", key], given,
                   menu="agents")  # fmt: skip


def _by_kind(material: Material) -> list[tuple[str, list[str]]]:
    """Agents by kind, those with the most positions first."""
    found: dict[str, list[str]] = {"person": [], "group": [], "organisation": []}
    for key, record in material.records["agent"].items():
        found[record["kind"]].append(key)
    rows = material.records["agent"]
    return [
        (kind, sorted(keys, key=lambda key: (-len(rows[key]["positions"]), key)))
        for kind, keys in found.items()
        if keys
    ]


def _parts(material: Material, summary: dict[str, Any]) -> list[tuple[str, list[Any]]]:
    """What the agent holds, concedes, rejects, leaves open: each by section of the essay."""
    found = []
    for name in ("holds", "concedes", "rejects", "asks"):
        sections: dict[str, list[Any]] = {}
        for row in summary[name]:
            place = material.corpus.passages[row["at"][0]].section
            sections.setdefault(place, []).append(row)
        if sections:
            found.append((name, list(sections.items())))
    return found


def _matrix(material: Material, positions: list[dict[str, Any]]) -> list[tuple[str, Any]]:
    """The concepts that an agent speaks of most, each with its positions for, against, open."""
    found: dict[str, Counter[str]] = {}
    for row in positions:
        for name in topics(material.corpus.claims[row["claim"]]):
            if name in material.corpus.concepts:
                found.setdefault(name, Counter())[side(row["stance"])] += 1
    ranked = sorted(found.items(), key=lambda item: (-item[1].total(), item[0]))
    return ranked[:TOPICS]


def _possible(material: Material) -> dict[str, list[str]]:
    """Agent to the claims that the text may also be read as the agent's."""
    found: dict[str, list[str]] = {}
    for key in material.claims_in_order:
        claim = material.corpus.claims[key]
        for holder in claim.ambiguous.holders if claim.ambiguous else ():
            found.setdefault(holder, []).append(key)
    return found
