"""Answers as tables: SPARQL with values, DataFrames, networks and triples."""

import builtins
import sys

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

import techfeod_graph as tf
from techfeod_graph.api.frames import COLUMNS

HELD = "SELECT DISTINCT ?claim { ?claim tf:heldBy ?who } ORDER BY ?claim"


def test_values_are_bound_and_several_mean_any_of_them(kb):
    saito, wark = kb.agent("saito"), kb.agent("wark")
    rows = kb.sparql(HELD, who=saito)
    assert {kb[row.claim] for row in rows} == {*saito.claims_held}
    both = kb.sparql(HELD, who=[saito, wark])
    assert {row.claim for row in both} == {
        row.claim for one in (saito, wark) for row in kb.sparql(HELD, who=one)
    }
    assert kb.sparql(HELD, who=rdflib.URIRef(saito.iri)) == rows


NAMED = "{ ?s skos:prefLabel ?l FILTER(STR(?l) = ?text) }"


@pytest.mark.parametrize(
    ("query", "count"),
    [
        (f"SELECT ?s {NAMED}", 2),
        (f"# a brace {{ in a comment\nSELECT ?s WHERE {NAMED}", 2),
        (f"CONSTRUCT {{ ?s rdfs:label ?l }} WHERE {NAMED}", 2),
        (f"SELECT (COUNT(*) AS ?n) (STR('{{') AS ?x) {NAMED}", 1),
        (f"ASK {NAMED}", 1),
    ],
)
def test_text_is_a_literal_in_every_form_of_query(kb, query, count):
    found = kb.sparql(query, text="MIKA")
    assert found
    assert len(found) == count


@pytest.mark.parametrize("text", ['x" } #', "x' } UNION { ?s ?p ?o } {", "a\\", "{", "\n", "?who"])
def test_no_value_becomes_sparql(kb, text):
    asked = "SELECT ?s ?text { ?s tf:heldBy ?o FILTER(STR(?s) = ?text) }"
    assert len(kb.sparql(asked, text=text)) == 0
    echoed = kb.sparql("SELECT ?text { }", text=text)
    assert [row.text for row in echoed] == [text]


@settings(deadline=None)
@given(st.text(st.characters(codec=None)) | st.integers() | st.booleans())
def test_every_value_comes_back_or_is_refused(kb, value):
    try:
        (row,) = kb.sparql("SELECT ?value { }", value=value)
    except tf.QueryError as error:
        assert "no value of RDF" in str(error)
        assert any("\ud800" <= letter <= "\udfff" for letter in value)
    else:
        assert row.value == value
        assert type(row.value) is type(value)


def test_terms_become_python_values(kb):
    numbers = "(1 AS ?i) (1.5 AS ?d) (1e0 AS ?f) (true AS ?b)"
    (row,) = kb.sparql(f'SELECT {numbers} ("x"@fr AS ?t) (<agent/saito> AS ?p) ?u {{}}')
    assert tuple(row) == (1, row.d, 1.0, True, "x", "agent/saito", None)
    assert float(row.d) == 1.5
    assert isinstance(row.i, int)
    assert isinstance(row.f, float)


def test_truths_and_graphs(kb):
    assert not kb.sparql("ASK { ?s tf:noSuchThing ?o }")
    assert kb.sparql("ASK { ?s tf:heldBy ?o }").truth is True
    graph = kb.sparql("CONSTRUCT { ?s tf:x ?o } WHERE { ?s tf:heldBy ?o } LIMIT 4")
    assert graph.columns == ("subject", "predicate", "object")
    assert len(graph.to_rdf()) == len(graph) == 4
    with pytest.raises(tf.TechfeodError, match="CONSTRUCT"):
        kb.sparql("SELECT ?s { ?s ?p ?o } LIMIT 1").to_rdf()


def test_the_kept_triples_are_those_of_the_data(kb):
    anew = tf.KnowledgeBase(kb.corpus)
    everything = "SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }"
    assert sorted(map(repr, kb.sparql(everything))) == sorted(map(repr, anew.sparql(everything)))


def test_named_queries_take_records_and_names(kb, english):
    by_name = kb.named("held-by-durand", agent="Saitō")
    assert {kb[row.claim] for row in by_name} == {*kb.agent("saito").claims_held}
    assert kb.named("held-by-durand", agent=kb.agent("saito")) == by_name
    assert kb.named("1", agent="saito", lang="en") == english.named("1", agent="saito")
    both = kb.named("held-by-durand", agent=["saito", kb.agent("wark")])
    assert len(both) > len(by_name)
    with pytest.raises(tf.UnknownName):
        kb.named("held-by-nobody-at-all")
    with pytest.raises(tf.TechfeodError, match="no parameter"):
        kb.named("held-by-durand", agnet="saito")


def test_faults_of_a_query_are_shown_where_they_stand(kb):
    with pytest.raises(tf.QueryError, match="line 2, column 7"):
        kb.sparql("SELECT ?who {\n?who }", who=kb.agent("saito"))
    with pytest.raises(tf.QueryError, match=r"no variable \?agnet \(it has: claim, who\)"):
        kb.sparql(HELD, agnet=kb.agent("saito"))
    with pytest.raises(tf.QueryError, match="type object"):
        kb.sparql(HELD, who=object())
    with pytest.raises(tf.QueryError, match="SERVICE"):
        kb.sparql("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }")
    with pytest.raises(tf.QueryError, match="pattern"):
        kb.sparql("DESCRIBE ?who", who=kb.agent("saito"))


def test_columns_that_python_cannot_name_stay_reachable(kb):
    found = kb.sparql('SELECT ("a" AS ?class) ("b" AS ?_x) {}')
    assert found.columns == ("class", "_x")
    assert found[0].class_ == "a"
    assert found.to_dicts() == [{"class": "a", "_x": "b"}]
    assert found[:] == tuple(found)


@pytest.mark.parametrize("name", COLUMNS)
def test_every_table_is_a_dataframe(kb, name):
    frame = kb.to_dataframe(name)
    assert tuple(frame.columns) == COLUMNS[name]
    assert len(frame) == len(kb.table(name)) > 0


def test_tables_count_what_the_records_count(kb):
    assert len(kb.table("positions")) == len(kb.positions())
    frame = kb.to_dataframe("positions")
    saito = frame[frame.holder == "saito"]
    assert {*saito.claim} == {p.claim.id for p in kb.agent("saito").positions}
    assert set(frame.explode("at")["at"]) <= {*kb.corpus.passages}


def test_without_pandas_the_remedy_is_said(kb, monkeypatch):
    monkeypatch.delitem(sys.modules, "pandas", raising=False)
    real = builtins.__import__

    def missing(name, *given):
        if name == "pandas":
            raise ImportError(name)
        return real(name, *given)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(tf.MissingExtra, match=r"pip install 'techfeod-graph\[pandas\]'"):
        kb.to_dataframe("claims")


def test_networks_and_triples_hold_the_same_statements(kb):
    network, dataset = kb.to_networkx(), kb.to_rdf()
    assert "concept/mika" in network
    mika = rdflib.URIRef(kb.concept("mika").iri)
    assert {o.language for o in dataset.objects(mika, rdflib.SKOS.prefLabel)} == {"fr", "en"}
    assert network.out_degree("concept/mika") <= len(list(dataset.predicate_objects(mika)))
