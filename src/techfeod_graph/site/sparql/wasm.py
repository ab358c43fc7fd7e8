"""Oxigraph's WebAssembly build, brought by the npm client, proved, and kept outside the project."""

from __future__ import annotations

import base64
import hashlib
import io
import re
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

from techfeod_graph.cache import cache_folder
from techfeod_graph.errors import TechfeodError
from techfeod_graph.files import write_atomically

__all__ = ["INTEGRITY", "PACKAGE", "VERSION", "NoAsset", "Wasm", "bring", "found", "place"]

PACKAGE: Final = "oxigraph"
VERSION: Final = "0.5.11"
#: The integrity of the package's archive as the registry states it.
INTEGRITY: Final = (
    "sha512-zKdgmp1tsrutGzC1lCCywwZRPpLJKaJnKSDWoY2h"
    "IhMiwiCRRXNN1DU7WUyTInBvgPKT8Y5N+RgwTL8qKXpLng=="
)
_SECONDS: Final = 120
#: Bytes of one file of the archive above which it is not read.
_MOST: Final = 32_000_000


class NoAsset(TechfeodError):
    """The engine could not be brought, or is not what it is said to be."""

    exit_code = 2


class Wasm(NamedTuple):
    """The engine: its module, and its JavaScript as a classic script that names ``oxigraph``."""

    module: bytes
    script: str


def place() -> Path | None:
    """Where the archive is kept; None when the cache is turned off."""
    folder = cache_folder()
    return folder / "assets" / f"{PACKAGE}-{VERSION}.tgz" if folder else None


def found() -> Wasm | None:
    """The engine, when it has been brought and is whole; None otherwise."""
    path = place()
    try:
        content = path.read_bytes() if path else b""
    except OSError:
        return None
    return _opened(content) if content and _whole(content) else None


def bring(npm: str = "npm") -> tuple[Path, int]:
    """Let the npm client fetch the package, prove it and keep it: its path and its size in bytes.

    :raises NoAsset: when there is no npm client, no network, no cache, or another content.
    """
    path = place()
    if path is None:
        raise NoAsset("the cache is turned off (TECHFEOD_CACHE=off): there is no place to keep it")
    client = shutil.which(npm)
    if client is None:
        raise NoAsset(f"no {npm} was found: install Node.js, or ask with techfeod sparql")
    with tempfile.TemporaryDirectory() as folder:
        content = _packed(client, Path(folder))
    if not _whole(content):
        raise NoAsset(f"{PACKAGE} {VERSION} has not the content it is known by: nothing was kept")
    _opened(content)
    write_atomically(path, content)
    return path, len(content)


def _packed(client: str, folder: Path) -> bytes:
    command = [client, "pack", f"{PACKAGE}@{VERSION}", "--silent", "--ignore-scripts"]
    try:
        done = subprocess.run(
            [*command, "--pack-destination", str(folder)],
            cwd=folder, capture_output=True, timeout=_SECONDS, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoAsset(f"npm could not bring {PACKAGE} {VERSION}: {error}") from None
    archives = sorted(folder.glob("*.tgz"))
    if done.returncode or not archives:
        reason = done.stderr.decode(errors="replace").strip().splitlines()[-1:] or ["no reason"]
        raise NoAsset(f"npm could not bring {PACKAGE} {VERSION}: {reason[0]}")
    return archives[0].read_bytes()


def _whole(content: bytes) -> bool:
    digest = base64.b64encode(hashlib.sha512(content).digest()).decode()
    return f"sha512-{digest}" == INTEGRITY


def _opened(content: bytes) -> Wasm:
    with tarfile.open(fileobj=io.BytesIO(content), mode="r:gz") as archive:
        module = _member(archive, "package/web_bg.wasm")
        script = _member(archive, "package/web.js").decode("utf-8")
    return Wasm(module, _classic(script))


def _member(archive: tarfile.TarFile, name: str) -> bytes:
    member = archive.getmember(name)
    stream = archive.extractfile(member)
    if stream is None or member.size > _MOST:
        raise NoAsset(f"{PACKAGE} {VERSION} holds no {name}")
    return stream.read()


def _classic(module: str) -> str:
    """A module as a classic script: a page opened from a file can load no modules."""
    text = module.replace("export { initSync, __wbg_init as default };", "")
    text = re.sub(r"^export (?=class |function )", "", text, flags=re.MULTILINE)
    text = text.replace("new URL('web_bg.wasm', import.meta.url)", "undefined")
    if re.search(r"^\s*(export|import)\b|import\.meta", text, re.MULTILINE):
        raise NoAsset(f"the script of {PACKAGE} {VERSION} is not in the form that is known")
    return f"const oxigraph = (() => {{\n{text}\nreturn {{ initSync, Store }};\n}})();\n"
