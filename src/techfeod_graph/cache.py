"""The cache of compiled data: where it is, what an entry is keyed by, and how it is kept whole.

An entry is named by the content of the data and the code that compiled it, so it is never stale: a
change of either asks for another name. Entries are plain data under a digest, which is compared
before anything is read from them; nothing in the cache is ever executed.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import sys
from _blake2 import blake2b
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

__all__ = [
    "Damaged",
    "Entry",
    "cache_folder",
    "content_key",
    "read_entry",
    "remove_entries",
    "write_entry",
]

_MAGIC = b"techfeod index 1\n"
_SIZE = 16
_HEAD = len(_MAGIC) + 4 + _SIZE
#: How much of a file is read at first, and of a table at most.
_FIRST = 4096
_MAX_TABLE = 1024 * 1024
#: How many entries are kept; the oldest go first.
_KEPT = 12


def cache_folder() -> Path | None:
    """The folder of the cache by the convention of the platform; None when it is turned off.

    ``TECHFEOD_CACHE`` names another folder, and turns the cache off when it is ``off``.
    """
    own = os.environ.get("TECHFEOD_CACHE")
    if own:
        return None if own == "off" else Path(own)
    try:
        return _conventional() / "techfeod"
    except RuntimeError:  # a user without a home
        return None


def _conventional() -> Path:
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return Path(local) if local else Path.home() / "AppData" / "Local"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches"
    named = os.environ.get("XDG_CACHE_HOME", "")
    return Path(named) if named.startswith("/") else Path.home() / ".cache"


def content_key(contents: Mapping[str, bytes]) -> str:
    """The name of an entry: a digest of the data's files, our own code, and the Python it runs on.

    The data counts by its content. The code counts by the size and time of its files, which is how
    Python itself decides that compiled code is out of date.
    """
    seal = blake2b(digest_size=_SIZE)
    seal.update(f"{_MAGIC!r} {sys.implementation.cache_tag} {marshal.version}".encode())
    for name, size, time in sorted(_code()):
        seal.update(f"{name} {size} {time}\n".encode())
    for name, content in sorted(contents.items()):
        seal.update(f"{name} {len(content)}\n".encode())
        seal.update(content)
    return seal.hexdigest()


def _code() -> Iterable[tuple[str, int, int]]:
    package = Path(__file__).parent
    for folder in (package, package / "checks", package / "answers"):
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    found = entry.stat()
                    yield f"{folder.name}/{entry.name}", found.st_size, found.st_mtime_ns


class Entry:
    """An entry as it stands in the cache: parts of plain data, each proved and read when needed.

    ``head`` is how the file begins, with the whole table of its parts.
    """

    def __init__(self, path: Path, head: bytes) -> None:
        if not head.startswith(_MAGIC):
            raise Damaged
        self._path = path
        self._start = _start(head)
        self._table = _proved(head[_HEAD : self._start], head[_HEAD - _SIZE : _HEAD])

    def has(self, name: str) -> bool:
        """Whether it has a part of this name."""
        return name in self._table

    def part(self, name: str) -> Any:
        """One part.

        :raises Damaged: when it is not what was written.
        """
        offset, size, seal = self._table[name]
        try:
            with self._path.open("rb", buffering=0) as stream:
                stream.seek(self._start + offset)
                return _proved(stream.read(size), seal)
        except OSError:  # it is gone meanwhile
            raise Damaged from None


def _start(head: bytes) -> int:
    """Where the parts begin."""
    return _HEAD + int.from_bytes(head[len(_MAGIC) : len(_MAGIC) + 4], "big")


class Damaged(Exception):
    """An entry that is not whole, or not ours."""


def _proved(content: bytes, seal: bytes) -> Any:
    if blake2b(content, digest_size=_SIZE).digest() != seal:
        raise Damaged
    return marshal.loads(content)  # plain data, and it is what was written


def read_entry(key: str, kind: str = "index") -> Entry | None:
    """An entry; None when there is none, or it is not whole or not ours."""
    folder = cache_folder()
    if folder is None:
        return None
    try:
        path = folder / f"{key}.{kind}"
        with path.open("rb", buffering=0) as stream:
            if not _trusted(stream.fileno()):
                return None
            head = stream.read(_FIRST)
            if (rest := _start(head) - len(head)) > 0:
                head += stream.read(min(rest, _MAX_TABLE))
            return Entry(path, head)
    except (OSError, Damaged):
        return None


def _trusted(handle: int) -> bool:
    """Whether the file belongs to this user or the system, where files have owners."""
    return not hasattr(os, "geteuid") or os.fstat(handle).st_uid in (0, os.geteuid())


def write_entry(key: str, parts: Mapping[str, Any], kind: str = "index", keep: int = _KEPT) -> bool:
    """Keep plain data as an entry, whole or not at all; False when the cache cannot be written."""
    from techfeod_graph.files import write_atomically

    folder = cache_folder()
    if folder is None:
        return False
    table, body = {}, b""
    for name, part in parts.items():
        raw = marshal.dumps(part)
        table[name] = (len(body), len(raw), blake2b(raw, digest_size=_SIZE).digest())
        body += raw
    index = marshal.dumps(table)
    seal = blake2b(index, digest_size=_SIZE).digest()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        head = _MAGIC + len(index).to_bytes(4, "big") + seal
        write_atomically(folder / f"{key}.{kind}", head + index + body)
    except OSError:
        return False
    remove_entries(kind, keep)
    return True


def remove_entries(kind: str = "*", keep: int = 0) -> int:
    """Remove all entries of a kind but the newest ``keep``; how many were removed."""
    folder = cache_folder()
    found: list[tuple[int, Path]] = []
    with contextlib.suppress(OSError):
        for path in folder.glob(f"*.{kind}") if folder else ():
            with contextlib.suppress(OSError):
                found.append((path.stat().st_mtime_ns, path))
    removed = 0
    for _time, path in sorted(found, reverse=True)[keep:]:
        with contextlib.suppress(OSError):
            path.unlink()
            removed += 1
    return removed
