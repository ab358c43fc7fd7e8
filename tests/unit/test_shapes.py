"""Each constraint of the shapes catches its planted slip by the embedded engine, and no other."""

from pathlib import Path

import pyoxigraph as ox
import pytest
import techfeod_graph.data

from techfeod_graph import shapes
from techfeod_graph.checks import sentences as on_the_data
from techfeod_graph.conformance import breaches, nonconformities, place_of
from techfeod_graph.conformance import sentences as on_the_graph
from techfeod_graph.graph import Words
from techfeod_graph.loading import load
from techfeod_graph.rdf import compiled, prologue
from techfeod_graph.shapes import constraints
from techfeod_graph.words import RELATIONS

from ..broken_data import TINY
from ..planted import BASE, SLIPS, planted, tiny_triples

PUBLISHED = Path(techfeod_graph.data.__file__).parent


@pytest.fixture(scope="module")
def triples():
    return tiny_triples()


def broken(triples):
    """The rules that the embedded engine finds broken, with the nodes that break them."""
    store = ox.Store()
    store.extend(ox.Quad(*triple) for triple in triples)

    def ask(query):
        return [solution[0].value for solution in store.query(prologue(BASE) + query)]

    return [(constraint.id, node) for constraint, node in breaches(ask)]


def test_every_constraint_has_its_slip():
    assert [constraint.id for constraint in constraints()] == sorted(SLIPS)


def test_the_tiny_essay_conforms(triples):
    assert broken(triples) == []


@pytest.mark.parametrize("rule", sorted(SLIPS))
def test_a_planted_slip_is_caught_by_its_own_rule_alone(rule, triples):
    found = broken(planted(rule, triples))
    assert {name for name, _node in found} == {rule}


def test_both_published_and_tiny_data_conform():
    assert nonconformities(load(TINY)) == []
    assert nonconformities(load(PUBLISHED)) == []


def test_every_constraint_says_its_rule_and_its_remedy_in_both_languages():
    for constraint in constraints():
        for words in (constraint.message, constraint.remedy):
            assert words.keys() == {"fr", "en"}, constraint.id
            assert words["fr"] != words["en"]


def test_a_rule_kept_twice_is_stated_alike():
    for name in on_the_graph().keys() & on_the_data().keys():
        assert on_the_data()[name].startswith(on_the_graph()[name])


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("sh:maxLength 60", "sh:minLength 6", "sh:minLength"),
        ("sh:zeroOrMorePath", "sh:zeroOrOnePath", "a path of a kind"),
    ],
)
def test_what_cannot_be_translated_is_refused(old, new, message, monkeypatch, tmp_path):
    text = (Path(shapes.files("techfeod_graph.ontology")) / "shapes.ttl").read_text("utf-8")
    assert old in text
    (tmp_path / "shapes.ttl").write_text(text.replace(old, new), "utf-8")
    monkeypatch.setattr(shapes, "files", lambda _package: tmp_path)
    with pytest.raises(ValueError, match=message):
        constraints.__wrapped__()


@pytest.mark.parametrize(
    ("node", "file", "text"),
    [
        ("claim/communs", "claims.yaml", "communs:"),
        ("position/eau-rente/vannelle.concedes", "claims.yaml", "{holder: vannelle, stance: conc"),
        (
            "position/eau-rente/meuniers.asserts/vannelle/bluteau",
            "claims.yaml",
            "{holder: meuniers",
        ),
        ("position/trois-causeries/bluteau.asserts", "claims.yaml", "trois-causeries:"),
        ("argument/vanne-pouvoir.by.eau-rente", "claims.yaml", "vanne-pouvoir:"),
        ("conflict/faute-des-meules.vs.farine-moins-chere", "claims.yaml", "faute-des-meules:"),
        ("relation/communs.requires.vanne-pouvoir", "claims.yaml", "communs:"),
        ("relation/vanne-pouvoir/vanne.enables.pouvoir", "claims.yaml", "vanne-pouvoir:"),
        ("concept/canal", "concepts.yaml", "canal:"),
        ("agent/tremie", "agents.yaml", "tremie:"),
        ("work/bluteau-weir", "works.yaml", "id: bluteau-weir"),
        ("discrepancy/weir-non-cite#en", "discrepancies.yaml", "weir-non-cite:"),
        ("essay/P05.1#sel", "passages.lock", "P05.1"),
        ("essay", "source.yaml", ""),
        ("section/S0", "source.yaml", "S0:"),
        ("cite/N02.1/tremie-meules/tremie-2031", "citations.yaml", "{at: N02.1"),
        ("dataset", "source.yaml", ""),
    ],
)
def test_a_node_leads_back_to_its_record(node, file, text):
    place = place_of(load(TINY), node)
    assert place.file.endswith(f"/{file}")
    line = Path(place.file).read_text(encoding="utf-8").splitlines()[place.line - 1]
    assert line[place.column - 1 :].startswith(text)


def test_every_subject_of_the_graph_leads_to_a_file():
    corpus = load(TINY)
    for node in {statement.subject for statement in compiled(corpus)}:
        if not node.startswith("tf:"):
            assert Path(place_of(corpus, node).file).is_file(), node


def test_the_shapes_know_every_relation_of_the_model():
    text = next(c.query for c in constraints() if c.id == "statement-predicate")
    assert text.count("ns#") + text.count("xkos#") >= len(RELATIONS)
    used = {s.object for s in compiled(load(TINY)) if s.predicate == "rdf:predicate"}
    assert not any(isinstance(name, Words) for name in used)
