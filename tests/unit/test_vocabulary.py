"""The ontology says the same as the model and as the words that readers see."""

import json
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest
import rdflib
import techfeod_graph.data
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS, VANN

from techfeod_graph import terms
from techfeod_graph.graph import Words
from techfeod_graph.loading import load
from techfeod_graph.ontology_page import ontology_page_data
from techfeod_graph.rdf import compiled, ontology_quads
from techfeod_graph.vocabulary import PREFIXES, RELATIONS, TF, camel
from techfeod_graph.words import KINDS, STANCES
from techfeod_graph.words import RELATIONS as RELATION_WORDS

from ..broken_data import TINY

PUBLISHED = Path(techfeod_graph.data.__file__).parent
ROOT = Path(__file__).parents[2]


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


def declared(ontology):
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, SKOS.Concept, SKOS.ConceptScheme)
    everything = {iri for kind in kinds for iri in ontology.subjects(RDF.type, kind)}
    return {str(iri).removeprefix(TF) for iri in everything if str(iri).startswith(TF)}


@pytest.mark.parametrize("folder", [TINY, PUBLISHED], ids=["tiny", "published"])
def test_every_own_term_in_use_is_declared(ontology, folder):
    assert used_terms(folder) <= declared(ontology)


def used_terms(folder):
    used = set()
    for statement in compiled(load(folder)):
        names = [statement.predicate]
        if not isinstance(statement.object, Words):
            names.append(statement.object)
        used |= {name.removeprefix("tf:") for name in names if name.startswith("tf:")}
    return used - {""}


def test_every_declared_term_is_used_or_explained_as_unused(ontology):
    page = ROOT / "docs" / "ontology.md"
    if not page.is_file():
        pytest.skip("the documentation is not beside the tests")
    unused = page.read_text(encoding="utf-8").partition("## Not used yet")[2].partition("\n## ")[0]
    lists = {*ontology.objects(None, SKOS.inScheme), *ontology.subjects(SKOS.inScheme)}
    listed = {str(iri).removeprefix(TF) for iri in lists}
    for name in declared(ontology) - used_terms(PUBLISHED) - listed:
        assert f"`tf:{name}`" in unused


def test_every_own_term_is_named_and_explained_in_both_languages(ontology):
    for name in declared(ontology):
        iri = rdflib.URIRef(TF + name)
        for predicates in ((RDFS.label, SKOS.prefLabel), (RDFS.comment, SKOS.definition)):
            found = [words(ontology, iri, predicate) for predicate in predicates]
            assert {"fr", "en"} in [text.keys() for text in found], name
        assert ontology.value(iri, RDFS.isDefinedBy) == rdflib.URIRef(TF.removesuffix("#"))


def test_the_header_says_what_a_catalogue_asks(ontology):
    iri = rdflib.URIRef(TF.removesuffix("#"))
    version = str(ontology.value(iri, OWL.versionInfo))
    assert ontology.value(iri, OWL.versionIRI) == rdflib.URIRef(f"{iri}/{version}")
    for predicate in (DCTERMS.title, DCTERMS.description, RDFS.label):
        assert words(ontology, iri, predicate).keys() == {"fr", "en"}
    assert "publicdomain/zero" in str(ontology.value(iri, DCTERMS.license))
    assert str(ontology.value(iri, VANN.preferredNamespaceUri)) == TF
    assert str(ontology.value(iri, VANN.preferredNamespacePrefix)) == "tf"


def test_what_travels_with_the_data_has_no_node_without_a_name(ontology):
    quads = ontology_quads("https://example.org/")
    assert not any("_:" in f"{quad.subject} {quad.object}"[:2] for quad in quads)
    nameless = {n for triple in ontology for n in triple if isinstance(n, rdflib.BNode)}
    kept = {t for t in ontology if not nameless & set(t)}
    assert len(quads) == len(kept) < len(ontology)


def test_the_page_holds_every_own_term_once(ontology):
    page = ontology_page_data()
    terms = [term for group in page["groups"] for term in group["terms"]]
    for scheme in page["schemes"]:
        terms += [scheme, *scheme["members"]]
    assert sorted(term["anchor"] for term in terms) == sorted(declared(ontology))
    for term in terms:
        for part in ("kind", "label", "comment"):
            assert term[part]["fr"]
            assert term[part]["en"]
    json.dumps(page)


def test_the_page_walks_chains_in_their_order():
    page = ontology_page_data()
    chains = {t["name"]: t["chains"] for group in page["groups"] for t in group["terms"]}
    steps = [(step["name"], step["inverse"]) for step in chains["tf:reportedBy"][0]]
    assert steps == [("tf:claim", True), ("tf:reports", True), ("tf:holder", False)]
    assert sum(len(found) for found in chains.values()) == 4
    assert len(page["disjoint"]) == 1


def test_hyphens_become_capitals():
    assert camel("cites-as-recommended-reading") == "citesAsRecommendedReading"
