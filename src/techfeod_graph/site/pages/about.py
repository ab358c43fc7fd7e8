"""The pages on the base itself: how it was made, and its files."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files as contents
from typing import Any, Final

from techfeod_graph.formats import FORMATS
from techfeod_graph.site.assets import vis_network
from techfeod_graph.site.frame import Asset, Material, Page, Speech
from techfeod_graph.site.texts import TEXTS, both

__all__ = ["about"]

#: Where the files for download stand in the site.
FOLDER: Final = "data"


def about(material: Material) -> Iterator[Page | Asset]:
    """The files with their page, and the page on how the base was made."""
    for name, content in material.exports.items():
        yield Asset(f"{FOLDER}/{name}", content)
    files = [
        (name, f"{FOLDER}/{name}", len(content), hashlib.sha256(content).hexdigest())
        for name, content in material.exports.items()
    ]
    given = {"files": files, "file_what": _what}
    yield Page("downloads", "pages/downloads.html.j2", both("nav-downloads"), given,
               menu="downloads")  # fmt: skip
    yield Page(
        "about",
        "pages/about.html.j2",
        both("nav-about"),
        {
            "agreement": _agreement(material),
            "release": version("techfeod-graph"),
            "others": [("vis-network", f"{_header(vis_network())}\n\n{_text('mit.txt')}")],
        },
        menu="about",
    )


def _agreement(material: Material) -> list[dict[str, Any]]:
    """The figures of the two readings, when the corpus is the one that was read twice."""
    found: dict[str, Any] = json.loads(_text("agreement.json"))
    return list(found["rows"]) if found["base"] == material.corpus.source.base else []


def _what(speech: Speech, name: str) -> str:
    """What a file holds, where it is one of those described."""
    key = f"file-{name}"
    if key in TEXTS:
        return speech.t(key)
    named = (str(getattr(entry, speech.lang)) for entry in FORMATS.values() if entry.file == name)
    return next(named, "")


def _header(script: str) -> str:
    """The comment that opens a script, with its authors and its licences."""
    found = re.match(r"\s*/\*\*?(.*?)\*/", script, re.DOTALL)
    lines = (found[1] if found else "").splitlines()
    return "\n".join(line.strip().removeprefix("*").strip() for line in lines).strip()


def _text(name: str) -> str:
    return (contents("techfeod_graph.site.pages") / name).read_text(encoding="utf-8")
