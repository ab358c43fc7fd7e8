"""The JSON-LD context: its prefixes, and a term for each own property.

That what is written with it expands to the same graph is tested with PyLD and rdflib.
"""

import json
from importlib.resources import files

from techfeod_graph.rdf import ontology_quads
from techfeod_graph.vocabulary import PREFIXES, TF


def context():
    raw = files("techfeod_graph.ontology").joinpath("context.jsonld").read_text(encoding="utf-8")
    return json.loads(raw)["@context"]


def iri(name):
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


def terms():
    return {t: iri(d["@id"]) for t, d in context().items() if isinstance(d, dict)}


def test_its_prefixes_are_those_of_the_data():
    written = {k: v for k, v in context().items() if isinstance(v, str) and v[0] != "@"}
    assert written == {k: v for k, v in PREFIXES.items() if k in written}
    assert PREFIXES.keys() - written.keys() == set()


def test_two_terms_never_mean_one_property():
    assert len(set(terms().values())) == len(terms())


def test_every_own_property_has_a_term_of_its_own_name():
    for quad in ontology_quads("https://example.org/"):
        kinds = {f"{PREFIXES['owl']}ObjectProperty", f"{PREFIXES['owl']}DatatypeProperty"}
        if quad.object.value in kinds and quad.subject.value.startswith(TF):
            assert quad.subject.value in terms().values(), quad.subject
