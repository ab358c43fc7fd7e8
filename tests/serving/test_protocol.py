"""The endpoint by the SPARQL 1.1 Protocol: every way to ask, every format, every refusal."""

import json
import socket
import urllib.error
import urllib.request
from urllib.parse import quote, urlencode, urlsplit

import pyoxigraph as ox
import pytest

from techfeod_graph.serving.negotiation import GRAPHS, TABLES, choose

SELECT = "SELECT ?c { ?c a tf:Claim } ORDER BY ?c"
CONSTRUCT = "CONSTRUCT { ?c a tf:Claim } WHERE { ?c a tf:Claim }"


def ask(address, body=None, method=None, **headers):
    """Status, headers and body of one request."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(address, data=body, method=method, headers=named)
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


def get(endpoint, query, **headers):
    return ask(f"{endpoint}?{urlencode({'query': query})}", **headers)


def test_a_query_by_get_by_form_and_as_the_body_has_one_answer(endpoint):
    direct = {"Content_Type": "application/sparql-query"}
    answers = [
        get(endpoint, SELECT),
        ask(endpoint, urlencode({"query": SELECT}).encode()),
        ask(endpoint, SELECT.encode(), **direct),
        ask(endpoint, SELECT.encode(), Content_Type="application/sparql-query; charset=UTF-8"),
    ]
    assert {(status, body) for status, _, body in answers} == {(200, answers[0][2])}
    bindings = json.loads(answers[0][2])["results"]["bindings"]
    assert len(bindings) > 5
    assert all(row["c"]["type"] == "uri" for row in bindings)


RESULTS = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "application/xml": ox.QueryResultsFormat.XML,
    "text/xml": ox.QueryResultsFormat.XML,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
HARD = """SELECT ?x ?y { VALUES (?x ?y) {
  ("a\\tb\\n\\"c\\" <é> 𝄞 & \\\\"@fr-be 1.25) (<http://e/?a=1&b=<2>> UNDEF) ("," true)
  ("2020-01-01"^^xsd:date "x"^^<http://e/t>) } }""".replace("<2>", "2")


@pytest.mark.parametrize("media", RESULTS)
def test_a_table_in_every_format_reads_back_the_same(endpoint, media):
    status, headers, body = get(endpoint, HARD, Accept=media)
    assert (status, headers.get_content_type()) == (200, media)
    assert headers["Vary"] == "Accept"
    found = ox.parse_query_results(body, format=RESULTS[media])
    expected = ox.Store().query(HARD, prefixes={"xsd": "http://www.w3.org/2001/XMLSchema#"})
    assert [[str(t) for t in row] for row in found] == [[str(t) for t in row] for row in expected]


def test_csv_is_that_of_rfc_4180(endpoint):
    import csv
    import io

    status, headers, body = get(endpoint, HARD, Accept="text/csv")
    assert (status, headers.get_content_type()) == (200, "text/csv")
    rows = list(csv.reader(io.StringIO(body.decode(), newline="")))
    assert rows[0] == ["x", "y"]
    assert rows[1] == ['a\tb\n"c" <é> 𝄞 & \\', "1.25"]
    assert rows[3] == [",", "true"]


GRAPH_FORMATS = {
    media: ox.RdfFormat.from_media_type(media) for media in GRAPHS if media != "text/html"
}


@pytest.mark.parametrize("media", GRAPH_FORMATS)
def test_a_graph_in_every_format_reads_back_the_same(endpoint, media):
    status, headers, body = get(endpoint, CONSTRUCT, Accept=media)
    assert (status, headers.get_content_type()) == (200, media)
    found = {str(quad.triple) for quad in ox.parse(body, format=GRAPH_FORMATS[media])}
    plain = get(endpoint, CONSTRUCT, Accept="application/n-triples")[2]
    assert {f"{line} ." for line in found} == set(plain.decode().splitlines())
    assert found


def test_yes_or_no_in_json_xml_and_words(endpoint):
    assert json.loads(get(endpoint, "ASK {}")[2])["boolean"] is True
    xml = get(endpoint, "ASK { ?s a <nothing> }", Accept="application/sparql-results+xml")[2]
    assert not ox.parse_query_results(xml, format=ox.QueryResultsFormat.XML)
    assert b"<strong>yes</strong>" in get(endpoint, "ASK {}", Accept="text/html")[2]
    assert get(endpoint, "ASK {}", Accept="text/csv")[0] == 406


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("text/*", "text/xml"),
        ("text/csv;q=0.5, application/sparql-results+xml;q=0.9", "application/sparql-results+xml"),
        ("text/csv;q=0, */*;q=0.1", "application/sparql-results+json"),
        ("application/sparql-results+json;q=0, application/*", "application/json"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        ("image/png", None),
        ("text/csv;q=nonsense", None),
        ("TEXT/CSV ; q=1", "text/csv"),
        (";;;,,,/", None),
    ],
)
def test_the_format_is_the_one_a_client_likes_best(accept, expected):
    found = choose(accept, TABLES)
    assert (found and found[0]) == expected


def test_graphs_are_chosen_by_the_query_or_by_the_protocol(endpoint):
    count = "SELECT (COUNT(*) AS ?n) {0} {{ ?s ?p ?o }}"

    def number(query, *pairs):
        status, _, body = ask(f"{endpoint}?{urlencode([('query', query), *pairs])}")
        assert status == 200, body
        return int(json.loads(body)["results"]["bindings"][0]["n"]["value"])

    base = json.loads(get(endpoint, "SELECT ?b { <dataset> void:uriSpace ?b }")[2])
    graph = base["results"]["bindings"][0]["b"]["value"] + "graph/argument"
    every, argument = number(count.format("")), number(count.format("FROM <graph/argument>"))
    assert 0 < argument < every
    assert number(count.format(""), ("default-graph-uri", graph)) == argument
    assert number(count.format("FROM <graph/essay>"), ("default-graph-uri", graph)) == argument
    named = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    assert number(named, ("named-graph-uri", graph)) == argument
    assert number(count.format(""), ("named-graph-uri", graph)) == 0


def refusals():
    form = {"Content_Type": "application/x-www-form-urlencoded"}
    direct = {"Content_Type": "application/sparql-query"}
    yield "not SPARQL", 400, "?query=SELEC", None, {}
    yield "an empty query", 400, "?query=", None, {}
    yield "two queries", 400, "?query=ASK%7B%7D&query=ASK%7B%7D", None, {}
    yield "two queries by form", 400, "", b"query=ASK%7B%7D&query=ASK%7B%7D", form
    yield "two queries, one direct", 400, "?query=ASK%7B%7D", b"ASK{}", direct
    yield "no query in a form", 400, "", b"nothing=x", form
    yield "not UTF-8 in the address", 400, "?query=ASK%7B%7D%FF", None, {}
    yield "not UTF-8 in a form", 400, "", b"query=ASK%7B%7D%FF", form
    yield "not UTF-8 in the body", 400, "", b"ASK { ?s ?p '\xff' }", direct
    yield "a graph without a query", 400, "?default-graph-uri=http://x/", None, {}
    yield "a graph that is not there", 400, "?query=ASK%7B%7D&default-graph-uri=http://x/", None, {}
    yield "an update in the address", 403, "?update=CLEAR%20ALL", None, {}
    yield "an update by form", 403, "", b"update=CLEAR%20ALL", form
    yield "an update", 403, "", b"CLEAR ALL", {"Content_Type": "application/sparql-update"}
    yield "an update as a query", 400, "", b"CLEAR ALL", direct
    yield "another type of body", 415, "", b"ASK {}", {"Content_Type": "text/plain"}
    yield "a type that is not given", 415, "", b"ASK {}", {"Content_Type": ""}
    yield "no format that we have", 406, "?query=ASK%7B%7D", None, {"Accept": "image/png"}
    yield "a table as a graph", 406, f"?query={quote(SELECT)}", None, {"Accept": "text/turtle"}
    yield "a graph as a table", 406, f"?query={quote(CONSTRUCT)}", None, {"Accept": "text/csv"}
    yield "too many parameters", 400, "?" + "a=1&" * 500, None, {}
    yield "a body that is too long", 413, "", b"ASK {} #" + b"x" * 600_000, direct
    yield "a name that is not ours", 400, "?query=ASK%7B%7D", None, {"Host": "evil.example"}


@pytest.mark.parametrize(
    ("status", "where", "body", "headers"),
    [pytest.param(*rest, id=name) for name, *rest in refusals()],
)
def test_what_is_asked_wrongly_is_refused_with_its_status(endpoint, status, where, body, headers):
    found, answered, text = ask(endpoint + where, body, **headers)
    assert found == status, text
    assert text.strip()
    assert answered.get_content_type() == "text/plain"
    assert answered["X-Content-Type-Options"] == "nosniff"
    assert b"Traceback" not in text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_are_not_allowed(endpoint, method):
    status, headers, _ = ask(endpoint, b"", method)
    assert status == 405
    assert "GET" in headers["Allow"]


def test_a_fault_names_line_column_and_place(endpoint):
    text = get(endpoint, "SELECT * {\n  ?s nope:x ?o }")[2].decode()
    assert "line 2, column" in text
    assert "^" in text


def test_no_origin_may_read_unless_it_is_named(endpoint):
    assert "Access-Control-Allow-Origin" not in get(endpoint, SELECT, Origin="http://a/")[1]


def test_the_service_describes_itself(endpoint):
    for media in ("text/turtle", "application/ld+json", "application/rdf+xml"):
        status, headers, body = ask(endpoint, Accept=media)
        assert (status, headers.get_content_type()) == (200, media)
        triples = [q.triple for q in ox.parse(body, format=ox.RdfFormat.from_media_type(media))]
        by = {(t.predicate.value.rpartition("#")[2], str(t.object)) for t in triples}
        assert ("endpoint", f"<{endpoint}>") in by
        assert any("SPARQL11Query" in value for _, value in by)
        assert len([1 for name, _ in by if name == "namedGraph"]) == 8


def test_people_get_a_form_and_their_answer_below_it(endpoint):
    status, headers, body = ask(endpoint, Accept="text/html")
    assert (status, headers.get_content_type()) == (200, "text/html")
    assert b'<textarea id="query" name="query"' in body
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    hostile = "SELECT ?x { BIND('<script>alert(1)</script>' AS ?x) }"
    page = get(endpoint, hostile, Accept="text/html")[2].decode()
    assert "<script>" not in page
    assert page.count("&lt;script&gt;") == 2
    graph = get(endpoint, CONSTRUCT, Accept="text/html")[2].decode()
    assert "<pre>" in graph


def test_a_header_of_any_kind_does_no_harm(endpoint):
    parts = urlsplit(endpoint)
    for raw in (b"\x00\xff\r\n\r\n", b"GET /sparql HTTP/1.1\r\n\r\n", b"GET " + b"a" * 300_000):
        with socket.create_connection((parts.hostname, parts.port), timeout=10) as connection:
            connection.sendall(raw)
            connection.shutdown(socket.SHUT_WR)
            assert connection.recv(100).startswith((b"HTTP/1.1 4", b""))
    assert get(endpoint, "ASK {}")[0] == 200
