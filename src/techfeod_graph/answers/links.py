"""How the claims of a corpus bear on one another, read in both directions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from techfeod_graph.terms import AGAINST, FOR

if TYPE_CHECKING:
    from techfeod_graph.corpus import Corpus, Position
    from techfeod_graph.model import Claim

__all__ = ["Links", "by_place", "inference", "position", "positions", "side", "topics", "voices"]


def side(stance: str) -> str:
    """The polarity of a stance: ``for``, ``against`` or ``open``."""
    return "for" if stance in FOR else "against" if stance in AGAINST else "open"


def position(held: Position) -> dict[str, Any]:
    """A position as plain data: ``holder``, ``stance``, ``side``, ``reported_by``, ``at``."""
    return {
        "holder": held.holder,
        "stance": held.stance,
        "side": side(held.stance),
        "reported_by": list(held.reported_by),
        "at": list(held.at),
    }


def positions(corpus: Corpus, key: str) -> list[dict[str, Any]]:
    """Every position on a claim, as plain data."""
    return [position(held) for held in corpus.positions(corpus.claims[key])]


def inference(conclusion: str, premise: str) -> str:
    """The name of an inference: its conclusion and its first premise."""
    return f"{conclusion}.by.{premise}"


def topics(claim: Claim) -> list[str]:
    """What a claim is about: concepts, agents and works, each once."""
    said = [name for relation in claim.says for name in (relation.subject, relation.object)]
    return list(dict.fromkeys([*claim.about, *said]))


def by_place(corpus: Corpus, keys: Iterable[str]) -> list[str]:
    """Claims in the order of the essay, each once."""
    ranks = corpus.ranks
    return sorted(dict.fromkeys(keys), key=lambda key: (ranks[key], key))


class Bearing(NamedTuple):
    """A claim that bears on another, with the sentences and the basis of the link."""

    claim: str
    at: tuple[str, ...]
    basis: str

    def plain(self) -> dict[str, Any]:
        """The same as plain data: ``claim``, ``at``, ``basis``."""
        return {"claim": self.claim, "at": list(self.at), "basis": self.basis}


class Links:
    """The links of all claims, by the claim they point to.

    ``attacked``, ``qualified``, ``elaborated``, ``presupposed``: target to :class:`Bearing`.
    ``undercut``: an inference (see :func:`inference`) to :class:`Bearing`.
    ``supports``: a premise to the conclusions it is a reason for. All in the order of the essay.
    """

    def __init__(self, corpus: Corpus, target: str | None = None) -> None:
        """The links between all claims, or those that point to one."""
        self.corpus = corpus
        if target is None:
            tables = corpus.kept("links", lambda: _tables(corpus, corpus.incoming), _TABLES)
        else:
            tables = _tables(corpus, {target: corpus.incoming.get(target, {})})
        self.supports: dict[str, list[str]] = tables["supports"]
        self.attacked = _bearings(tables["attacked"])
        self.undercut = _bearings(tables["undercut"])
        self.qualified = _bearings(tables["qualified"])
        self.elaborated = _bearings(tables["elaborated"])
        self.presupposed = _bearings(tables["presupposed"])

    def inferences(self, conclusion: str) -> list[str]:
        """The inferences to a claim, by name."""
        reasons = self.corpus.claims[conclusion].because
        return [inference(conclusion, reason.premises[0]) for reason in reasons]

    def undercuts_of(self, conclusion: str) -> list[dict[str, Any]]:
        """The undercuts of an inference: ``claim``, ``by`` (first premise), ``at``, ``basis``."""
        return [
            {"by": name.partition(".by.")[2]} | bearing.plain()
            for name in self.inferences(conclusion)
            for bearing in self.undercut.get(name, ())
        ]

    def conclusions(self, premise: str) -> list[str]:
        """Every claim that a claim is a reason for, directly or through others."""
        return self._reach(premise, lambda key: self.supports.get(key, []))

    def grounds(self, conclusion: str) -> list[str]:
        """Every claim that is a reason for a claim, directly or through others."""

        def premises(key: str) -> list[str]:
            return [p for reason in self.corpus.claims[key].because for p in reason.premises]

        return self._reach(conclusion, premises)

    def _reach(self, start: str, step: Any) -> list[str]:
        found: dict[str, None] = {}
        waiting = [start]
        while waiting:
            for key in step(waiting.pop()):
                if key not in found and key != start:
                    found[key] = None
                    waiting.append(key)
        return list(found)

    def holders(self, key: str, wanted: str = "for") -> list[str]:
        """The agents on one side of a claim."""
        held = self.corpus.positions(self.corpus.claims[key])
        return list(dict.fromkeys(p.holder for p in held if side(p.stance) == wanted))


_TABLES = ("attacked", "undercut", "qualified", "elaborated", "presupposed", "supports")


def _bearings(table: dict[str, list[Any]]) -> dict[str, list[Bearing]]:
    return {target: [Bearing(*row) for row in rows] for target, rows in table.items()}


def _tables(corpus: Corpus, told: Mapping[str, Mapping[str, list[str]]]) -> dict[str, Any]:
    """The tables of :class:`Links` as plain data, of the claims told of others."""
    tables: dict[str, dict[str, list[Any]]] = {name: {} for name in _TABLES}
    linked = {key for kinds in told.values() for keys in kinds.values() for key in keys}
    for key in by_place(corpus, linked):
        claim = corpus.claims[key]
        for table, target, link in _links(claim):
            tables[table].setdefault(target, []).append((key, link.at, link.basis))
        for premise in dict.fromkeys(p for reason in claim.because for p in reason.premises):
            tables["supports"].setdefault(premise, []).append(key)
    return tables


def _links(claim: Claim) -> Iterator[tuple[str, str, Any]]:
    """The links of a claim but its reasons: their table, what they point to, and themselves."""
    for table, links in (
        ("attacked", claim.attacks),
        ("qualified", claim.qualifies),
        ("elaborated", claim.elaborates),
        ("presupposed", claim.presupposes),
    ):
        for link in links:
            yield table, link.claim, link
    for cut in claim.undercuts:
        yield "undercut", inference(cut.claim, cut.by), cut


def voices(corpus: Corpus, *parts: str) -> dict[str, Any]:
    """Parts of what all voices do, in the order of the essay.

    ``reports``: agents to the claims they report of others. ``objections``: what a claim attacks,
    undercuts or qualifies (``kind``, ``from``, ``to``, ``at``, ``basis``), with the agents who are
    for the one claim and for the other.
    """
    return corpus.kept("voices", lambda: _voices(corpus), parts)


def _voices(corpus: Corpus) -> dict[str, Any]:
    links = Links(corpus)
    reports: dict[str, list[str]] = {}
    objections = []
    for name in by_place(corpus, corpus.claims):
        claim = corpus.claims[name]
        chains = [held.reported_by[:-1] for held in corpus.positions(claim)]
        for agent in dict.fromkeys(agent for chain in chains for agent in chain):
            reports.setdefault(agent, []).append(name)
        for kind in ("attacks", "undercuts", "qualifies"):
            for link in getattr(claim, kind):
                row = {"kind": kind, "from": name, "to": link.claim}
                row |= {"at": list(link.at), "basis": link.basis}
                objections.append((row, links.holders(name), links.holders(link.claim)))
    return {"reports": reports, "objections": objections}
