"""What the tests share: the reader's own copy of the essay, which this repository does not hold."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
import techfeod_graph.data

from techfeod_graph.errors import TechfeodError
from techfeod_graph.loading import load
from techfeod_graph.site.sparql import wasm

from .browser.room import written_room
from .chromium import chromium  # noqa: F401 - a fixture
from .sharing import shared

TESTS = Path(__file__).parent


def pytest_collection_modifyitems(items):
    """Files with long tests go first, so that no process is left with one of them at the end."""
    marked = ("slow", "browser")
    long = {item.path for item in items if any(map(item.get_closest_marker, marked))}
    items.sort(key=lambda item: item.path not in long)


def essay_path() -> Path:
    """Where a copy of the essay is looked for: TECHFEOD_ESSAY, else beside the repository."""
    beside = TESTS.parent.parent / "shared" / "source" / "essay.txt"
    return Path(os.environ.get("TECHFEOD_ESSAY") or beside)


@pytest.fixture(scope="session")
def essay_text() -> str:
    """The essay's text; without a copy the test is skipped, and fails where CI is set."""
    path = essay_path()
    if not path.is_file():
        reason = f"no copy of the essay at {path}; name one in TECHFEOD_ESSAY"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def essay_segments() -> list[tuple[str, str]]:
    """The essay's units as (locator, text), from the list beside the copy; skipped without it."""
    path = essay_path().with_name("segments.tsv")
    if not path.is_file():
        pytest.skip(f"no list of units at {path}")
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(locator, text) for locator, _, text in (line.partition("\t") for line in lines)]


@pytest.fixture(scope="session")
def tiny_text() -> str:
    """An invented essay about millers who rent a river, with every kind of unit."""
    return (TESTS / "tiny" / "essay.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory):
    """No test reads or fills the cache of the person who runs it."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TECHFEOD_CACHE", str(folder))
        yield folder


@pytest.fixture(scope="session")
def engine_brought(own_cache, tmp_path_factory):
    """Let npm bring Oxigraph's WebAssembly build, once for the run; the reason if it cannot."""

    def bring(folder):
        shutil.copy(wasm.bring()[0], folder / "archive")

    try:
        archive = shared(tmp_path_factory, "engine", bring) / "archive"
    except TechfeodError as error:
        return str(error)
    wasm.place().parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(archive, wasm.place())
    return None


@pytest.fixture(scope="session")
def whole_room(engine_brought, tmp_path_factory):
    """The folder of the published data's reading room, with the engine when it could be brought."""
    corpus = load(Path(techfeod_graph.data.__file__).parent)
    return shared(tmp_path_factory, "room", lambda folder: written_room(corpus, folder))
