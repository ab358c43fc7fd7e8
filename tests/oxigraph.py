"""The Oxigraph server of the package from PyPI, as a process of its own on the loopback."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def oxigraph_server(*options):
    """The address of an empty server, as long as it is wanted."""
    program = Path(sys.executable).with_name("oxigraph")
    program = str(program) if program.exists() else shutil.which("oxigraph")
    assert program, "the package oxigraph is not installed"
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    place = f"127.0.0.1:{port}"
    command = [program, "serve", *options, "--bind", place]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            try:
                urllib.request.urlopen(f"http://{place}/", timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield f"http://{place}"
    finally:
        process.kill()
        process.wait()
