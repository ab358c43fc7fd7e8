#!/usr/bin/env python3
"""Set everything up and run it: ``python3 start.py`` does the main job, ``python3 start.py test``
the tests. Needs Python 3.11 or newer and nothing else; the environment it makes (``.venv``) is
reused by the next run.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
USAGE = "usage: python3 start.py [build [OPTION …] | test [PYTEST OPTION …]]"


def main(arguments: list[str]) -> int:
    """Prepare the environment and run the job asked for; its exit code is returned."""
    job, *rest = arguments or ["build"]
    if job not in ("build", "test"):
        print(USAGE, file=sys.stderr)
        return 2
    if sys.version_info < (3, 11):
        print("Python 3.11 or newer is needed; this is", sys.version.split()[0], file=sys.stderr)
        return 2
    if not prepare("test" if job == "test" else ""):
        return 2
    if job == "test":
        command = [PYTHON, "-m", "pytest", *rest]
        where = ROOT
    else:
        command = [PYTHON, "-m", "techfeod_graph.cli", "build", *(rest or default_out())]
        where = Path.cwd()
    return subprocess.call([str(part) for part in command], cwd=where)


def default_out() -> list[str]:
    """The options of the main job when none are given: build/ beside this file."""
    return ["--out", str(ROOT / "build")]


def prepare(extra: str) -> bool:
    """Make the environment, or bring it up to date with pyproject.toml."""
    stamp = VENV / f"prepared{extra and '-' + extra}"
    wanted = hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + str(ROOT).encode()).hexdigest()
    if stamp.is_file() and stamp.read_text() == wanted and runs():
        return True
    print("Preparing the environment in .venv (once) …", flush=True)
    if not runs() and not create():
        return False
    target = f"{ROOT}[{extra}]" if extra else str(ROOT)
    install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-e", target]
    if subprocess.call([str(PYTHON), *install]) != 0:
        print("The packages could not be installed; pip says why above.", file=sys.stderr)
        return False
    stamp.write_text(wanted)
    return True


def runs() -> bool:
    """Whether the environment's Python starts and has pip."""
    if not PYTHON.exists():
        return False
    probe = [str(PYTHON), "-c", "import pip, sys; sys.exit(sys.version_info < (3, 11))"]
    return subprocess.call(probe, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0


def create() -> bool:
    """Make the environment with pip in it."""
    made = subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)])
    if made != 0 or not runs():
        print(
            "This Python cannot make a virtual environment with pip. On Debian and Ubuntu:\n"
            "    apt install python3-venv\nthen run the same command again.",
            file=sys.stderr,
        )
        return False
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
