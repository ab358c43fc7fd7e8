"""pySHACL on the shapes: the published data conforms, and each planted slip breaks its own rule."""

from importlib.resources import files
from pathlib import Path

import pyshacl
import pytest
import rdflib
import techfeod_graph.data
from rdflib.namespace import RDF, SH

from techfeod_graph.loading import load
from techfeod_graph.rdf import compiled, serialise
from techfeod_graph.shapes import constraints

from ..planted import SLIPS, planted, tiny_triples
from ..unit.test_shapes import broken

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("every_query_is_read_once")]

PUBLISHED = Path(techfeod_graph.data.__file__).parent
SHAPES = "https://w3id.org/technofeodalisme/shapes"


@pytest.fixture(scope="module")
def shapes():
    text = files("techfeod_graph.ontology").joinpath("shapes.ttl").read_text(encoding="utf-8")
    return rdflib.Graph().parse(data=text, format="turtle")


@pytest.fixture(scope="module")
def triples():
    return tiny_triples()


def verdict(graph, shapes):
    """pySHACL's results as (rule, node), and the messages that it gives for them."""
    _conforms, report, _text = pyshacl.validate(graph, shacl_graph=shapes, inference="none")
    found, messages = set(), set()
    for result in report.subjects(RDF.type, SH.ValidationResult):
        constraint = report.value(result, SH.sourceConstraint)
        source = constraint or report.value(result, SH.sourceShape)
        rule = str(source).removeprefix(f"{SHAPES}#")
        found.add((rule, str(report.value(result, SH.focusNode))))
        messages |= {str(message) for message in report.objects(result, SH.resultMessage)}
    return found, messages


def test_the_shapes_are_valid_shacl(shapes):
    graph = rdflib.Graph()
    pyshacl.validate(graph, shacl_graph=shapes, meta_shacl=True, inference="none")


@pytest.mark.parametrize("rule", sorted(SLIPS))
def test_both_ways_give_the_same_verdict(rule, triples, shapes):
    slipped = planted(rule, triples)
    lines = "".join(f"{triple} .\n" for triple in slipped)
    found, messages = verdict(rdflib.Graph().parse(data=lines, format="nt"), shapes)
    assert found == set(broken(slipped))
    assert {name for name, _node in found} == {rule}
    own = next(constraint.message for constraint in constraints() if constraint.id == rule)
    assert messages == set(own.values())


def test_the_published_data_conforms(shapes):
    corpus = load(PUBLISHED)
    raw = serialise(compiled(corpus), corpus.source.base, "nt")
    assert verdict(rdflib.Graph().parse(data=raw, format="nt"), shapes) == (set(), set())
