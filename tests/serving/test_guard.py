"""What a query may be: nothing that reaches out, nothing that breaks a parser."""

import contextlib
import time

import pyoxigraph as ox
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from techfeod_graph.guard import QueryError, bounded, chosen_graphs
from techfeod_graph.vocabulary import PREFIXES

REFUSED = {
    "written plainly": "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }",
    "in small letters": "SELECT * { service silent <http://x/> { ?s ?p ?o } }",
    "after a comment that a carriage return ends": "# c\rSELECT * {SERVICE <http://x/> {}}",
    "after a name with an escaped quote": "ASK { ?s e:a\\'b ?o . SERVICE <x> {} . ?x e:c\\'d 1 }",
    "after a number": "ASK { ?s ?p 1e5SERVICE e:x {} }",
    "after a word": "ASK { ?s ?p trueSERVICE<x>{} }",
    "before a prefix": "ASK { ?s ?p 1SERVICEe:a {} }",
    "as the empty prefix": "ASK { SERVICE:x { ?s ?p ?o } }",
    "between comparisons": "ASK { FILTER(?a<?b)SERVICE?x{?s ?p ?o}FILTER(?c>?d) }",
    "after long strings": "ASK { ?s ?p '''a ' '' b''' SERVICE <x> {} ?s ?p '''x'''}",
    "by an escape": "SELECT * { \\u0053ERVICE <x> {} }",
    "parentheses": "SELECT * { FILTER(" + "(" * 20_000 + "1" + ")" * 20_000 + ") }",
    "negations": "ASK { FILTER(" + "!" * 5_000 + "true) }",
    "alternatives": "ASK {" + " UNION ".join(["{}"] * 20_000) + "}",
    "paths": "ASK { ?s " + "^" * 5_000 + "rdf:type ?o }",
    "length": "ASK { ?s ?p '" + "x" * 100_001 + "' }",
}
ALLOWED = [
    "SELECT * { ?s ?p 'SERVICE' , \"SERVICE\" , '''it's SERVICE''' }",
    "# SERVICE\nASK {}",
    "ASK { ?s ?p <http://x/SERVICE#SERVICE> }",
    "ASK { ?service e:service $SERVICE }",
    "ASK { ?s <p>/<q>* ?o FILTER(?a < 3 && ?b > 4 || !(?c)) }",
    "ASK { ?s ?p 'it\\'s \\u00e9 SERVICE' }",
    "ASK { ?s ?p 'x'@fr , 1.5e3 , _:b }",
]


@pytest.mark.parametrize("query", REFUSED.values(), ids=REFUSED)
def test_a_query_that_reaches_out_or_breaks_a_parser_is_refused(query):
    with pytest.raises(QueryError):
        bounded(query)


@pytest.mark.parametrize("query", ALLOWED)
def test_a_word_in_a_string_a_name_or_a_comment_is_only_a_word(query):
    bounded(query)


@pytest.mark.parametrize(
    "text", ["'", '"', "'''", "<", "\\", "(", "'''a'", "'\\", "'''\\'", "a:", "1e", ".", "@a-"]
)
def test_no_text_takes_long_to_judge(text):
    start = time.process_time()
    for tail in ("", " SERVICE"):
        with contextlib.suppress(QueryError):
            bounded((text * 100_000)[:99_990] + tail)
    assert time.process_time() - start < 5


PIECES = [
    "SERVICE", "service", "<http://127.0.0.1:9/>", " ?x", ":x", " e:a", "e:", "e:.", "e:a.",
    "e:a\\'", "'a'", "'''a''b'''", '"""', '"a\\""', "'\\''", "#c\r", "#c\n", "#", "\\'", "\\u0053",
    "1", "1e5", "1.", "1.e3", ".5", "true", "false", "?s", "?s ?p", " ", "\n", "\r", "{", "}",
    "{?s ?p ?o}", " . ", ";", ",", "<", ">", "<a#b>", "@en", "^^", "_:b", "_:b.", "FILTER(?s<?p)",
    "OPTIONAL", "UNION", "é", "²", "ª", "·", "a", "(", ")", "e:a-", "e:a%41", "'", '"',
]  # fmt: skip


@pytest.fixture(scope="module")
def store():
    found = ox.Store()
    found.add(ox.Quad(*(ox.NamedNode(f"http://e/{name}") for name in "spo")))
    return found


@settings(max_examples=1500, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=4), st.lists(st.sampled_from(PIECES), max_size=7))
@example(["1"], ["e:"])
@example(["#c\r"], ["<http://127.0.0.1:9/>"])
def test_whatever_the_engine_would_send_elsewhere_is_refused_before(store, before, after):
    pattern = f"{''.join(before)}SERVICE{''.join(after)}{{?s ?p ?o}}"
    query = f"PREFIX e: <http://e/> PREFIX : <http://d/> SELECT * {{ ?s ?p {pattern}}}"
    try:
        list(store.query(query))
    except (OSError, RuntimeError):  # it tried: its own client refuses port 9
        with pytest.raises(QueryError):
            bounded(query)
    except (SyntaxError, ValueError):
        return


def test_the_graphs_that_a_query_chooses_are_known_by_their_iris():
    def chosen(query):
        return chosen_graphs(query, "http://base/", PREFIXES)

    assert chosen("SELECT * FROM <graph/a> FROM NAMED <http://e/b> { ?s ?p ?o }") == [
        "http://base/graph/a",
        "http://e/b",
    ]
    assert chosen("BASE <http://o/> SELECT * FROM <x> {}") == ["http://o/x"]
    assert chosen("PREFIX e: <http://e/> ASK FROM e:x {}") == ["http://e/x"]
    assert chosen("ASK FROM tf:x {}") == [PREFIXES["tf"] + "x"]
    assert chosen("SELECT (COUNT(*) AS ?n) FROM <a> { ?s ?p ?o }") == ["http://base/a"]
    assert chosen("SELECT (EXISTS { ?s ?p ?o } AS ?x) FROM <a> {}") == ["http://base/a"]
    assert chosen("ASK { ?s ?p 'FROM <x>' }") == []
    assert chosen("SELECT * { ?s ?p ?o } # FROM <x>") == []
