"""The RDF that we write is read by parsers that are not ours, with every kind of information."""

import json
import re
import subprocess
import zipfile
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from pyld import jsonld

from techfeod_graph.export import Edition, written
from techfeod_graph.formats import FORMATS
from techfeod_graph.loading import load
from techfeod_graph.rdf import ontology_quads, to_quads, to_rdf

from ..broken_data import TINY
from ..exports.counting import agree
from .peers import missing, node, program
from .rdf_counts import AIF, TF, rdf_counts

pytestmark = pytest.mark.slow

#: The name of each format in rdflib; the flat ones hold the union of the named graphs.
RDFLIB = {
    "ttl": "turtle",
    "trig": "trig",
    "nq": "nquads",
    "nt": "nt",
    "jsonld": "json-ld",
    "rdfxml": "xml",
}
FLAT = {"ttl", "nt", "rdfxml"}


@pytest.fixture(scope="module")
def ours(corpus, edition):
    quads = set(to_rdf(corpus).quads())
    assert len(quads) == len(edition.statements) + len(ontology_quads(edition.base))
    return quads


@pytest.fixture(scope="module")
def counts(ours):
    triples = len({quad[:3] for quad in ours})
    return {name: triples if name in FLAT else len(ours) for name in RDFLIB}


@pytest.mark.parametrize("name", RDFLIB)
def test_rdflib(exported, ours, edition, corpus, name):
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(exported[name], format=RDFLIB[name])
    found = set(dataset.quads())
    if name in FLAT:
        assert {quad[:3] for quad in found} == {quad[:3] for quad in ours}
    else:
        assert found == ours
    agree(FORMATS[name], rdf_counts(dataset, edition.base), corpus)


def test_oxigraph(exported, counts):
    for name, count in counts.items():
        assert len(set(pyoxigraph.parse(path=str(exported[name])))) == count


def test_n3_and_jsonld_js(exported, counts):
    names = [name for name in counts if name != "rdfxml"]
    found = node("count.cjs", *(exported[name] for name in names), needs=("n3", "jsonld"))
    assert found == {exported[name].name: counts[name] for name in names}


JARS = (
    "commons-cli commons-codec commons-compress commons-csv commons-io commons-lang3 gson "
    "httpclient httpcore jackson-core jackson-databind jackson-annotations jsonld-java protobuf "
    "slf4j-api slf4j-nop thrift titanium-json-ld jcl-over-slf4j guava"
)


@pytest.fixture(scope="module")
def riot(tmp_path_factory):
    """Debian's Jena, whose message files lie where its renamed classes do not look for them."""
    java, share = program("java", "default-jre-headless"), Path("/usr/share/java")
    jars = sorted(p for p in share.glob("jena-*.jar") if not re.search(r"-\d", p.name))
    if not jars:
        missing("no Jena: install libapache-jena-java")
    moved = tmp_path_factory.mktemp("jena")
    with zipfile.ZipFile(share / "jena-core.jar") as archive:
        for name in archive.namelist():
            if name.startswith("org/apache/jena/ext/") and name.endswith(".properties"):
                target = moved / name.removeprefix("org/apache/jena/ext/")
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(archive.read(name))
    jars += [share / f"{name}.jar" for name in JARS.split()]
    return [java, "-cp", ":".join(map(str, (moved, *jars))), "riotcmd.riot", "--count"]


@pytest.mark.parametrize("name", ["ttl", "trig", "nt", "nq", "rdfxml"])
def test_jena(exported, counts, riot, name):
    done = subprocess.run([*riot, exported[name]], capture_output=True, text=True, check=False)
    found = re.search(r"(?:Triples|Quads) = ([\d,]+)", done.stdout + done.stderr)
    assert found, done.stderr
    assert int(found[1].replace(",", "")) == counts[name]
    assert "WARN" not in done.stderr
    assert "ERROR" not in done.stderr


def test_jena_reads_the_other_rdf(exported, riot):
    for name in ("skos", "aif", "nanopub"):
        done = subprocess.run([*riot, exported[name]], capture_output=True, text=True, check=False)
        count = len(set(pyoxigraph.parse(path=str(exported[name]))))
        assert f"= {count:,}" in done.stdout + done.stderr


def refuse(url, options):
    raise AssertionError(f"reading needs the network: {url}")


def test_json_ld_is_the_same_graph_for_pyld_and_for_rdflib(exported, edition):
    """Canonical N-Quads of both readings, and of the N-Quads file."""
    document = json.loads(exported["jsonld"].read_text(encoding="utf-8"))
    options = {"format": "application/n-quads", "documentLoader": refuse}
    by_pyld = jsonld.to_rdf(document, options)
    dataset = rdflib.Dataset()
    dataset.parse(exported["jsonld"], format="json-ld")
    by_rdflib = dataset.serialize(format="nquads")
    readings = (by_pyld, by_rdflib, exported["nq"].read_text(encoding="utf-8"))
    canonical = {canonical_form(lines) for lines in readings}
    assert len(canonical) == 1


def canonical_form(lines):
    """N-Quads after canonicalisation by RDFC-1.0, in Oxigraph."""
    quads = pyoxigraph.parse(lines.encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    dataset = pyoxigraph.Dataset(quads)
    dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
    return "\n".join(sorted(map(str, dataset)))


def test_json_ld_is_compact():
    """PyLD, compacting with our context, uses no IRI or prefix where the file has a term."""
    document = json.loads(written(Edition(load(TINY)), "jsonld"))
    ours = {key for graph in document["graph"] for item in graph["graph"] for key in item}
    context = document["@context"]
    options = {"documentLoader": refuse, "base": context["@base"]}
    compacted = jsonld.compact(document, context, options)
    theirs = {key for graph in compacted["graph"] for item in graph["graph"] for key in item}
    assert ours == theirs
    assert not [key for key in ours if "//" in key]


def test_rdf_1_2_reifies_every_relation(exported, edition):
    """N3.js reads triple terms; unfolded, they are the descriptions of the other files."""
    found = node("count.cjs", exported["rdf12"], needs=("n3",))
    parts = {"rdf:subject", "rdf:predicate", "rdf:object"}
    reified = {s.subject for s in edition.statements if s.predicate == "rdf:subject"}
    kept = [
        s
        for s in edition.statements
        if s.predicate not in parts and not (s.subject in reified and s.object == "rdf:Statement")
    ]
    total = len(kept) + len(reified) + len(ontology_quads(edition.base))
    assert found == {exported["rdf12"].name: total}
    unfolded = set(to_quads(kept, edition.base))
    reifies = 0
    for quad in pyoxigraph.parse(path=str(exported["rdf12"])):
        if isinstance(quad.object, pyoxigraph.Triple):
            reifies += 1
        else:
            unfolded.discard(quad)
    assert (reifies, unfolded) == (len(reified), set())


def test_rdf_1_2_holds_every_kind(exported, edition, corpus):
    """The triple terms unfolded again, every kind is counted as in the other RDF files."""
    graph = rdflib.Graph()
    rdf = rdflib.RDF
    lines = []
    for quad in pyoxigraph.parse(path=str(exported["rdf12"])):
        if isinstance(quad.object, pyoxigraph.Triple):
            subject = rdflib.URIRef(quad.subject.value)
            graph.add((subject, rdf.type, rdf.Statement))
            inner = quad.object
            for part, term in zip((rdf.subject, rdf.predicate, rdf.object), inner, strict=True):
                graph.add((subject, part, rdflib.URIRef(term.value)))
        else:
            lines.append(f"{quad.triple} .\n")
    graph.parse(data="".join(lines), format="nt")
    agree(FORMATS["rdf12"], rdf_counts(graph, edition.base), corpus)


def test_aif_in_its_own_terms(exported, edition, corpus):
    graph = rdflib.Graph().parse(exported["aif"], format="turtle")
    outside = {str(p) for p in graph.predicates() if not str(p).startswith(str(AIF))}
    assert outside == {str(rdflib.RDF.type)}
    texts = {str(s): str(o) for s, o in graph.subject_objects(AIF.claimText)}
    assert texts == {f"{edition.base}claim/{k}": c.fr for k, c in corpus.claims.items()}
    assert all(o.language is None for o in graph.objects(None, AIF.claimText))
    for claim in graph.subjects(rdflib.RDF.type, AIF["I-node"]):
        graph.add((claim, rdflib.RDF.type, TF.Claim))
    found = rdf_counts(graph, edition.base)
    agree(FORMATS["aif"], {kind: found[kind] for kind in FORMATS["aif"].whole}, corpus)
