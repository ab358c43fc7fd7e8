"""The tiny corpus, and the published one, each loaded once."""

from importlib.resources import files
from pathlib import Path

import pytest

from techfeod_graph.loading import load

from ..broken_data import TINY


@pytest.fixture(scope="session")
def tiny():
    return load(TINY)


@pytest.fixture(scope="session")
def published():
    return load(Path(str(files("techfeod_graph.data"))))


@pytest.fixture
def edited(tmp_path):
    """Make the tiny corpus with texts of one file replaced: (old, new), (old, new) …"""
    import shutil

    def make(file, *changes):
        shutil.copytree(TINY, tmp_path, dirs_exist_ok=True)
        text = (tmp_path / file).read_text(encoding="utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        (tmp_path / file).write_text(text, encoding="utf-8")
        return load(tmp_path)

    return make
