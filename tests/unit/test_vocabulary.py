"""The ontology says the same as the model and as the words that readers see."""

from importlib.resources import files
from typing import get_args

import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from techfeod_graph import terms
from techfeod_graph.graph import Words
from techfeod_graph.loading import load
from techfeod_graph.rdf import compiled
from techfeod_graph.vocabulary import PREFIXES, RELATIONS, TF, camel
from techfeod_graph.words import KINDS, STANCES
from techfeod_graph.words import RELATIONS as RELATION_WORDS

from ..broken_data import TINY


@pytest.fixture(scope="module")
def ontology():
    text = files("techfeod_graph.ontology").joinpath("techfeod.ttl").read_text(encoding="utf-8")
    return rdflib.Graph().parse(data=text, format="turtle")


def words(ontology, iri, predicate):
    return {str(label.language): str(label) for label in ontology.objects(iri, predicate)}


@pytest.mark.parametrize(
    ("names", "shown"),
    [(get_args(terms.Stance), STANCES), (get_args(terms.ConceptKind), KINDS)],
)
def test_every_word_has_the_label_of_its_concept(ontology, names, shown):
    for name in names:
        labels = words(ontology, rdflib.URIRef(TF + name), SKOS.prefLabel)
        assert (labels["fr"], labels["en"]) == shown[name]


def test_every_relation_has_the_label_of_its_property(ontology):
    for name, property_ in RELATIONS.items():
        prefix, _, local = property_.partition(":")
        labels = words(ontology, rdflib.URIRef(PREFIXES[prefix] + local), RDFS.label)
        assert (labels["fr"], labels["en"]) == RELATION_WORDS[name]


def test_polarity_is_the_models(ontology):
    for polarity, names in (("for", terms.FOR), ("against", terms.AGAINST), ("open", terms.OPEN)):
        found = ontology.subjects(SKOS.broader, rdflib.URIRef(TF + polarity))
        assert {str(iri).removeprefix(TF) for iri in found} == names


@pytest.mark.parametrize(
    "names",
    [
        get_args(terms.DiscrepancyKind),
        get_args(terms.Basis),
        get_args(terms.WhyUncovered),
        get_args(terms.PointerKind),
    ],
)
def test_every_closed_list_is_declared(ontology, names):
    for name in names:
        assert words(ontology, rdflib.URIRef(TF + name), SKOS.prefLabel).keys() == {"fr", "en"}


def test_every_own_term_in_use_is_declared_with_both_labels(ontology):
    declared = {
        str(iri).removeprefix(TF)
        for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, SKOS.Concept)
        for iri in ontology.subjects(RDF.type, kind)
    }
    used = set()
    for statement in compiled(load(TINY)):
        names = [statement.predicate]
        if not isinstance(statement.object, Words):
            names.append(statement.object)
        used |= {name.removeprefix("tf:") for name in names if name.startswith("tf:")}
    assert used - {""} <= declared
    for name in declared:
        iri = rdflib.URIRef(TF + name)
        labels = words(ontology, iri, RDFS.label) or words(ontology, iri, SKOS.prefLabel)
        assert labels.keys() == {"fr", "en"}


def test_hyphens_become_capitals():
    assert camel("cites-as-recommended-reading") == "citesAsRecommendedReading"
