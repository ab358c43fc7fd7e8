"""What the page is made of besides data: scripts, style, template, and the policy that seals it."""

from __future__ import annotations

import base64
import hashlib
import importlib.metadata
import json
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from techfeod_graph.errors import TechfeodError
from techfeod_graph.site.palette import stylesheet

__all__ = [
    "NoVis", "embedded", "literal", "policy", "render", "scripts", "static", "style", "vis_network",
]  # fmt: skip

#: Own scripts in the order in which they run; the first stands in the head and sets the theme.
SCRIPTS: Final = ("theme", "core", "marks", "labels", "local", "cards", "lines", "map", "walk",
                  "filters", "search", "panel", "records", "list", "address", "turtle", "paper",
                  "export", "main")  # fmt: skip


class NoVis(TechfeodError):
    """The drawing library that pyvis ships is not where pyvis keeps it."""


def vis_network() -> str:
    """The vis-network script that pyvis ships, found without importing pyvis.

    Line ends are read as line feeds, as a browser would do before it takes the hash.

    :raises NoVis: when no installed package holds it.
    """
    for name in ("pyvis", "pyvis-optimized"):
        try:
            owned = importlib.metadata.files(name) or []
        except importlib.metadata.PackageNotFoundError:
            continue
        found = {
            file.parent.name.removeprefix("vis-"): file
            for file in owned
            if str(file).startswith("pyvis/templates/lib/vis-") and file.name == _VIS
        }
        if found:
            newest = max(found, key=lambda version: [int(part) for part in version.split(".")])
            return _sealed(found[newest].read_text(encoding="utf-8"), _VIS)
    raise NoVis(f"{_VIS} was not found: install pyvis again")


_VIS: Final = "vis-network.min.js"


def scripts() -> list[str]:
    """Our own scripts, in the order in which they run."""
    return [_sealed(static(f"{name}.js"), name) for name in SCRIPTS]


def style() -> str:
    """The style sheet of the page of one file: tones of the palette, parts, then the page."""
    return stylesheet() + static("map.css") + static("alone.css")


def static(name: str) -> str:
    """The text of a file of the package's ``static`` folder."""
    return (files("techfeod_graph.site") / "static" / name).read_text(encoding="utf-8")


def _sealed(code: str, name: str) -> str:
    """A script that may stand verbatim in a page: nothing in it ends its element."""
    folded = code.casefold()
    if "</script" in folded or ("<!--" in folded and "<script" in folded):
        raise NoVis(f"{name} holds the end of a script element and cannot stand in a page")
    return code.replace("\r\n", "\n").replace("\r", "\n")


def policy(run: Iterable[str], css: str) -> str:
    """The content security policy: these scripts and this style by hash, and no address at all."""
    allowed = " ".join(_hash(code) for code in run)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(css)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def literal(data: Any) -> str:
    """Data as JSON that can stand in a script, in a file of its own or within a page."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for character in "<\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def embedded(data: Any) -> Markup:
    """Data as JSON that can stand in a script element of type ``application/json``."""
    return Markup(literal(data))


def render(template: str, given: Mapping[str, Any]) -> str:
    """A template of this package, filled; every text is escaped, every name must be given."""
    environment = Environment(
        loader=PackageLoader("techfeod_graph.site"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(template).render(given) + "\n"
