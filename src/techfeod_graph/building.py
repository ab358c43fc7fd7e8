"""The main job: every export and the map of one corpus, with a manifest of what was written."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from techfeod_graph.corpus import Corpus
from techfeod_graph.export import FORMATS
from techfeod_graph.files import MANIFEST, replace_folder
from techfeod_graph.queries import stats
from techfeod_graph.rdf import compiled
from techfeod_graph.site import map_page, site

__all__ = ["SITE", "build", "products"]

#: The folder of the reading room in a build.
SITE = "site"
_WHAT = {
    "kb.ttl": "all triples, flat, in Turtle",
    "kb.trig": "all triples in their named graphs, in TriG",
    "kb.nq": "the same as sorted N-Quads",
    "kb.nt": "all triples, flat, as sorted N-Triples",
    "kb.jsonld": "the named graphs in JSON-LD",
    "kb.graphml": "the network for graph software",
    "map.html": "the interactive map; opens without a network",
    f"{SITE}/": "the reading room; open its index.html",
    MANIFEST: "counts, and a SHA-256 of each file",
}


def products(corpus: Corpus) -> dict[str, bytes]:
    """File name to content of everything that is built; the same corpus gives the same bytes."""
    given = compiled(corpus)
    base = corpus.source.base
    contents = {f"kb.{ending}": write(given, base) for ending, write in FORMATS.items()}
    contents["map.html"] = map_page(corpus).encode()
    room = site(corpus, contents)
    manifest = {
        "version": corpus.source.version,
        "base": base,
        "counts": stats(corpus),
        "sha256": {name: hashlib.sha256(data).hexdigest() for name, data in contents.items()},
        "site": {"files": len(room), "bytes": sum(map(len, room.values()))},
    }
    contents |= {f"{SITE}/{name}": data for name, data in room.items()}
    contents[MANIFEST] = (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode()
    return contents


def build(corpus: Corpus, folder: Path) -> list[tuple[str, int, str]]:
    """Write everything into a folder; name, size in bytes and meaning of each file.

    :raises NotOurs: when the folder holds files that no build wrote.
    """
    contents = products(corpus)
    replace_folder(folder, contents)
    rows = {name: len(data) for name, data in contents.items() if not name.startswith(f"{SITE}/")}
    rows[f"{SITE}/"] = sum(map(len, contents.values())) - sum(rows.values())
    return [
        (f"{folder.as_posix()}/{name}", size, _WHAT.get(name, "")) for name, size in rows.items()
    ]
