"""What we write is read by parsers that are not ours, with the same number of statements."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import networkx
import pyoxigraph
import pytest
import rdflib
import techfeod_graph.data

from techfeod_graph.export import FORMATS
from techfeod_graph.graph import to_networkx
from techfeod_graph.loading import load
from techfeod_graph.rdf import compiled, ontology_quads, to_rdf

pytestmark = pytest.mark.slow

RDFLIB = {"ttl": "turtle", "trig": "trig", "nq": "nquads", "nt": "nt", "jsonld": "json-ld"}
HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The RDF files of the published data, and how many statements each should hold."""
    folder = tmp_path_factory.mktemp("written")
    corpus = load(Path(techfeod_graph.data.__file__).parent)
    given = compiled(corpus)
    for ending in RDFLIB:
        (folder / f"kb.{ending}").write_bytes(FORMATS[ending](given, corpus.source.base))
    quads = set(to_rdf(corpus).quads())
    assert len(quads) == len(given) + len(ontology_quads(corpus.source.base))
    triples = len({quad[:3] for quad in quads})
    expected = {f"kb.{e}": triples if e in ("ttl", "nt") else len(quads) for e in RDFLIB}
    return folder, expected


def test_rdflib(written):
    folder, expected = written
    for ending, name in RDFLIB.items():
        dataset = rdflib.Dataset()
        dataset.parse(folder / f"kb.{ending}", format=name)
        assert len(set(dataset.quads())) == expected[f"kb.{ending}"]


def test_oxigraph(written):
    folder, expected = written
    for name, count in expected.items():
        assert len(set(pyoxigraph.parse(path=str(folder / name)))) == count


def test_n3_and_jsonld_js(written):
    folder, expected = written
    modules = Path(os.environ.get("TECHFEOD_PEERS", HERE)) / "node_modules"
    node = shutil.which("node")
    if node is None or not (modules / "n3").is_dir():
        reason = f"no node, or no n3 and jsonld in {modules}: run «npm install» in tests/peers"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    done = subprocess.run(
        [node, str(HERE / "count.cjs"), *(str(folder / name) for name in expected)],
        env={**os.environ, "NODE_PATH": str(modules)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout) == expected


def test_networkx_reads_the_same_nodes_and_edges(tmp_path):
    corpus = load(Path(techfeod_graph.data.__file__).parent)
    given = compiled(corpus)
    path = tmp_path / "kb.graphml"
    path.write_bytes(FORMATS["graphml"](given, corpus.source.base))
    back = networkx.read_graphml(path, force_multigraph=True)
    ours = to_networkx(given)
    assert dict(back.nodes(data=True)) == dict(ours.nodes(data=True))
    edges = sorted((s, t, d["predicate"], d["graphs"]) for s, t, d in back.edges(data=True))
    expected = ours.edges(keys=True, data=True)
    assert edges == sorted((s, t, key, data["graphs"]) for s, t, key, data in expected)
    assert back.graph["base"] == corpus.source.base
