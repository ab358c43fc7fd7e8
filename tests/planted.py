"""Slips planted in the graph of the tiny essay, one for each constraint of the shapes.

A line is a triple with the names of the data; «-» takes out every triple that matches (``*`` is
anything), «+» puts one in.
"""

from __future__ import annotations

import re

import pyoxigraph as ox

from techfeod_graph.loading import load
from techfeod_graph.rdf import compiled, ontology_quads, to_quads
from techfeod_graph.vocabulary import expand

from .broken_data import TINY

CONFLICT = "faute-des-meules.vs.farine-moins-chere"
BASE = "https://example.org/riviere/"
SLIPS = {
    "agent-name": "- agent/tremie foaf:name *",
    "ambiguous-holder": """
        - claim/faute-des-meules tf:possibleHolder *
        + claim/faute-des-meules tf:possibleHolder agent/meuniers
        + claim/faute-des-meules tf:possibleHolder agent/vannelle""",
    "ambiguous-readings": "- claim/faute-des-meules tf:possibleHolder agent/vannelle",
    "ambiguous-reason": '- claim/faute-des-meules skos:editorialNote "*"@en',
    "bibliography-item": "+ essay/B02 biro:references work/vannelle-riviere",
    "both-sides": "+ claim/communs tf:opposedBy agent/vannelle",
    "broader-and-related": "+ concept/canal skos:related concept/ouvrages-d-eau",
    "broader-cycle": "+ concept/ouvrages-d-eau skos:broader concept/canal",
    "chain-ends-in-author": "- position/eau-rente/meuniers.asserts/vannelle/bluteau * *",
    "circular-report": """
        - position/eau-rente/meuniers.asserts/vannelle tf:holder *
        + position/eau-rente/meuniers.asserts/vannelle tf:holder agent/meuniers""",
    "circular-elaboration": "+ claim/communs tf:elaborates claim/siege-timide",
    "circular-membership": "+ agent/meuniers foaf:member agent/meuniers",
    "circular-presupposition": "+ claim/vanne-pouvoir dcterms:requires claim/communs",
    "circular-support": "+ claim/vanne-pouvoir tf:supports claim/eau-rente",
    "claim-evidence": "- claim/communs prov:wasDerivedFrom *",
    "claim-position": """
        + claim/seule a tf:Claim
        + claim/seule rdfs:label "Seule."@fr
        + claim/seule rdfs:label "Alone."@en
        + claim/seule prov:wasDerivedFrom essay/P05.1""",
    "claim-topic": "+ claim/communs dcterms:subject essay/P05.1",
    "claim-wording": '- claim/communs rdfs:label "*"@en',
    "concept-label": '- concept/canal skos:prefLabel "*"@en',
    "concept-scheme": "- concept/canal skos:inScheme *",
    "conflict-element": """
        + conflict/CONFLICT aif:hasConflictingElement claim/communs""",
    "conflict-kind": """
        - conflict/CONFLICT aif:hasConflictedElement *
        + conflict/CONFLICT aif:hasConflictedElement concept/canal""",
    "conflict-target": "- conflict/CONFLICT aif:hasConflictedElement *",
    "covered-and-excused": "+ essay/P05.1 tf:withoutClaim tf:transition",
    "dataset-terms": "- dataset dcterms:license *",
    "dataset-version": "- dataset dcat:version *",
    "group-members": "+ agent/meuniers foaf:member concept/canal",
    "inference-conclusion": "- argument/vanne-pouvoir.by.eau-rente aif:hasConclusion *",
    "inference-premise": "+ argument/vanne-pouvoir.by.eau-rente aif:hasPremise concept/canal",
    "inference-scheme": "+ argument/vanne-pouvoir.by.eau-rente aif:fulfils aif:Analogy_Scheme",
    "members-of-groups": "+ agent/tremie foaf:member agent/vannelle",
    "missing-entry": """
        - essay/B02 * *
        - cite/N02.1/tremie-meules/tremie-2031 c4o:denotes *
        - cite/P03.1/* c4o:denotes *""",
    "no-stored-text": '+ essay/P05.1 oa:exact "Mettons en commun."',
    "orphan-concept": """
        + concept/oubli a skos:Concept
        + concept/oubli skos:inScheme concepts
        + concept/oubli skos:prefLabel "oubli"@fr
        + concept/oubli skos:prefLabel "oblivion"@en""",
    "passage-digest": "- essay/P05.1 tf:digest *",
    "passage-locator": """
        - essay/P05.1 dcterms:identifier *
        + essay/P05.1 dcterms:identifier "page 5\"""",
    "passage-selector": "+ essay/P05.1 oa:hasSelector essay/P01.1#sel",
    "pointer-content": "- cite/N02.1/tremie-meules/tremie-2031 c4o:hasContent *",
    "pointer-context": "- cite/N02.1/tremie-meules/tremie-2031 c4o:hasContext *",
    "pointer-kind": "+ cite/N02.1/tremie-meules/tremie-2031 dcterms:type tf:mention",
    "pointer-work": "- cite/N02.1/tremie-meules/tremie-2031 dcterms:references *",
    "position-claim": "+ position/trois-causeries/bluteau.asserts tf:claim concept/canal",
    "position-evidence": "+ position/communs/vannelle.proposes prov:wasDerivedFrom essay/S1",
    "position-holder": "+ position/eau-rente/meuniers.asserts tf:holder agent/tremie",
    "position-reports": """
        + position/eau-rente/meuniers.asserts/vannelle tf:reports claim/eau-rente""",
    "position-stance": "+ position/communs/vannelle.proposes tf:stance tf:for",
    "relation-basis": "- relation/communs.requires.vanne-pouvoir tf:basis *",
    "relation-evidence": "- relation/communs.requires.vanne-pouvoir prov:wasDerivedFrom *",
    "relation-rests-on-claim": """
        + concept/vanne tf:controls concept/peage
        + concept/vanne skos:related concept/peage""",
    "repeated-id": '+ agent/tremie dcterms:identifier "vannelle"',
    "report-same-claim": """
        - position/eau-rente/meuniers.asserts/vannelle tf:claim *
        + position/eau-rente/meuniers.asserts/vannelle tf:claim claim/communs
        - position/eau-rente/meuniers.asserts/vannelle/bluteau tf:claim *
        + position/eau-rente/meuniers.asserts/vannelle/bluteau tf:claim claim/communs""",
    "report-stance": """
        - position/eau-rente/meuniers.asserts/vannelle tf:stance *
        + position/eau-rente/meuniers.asserts/vannelle tf:stance tf:endorses""",
    "same-wording": """
        - claim/siege rdfs:label "*"@fr
        + claim/siege rdfs:label "L’eau rapporte sans travailler."@fr""",
    "section-words": '- section/S0 rdfs:label "*"@en',
    "selector-fragment": '+ essay/P01.1#sel rdf:value "La vallée"',
    "self-relation": "+ claim/communs tf:qualifies claim/communs",
    "shared-label": '+ concept/canal skos:altLabel "péage"@fr',
    "slip-kind": "+ discrepancy/weir-non-cite dcterms:type tf:typo",
    "slip-place": "+ discrepancy/weir-non-cite oa:hasTarget work/bluteau-weir",
    "slip-words": "- discrepancy/weir-non-cite#en rdf:value *",
    "statement-claim": """
        - relation/vanne-pouvoir/vanne.enables.pouvoir prov:wasDerivedFrom *
        + relation/vanne-pouvoir/vanne.enables.pouvoir prov:wasDerivedFrom essay/P02.1""",
    "statement-object": "- relation/communs.requires.vanne-pouvoir rdf:object *",
    "statement-predicate": "+ relation/communs.requires.vanne-pouvoir rdf:predicate tf:supports",
    "statement-subject": "- relation/communs.requires.vanne-pouvoir rdf:subject *",
    "support-and-attack": "+ claim/eau-rente tf:attacks claim/vanne-pouvoir",
    "uncited-entry": "- discrepancy/weir-non-cite * *",
    "unexplained-year": """
        - cite/N02.1/tremie-meules/tremie-2031 dcterms:date *
        + cite/N02.1/tremie-meules/tremie-2031 dcterms:date "2032"^^xsd:gYear""",
    "work-creator": "+ work/tremie-meules dcterms:creator concept/canal",
    "work-label": "- work/tremie-meules rdfs:label *",
    "work-year": '+ work/bluteau-weir fabio:hasPublicationYear "2033"^^xsd:gYear',
}
_LINE = re.compile(r"([+-]) (\S+) (\S+) (.+)")


def tiny_triples() -> set[ox.Triple]:
    """The compiled graph of the tiny essay with the vocabulary, flat."""
    corpus = load(TINY)
    quads = [*to_quads(compiled(corpus), BASE), *ontology_quads(BASE)]
    return {quad.triple for quad in quads}


def planted(rule: str, given: set[ox.Triple]) -> set[ox.Triple]:
    """The triples with the slip of one rule planted; every line must change something."""
    triples = set(given)
    for line in SLIPS[rule].replace("CONFLICT", CONFLICT).strip().splitlines():
        match = _LINE.fullmatch(line.strip())
        assert match, line
        sign, *parts = match.groups()
        if sign == "+":
            changed = triples | {_triple(*parts)}
        else:
            changed = {t for t in triples if not _matches(t, parts)}
        assert changed != triples, line
        triples = changed
    return triples


def _triple(subject: str, predicate: str, target: str) -> ox.Triple:
    name = "rdf:type" if predicate == "a" else predicate
    return ox.Triple(_node(subject), _node(name), _node(target))


def _node(text: str) -> ox.NamedNode | ox.Literal:
    if found := re.fullmatch(r'"(.*)"(?:@(\w+)|\^\^(\S+))?', text):
        value, language, datatype = found.groups()
        kind = ox.NamedNode(expand(datatype, BASE)) if datatype else None
        return ox.Literal(value, language=language, datatype=kind)
    return ox.NamedNode(expand(text, BASE))


def _matches(triple: ox.Triple, parts: list[str]) -> bool:
    terms = (triple.subject, triple.predicate, triple.object)
    return all(_fits(term, part) for term, part in zip(terms, parts, strict=True))


def _fits(term: ox.NamedNode | ox.Literal, part: str) -> bool:
    if part == "*":
        return True
    if part.startswith('"*"'):
        return isinstance(term, ox.Literal) and f"@{term.language}" == part[3:]
    if part.endswith("*"):
        return term.value.startswith(expand(part[:-1], BASE))
    return term == _node(part)
