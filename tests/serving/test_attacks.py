"""What a server on a network meets: each attack is refused or stopped, and others are served."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest

from ..broken_data import TINY
from .conftest import serving
from .test_protocol import ask, get

DIRECT = {"Content_Type": "application/sparql-query"}
ENDLESS = " ".join(f"?a{n} ?b{n} ?c{n} ." for n in range(6))
ATTACKS = {
    "20,000 parentheses": (400, "SELECT * { FILTER(" + "(" * 20_000 + "1" + ")" * 20_000 + ") }"),
    "20,000 braces": (400, "SELECT * " + "{" * 20_000 + "}" * 20_000),
    "20,000 unions": (400, "SELECT * {" + "UNION".join(["{}"] * 20_000) + "}"),
    "negations": (400, "ASK { FILTER(" + "!" * 50_000 + "true) }"),
    "a service": (400, "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"),
    "a service in a comment": (400, "#\rSELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"),
    "a file": (400, "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }"),
    "a named file": (400, "SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }"),
    "an address": (400, "SELECT * FROM <http://127.0.0.1:1/> { ?s ?p ?o }"),
    "a product": (500, f"SELECT (COUNT(*) AS ?n) {{ {ENDLESS} }}"),
    "a sorted product": (500, f"SELECT * {{ {ENDLESS} }} ORDER BY ?a1 ?b2"),
    "a distinct product": (500, f"SELECT DISTINCT * {{ {ENDLESS} }}"),
    "an endless answer": (500, f"SELECT * {{ {ENDLESS} }}"),
    "an endless graph": (500, f"CONSTRUCT {{ ?a0 ?b1 ?c2 }} {{ {ENDLESS} }}"),
    "a text that doubles": (500, "SELECT ?z { VALUES ?a { '" + "x" * 1000 + "' } " + " ".join(
        f"BIND(CONCAT(?{x}, ?{x}, ?{x}, ?{x}, ?{x}, ?{x}, ?{x}, ?{x}) AS ?{y})"
        for x, y in ("ab", "bc", "cd", "de", "ef", "fg", "gh", "hi", "iz")) + "}"),
    "an endless path": (500, "SELECT * { ?a (!<x>)* ?b . ?c (!<x>)* ?d . ?e (!<x>)* ?f }"),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("status", "query"), ATTACKS.values(), ids=ATTACKS)
def test_an_attack_is_refused_or_stopped_while_others_are_answered(endpoint, status, query):
    pings = []
    over = threading.Event()

    def ping():
        while not over.is_set():
            start = time.perf_counter()
            assert get(endpoint, "ASK {}")[0] == 200
            pings.append(time.perf_counter() - start)
            time.sleep(0.02)

    with ThreadPoolExecutor(1) as pool:
        others = pool.submit(ping)
        start = time.perf_counter()
        found, _, text = ask(endpoint, query.encode(), **DIRECT)
        taken = time.perf_counter() - start
        over.set()
        others.result()
    assert found == status, text
    assert taken < 8
    assert text.strip()
    assert pings
    assert sorted(pings)[len(pings) // 2] < 1
    assert get(endpoint, "ASK {}")[0] == 200


@pytest.mark.slow
def test_more_attacks_than_processes_leave_the_endpoint_alive(endpoint):
    query = ATTACKS["a product"][1].encode()
    with ThreadPoolExecutor(30) as pool:
        done = list(pool.map(lambda _: ask(endpoint, query, **DIRECT), range(30)))
    assert {status for status, _, _ in done} <= {500, 503}
    refused = [headers for status, headers, _ in done if status == 503]
    assert refused
    assert all(headers["Retry-After"] for headers in refused)
    assert get(endpoint, "ASK {}")[0] == 200


@pytest.mark.slow
def test_a_body_that_drips_is_cut_off_and_holds_nobody_up(endpoint):
    parts = urlsplit(endpoint)
    head = (
        f"POST /sparql HTTP/1.1\r\nHost: {parts.netloc}\r\nContent-Length: 500\r\n"
        "Content-Type: application/sparql-query\r\n\r\n"
    )
    held = [socket.create_connection((parts.hostname, parts.port), timeout=20) for _ in range(30)]
    try:
        for connection in held:
            connection.sendall(head.encode() + b"A")
        start = time.perf_counter()
        assert get(endpoint, "ASK {}")[0] == 200
        assert time.perf_counter() - start < 2
        answers = [connection.recv(200) for connection in held]
    finally:
        for connection in held:
            connection.close()
    assert all(answer.startswith(b"HTTP/1.1 408") for answer in answers)


def test_a_client_that_goes_away_costs_nothing(endpoint):
    parts = urlsplit(endpoint)
    for _ in range(5):
        with socket.create_connection((parts.hostname, parts.port)) as connection:
            connection.sendall(b"GET /sparql?query=ASK{} HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert get(endpoint, "ASK {}")[0] == 200


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks into /proc")
def test_a_process_is_replaced_when_it_dies_and_ends_with_the_server():
    with serving("--no-site", "--workers", "1") as address:
        for _ in range(2):
            (worker,) = workers_of(address)
            os.kill(worker, signal.SIGKILL)
            time.sleep(0.2)
            assert get(f"{address}/sparql", "ASK {}")[0] in (200, 500)
            assert get(f"{address}/sparql", "ASK {}")[0] == 200
        (worker,) = workers_of(address)
    time.sleep(0.5)
    assert not Path(f"/proc/{worker}").exists()


def workers_of(address):
    """The evaluating processes of the server at an address."""
    tasks = Path(f"/proc/{address.pid}/task").glob("*/children")
    return [int(name) for task in tasks for name in task.read_text().split()]


@pytest.mark.slow
def test_an_answer_that_is_too_long_is_refused_and_not_cut(tmp_path):
    with serving("--no-site", "--limit-rows", "10", "--workers", "1") as address:
        endpoint = f"{address}/sparql"
        status, _, text = get(endpoint, "SELECT * { ?s ?p ?o }")
        assert (status, b"more than 10 rows" in text) == (500, True)
        found = get(endpoint, "SELECT * { ?s ?p ?o } LIMIT 10")
        assert len(json.loads(found[2])["results"]["bindings"]) == 10


@pytest.mark.slow
def test_the_site_is_served_and_nothing_beside_it(tmp_path):
    out = tmp_path / "build"
    words = [sys.executable, "-m", "techfeod_graph.cli", "build", "--out", str(out)]
    environment = {**os.environ, "TECHFEOD_DATA": str(TINY)}
    subprocess.run(words, check=True, capture_output=True, env=environment)
    (tmp_path / "secret.txt").write_text("secret")
    (out / "site" / "way-out").symlink_to(tmp_path)
    with serving("--site", str(out), "--cors", "http://a.example") as address:
        status, headers, body = ask(f"{address}/")
        assert (status, headers.get_content_type()) == (200, "text/html")
        assert b"<html" in body
        parts = urlsplit(address)
        for path in (
            "/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/%2e%2e/secret.txt", "//etc/passwd",
            "/..\\secret.txt", "/way-out/secret.txt", "/%00", "/.%2e/secret.txt",
            f"/{tmp_path}/secret.txt",
        ):  # fmt: skip
            with socket.create_connection((parts.hostname, parts.port), timeout=10) as connection:
                request = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                connection.sendall(request.encode())
                answer = b"".join(iter(lambda c=connection: c.recv(65536), b""))
            assert b"secret\n" not in answer
            assert answer.startswith(b"HTTP/1.1 4"), (path, answer[:60])
        query = urlencode({"query": "ASK {}"})
        allowed = ask(f"{address}/sparql?{query}", Origin="http://a.example")[1]
        assert allowed["Access-Control-Allow-Origin"] == "http://a.example"
        other = ask(f"{address}/sparql?{query}", Origin="http://b.example")[1]
        assert "Access-Control-Allow-Origin" not in other
