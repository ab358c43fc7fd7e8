"""Argument software: arguebuf, Argdown, nanopub-py, Graphviz."""

import json
import re
import subprocess
import xml.etree.ElementTree as ET
from collections import Counter

import networkx
import pytest
import rdflib

from techfeod_graph.export import Edition, written
from techfeod_graph.formats import FORMATS
from techfeod_graph.terms import FOR

from ..exports.counting import agree, expected
from ..exports.hostile import HOSTILE, hostile, plain
from .peers import missing, modules, program
from .rdf_counts import rdf_counts

pytestmark = pytest.mark.slow


def aif_graph(document):
    """AIF's JSON as a network, every edge joining two nodes that are there."""
    graph = networkx.DiGraph()
    for item in document["nodes"]:
        graph.add_node(item["nodeID"], **item)
    for item in document["edges"]:
        assert {item["fromID"], item["toID"]} <= set(graph)
        graph.add_edge(item["fromID"], item["toID"])
    return graph


def aif_counts(document):
    graph = aif_graph(document)
    kind = dict(graph.nodes(data="type"))
    locutions = [n for n in graph if kind[n] == "L"]
    reached = {n: next(iter(graph[next(iter(graph[n]))])) for n in locutions}
    first = [n for n in locutions if kind[reached[n]] == "I"]
    conflicts = [n for n in graph if kind[n] == "CA"]
    undercuts = [n for n in conflicts if kind[next(iter(graph[n]))] == "RA"]
    inferences = [n for n in graph if kind[n] == "RA"]
    return {
        "claims": sum(k == "I" for k in kind.values()),
        "positions": len(first),
        "attribution": len(locutions) - len(first),
        "reasons": {
            "inferences": len(inferences),
            "premises": sum(graph.in_degree(n) - (n in targets(graph)) for n in inferences),
        },
        "conflicts": len(conflicts) - len(undercuts),
        "undercuts": len(undercuts),
    }


def targets(graph):
    """The inferences that a conflict hits; its edge is no premise."""
    return {t for s, t in graph.edges if graph.nodes[s]["type"] == "CA"}


@pytest.mark.parametrize("name", ["aifdb", "xaif"])
def test_aif_json(exported, corpus, name):
    document = json.loads(exported[name].read_text(encoding="utf-8"))
    document = document["AIF"] if name == "xaif" else document
    agree(FORMATS[name], aif_counts(document), corpus)
    legal = {
        ("I", "RA"), ("RA", "I"), ("I", "CA"), ("CA", "I"), ("CA", "RA"),
        ("L", "YA"), ("YA", "I"), ("YA", "L"),
    }  # fmt: skip
    graph = aif_graph(document)
    kind = dict(graph.nodes(data="type"))
    assert {(kind[s], kind[t]) for s, t in graph.edges} <= legal
    texts = Counter(n["text"] for n in document["nodes"] if n["type"] in ("I", "L"))
    assert set(texts.values()) == {1}, "AIFdb would merge nodes of one text"
    spoken = {item["nodeID"] for item in document["locutions"]}
    assert spoken == {n for n in graph if kind[n] == "L"}
    people = {item["participantID"] for item in document["participants"]}
    assert {item["personID"] for item in document["locutions"]} == people


def test_a_rejection_is_not_an_assertion(exported, corpus):
    document = json.loads(exported["aifdb"].read_text(encoding="utf-8"))
    graph = aif_graph(document)
    asserting = {s["nodeID"] for s in document["schemefulfillments"] if s["schemeID"] == "74"}
    stances = expected(corpus)["stances"]
    direct = [
        n
        for n, data in graph.nodes(data=True)
        if data["type"] == "YA" and graph.nodes[next(iter(graph[n]))]["type"] == "I"
    ]
    assert sum(n in asserting for n in direct) == stances["asserts"] + stances.get("defines", 0)
    for number in direct:
        text = graph.nodes[number]["text"]
        assert (text == "Asserting") == (number in asserting)


@pytest.mark.parametrize("name", ["aifdb", "xaif"])
def test_arguebuf(exported, corpus, name):
    import arguebuf

    document = json.loads(exported[name].read_text(encoding="utf-8"))
    with _quiet():
        load = arguebuf.load.xaif if name == "xaif" else arguebuf.load.aif
        graph = load(document)
    wanted = expected(corpus)
    assert sorted(node.plain_text for node in graph.atom_nodes.values()) == sorted(
        claim.fr for claim in corpus.claims.values()
    )
    schemes = Counter(type(node.scheme).__name__ for node in graph.scheme_nodes.values())
    assert schemes == {
        "Support": wanted["reasons"]["inferences"],
        "Attack": wanted["conflicts"] + wanted["undercuts"],
    }
    named = Counter(r.scheme for c in corpus.claims.values() for r in c.because if r.scheme)
    read = Counter(
        node.scheme.name.lower().replace("_", "-")
        for node in graph.scheme_nodes.values()
        if type(node.scheme).__name__ == "Support" and node.scheme.name != "DEFAULT"
    )
    assert sum(read.values()) >= 0.7 * sum(named.values())
    assert read.items() <= named.items()


def _quiet():
    import warnings

    return warnings.catch_warnings(action="ignore")


def argdown(path, folder):
    cli = modules("@argdown/cli") / ".bin" / "argdown"
    done = subprocess.run(
        [program("node", "nodejs"), cli, "json", path, folder],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "rror" not in done.stdout + done.stderr, done.stdout + done.stderr
    return json.loads((folder / f"{path.stem}.json").read_text(encoding="utf-8"))


def defined(document):
    """Title to the one member of each statement that has a text."""
    found = {}
    for title, statement in document["statements"].items():
        (found[title],) = [m for m in statement["members"] if m.get("text")]
    return found


def test_argdown(exported, corpus, tmp_path):
    document = argdown(exported["argdown"], tmp_path)
    statements = defined(document)
    for key, claim in corpus.claims.items():
        member = statements[key]
        tags = dict.fromkeys(
            f"#{p.holder}" if p.stance in FOR else f"#({p.holder} {p.stance})"
            for p in corpus.positions(claim)
        )
        assert plain(member["text"]) == plain(claim.fr + "".join(tags))
        assert (member["data"]["fr"], member["data"]["en"]) == (claim.fr, claim.en)
    data = [member["data"] for member in statements.values()]
    positions = [p for item in data for p in item["positions"]]
    kinds = Counter((r["relationType"], r["toType"]) for r in document["relations"])
    premises = [
        part
        for argument in document["arguments"].values()
        for part in argument["pcs"]
        if part["role"] == "premise"
    ]
    wanted = expected(corpus)
    chains = {
        (key, p["holder"], p["stance"], tuple(p["reportedBy"][:depth]))
        for key, member in statements.items()
        for p in member["data"]["positions"]
        for depth in range(1, len(p["reportedBy"]) + 1)
    }
    found = {
        "claims": len(statements),
        "positions": len(positions),
        "attribution": len(chains),
        "stances": dict(Counter(p["stance"] for p in positions)),
        "reasons": {"inferences": len(document["arguments"]), "premises": len(premises)},
        "conflicts": kinds["attack", "equivalence-class"],
        "undercuts": kinds["undercut", "inference"],
        "qualifications": {
            name: sum(len(item.get(name, [])) for item in data) for name in wanted["qualifications"]
        },
        "ambiguity": sum(len(i["ambiguous"]["holders"]) for i in data if "ambiguous" in i),
        "anchors": sum(len(item["at"]) for item in data),
    }
    agree(FORMATS["argdown"], found, corpus)
    attacks = {(r["from"], r["to"]) for r in document["relations"] if r["relationType"] == "attack"}
    assert attacks == {(k, a.claim) for k, c in corpus.claims.items() for a in c.attacks}


def test_argdown_takes_hostile_texts_as_texts(tmp_path):
    path = tmp_path / "hostile.argdown"
    corpus = hostile()
    path.write_bytes(written(Edition(corpus), "argdown"))
    document = argdown(path, tmp_path)
    for key, member in defined(document).items():
        text = re.sub(r"(#\S+|#\([^)]*\))\s*$", "", member["text"])
        while text != (shorter := re.sub(r"\s+(#[\w-]+|#\([^)]*\))\s*$", "", text)):
            text = shorter
        assert plain(text) == plain(HOSTILE), key
        assert member["data"]["fr"] == HOSTILE
    wanted = expected(corpus)
    assert len(document["statements"]) == wanted["claims"]
    assert len(document["arguments"]) == wanted["reasons"]["inferences"]


@pytest.mark.usefixtures("every_query_is_read_once")
def test_every_nanopublication_is_valid(exported, edition, corpus):
    from nanopub import Nanopub

    everything = rdflib.Dataset(default_union=True)
    everything.parse(exported["nanopub"], format="trig")
    graphs = {}
    for subject, predicate, target, graph in everything.quads():
        path = str(graph).partition("#")[0]
        graphs.setdefault(path, []).append((subject, predicate, target, graph))
    assert set(graphs) == {f"{edition.base}nanopub/{key}" for key in corpus.claims}
    for quads in graphs.values():
        with _quiet():
            single = rdflib.ConjunctiveGraph()
            for subject, predicate, target, graph in quads:
                single.get_context(graph).add((subject, predicate, target))
            assert Nanopub(rdf=single).is_valid
    found = rdf_counts(everything, edition.base)
    found["relations"] = len(set(everything.subjects(rdflib.RDF.type, rdflib.RDF.Statement)))
    agree(FORMATS["nanopub"], {k: found[k] for k in FORMATS["nanopub"].whole}, corpus)


def test_graphviz(exported, corpus):
    done = subprocess.run(
        [program("dot", "graphviz"), "-Kneato", "-n2", "-Tdot_json", exported["dot"]],
        capture_output=True,
        text=True,
        check=False,
    )
    document = json.loads(done.stdout)
    nodes = [item for item in document["objects"] if not item["name"].startswith("cluster")]
    names = {item["_gvid"]: item["name"] for item in nodes}
    ends = [(names[e["tail"]], e["label"], names[e["head"]]) for e in document["edges"]]
    label = {"attacks": "attaque", "undercuts": "affaiblit", "qualifies": "nuance",
             "elaborates": "développe", "presupposes": "présuppose"}  # fmt: skip
    count = Counter(kind for _source, kind, _target in ends)
    premises = sum(target.startswith("argument/") for _s, kind, target in ends if not kind)
    found = {
        "claims": sum(name.startswith("claim/") for name in names.values()),
        "reasons": {
            "inferences": sum(name.startswith("argument/") for name in names.values()),
            "premises": premises,
        },
        "conflicts": count[label["attacks"]],
        "undercuts": count[label["undercuts"]],
        "qualifications": {
            name: count[label[name]] for name in ("qualifies", "elaborates", "presupposes")
        },
    }
    agree(FORMATS["dot"], found, corpus)


def test_graphviz_takes_hostile_texts_as_texts(tmp_path):
    path = tmp_path / "hostile.dot"
    corpus = hostile()
    path.write_bytes(written(Edition(corpus), "dot"))
    done = subprocess.run(
        [program("dot", "graphviz"), "-Tsvg", path], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    spaces = {"s": "http://www.w3.org/2000/svg"}
    for group in ET.fromstring(done.stdout).iterfind(".//s:g[@class='node']", spaces):
        if group.find("s:title", spaces).text.startswith("claim/"):
            shown = "".join(part.text for part in group.iterfind("s:text", spaces))
            assert plain(shown).startswith(plain(HOSTILE))


def test_peers_are_asked_for_by_name():
    with pytest.raises((pytest.fail.Exception, pytest.skip.Exception)):
        missing("a reason")
