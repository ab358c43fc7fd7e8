"""What the peer tests share: the published data in every format, and finding foreign software."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def missing(reason):
    """Skip for want of a peer; where CI is set, fail."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def program(name, package):
    """The path of a program of the system."""
    found = shutil.which(name)
    if found is None:
        missing(f"no {name}: install {package}")
    return found


def modules(*names):
    """The folder of npm packages that holds all of these."""
    folder = Path(os.environ.get("TECHFEOD_PEERS", HERE)) / "node_modules"
    absent = [name for name in names if not (folder / name).is_dir()]
    if absent:
        missing(f"no {', '.join(absent)} in {folder}: run «npm install» in tests/peers")
    return folder


def node(script, *arguments, needs):
    """What a script of this folder prints, as JSON."""
    folder = modules(*needs)
    done = subprocess.run(
        [program("node", "nodejs"), str(HERE / script), *map(str, arguments)],
        env={**os.environ, "NODE_PATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)
