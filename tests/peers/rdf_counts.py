"""Counting each kind of information in a graph that rdflib has read."""

from __future__ import annotations

from rdflib import RDF, SKOS, Namespace, URIRef
from rdflib.namespace import DCTERMS

TF = Namespace("https://w3id.org/technofeodalisme/ns#")
AIF = Namespace("http://www.arg.dundee.ac.uk/aif#")
C4O = Namespace("http://purl.org/spar/c4o/")
FABIO = Namespace("http://purl.org/spar/fabio/")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
OA = Namespace("http://www.w3.org/ns/oa#")
PROV = Namespace("http://www.w3.org/ns/prov#")


def rdf_counts(graph, base):
    """As :func:`counting.expected`, by looking at triples alone."""

    def typed(kind):
        return {s for s in graph.subjects(RDF.type, kind) if str(s).startswith(base)}

    claims, conflicts = typed(TF.Claim), typed(AIF["CA-node"])
    reported = set(graph.subjects(TF.reports))
    positions = typed(TF.Position)
    stances = {}
    for position in positions - reported:
        stance = str(graph.value(position, TF.stance)).rpartition("#")[2]
        stances[stance] = stances.get(stance, 0) + 1
    undercuts = {c for c in conflicts if graph.value(c, AIF.hasConflictedElement) not in claims}
    relations = {
        s
        for s in typed(RDF.Statement)
        if (graph.value(s, RDF.subject), RDF.type, SKOS.Concept) in graph
    }
    agents = set().union(*(typed(FOAF[k]) for k in ("Person", "Group", "Organization")))
    return {
        "concepts": len(set(graph.subjects(SKOS.inScheme, URIRef(f"{base}concepts")))),
        "definitions": len(
            {s for s in graph.subjects(SKOS.definition) if str(s).startswith(f"{base}concept/")}
        ),
        "relations": len(relations),
        "claims": len(claims),
        "positions": len(positions - reported),
        "attribution": len(reported),
        "stances": stances,
        "reasons": {
            "inferences": len(typed(AIF["RA-node"])),
            "premises": len(list(graph.subject_objects(AIF.hasPremise))),
        },
        "conflicts": len(conflicts - undercuts),
        "undercuts": len(undercuts),
        "qualifications": {
            name: len(list(graph.subject_objects(predicate)))
            for name, predicate in (
                ("qualifies", TF.qualifies),
                ("elaborates", TF.elaborates),
                ("presupposes", DCTERMS.requires),
            )
        },
        "ambiguity": len(list(graph.subject_objects(TF.possibleHolder))),
        "agents": len(agents),
        "works": len(typed(FABIO.Expression)),
        "pointers": len(typed(C4O.InTextReferencePointer)),
        "slips": len(typed(OA.Annotation)),
        "anchors": sum(len(list(graph.objects(claim, PROV.wasDerivedFrom))) for claim in claims),
    }
