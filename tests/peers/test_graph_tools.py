"""Graph software: networkx, igraph, graphology, tables, and Mermaid in Chromium."""

import csv
import io
import json
import re
from collections import Counter
from itertools import pairwise

import networkx
import pytest

from techfeod_graph.export import Edition, written
from techfeod_graph.formats import FORMATS
from techfeod_graph.graph import Words, to_networkx

from ..exports.counting import agree
from ..exports.hostile import HOSTILE, hostile, plain
from .peers import modules, node

pytestmark = pytest.mark.slow


def network_counts(nodes, edges):
    """As counting.expected, from id to attributes, and (source, predicate, target)."""
    types = {key: set(re.split(r"[\s]+", data.get("rdf:type", ""))) for key, data in nodes.items()}

    def typed(kind):
        return {key for key, found in types.items() if kind in found}

    count = Counter(predicate for _source, predicate, _target in edges)
    ends = {(source, predicate): target for source, predicate, target in edges}
    reported = {source for source, predicate, _target in edges if predicate == "tf:reports"}
    positions = typed("tf:Position") - reported
    undercuts = {c for c in typed("aif:CA-node")
                 if ends[c, "aif:hasConflictedElement"].startswith("argument/")}  # fmt: skip
    agents = typed("foaf:Person") | typed("foaf:Group") | typed("foaf:Organization")
    return {
        "concepts": len(typed("skos:Concept")),
        "definitions": sum("skos:definition@fr" in data for data in nodes.values()),
        "relations": sum(
            ends[s, "rdf:subject"].startswith("concept/") for s in typed("rdf:Statement")
        ),
        "claims": len(typed("tf:Claim")),
        "positions": len(positions),
        "attribution": len(reported),
        "stances": dict(Counter(ends[p, "tf:stance"].removeprefix("tf:") for p in positions)),
        "reasons": {
            "inferences": len(typed("aif:RA-node")),
            "premises": count["aif:hasPremise"],
        },
        "conflicts": len(typed("aif:CA-node") - undercuts),
        "undercuts": len(undercuts),
        "qualifications": {
            "qualifies": count["tf:qualifies"],
            "elaborates": count["tf:elaborates"],
            "presupposes": count["dcterms:requires"],
        },
        "ambiguity": count["tf:possibleHolder"],
        "agents": len(agents),
        "works": len(typed("fabio:Expression")),
        "pointers": len(typed("c4o:InTextReferencePointer")),
        "slips": len(typed("oa:Annotation")),
        "anchors": sum(
            source in typed("tf:Claim") and predicate == "prov:wasDerivedFrom"
            for source, predicate, _target in edges
        ),
    }


def read(path, name):
    """A file of the network as networkx has read it: nodes and edges as they were given."""
    if name == "cytoscape":
        document = json.loads(path.read_text(encoding="utf-8"))
        graph = networkx.cytoscape_graph(document)
    elif name == "gexf":
        graph = networkx.MultiDiGraph(networkx.read_gexf(path))
    else:
        graph = networkx.read_graphml(path, force_multigraph=True)
    nodes = dict(graph.nodes(data=True))
    return nodes, [(s, d["predicate"], t) for s, t, d in graph.edges(data=True)], graph


@pytest.mark.parametrize("name", ["graphml", "gexf", "cytoscape"])
def test_networkx(exported, edition, corpus, name):
    nodes, edges, _graph = read(exported[name], name)
    ours = to_networkx(edition.statements)
    assert set(nodes) == set(ours)
    for key, data in ours.nodes(data=True):
        assert data.items() <= {k: v for k, v in nodes[key].items() if v != ""}.items()
        assert nodes[key]["label"]
    assert sorted(edges) == sorted((s, k, t) for s, t, k in ours.edges(keys=True))
    agree(FORMATS[name], network_counts(nodes, edges), corpus)


def test_the_base_makes_iris_of_paths(exported, edition):
    assert read(exported["graphml"], "graphml")[2].graph["base"] == edition.base


def test_igraph(exported, corpus):
    import igraph

    graph = igraph.Graph.Read_GraphML(str(exported["graphml"]))
    names = graph.vs["id"]
    nodes = {
        vertex["id"]: {k: v for k, v in vertex.attributes().items() if isinstance(v, str) and v}
        for vertex in graph.vs
    }
    edges = [(names[e.source], e["predicate"], names[e.target]) for e in graph.es]
    agree(FORMATS["graphml"], network_counts(nodes, edges), corpus)


def test_graphology(exported, edition):
    found = node("gexf.cjs", exported["gexf"], needs=("graphology", "graphology-gexf"))
    ours = to_networkx(edition.statements)
    assert found["nodes"] == ours.number_of_nodes()
    assert found["edges"] == ours.number_of_edges()
    predicates = Counter(key for _s, _t, key in ours.edges(keys=True))
    assert found["predicates"] == dict(predicates)


def table(content):
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_tables(exported, edition, corpus):
    files = {path.name: table(path.read_bytes()) for path in exported["csv"].iterdir()}
    nodes = {row["id"]: {"rdf:type": row["type"]} for row in files["nodes.csv"]}
    for row in files["values.csv"]:
        name = f"{row['predicate']}@{row['language']}" if row["language"] else row["predicate"]
        nodes[row["id"]][name] = row["value"]
    edges = [(r["source"], r["predicate"], r["target"]) for r in files["edges.csv"]]
    agree(FORMATS["csv"], network_counts(nodes, edges), corpus)
    values = {(r["id"], r["predicate"], r["language"], r["value"]) for r in files["values.csv"]}
    assert values == {
        (s.subject, s.predicate, s.object.language, s.object.text)
        for s in edition.statements
        if isinstance(s.object, Words)
    }


@pytest.mark.parametrize("name", ["graphml", "gexf", "cytoscape"])
def test_networkx_takes_hostile_texts_as_texts(tmp_path, name):
    path = tmp_path / "network"
    path.write_bytes(written(Edition(hostile()), name))
    nodes, _edges, _graph = read(path, name)
    for key in ("concept/vanne", "agent/bluteau", "claim/eau-rente"):
        data = nodes[key]
        texts = [data.get("rdfs:label@fr", data.get("rdfs:label"))]
        assert texts == [HOSTILE]


def test_tables_take_hostile_texts_as_texts():
    values = table(written(Edition(hostile()), "csv")["values.csv"])
    assert {row["value"] for row in values if row["predicate"] == "skos:definition"} == {HOSTILE}


DRAW = """
async ([library, charts]) => {
  await new Promise((done, failed) => {
    const script = document.createElement("script");
    script.textContent = library;
    document.head.append(script);
    window.mermaid ? done() : failed("no mermaid");
  });
  mermaid.initialize({ startOnLoad: false, securityLevel: "strict" });
  const found = {};
  for (const [name, text] of Object.entries(charts)) {
    const { svg } = await mermaid.render("d" + name.replace(/\\W/g, "_"), text);
    const holder = document.createElement("div");
    holder.innerHTML = svg;
    found[name] = {
      nodes: [...holder.querySelectorAll("g.node")].map((n) => [n.id, n.textContent]),
      edges: [...holder.querySelectorAll("path.flowchart-link")].map((e) => e.id || e.dataset.id),
      labels: [...holder.querySelectorAll("g.edgeLabel")].map((e) => e.textContent.trim()),
    };
  }
  return found;
}
"""


@pytest.fixture
def drawn(chromium):
    """What Mermaid draws of each chart, in a page that reaches no network."""
    library = modules("mermaid") / "mermaid" / "dist" / "mermaid.min.js"
    context = chromium.new_context()
    page = context.new_page()
    yield lambda charts: page.evaluate(DRAW, [library.read_text(encoding="utf-8"), charts])
    context.close()


@pytest.mark.browser
def test_mermaid(exported, corpus, drawn):
    charts = {path.name: path.read_text(encoding="utf-8") for path in exported["mermaid"].iterdir()}
    found = drawn(charts)
    ids = {
        re.search(r"flowchart-(\w+?)-\d+$", key)[1]
        for chart in found.values()
        for key, _text in chart["nodes"]
    }
    labels = Counter(label for chart in found.values() for label in chart["labels"] if label)
    edges = sum(len(chart["edges"]) for chart in found.values())
    inferences = sum(key.startswith("argument__") for key in ids)
    wanted_links = sum(labels.values())
    agree(
        FORMATS["mermaid"],
        {
            "claims": sum(key.startswith("claim__") for key in ids),
            "reasons": {
                "inferences": inferences,
                "premises": edges - wanted_links - inferences,
            },
            "conflicts": labels["attaque"],
            "undercuts": labels["affaiblit"],
            "qualifications": {
                "qualifies": labels["nuance"],
                "elaborates": labels["développe"],
                "presupposes": labels["présuppose"],
            },
        },
        corpus,
    )


@pytest.mark.browser
def test_mermaid_takes_hostile_texts_as_texts(drawn):
    files = written(Edition(hostile()), "mermaid")
    found = drawn({name: data.decode() for name, data in files.items()})
    claims = [text for chart in found.values() for key, text in chart["nodes"] if "claim__" in key]
    assert claims
    for text in claims:
        shown = re.sub(r"^§\d+·", "", plain(text))
        assert shown.startswith(plain(HOSTILE))


def test_the_maps_of_mermaid_are_within_its_limits(exported):
    for path in exported["mermaid"].iterdir():
        text = path.read_text(encoding="utf-8")
        assert len(text) < 50_000
        assert len(re.findall(r"-->", text)) < 500
    names = sorted(path.name for path in exported["mermaid"].iterdir())
    assert all(first != second for first, second in pairwise(names))
