"""What the tests share: the reader's own copy of the essay, which this repository does not hold."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from .chromium import chromium  # noqa: F401 - a fixture

TESTS = Path(__file__).parent


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
