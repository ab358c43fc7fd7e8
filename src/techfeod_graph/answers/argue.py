"""The argument for and against a claim, as a tree of reasons, objections and replies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from techfeod_graph.answers.links import Bearing, Links, inference, positions

if TYPE_CHECKING:
    from techfeod_graph.corpus import Corpus

__all__ = ["argument", "only_against"]


def argument(
    corpus: Corpus, claim: str, depth: int | None = None, links: Links | None = None
) -> dict[str, Any]:
    """The tree of what supports a claim and of what speaks against it, to a depth or to the end.

    A node is ``claim``, ``at``, ``positions``, ``reasons``, ``attacked_by``, ``qualified_by``,
    ``repeated`` and ``cut``. A reason is ``scheme``, ``at``, ``basis``, ``premises`` (nodes: all of
    them together are the reason) and ``undercut_by`` (nodes). A node under ``attacked_by``,
    ``qualified_by`` or ``undercut_by`` also has ``link``: the ``at`` and ``basis`` of its bearing.
    What answers an objection stands under the objection in the same way.

    ``repeated`` is true of a claim that the tree unfolds elsewhere (or that stands above itself),
    ``cut`` of one whose own argument lies deeper than ``depth`` levels: 0 is the claim alone.
    ``links`` are those of the corpus, given by who asks for many trees.
    """
    return _Tree(links or Links(corpus), depth).node(claim, 0, ())


class _Tree:
    def __init__(self, links: Links, depth: int | None) -> None:
        self.links = links
        self.depth = depth
        self.unfolded: dict[str, int] = {}

    def node(self, key: str, level: int, above: tuple[str, ...]) -> dict[str, Any]:
        claim = self.links.corpus.claims[key]
        found: dict[str, Any] = {
            "claim": key,
            "at": list(claim.at),
            "positions": positions(self.links.corpus, key),
            "reasons": [],
            "attacked_by": [],
            "qualified_by": [],
            "repeated": False,
            "cut": False,
        }
        if not self._has_more(key):
            return found
        if key in above or self.unfolded.get(key, level + 1) <= level:
            return found | {"repeated": True}
        if self.depth is not None and level >= self.depth:
            return found | {"cut": True}
        self.unfolded[key] = level
        return found | self._argument(key, level + 1, (*above, key))

    def _has_more(self, key: str) -> bool:
        links = self.links
        return bool(
            links.corpus.claims[key].because or links.attacked.get(key) or links.qualified.get(key)
        )

    def _argument(self, key: str, level: int, above: tuple[str, ...]) -> dict[str, Any]:
        links = self.links
        return {
            "reasons": [
                {
                    "scheme": reason.scheme,
                    "at": list(reason.at),
                    "basis": reason.basis,
                    "premises": [self.node(p, level, above) for p in reason.premises],
                    "undercut_by": self._bearing(
                        links.undercut.get(inference(key, reason.premises[0]), []), level, above
                    ),
                }
                for reason in links.corpus.claims[key].because
            ],
            "attacked_by": self._bearing(links.attacked.get(key, []), level, above),
            "qualified_by": self._bearing(links.qualified.get(key, []), level, above),
        }

    def _bearing(
        self, found: list[Bearing], level: int, above: tuple[str, ...]
    ) -> list[dict[str, Any]]:
        return [
            self.node(b.claim, level, above) | {"link": {"at": list(b.at), "basis": b.basis}}
            for b in found
        ]


def only_against(node: dict[str, Any]) -> dict[str, Any]:
    """The same tree with only the reasons that something speaks against, at any depth."""
    reasons = [
        reason | {"premises": [only_against(p) for p in reason["premises"] if _contested(p)]}
        for reason in node["reasons"]
        if reason["undercut_by"] or any(map(_contested, reason["premises"]))
    ]
    return node | {"reasons": reasons}


def _contested(node: dict[str, Any]) -> bool:
    if node["attacked_by"] or node["qualified_by"] or _opposed(node):
        return True
    return any(
        reason["undercut_by"] or any(map(_contested, reason["premises"]))
        for reason in node["reasons"]
    )


def _opposed(node: dict[str, Any]) -> bool:
    return any(held["side"] == "against" for held in node["positions"])
