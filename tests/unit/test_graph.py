"""Statements, RDF and network are one and the same, closed, and the same every time."""

import os
import subprocess
import sys

import networkx
import pytest
import rdflib
from networkx.readwrite.graphml import read_graphml
from rdflib.compare import isomorphic, to_isomorphic

from techfeod_graph.checks import check
from techfeod_graph.conformance import nonconformities
from techfeod_graph.engine import Engine
from techfeod_graph.export import WRITERS, Edition, written
from techfeod_graph.graph import Words, to_networkx
from techfeod_graph.loading import load, try_load
from techfeod_graph.rdf import compiled, ontology_quads, to_rdf
from techfeod_graph.vocabulary import contract, expand

from ..broken_data import TINY, edited_folder

RDFLIB = {"ttl": "turtle", "trig": "trig", "nq": "nquads", "nt": "nt", "jsonld": "json-ld"}


@pytest.fixture(scope="module")
def corpus():
    return load(TINY)


@pytest.fixture(scope="module")
def given(corpus):
    return compiled(corpus)


def test_nested_attribution_ends_in_the_author(corpus, given):
    engine = Engine(corpus)
    last = engine.ask(
        "SELECT DISTINCT ?h WHERE { ?p a tf:Position ; tf:holder ?h "
        "FILTER NOT EXISTS { ?q tf:reports ?p } }"
    )
    assert last.rows == ((f"agent/{corpus.source.author}",),)


def test_one_who_speaks_in_the_essay_is_reported_by_nobody(tmp_path):
    folder = edited_folder(
        tmp_path, "source.yaml", "author: bluteau\n", "author: bluteau\ncontributors: [vannelle]\n"
    )
    corpus, problems = try_load(folder)
    assert corpus is not None
    assert [*problems, *check(corpus), *nonconformities(corpus)] == []
    (held,) = corpus.positions(corpus.claims["vanne-pouvoir"])
    assert (held.holder, held.reported_by) == ("vannelle", ())
    through = corpus.positions(corpus.claims["eau-rente"])[0]
    assert (through.holder, through.reported_by) == ("meuniers", ("vannelle",))
    contributors = Engine(corpus).ask("SELECT ?who WHERE { <essay> dcterms:contributor ?who }")
    assert contributors.rows == (("agent/vannelle",),)


def test_a_contributor_is_one_of_the_agents(tmp_path):
    folder = edited_folder(
        tmp_path, "source.yaml", "author: bluteau\n", "author: bluteau\ncontributors: [nemo]\n"
    )
    corpus, problems = try_load(folder)
    faults = [*problems, *(check(corpus) if corpus else ())]
    assert [(fault.rule, fault.place.line) for fault in faults] == [("dangling-id", 4)]


def test_a_chain_of_reports_is_kept_in_its_order(corpus):
    claim = corpus.claims["farine-moins-chere"]
    (position,) = corpus.positions(claim)
    assert (position.holder, position.reported_by) == ("tremie", ("vannelle", "bluteau"))


def test_shortcuts_follow_the_polarity_of_the_stance(given):
    found = {(s.predicate, s.object) for s in given if s.subject == "claim/faute-des-meules"}
    assert ("tf:heldBy", "agent/tremie") in found
    assert ("tf:opposedBy", "agent/bluteau") in found
    assert ("tf:heldBy", "agent/bluteau") not in found
    assert ("tf:reportedBy", "agent/bluteau") in found


def test_a_relation_that_nobody_holds_is_not_asserted(tmp_path):
    from .test_queries import edited

    corpus = edited(
        tmp_path,
        "claims.yaml",
        "  who: vannelle\n  says:\n",
        "  who: {holder: vannelle, stance: rejects}\n  says:\n",
    )
    relation = ("graph/relations", "concept/vanne", "tf:enables", "concept/pouvoir")
    assert relation not in {tuple(s) for s in compiled(corpus)}
    assert relation in {tuple(s) for s in compiled(load(TINY))}


def test_an_undercut_attacks_the_inference(given):
    assert any(
        s.predicate == "tf:attacks" and s.object == "argument/vanne-pouvoir.by.eau-rente"
        for s in given
    )


def test_no_blank_node_and_no_text_of_the_essay(corpus, given):
    dataset = to_rdf(corpus)
    essay = (TINY / "essay.txt").read_text(encoding="utf-8")
    for subject, _p, target, _g in dataset.quads():
        assert not isinstance(subject, rdflib.BNode)
        assert not isinstance(target, rdflib.BNode)
    sentences = [line for line in essay.split("\n") if len(line.split()) > 8]
    assert sentences
    texts = [s.object.text for s in given if isinstance(s.object, Words)]
    assert not any(
        text in sentence and len(text.split()) > 7 for text in texts for sentence in sentences
    )


@pytest.mark.parametrize("ending", sorted(RDFLIB))
def test_rdflib_reads_back_the_same_graph(corpus, given, ending):
    raw = written(Edition(corpus), ending)
    parsed = rdflib.Dataset(default_union=True)
    parsed.parse(data=raw, format=RDFLIB[ending])
    ours = to_rdf(corpus)
    assert {t[:3] for t in parsed.quads()} == {t[:3] for t in ours.quads()}
    if ending in ("trig", "nq", "jsonld"):
        assert set(parsed.quads()) == set(ours.quads())
    assert len(set(ours.quads())) == len(given) + len(ontology_quads(corpus.source.base))


def test_graphml_comes_back_with_the_same_nodes_and_edges(corpus, given, tmp_path):
    path = tmp_path / "kb.graphml"
    path.write_bytes(written(Edition(corpus), "graphml"))
    back = read_graphml(path, force_multigraph=True)
    ours = to_networkx(given)
    nodes = dict(back.nodes(data=True))
    for data in nodes.values():
        assert data.pop("label")
        data.pop("kind")
    assert nodes == dict(ours.nodes(data=True))
    edges = sorted((s, t, d["predicate"], d["graphs"]) for s, t, d in back.edges(data=True))
    assert edges == sorted(
        (s, t, k, d["graphs"]) for s, t, k, d in ours.edges(keys=True, data=True)
    )
    assert isinstance(ours, networkx.MultiDiGraph)


def test_network_and_rdf_have_the_same_links(corpus, given):
    network = to_networkx(given)
    base = corpus.source.base
    rdf = {
        (contract(str(s), base), contract(str(p), base), contract(str(o), base))
        for s, p, o, g in to_rdf(corpus).quads()
        if isinstance(o, rdflib.URIRef) and not str(g).endswith("graph/vocabulary")
    }
    links = {(s, k, t) for s, t, k in network.edges(keys=True)}
    types = {
        (n, "rdf:type", t)
        for n, d in network.nodes(data=True)
        for t in d.get("rdf:type", "").split("\n")
        if t
    }
    assert links | types == rdf


def test_names_expand_and_contract(corpus):
    base = corpus.source.base
    for name in ("tf:Claim", "claim/eau-rente", "essay/P01.1#sel", "skos:broader"):
        assert contract(expand(name, base), base) == name
    assert expand("https://example.org/x", base) == "https://example.org/x"


def test_the_same_bytes_whatever_the_hash_seed():
    script = (
        "import hashlib, pathlib, sys\n"
        "from techfeod_graph.loading import load\n"
        "from techfeod_graph.export import WRITERS, Edition, written\n"
        "from techfeod_graph.files import zipped\n"
        "edition = Edition(load(pathlib.Path(sys.argv[1])))\n"
        "for name in WRITERS:\n"
        "    content = written(edition, name)\n"
        "    raw = content if isinstance(content, bytes) else zipped(content)\n"
        "    print(name, hashlib.sha256(raw).hexdigest())\n"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script, str(TINY)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1
    assert outputs.pop().count("\n") == len(WRITERS)


def test_turtle_is_the_union_of_the_named_graphs(corpus, given):
    turtle = rdflib.Graph().parse(data=written(Edition(corpus), "ttl"), format="turtle")
    union = rdflib.Graph()
    for quad in to_rdf(corpus).quads():
        union.add(quad[:3])
    assert isomorphic(to_isomorphic(turtle), to_isomorphic(union))
