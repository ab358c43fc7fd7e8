"""Reasoners that are not ours: OWLAPI, HermiT and OWL-RL on the ontology and on the data."""

import io
import os
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import owlready2
import owlrl
import pytest
import rdflib
import techfeod_graph.data
from rdflib.collection import Collection
from rdflib.namespace import FOAF, OWL, RDF, SKOS

from techfeod_graph.loading import load
from techfeod_graph.rdf import to_rdf
from techfeod_graph.vocabulary import PREFIXES, TF

from ..broken_data import TINY

pytestmark = pytest.mark.slow

PUBLISHED = Path(techfeod_graph.data.__file__).parent
AIF = rdflib.Namespace(PREFIXES["aif"])
OWN = rdflib.Namespace(TF)


@pytest.fixture(scope="module", autouse=True)
def java():
    if shutil.which("java") is None:
        reason = "no java to run HermiT with (Debian: apt install default-jre-headless)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)


@pytest.fixture(scope="module")
def ontology():
    text = files("techfeod_graph.ontology").joinpath("techfeod.ttl").read_text(encoding="utf-8")
    return rdflib.Graph().parse(data=text, format="turtle")


def assertions(ontology, folder):
    """What a description logic sees of the data: types and links between resources, and that
    no two agents are the same."""
    corpus = load(folder)
    links = set(ontology.subjects(RDF.type, OWL.ObjectProperty))
    classes = set(ontology.subjects(RDF.type, OWL.Class))
    graph = rdflib.Graph()
    for subject, predicate, target, _graph in to_rdf(corpus).quads():
        if predicate in links or (predicate == RDF.type and target in classes):
            graph.add((subject, predicate, target))
    names = [rdflib.URIRef(f"{corpus.source.base}agent/{key}") for key in corpus.agents]
    different = rdflib.BNode()
    members = Collection(graph, rdflib.BNode(), names)
    graph.add((different, RDF.type, OWL.AllDifferent))
    graph.add((different, OWL.distinctMembers, members.uri))
    return graph


def consistent(*graphs):
    """HermiT's verdict on the union of graphs."""
    union = rdflib.Graph()
    for graph in graphs:
        union += graph
    world = owlready2.World()
    stream = io.BytesIO(union.serialize(format="nt").encode())
    world.get_ontology("https://example.org/union#").load(fileobj=stream)
    try:
        owlready2.sync_reasoner_hermit(world, debug=0)
    except owlready2.OwlReadyInconsistentOntologyError:
        return False
    return True


PROFILE = """
import sys, pathlib, jpype, owlready2
jar = pathlib.Path(owlready2.__file__).parent / "hermit" / "HermiT.jar"
jpype.startJVM(classpath=[str(jar)])
Manager = jpype.JClass("org.semanticweb.owlapi.apibinding.OWLManager")
Profile = jpype.JClass("org.semanticweb.owlapi.profiles.OWL2DLProfile")
file = jpype.JClass("java.io.File")(sys.argv[1])
ontology = Manager.createOWLOntologyManager().loadOntologyFromOntologyDocument(file)
report = Profile().checkOntology(ontology)
for violation in report.getViolations():
    print(violation)
print(report.isInProfile(), ontology.getLogicalAxiomCount() > 200)
"""


def profile_of(graph, path):
    graph.serialize(path, format="xml")
    done = subprocess.run(
        [sys.executable, "-c", PROFILE, str(path)], capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()


def test_the_ontology_is_in_owl_2_dl(ontology, tmp_path):
    assert profile_of(ontology, tmp_path / "ontology.owl") == ["True True"]


def test_cardinality_on_the_head_of_a_chain_is_not_owl_2_dl(ontology, tmp_path):
    wrong = rdflib.Graph() + ontology
    wrong.add((OWN.claim, RDF.type, OWL.FunctionalProperty))
    *violations, verdict = profile_of(wrong, tmp_path / "wrong.owl")
    assert verdict == "False True"
    assert "ns#claim" in violations[0]


@pytest.mark.parametrize("folder", [TINY, PUBLISHED], ids=["tiny", "published"])
def test_hermit_finds_the_data_consistent(ontology, folder):
    assert consistent(ontology, assertions(ontology, folder))


def base(path):
    return rdflib.URIRef("https://example.org/riviere/" + path)


CLAIM, CONCEPT, AGENT = base("claim/eau-rente"), base("concept/vanne"), base("agent/tremie")
POSITION = base("position/eau-rente/meuniers.asserts")
REASON = base("argument/vanne-pouvoir.by.eau-rente")
PLANTED = {
    "a claim as holder": (POSITION, OWN.holder, CLAIM),
    "a concept as premise": (REASON, AIF.hasPremise, CONCEPT),
    "an agent as concept": (AGENT, RDF.type, SKOS.Concept),
    "a claim as inference": (CLAIM, RDF.type, AIF["RA-node"]),
    "a concept relation between claims": (CLAIM, OWN.enables, base("claim/communs")),
    "two holders": (POSITION, OWN.holder, base("agent/tremie")),
    "a person as organisation": (AGENT, RDF.type, FOAF.Organization),
    "two stances": None,
    "a position that reports itself": (POSITION, OWN.reports, POSITION),
    "a concept opposed to itself": (CONCEPT, OWN.opposedTo, CONCEPT),
    "a work that holds a claim": (CLAIM, OWN.heldBy, base("work/tremie-meules")),
    "a claim that qualifies a concept": (CLAIM, OWN.qualifies, CONCEPT),
}


@pytest.mark.parametrize("name", PLANTED)
def test_hermit_finds_each_planted_error(ontology, name):
    data = assertions(ontology, TINY)
    planted = rdflib.Graph()
    if name == "two stances":
        planted.add((POSITION, OWN.stance, OWN.rejects))
        planted.add((OWN.rejects, OWL.differentFrom, OWN.asserts))
    else:
        planted.add(PLANTED[name])
        for node in (PLANTED[name][0], PLANTED[name][2]):
            known = (node, None, None) in data or (node, None, None) in ontology
            assert known or node in (FOAF.Organization, SKOS.Concept, AIF["RA-node"]), node
    assert not consistent(ontology, data, planted)


SHORTCUTS = {
    OWN.supports: (AIF.hasPremise, AIF.hasConclusion),
    OWN.attacks: (AIF.hasConflictingElement, AIF.hasConflictedElement),
    OWN.reportedBy: (OWN.claim, OWN.reports, OWN.holder),
    OWN.claim: (OWN.reports, OWN.claim),
}


@pytest.mark.parametrize("folder", [TINY, PUBLISHED], ids=["tiny", "published"])
def test_owl_rl_entails_exactly_what_the_rules_build(ontology, folder):
    data = to_rdf(load(folder))
    stated = rdflib.Graph()
    reporting = set(data.subjects(OWN.reports))
    for predicate in {p for chain in SHORTCUTS.values() for p in chain}:
        for subject, target in data.subject_objects(predicate):
            if predicate != OWN.claim or subject not in reporting:
                stated.add((subject, predicate, target))
    for predicate in (OWL.propertyChainAxiom, OWL.inverseOf, RDF.first, RDF.rest):
        for triple in ontology.triples((None, predicate, None)):
            stated.add(triple)
    rules = owlrl.DeductiveClosure(
        owlrl.OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False
    )
    rules.expand(stated)
    for shortcut in SHORTCUTS:
        ours = set(data.subject_objects(shortcut))
        assert ours
        assert set(stated.subject_objects(shortcut)) == ours
