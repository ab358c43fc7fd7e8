"""The published data, and a folder with all its exports."""

from __future__ import annotations

from pathlib import Path

import pytest
import techfeod_graph.data
from rdflib.plugins.sparql import processor

from techfeod_graph.export import Edition, written
from techfeod_graph.formats import FORMATS
from techfeod_graph.loading import load

from ..sharing import shared


@pytest.fixture(scope="session")
def corpus():
    return load(Path(techfeod_graph.data.__file__).parent)


@pytest.fixture(scope="session")
def edition(corpus):
    return Edition(corpus)


@pytest.fixture(scope="session")
def exported(edition, tmp_path_factory):
    """Format name to the path of its file, or of its folder."""
    root = shared(tmp_path_factory, "exported", lambda folder: write_all(edition, folder))
    files = {name: root / name / Path(entry.file).name for name, entry in FORMATS.items()}
    return {name: path if path.is_file() else path.parent for name, path in files.items()}


def write_all(edition, root):
    for name, entry in FORMATS.items():
        content = written(edition, name)
        files = {Path(entry.file).name: content} if isinstance(content, bytes) else content
        for inner, data in files.items():
            target = root / name / inner
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)


@pytest.fixture(scope="module")
def every_query_is_read_once():
    """Some peers ask rdflib the same few queries of every node, and it would parse each anew."""
    ask, prepared = processor.SPARQLProcessor.query, {}

    def query(self, text, initBindings=None, initNs=None, base=None, DEBUG=False):  # noqa: N803
        key = (text, base, *sorted((initNs or {}).items()))
        if key not in prepared:
            tree = processor.parseQuery(text)
            prepared[key] = processor.translateQuery(tree, base, initNs)
        return ask(self, prepared[key], initBindings, initNs, base, DEBUG)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(processor.SPARQLProcessor, "query", query)
        yield
