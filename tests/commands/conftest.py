"""Running commands through the entry point, in this process or as a real one."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass

import pytest
from techfeod_graph.cli.app import main

from ..broken_data import TINY


@dataclass
class Result:
    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys, monkeypatch):
    """Run ``techfeod`` with arguments on the tiny essay, unless they name other data."""
    monkeypatch.setenv("COLUMNS", "100")

    def call(*arguments, data=TINY):
        if data is not None:
            monkeypatch.setenv("TECHFEOD_DATA", str(data))
        else:
            monkeypatch.delenv("TECHFEOD_DATA", raising=False)
        try:
            main([str(argument) for argument in arguments])
        except SystemExit as stop:
            code = stop.code or 0
        else:
            code = 0
        captured = capsys.readouterr()
        return Result(int(code), captured.out, captured.err)

    return call


@pytest.fixture
def process():
    """Run ``techfeod`` as a process of its own."""

    def call(*arguments, stdin=None, **options):
        command = [sys.executable, "-m", "techfeod_graph.cli", *map(str, arguments)]
        return subprocess.run(command, input=stdin, capture_output=True, check=False, **options)

    return call
