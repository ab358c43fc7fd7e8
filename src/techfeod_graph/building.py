"""The main job: every export and the map of one corpus, with a manifest of what was written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from techfeod_graph.corpus import Corpus
from techfeod_graph.export import Edition, written
from techfeod_graph.files import MANIFEST, digests, replace_folder, zipped
from techfeod_graph.formats import FORMATS
from techfeod_graph.queries import stats
from techfeod_graph.site import PRODUCERS, TooLarge, map_page, site

__all__ = ["SITE", "build", "products"]

#: What is told of a step: what comes, how many are done, how many there are.
Tell = Callable[[str, int, int], None]
#: The folder of the reading room in a build.
SITE = "site"
_WHAT = {
    **{entry.file: entry.en for entry in FORMATS.values()},
    "map.html": "the interactive map; opens without a network",
    f"{SITE}/": "the reading room; open its index.html",
    MANIFEST: "counts, and a SHA-256 of each file",
}


def products(corpus: Corpus, tell: Tell | None = None) -> dict[str, bytes]:
    """File name to content of everything that is built; the same corpus gives the same bytes.

    A corpus too large for one map has no ``map.html``: the manifest says why under ``left_out``.

    ``tell`` is called before each step with what comes, how many steps are done, and how many there
    are.
    """
    total, done = len(FORMATS) + 1 + len(PRODUCERS), 0

    def step(what: str) -> None:
        nonlocal done
        if tell:
            tell(what, done, total)
        done += 1

    edition = Edition(corpus)
    contents: dict[str, bytes] = {}
    for name, entry in FORMATS.items():
        step(entry.file)
        content = written(edition, name)
        contents[entry.file] = content if isinstance(content, bytes) else zipped(content)
    step("map.html")
    left_out: dict[str, str] = {}
    try:
        contents["map.html"] = map_page(corpus).encode()
    except TooLarge as error:
        left_out["map.html"] = str(error)
    room = site(corpus, contents, lambda producer: step(f"{SITE}/ ({producer})"))
    manifest = {
        "version": corpus.source.version,
        "base": corpus.source.base,
        "counts": stats(corpus),
        "files": digests(contents),
        "site": {"files": len(room), "bytes": sum(map(len, room.values()))},
    }
    if left_out:
        manifest["left_out"] = left_out
    contents |= {f"{SITE}/{name}": data for name, data in room.items()}
    contents[MANIFEST] = (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode()
    return contents


def build(corpus: Corpus, folder: Path, tell: Tell | None = None) -> list[tuple[str, int, str]]:
    """Write everything into a folder; name, size in bytes and meaning of each file.

    A file that was left out has the size 0 and, as its meaning, the reason. ``tell``: see
    :func:`products`.

    :raises NotOurs: when the folder holds files that no build wrote.
    """
    contents = products(corpus, tell)
    replace_folder(folder, contents)
    rows = {name: len(data) for name, data in contents.items() if not name.startswith(f"{SITE}/")}
    rows[f"{SITE}/"] = sum(map(len, contents.values())) - sum(rows.values())
    left_out: dict[str, str] = json.loads(contents[MANIFEST]).get("left_out", {})
    meanings = _WHAT | left_out
    return [
        (f"{folder.as_posix()}/{name}", size, meanings.get(name, ""))
        for name, size in (rows | dict.fromkeys(left_out, 0)).items()
    ]
