"""The pages on the base itself: how it was made, and its files."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files as contents
from typing import Any, Final

from techfeod_graph.formats import FORMATS, INFORMATION
from techfeod_graph.model import Name
from techfeod_graph.site.assets import vis_network
from techfeod_graph.site.frame import Asset, Material, Page, Speech
from techfeod_graph.site.sparql import wasm
from techfeod_graph.site.texts import both

__all__ = ["about"]

#: Where the files for download stand in the site.
FOLDER: Final = "data"
_OXIGRAPH: Final = "https://github.com/oxigraph/oxigraph"
_FORMATS: Final = {entry.file: entry for entry in FORMATS.values()}


def about(material: Material) -> Iterator[Page | Asset]:
    """The files with their page, and the page on how the base was made."""
    for name, content in material.exports.items():
        yield Asset(f"{FOLDER}/{name}", content)
    files = [
        (name, f"{FOLDER}/{name}", len(content), hashlib.sha256(content).hexdigest())
        for name, content in material.exports.items()
    ]
    given = {"files": files, "file_what": _what, "carried": _carried}
    yield Page("downloads", "pages/downloads.html.j2", both("nav-downloads"), given,
               menu="downloads")  # fmt: skip
    yield Page(
        "about",
        "pages/about.html.j2",
        both("nav-about"),
        {
            "agreement": _agreement(material),
            "release": version("techfeod-graph"),
            "others": _others(),
        },
        menu="about",
    )


def _agreement(material: Material) -> list[dict[str, Any]]:
    """The figures of the two readings, when the corpus is the one that was read twice."""
    found: dict[str, Any] = json.loads(_text("agreement.json"))
    return list(found["rows"]) if found["base"] == material.corpus.source.base else []


def _what(speech: Speech, name: str) -> str:
    """What a file holds."""
    found = _FORMATS.get(name)
    return speech.t("file-map") if found is None else speech.text(Name(fr=found.fr, en=found.en))


def _carried(speech: Speech, name: str) -> list[str]:
    """What a file carries in part or not at all, in words; nothing when it carries everything."""
    found = _FORMATS.get(name)
    kinds = {"file-lost": found.lost, "file-part": found.part} if found else {}
    return [
        f"{speech.t(key)} {', '.join(_kind(speech, k) for k in INFORMATION if k in names)}"
        for key, names in kinds.items()
        if names
    ]


def _kind(speech: Speech, name: str) -> str:
    fr, en = INFORMATION[name]
    return speech.text(Name(fr=fr, en=en))


def _others() -> list[tuple[str, str]]:
    """The code of others that the site uses: its name, and its notice with the licence."""
    licence = _text("mit.txt")
    found = [("vis-network", f"{_header(vis_network())}\n\n{licence}")]
    if wasm.found() is not None:
        notice = f"{wasm.PACKAGE} {wasm.VERSION}, MIT OR Apache-2.0, {_OXIGRAPH}"
        found.append(("Oxigraph (WebAssembly)", f"{notice}\n\n{licence}"))
    return found


def _header(script: str) -> str:
    """The comment that opens a script, with its authors and its licences."""
    found = re.match(r"\s*/\*\*?(.*?)\*/", script, re.DOTALL)
    lines = (found[1] if found else "").splitlines()
    return "\n".join(line.strip().removeprefix("*").strip() for line in lines).strip()


def _text(name: str) -> str:
    return (contents("techfeod_graph.site.pages") / name).read_text(encoding="utf-8")
