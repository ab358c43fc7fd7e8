"""Reading a reader's copy of the essay, and writing files whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from techfeod_graph.errors import TechfeodError

__all__ = ["MANIFEST", "NotOurs", "Unreadable", "read_copy", "replace_folder", "write_atomically"]

#: The file that marks a folder as one that a build wrote, and may therefore replace.
MANIFEST = "manifest.json"


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
        for name, content in contents.items():
            (fresh / name).parent.mkdir(parents=True, exist_ok=True)
            (fresh / name).write_bytes(content)
        _swap(fresh, folder)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise


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
