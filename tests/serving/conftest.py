"""Servers to ask: ours as a process of its own, and Oxigraph's."""

import os
import re
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from techfeod_graph.compiled import n_quads
from techfeod_graph.index import open_corpus

from ..broken_data import TINY
from ..servers import oxigraph_server


def published():
    import techfeod_graph.data

    return Path(techfeod_graph.data.__file__).parent


class Address(str):
    """The address of a server, and its process."""

    pid = 0


@contextmanager
def serving(*options, data=TINY):
    """The address of a server of ours, as long as it is wanted."""
    command = [sys.executable, "-m", "techfeod_graph.cli", "serve", "--port", "0", *options]
    environment = {**os.environ, "TECHFEOD_DATA": str(data), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True)
    try:
        for line in process.stdout:
            if found := re.search(r"endpoint: (http://\S+)/sparql", line):
                break
        else:
            pytest.fail("the server did not start")
        address = Address(found[1])
        address.pid = process.pid
        yield address
    finally:
        process.terminate()
        process.communicate(timeout=20)


@pytest.fixture(scope="session")
def server():
    with serving("--no-site", "--timeout", "2", "--memory", "300") as address:
        yield address


@pytest.fixture(scope="session")
def endpoint(server):
    return f"{server}/sparql"


@pytest.fixture(scope="session")
def graph():
    """The compiled graph of the published data, and its base."""
    corpus = open_corpus(published())
    return n_quads(published(), corpus), corpus.source.base


@pytest.fixture
def oxigraph(tmp_path):
    """The address of an empty Oxigraph server that keeps its data in files."""
    with oxigraph_server("--location", str(tmp_path / "store")) as address:
        yield address
