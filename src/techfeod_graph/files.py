"""Reading a reader's copy of the essay, and writing files whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from techfeod_graph.errors import TechfeodError

__all__ = [
    "MANIFEST",
    "NotOurs",
    "Unreadable",
    "digests",
    "read_copy",
    "replace_folder",
    "write_atomically",
    "write_set",
    "zipped",
]

#: The file that marks a folder as one that a build wrote, and may therefore replace.
MANIFEST = "manifest.json"
#: Bytes above which a content that a build has twice is not written twice.
_LARGE = 100_000


class Unreadable(TechfeodError):
    """A file that cannot be read as UTF-8 text."""


class NotOurs(TechfeodError):
    """A folder that holds files which no build wrote."""


def read_copy(path: Path) -> str:
    """The text of a copy of the essay.

    :raises Unreadable: when there is no such file or it is not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise Unreadable(f"cannot read {path}: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise Unreadable(f"{path} is not UTF-8 text: save it as plain text in UTF-8") from None


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there, so that it is never half written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def replace_folder(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Put files in a folder in the place of an older build; on any failure the old one stays.

    :raises NotOurs: when the folder holds anything and is not the work of a build.
    """
    if folder.exists() and not folder.is_dir():
        raise NotOurs(f"{folder} is a file: give another folder with --out")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / MANIFEST).is_file():
        raise NotOurs(f"{folder} holds files that no build wrote: give another folder with --out")
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    fresh.chmod(0o755)
    try:
        _fill(fresh, contents)
        _swap(fresh, folder)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise


def digests(contents: Mapping[str, bytes]) -> dict[str, dict[str, object]]:
    """Size in bytes and SHA-256 of each file, by its name."""
    return {
        name: {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in contents.items()
    }


def zipped(contents: Mapping[str, bytes]) -> bytes:
    """The files as a zip: by name, undated, stored; the same files give the same bytes anywhere.

    They are stored, because compressors of different makes give different bytes.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(contents):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, contents[name])
    return buffer.getvalue()


def write_set(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write the files of one export as a folder, with a manifest that lists them.

    :raises NotOurs: when the folder holds a file that its manifest does not list, or has changed.
    """
    manifest = folder / MANIFEST
    if folder.is_dir() and manifest.is_file():
        known = json.loads(manifest.read_text(encoding="utf-8")).get("files", {})
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and name != MANIFEST and known.get(name) != _seen(path):
                raise NotOurs(f"{path} was added or changed: give another folder with --out")
    listed = json.dumps({"files": digests(contents)}, indent=1) + "\n"
    replace_folder(folder, {**contents, MANIFEST: listed.encode()})


def _seen(path: Path) -> dict[str, object]:
    return digests({"": path.read_bytes()})[""]


def _fill(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write the files; a large content under two names is on the disk once, where it can be."""
    written: dict[int, Path] = {}
    for name, content in contents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        twin = written.get(id(content)) if len(content) > _LARGE else None
        if twin is not None:
            with contextlib.suppress(OSError, NotImplementedError):
                path.hardlink_to(twin)
                continue
        path.write_bytes(content)
        written[id(content)] = path


def _swap(fresh: Path, folder: Path) -> None:
    if not folder.exists():
        fresh.rename(folder)
        return
    old = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}.old."))
    folder.rename(old / "build")
    try:
        fresh.rename(folder)
    except BaseException:
        with contextlib.suppress(OSError):
            (old / "build").rename(folder)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)
