"""Servers of others as child processes on the loopback, as long as a test wants them."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import pytest


def free_ports(number):
    """Different ports of loopback that nobody listens on."""
    with contextlib.ExitStack() as stack:
        probes = [stack.enter_context(socket.socket()) for _ in range(number)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]


def listening(port):
    try:
        with socket.create_connection(("127.0.0.1", port), 1):
            return True
    except OSError:
        return False


@contextlib.contextmanager
def running(command, ports, folder, wait=60, word=""):
    """A server as a child process, once its log has a word and its ports answer; then stopped."""
    log = folder / "log"
    with log.open("wb") as out:
        child = subprocess.Popen(command, cwd=folder, stdout=out, stderr=out)
    try:
        deadline = time.monotonic() + wait
        while word not in (told := log.read_text(errors="replace")) or not all(
            listening(port) for port in ports
        ):
            said = f"{command[0]}:\n{told}"
            assert child.poll() is None, f"it ended at once: {said}"
            assert time.monotonic() < deadline, f"not ready after {wait} s: {said}"
            time.sleep(0.05)
        yield
    finally:
        child.terminate()
        try:
            child.wait(20)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait(20)


def missing(what):
    """Skip what is not at hand here; fail where CI is set."""
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


@contextlib.contextmanager
def oxigraph_server(*options):
    """The address of an empty Oxigraph server of the package from PyPI."""
    beside = str(Path(sys.executable).parent)
    program = shutil.which("oxigraph", path=beside) or shutil.which("oxigraph")
    program = program or missing("no Oxigraph server (pip install oxigraph)")
    [port] = free_ports(1)
    command = [program, "serve", *options, "--bind", f"127.0.0.1:{port}"]
    with tempfile.TemporaryDirectory() as folder, running(command, [port], Path(folder)):
        yield f"http://127.0.0.1:{port}"


NO_VIRTUOSO = "no Virtuoso (Debian: apt install virtuoso-opensource-7-bin)"
_VIRTUOSO = """
[Database]
DatabaseFile = {0}/virtuoso.db
TransactionFile = {0}/virtuoso.trx
ErrorLogFile = {0}/virtuoso.log
LockFile = {0}/virtuoso.lck
xa_persistent_file = {0}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {0}/temporary.db
TransactionFile = {0}/temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{1}
DirsAllowed = {0}
NumberOfBuffers = 20000
CaseMode = 2
[HTTPServer]
ServerPort = 127.0.0.1:{2}
"""
# CaseMode is 2 in the configuration that comes with Virtuoso; without it ASK is answered by a table


def _programs():
    return shutil.which("virtuoso-t"), shutil.which("isql-vt") or shutil.which("isql-v")


def virtuoso_installed():
    """Whether the server and its client are there."""
    return all(_programs())


@dataclass(frozen=True)
class Virtuoso:
    """A running server: host and port of its HTTP, and its client for SQL."""

    place: str
    client: tuple[str, ...]

    def run(self, commands):
        """What the client says to some commands; it ends well whatever happened."""
        command = [*self.client, f"exec={commands}"]
        return subprocess.run(command, capture_output=True, text=True, timeout=120).stdout


@contextlib.contextmanager
def virtuoso_server(folder):
    """An empty server with its files in a folder, of which it reads data."""
    program, client = _programs()
    assert program and client, NO_VIRTUOSO
    sql, port = free_ports(2)
    settings = Path(folder) / "virtuoso.ini"
    settings.write_text(_VIRTUOSO.format(folder, sql, port))
    command = [program, "+foreground", "+configfile", str(settings)]
    # it falls over a connection that is closed while it starts: its ports are not tried
    with running(command, [], Path(folder), word="Server online at"):
        login = (client, f"127.0.0.1:{sql}", "dba", "dba", "ERRORS=STDOUT")
        yield Virtuoso(f"127.0.0.1:{port}", login)
