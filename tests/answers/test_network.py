"""Ways, neighbourhoods and measures against networkx; citations."""

import json

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from techfeod_graph.answers.central import MEASURES, central
from techfeod_graph.answers.cite import STYLES, citation, write
from techfeod_graph.answers.links import Links
from techfeod_graph.answers.network import around, known_types, network, way
from techfeod_graph.paths import concept_network
from techfeod_graph.ways import NoPath, Step, near, shortest

NODES = "abcdef"
STEPS = st.lists(
    st.builds(
        Step,
        st.sampled_from(NODES),
        st.sampled_from(["r", "s"]),
        st.sampled_from(NODES),
        weight=st.integers(1, 4),
    ),
    max_size=14,
)


def undirected(steps):
    graph = networkx.Graph()
    graph.add_nodes_from(NODES)
    for step in steps:
        known = graph.get_edge_data(step.subject, step.object, {"weight": 99})["weight"]
        graph.add_edge(step.subject, step.object, weight=min(known, step.weight))
    return graph


@settings(max_examples=200, deadline=None)
@given(STEPS, st.sampled_from(NODES), st.sampled_from(NODES))
def test_a_way_is_the_one_networkx_finds(steps, start, end):
    graph = undirected(steps)
    if not networkx.has_path(graph, start, end):
        with pytest.raises(NoPath):
            shortest(steps, start, end)
        return
    theirs = min(networkx.all_shortest_paths(graph, start, end, weight="weight"))
    ours = [start]
    for step in shortest(steps, start, end):
        assert ours[-1] in (step.subject, step.object)
        ours.append(step.object if step.subject == ours[-1] else step.subject)
    assert ours == theirs


@settings(max_examples=150, deadline=None)
@given(STEPS, st.sampled_from(NODES), st.integers(0, 4))
def test_a_neighbourhood_is_the_one_networkx_finds(steps, centre, hops):
    reached = networkx.single_source_shortest_path_length(undirected(steps), centre, cutoff=hops)
    theirs = [s for s in steps if s.subject in reached and s.object in reached]
    found = near(steps, centre, hops)
    assert sorted(map(repr, theirs)) == sorted(repr(step) for _, step in found)
    assert all(far == max(reached[s.subject], reached[s.object]) for far, s in found)


def test_every_step_rests_on_sentences_of_the_essay(published):
    kinds = set(known_types())
    for step in network(published):
        assert step.relation in kinds
        assert all(place in published.passages for place in step.at)
        assert step.at or step.relation == "broader" or step.relation == "wrote"


def test_claims_are_joined_by_the_argument_and_concepts_by_relations(published):
    steps = way(
        published, "claim/fronts-de-lutte-multiples", "claim/technologie-regenere-capitalisme"
    )
    assert all(
        s["subject"].startswith("claim/") and s["object"].startswith("claim/") for s in steps
    )
    steps = way(published, "concept/mika", "concept/rente")
    assert all(s["subject"].startswith("concept/") for s in steps)
    kinds = {step["relation"] for step in around(published, "agent/wark")}
    assert {"asserts", "wrote"} <= kinds


def test_measures_of_concepts_are_those_of_networkx(published):
    found = central(published)
    graph = networkx.Graph()
    for a, b, data in concept_network(published).edges(data=True):
        if data["relation"] != "broader" and a != b:
            graph.add_edge(a, b)
    assert (found["nodes"], found["edges"]) == (len(graph), graph.number_of_edges())
    between = networkx.betweenness_centrality(graph)
    rows = {row["id"]: row for row in found["rows"]}
    assert {key: row["degree"] for key, row in rows.items()} == dict(graph.degree())
    for key, row in rows.items():
        assert row["betweenness"] == pytest.approx(between[key], abs=2e-6)
        # On an undirected graph the walk obeys: own share, plus what each neighbour passes on.
        passed = sum(rows[n]["pagerank"] / graph.degree(n) for n in graph[key])
        assert row["pagerank"] == pytest.approx(0.15 / len(graph) + 0.85 * passed, abs=1e-5)
    assert sum(row["pagerank"] for row in rows.values()) == pytest.approx(1, abs=1e-3)


def test_measures_of_claims_are_those_of_networkx(published):
    found = central(published, "claims", "rests")
    graph = networkx.DiGraph()
    for premise, ends in Links(published).supports.items():
        graph.add_edges_from((premise, end) for end in ends)
    between = networkx.betweenness_centrality(graph)
    for row in found["rows"]:
        assert row["carries"] == len(networkx.descendants(graph, row["id"]))
        assert row["rests"] == len(networkx.ancestors(graph, row["id"]))
        assert row["betweenness"] == pytest.approx(between[row["id"]], abs=2e-6)
    assert [row["rests"] for row in found["rows"]] == sorted(
        (row["rests"] for row in found["rows"]), reverse=True
    )


def test_every_measure_says_what_it_means():
    for measures in MEASURES.values():
        assert all(fr and en and fr != en for fr, en in measures.values())


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_claim_can_be_cited_in_every_style(published, style, language):
    for key, claim in published.claims.items():
        text = write(published, key, style, language)
        found = citation(published, key)
        assert claim.at[0] in [row["at"] for row in found["locators"]]
        first = str(int(claim.at[0][1:].partition(".")[0]))
        assert first in text
        if style == "csl":
            whole = json.loads(text)
            assert [item["id"] for item in whole["items"]] == ["essay"]
            assert {one["label"] for one in whole["citationItems"]} <= {"paragraph", "note"}
        if style in ("text", "markdown"):
            assert f"“{claim.en}”" not in text
            assert ("non citation" if language == "fr" else "not a quotation") in text


def test_no_one_is_cited_for_what_they_reject(published):
    text = write(published, "valeur-quitte-le-travail", "text", "en")
    assert "Cédric Durand (rejects)" in text
    assert "McKenzie Wark (asserts)" in text
    open_ = write(published, "livre-revient-theses", "text", "en")
    assert "open attribution: Lucas Benyattou / " in open_


def test_a_citation_in_bibtex_has_balanced_braces(published):
    for key in published.claims:
        text = write(published, key, "bibtex", "fr")
        assert text.count("{") == text.count("}")
        assert "\n\\cite" in text
