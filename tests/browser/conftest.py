"""Pages open in Chromium, and what they asked for or complained of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from techfeod_graph.corpus import Corpus
from techfeod_graph.errors import TechfeodError
from techfeod_graph.loading import load
from techfeod_graph.site import map_page

from ..chromium import absent
from ..sharing import shared
from .room import written_room

ROOT = Path(__file__).parent.parent.parent
#: What is true of a page when it may be looked at: of a map, and of any other page.
READY = "document.documentElement.dataset.ready === 'yes'"
LOADED = "document.readyState === 'complete'"
SIZES = {
    "wide": {"width": 1280, "height": 800},
    "phone": {"width": 390, "height": 844},
    "huge": {"width": 2560, "height": 1440},
}


@dataclass
class Visit:
    """An open page, and all that it asked for or complained of."""

    page: Any
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def run(self, script: str, given: Any = None) -> Any:
        return self.page.evaluate(script, given)

    def settle(self) -> None:
        """Wait until what was asked for is done, spoken (30 ms late) and painted."""
        self.run(_AT_REST)

    def until(self, script: str, seconds: float = 20) -> None:
        """Wait for what a policy without eval keeps Playwright itself from waiting for."""
        for _ in range(int(seconds * 20)):
            if self.run(script):
                return
            self.page.wait_for_timeout(50)
        pytest.fail(f"never became true: {script}")

    def text(self, selector: str) -> str:
        return str(self.page.inner_text(selector))

    def first(self, table: str) -> str:
        """The id of the record of a table that most links lead to."""
        found = self.run(
            "(table) => tf.data.records.filter((r) => r.key.startsWith(table + '/'))"
            ".sort((a, b) => tf.near[b.id].length - tf.near[a.id].length)[0].key.split('/')[1]",
            table,
        )
        return str(found)

    @property
    def counts(self) -> tuple[int, int]:
        """How many records and links the drawing holds."""
        nodes, edges = self.run(
            "[tf.network.body.data.nodes.length, tf.network.body.data.edges.length]"
        )
        return nodes, edges


_AT_REST = """() => new Promise((done) => {
  const painted = () => requestAnimationFrame(() => requestIdleCallback(done, { timeout: 1000 }));
  setTimeout(() => requestAnimationFrame(painted), 35);
})"""
_WATCH = """
window.__violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.__violations.push(event.violatedDirective);
});
"""

Opening = Callable[..., Visit]


@pytest.fixture
def visit(chromium: Any) -> Iterator[Opening]:
    contexts = []

    def opened(
        path: Path | str,
        at: str = "",
        size: str = "wide",
        theme: str = "light",
        locale: str = "fr-FR",
        ready: str = READY,
    ) -> Visit:
        context = chromium.new_context(
            viewport=SIZES[size], color_scheme=theme, locale=locale, reduced_motion="reduce"
        )
        contexts.append(context)
        page = context.new_page()
        found = Visit(page)
        page.add_init_script(_WATCH)
        page.on("request", lambda request: found.requests.append(request.url))
        page.on("pageerror", lambda error: found.complaints.append(str(error)))
        page.on(
            "console", lambda m: m.type in ("error", "warning") and found.complaints.append(m.text)
        )
        page.goto((path if isinstance(path, str) else path.as_uri()) + at)
        if ready:
            found.until(ready, seconds=10)
        found.settle()
        return found

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def small() -> Corpus:
    """The invented review of the tests: every kind of record and link, a dozen claims."""
    return load(ROOT / "tests" / "tiny")


@pytest.fixture(scope="session")
def small_page(small: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shared(tmp_path_factory, "small-map", lambda f: written(map_page(small), f)) / "map.html"


@pytest.fixture(scope="session")
def published_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    try:
        corpus = load(ROOT / "data")
    except TechfeodError as error:
        absent(f"the published data does not load: {error}")
    return shared(tmp_path_factory, "map", lambda f: written(map_page(corpus), f)) / "map.html"


@pytest.fixture(scope="session")
def engine_asset(engine_brought: str | None) -> None:
    """Oxigraph's WebAssembly build in the cache."""
    if engine_brought is not None:
        absent(engine_brought)


@pytest.fixture(scope="session")
def published(engine_asset: None) -> Corpus:
    return load(ROOT / "data")


@pytest.fixture(scope="session")
def published_room(engine_asset: None, whole_room: Path) -> Path:
    """The reading room of the published data, with the engine."""
    return whole_room


@pytest.fixture(scope="session")
def small_room(
    small: Corpus, engine_brought: str | None, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    return shared(tmp_path_factory, "small-room", lambda folder: written_room(small, folder))


@pytest.fixture(params=["small", "published"])
def any_page(request: pytest.FixtureRequest) -> Path:
    return Path(request.getfixturevalue(f"{request.param}_page"))


def written(html: str, folder: Path) -> Path:
    path = folder / "map.html"
    path.write_text(html, encoding="utf-8", newline="\n")
    return path
