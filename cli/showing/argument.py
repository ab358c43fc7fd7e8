"""The tree of reasons and objections for a reader."""

from __future__ import annotations

from typing import Any

from techfeod_graph.words import SCHEMES, STANCES

from ..printing.blocks import Node, Tree
from .page import Page

__all__ = ["argue"]


def argue(page: Page, tree: dict[str, Any]) -> None:
    """Write the whole argument for and against a claim."""
    page.add(Tree((_node(page, tree, "", ""),)))


def _node(page: Page, node: dict[str, Any], label: str, tone: str) -> Node:
    notes = [_who(page, node["positions"])]
    notes += [f"({page.word(w)})" for w in ("repeated", "cut") if node[w]]
    below = [_reason(page, reason) for reason in node["reasons"]]
    for part, word, own in (
        ("attacked_by", "objection", "against"),
        ("qualified_by", "qualification", "qualifies"),
    ):
        below += [
            _node(page, n, f"{page.word(word)} ({_link(page, n['link'])})", own) for n in node[part]
        ]
    text = page.text(node["claim"])
    return Node(text, label, tuple(notes), node["claim"], tone, tuple(below))


def _reason(page: Page, reason: dict[str, Any]) -> Node:
    """A reason of one premise is the premise itself; linked premises stand under their reason."""
    told = [_link(page, reason)]
    if reason["scheme"]:
        told.append(page.say(SCHEMES, reason["scheme"]))
    label = f"{page.word('because of')} ({', '.join(told)})"
    cuts = [
        _node(page, n, f"{page.word('undercut')} ({_link(page, n['link'])})", "against")
        for n in reason["undercut_by"]
    ]
    if len(reason["premises"]) == 1:
        only = _node(page, reason["premises"][0], label, "because")
        return Node(only.text, only.label, only.notes, only.aside, only.tone, (*only.below, *cuts))
    premises = [_node(page, premise, "•", "because") for premise in reason["premises"]]
    return Node("", label, (), "", "because", (*premises, *cuts))


def _link(page: Page, link: dict[str, Any]) -> str:
    return f"{', '.join(link['at'])}, {page.word(link['basis'])}"


def _who(page: Page, positions: list[dict[str, Any]]) -> str:
    """The positions on a claim in one line; the essay's author, who reports all, goes unsaid."""
    told = []
    for held in positions:
        chain = ", ".join(map(page.label, held["reported_by"][:-1]))
        tail = f" ({page.word('reported by')} {chain})" if chain else ""
        told.append(f"{page.label(held['holder'])} {page.say(STANCES, held['stance'])}{tail}")
    at = dict.fromkeys(place for held in positions for place in held["at"])
    return f"{', '.join(dict.fromkeys(told))} · {', '.join(at)}"
