"""What doctor finds out: each is a fact about this machine, as plain data."""

from __future__ import annotations

import re
import shutil
import sys
from importlib.metadata import PackageNotFoundError, requires, version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["cache_state", "data_state", "packages", "programs"]

#: Programs that the product can use and does without, and what for.
_PROGRAMS = {
    "oxigraph": "a store for «load»; from PyPI",
    "man": "to read «techfeod man»",
    "less": "to page long answers",
}


def packages() -> list[dict[str, Any]]:
    """Python and every package that is required, with the version found and whether it will do."""
    found = [_package("techfeod-graph", ""), _state("python", sys.version.split()[0], "ok")]
    for line in requires("techfeod-graph") or ():
        if "extra ==" not in line:
            name, limits = re.fullmatch(r"([\w.-]+)\s*([^;]*).*", line).groups()  # type: ignore[union-attr]
            found.append(_package(name, limits))
    return found


def _package(name: str, limits: str) -> dict[str, Any]:
    try:
        own = version(name)
    except PackageNotFoundError:
        return _state(name, None, "missing")
    least = re.search(r">=([\d.]+)", limits)
    old = least is not None and _parts(own) < _parts(least[1])
    return _state(name, own, "too old" if old else "ok")


def _parts(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", text)[:3])


def _state(name: str, own: str | None, state: str) -> dict[str, Any]:
    return {"name": name, "version": own, "state": state}


def data_state(folder: Path) -> dict[str, Any]:
    """Where the data is, its version, how much it holds, and how many faults it has."""
    from techfeod_graph.errors import CorpusError
    from techfeod_graph.index import open_corpus

    state: dict[str, Any] = {"data": folder.resolve().as_posix(), "faults": 0}
    try:
        corpus = open_corpus(folder)
    except CorpusError as error:
        return state | {"faults": len(error.problems), "remedy": "techfeod check"}
    counts = {
        name: len(getattr(corpus, name)) for name in ("concepts", "claims", "agents", "works")
    }
    return state | {"version": corpus.source.version} | counts


def cache_state(folder: Path) -> dict[str, Any]:
    """Where the cache is, whether it can be written, its size, and whether this data is in it."""
    from techfeod_graph.cache import cache_folder, content_key, read_entry
    from techfeod_graph.index import contents

    place = cache_folder()
    if place is None:
        return {"cache": "off"}
    entries = [p for p in place.glob("*") if p.suffix in (".index", ".graph")]
    given = contents(folder)
    return {
        "cache": place.as_posix(),
        "writable": _writable(place),
        "entries": len(entries),
        "bytes": sum(p.stat().st_size for p in entries),
        "this data": "compiled" if given and read_entry(content_key(given)) else "not compiled",
    }


def _writable(place: Path) -> bool:
    import tempfile

    try:
        place.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=place):
            return True
    except OSError:
        return False


def programs() -> list[dict[str, Any]]:
    """Programs that are used when they are there, and what for."""
    return [{"name": n, "path": shutil.which(n), "for": what} for n, what in _PROGRAMS.items()]
