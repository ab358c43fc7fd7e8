"""axe-core on an open page: the faults it finds, without the long lists of what passes."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

#: No page has films or sounds, the only content that axe would load before it looks.
_OPTIONS = {"preload": False, "resultTypes": ["violations"]}
_RUN = "(options) => axe.run(options).then((found) => found.violations)"


def faults(seen: Any) -> list[str]:
    """Each broken rule, with the first element that breaks it."""
    if not seen.run("Boolean(window.axe)"):
        seen.run(_script())
    found = seen.run(_RUN, _OPTIONS)
    return [f"{fault['id']}: {fault['nodes'][0]['html'][:160]}" for fault in found]


@cache
def _script() -> str:
    return str(pytest.importorskip("axe_playwright_python.sync_playwright").Axe().axe_script)
