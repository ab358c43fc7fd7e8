"""The published data, and a folder with all its exports."""

from __future__ import annotations

from pathlib import Path

import pytest
import techfeod_graph.data

from techfeod_graph.export import Edition, written
from techfeod_graph.formats import FORMATS
from techfeod_graph.loading import load


@pytest.fixture(scope="package")
def corpus():
    return load(Path(techfeod_graph.data.__file__).parent)


@pytest.fixture(scope="package")
def edition(corpus):
    return Edition(corpus)


@pytest.fixture(scope="package")
def exported(edition, tmp_path_factory):
    """Format name to the path of its file, or of its folder."""
    root = tmp_path_factory.mktemp("exported")
    paths = {}
    for name, entry in FORMATS.items():
        content = written(edition, name)
        path = root / name / Path(entry.file).name
        files = {path: content} if isinstance(content, bytes) else {}
        if not isinstance(content, bytes):
            path = root / name
            files = {path / inner: data for inner, data in content.items()}
        for target, data in files.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        paths[name] = path
    return paths
