"""The argument in the Argument Interchange Format: AIFdb's JSON, xAIF, and RDF.

A position is a locution (L) that an illocution (YA) ties to what it is about: the claim, or, when
somebody reports it, the locution reported. Only what is asserted, defined or reported is called an
assertion; other stances keep their name, so that a rejection never reads as an assertion.
"""

from __future__ import annotations

from typing import Any

import pyoxigraph as ox

from techfeod_graph.corpus import Position
from techfeod_graph.export.edition import Edition, argument_key, as_json
from techfeod_graph.graph import Statement, Words
from techfeod_graph.model import Claim
from techfeod_graph.rdf import to_quads, write
from techfeod_graph.statements import position_path
from techfeod_graph.words import STANCES

__all__ = ["aif_rdf", "aifdb", "xaif"]

#: Numbers of schemes in AIFdb: the default inference, conflict and illocution, and asserting.
_RA, _CA, _YA, _ASSERTING = "72", "71", "168", "74"
_ASSERTED = {"asserts", "defines", "reporting"}
_AIF_TERMS = ("aif:hasPremise", "aif:hasConclusion", "aif:hasConflictingElement",
              "aif:hasConflictedElement", "aif:fulfils")  # fmt: skip


class _Graph:
    """Nodes and edges under construction; ids count from 1 in the order of the data."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.nodes: list[dict[str, str]] = []
        self.edges: list[dict[str, str]] = []
        self.schemes: list[dict[str, str]] = []
        self.locutions: list[dict[str, str]] = []
        self.people: dict[str, dict[str, str]] = {}
        self.ids: dict[str, str] = {}

    def node(self, kind: str, text: str, key: str, scheme: str = "") -> str:
        number = str(len(self.nodes) + 1)
        self.nodes.append({"nodeID": number, "text": text, "type": kind})
        self.ids[key] = number
        if scheme:
            self.schemes.append({"nodeID": number, "schemeID": scheme})
        return number

    def edge(self, source: str, target: str) -> None:
        number = str(len(self.edges) + 1)
        self.edges.append({"edgeID": number, "fromID": source, "toID": target})

    def person(self, agent: str) -> str:
        if agent not in self.people:
            name = self.edition.label(agent)
            person = self.edition.corpus.agents[agent].is_ == "person"
            first, _, last = name.partition(" ") if person else ("", "", name)
            number = str(len(self.people) + 1)
            names = {"firstname": first if last else "", "surname": last or first}
            self.people[agent] = {"participantID": number, **names}
        return self.people[agent]["participantID"]

    def as_json(self) -> dict[str, Any]:
        return {
            "nodes": self.nodes,
            "edges": self.edges,
            "schemefulfillments": self.schemes,
            "descriptorfulfillments": [],
            "participants": list(self.people.values()),
            "locutions": self.locutions,
        }


def _build(edition: Edition) -> _Graph:
    graph = _Graph(edition)
    claims = edition.corpus.claims
    for key, claim in claims.items():
        graph.node("I", edition.wording(claim), f"claim/{key}")
    for key, claim in claims.items():
        _reasons(graph, key, claim)
    for key, claim in claims.items():
        _conflicts(graph, key, claim)
        for position in edition.corpus.positions(claim):
            _position(graph, key, position)
    return graph


def _reasons(graph: _Graph, key: str, claim: Claim) -> None:
    for reason in claim.because:
        name = argument_key(key, reason)
        text = (reason.scheme or "default-inference").replace("-", " ").title()
        text = text.replace(" To ", " to ")
        inference = graph.node("RA", text, f"argument/{name}", _RA)
        for premise in reason.premises:
            graph.edge(graph.ids[f"claim/{premise}"], inference)
        graph.edge(inference, graph.ids[f"claim/{key}"])


def _conflicts(graph: _Graph, key: str, claim: Claim) -> None:
    targets = [f"claim/{attack.claim}" for attack in claim.attacks]
    targets += [f"argument/{cut.claim}.by.{cut.by}" for cut in claim.undercuts]
    for target in targets:
        conflict = graph.node("CA", "Default Conflict", f"conflict/{key}.vs.{target}", _CA)
        graph.edge(graph.ids[f"claim/{key}"], conflict)
        graph.edge(conflict, graph.ids[target])


def _position(graph: _Graph, key: str, position: Position) -> None:
    """A chain of locutions; reports that two chains share are made once."""
    edition = graph.edition
    said = edition.wording(edition.corpus.claims[key])
    about = graph.ids[f"claim/{key}"]
    for depth in range(len(position.reported_by) + 1):
        path = position_path(key, position, depth)
        agent = position.reported_by[depth - 1] if depth else position.holder
        stance = "reporting" if depth else position.stance
        said = f"{edition.label(agent)} {STANCES[stance][edition.language == 'en']} : {said}"
        if path not in graph.ids:
            locution = graph.node("L", said, path)
            graph.locutions.append({"nodeID": locution, "personID": graph.person(agent)})
            asserted = stance in _ASSERTED
            force = "Asserting" if asserted else STANCES[stance][1].capitalize()
            tie = graph.node("YA", force, f"{path}#force", _ASSERTING if asserted else _YA)
            graph.edge(locution, tie)
            graph.edge(tie, about)
        about = graph.ids[path]


def aifdb(edition: Edition) -> bytes:
    """The argument as AIFdb imports it: nodes, edges, schemes, participants, locutions."""
    return as_json(_build(edition).as_json())


def xaif(edition: Edition) -> bytes:
    """The same in xAIF; the text that OVA shows beside the graph stays empty."""
    graph = _build(edition).as_json()
    layout = {"firstname": "", "surname": "", "url": "", "nodes": [], "edges": []}
    return as_json({"AIF": graph, "text": {"txt": ""}, "OVA": layout, "dialog": True})


def aif_rdf(edition: Edition) -> bytes:
    """Claims as I-nodes with ``aif:claimText``, inferences and conflicts, in AIF's terms only."""
    found: list[Statement] = []
    for statement in edition.statements:
        graph, subject, predicate, target = statement
        if predicate in _AIF_TERMS or (
            predicate == "rdf:type" and target in ("aif:RA-node", "aif:CA-node")
        ):
            found.append(statement)
        elif predicate == "rdf:type" and target == "tf:Claim":
            found.append(Statement(graph, subject, predicate, "aif:I-node"))
            claim = edition.corpus.claims.get(subject.removeprefix("claim/"))
            if claim is not None:
                words = Words(edition.wording(claim))
                found.append(Statement(graph, subject, "aif:claimText", words))
    quads = to_quads(sorted(found, key=lambda s: (s[1], s[2], str(s[3]))), edition.base)
    return write((quad.triple for quad in quads), ox.RdfFormat.TURTLE, edition.base)
