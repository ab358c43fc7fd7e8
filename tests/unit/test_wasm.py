"""The engine that npm brings: pinned, proved, kept outside, and refused when it is another."""

from __future__ import annotations

import base64
import hashlib
import io
import sys
import tarfile
from pathlib import Path

import pytest
from techfeod_graph.cli.app import main

from techfeod_graph.loading import load
from techfeod_graph.site import site
from techfeod_graph.site.sparql import wasm
from techfeod_graph.site.sparql.gallery import queries

from ..broken_data import TINY

SCRIPT = """export class Store {}
export function literal(value) { return value; }
async function __wbg_init(path) { path = new URL('web_bg.wasm', import.meta.url); }
function initSync() {}
export { initSync, __wbg_init as default };
"""


def archive(script=SCRIPT):
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as tar:
        for name, content in (
            ("package/web_bg.wasm", b"\0asm made up"),
            ("package/web.js", script.encode()),
        ):
            member = tarfile.TarInfo(name)
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return stream.getvalue()


def known(content):
    return "sha512-" + base64.b64encode(hashlib.sha512(content).digest()).decode()


@pytest.fixture
def npm(tmp_path, monkeypatch):
    """A made-up npm client that packs a made-up archive, and a cache of its own."""
    if sys.platform == "win32":
        pytest.skip("the made-up client is a shell script")
    content = archive()
    (tmp_path / "given.tgz").write_bytes(content)
    client = tmp_path / "npm"
    client.write_text(
        f'#!/bin/sh\ncp "{tmp_path}/given.tgz" "$6/{wasm.PACKAGE}-{wasm.VERSION}.tgz"\n'
    )
    client.chmod(0o755)
    monkeypatch.setenv("TECHFEOD_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(wasm, "INTEGRITY", known(content))
    return client


def test_what_npm_brings_is_kept_and_found(npm):
    assert wasm.found() is None
    path, size = wasm.bring(str(npm))
    assert path.stat().st_size == size
    found = wasm.found()
    assert found.module.startswith(b"\0asm")
    assert "export" not in found.script
    assert "import.meta" not in found.script


def test_another_content_is_refused_and_nothing_is_kept(npm, tmp_path):
    (tmp_path / "given.tgz").write_bytes(archive(SCRIPT + "// changed\n"))
    with pytest.raises(wasm.NoAsset, match="has not the content"):
        wasm.bring(str(npm))
    assert not (tmp_path / "cache").exists()


def test_a_damaged_archive_in_the_cache_is_not_used(npm):
    path, _ = wasm.bring(str(npm))
    path.write_bytes(path.read_bytes()[:-1])
    assert wasm.found() is None


def test_a_script_of_another_form_is_refused(npm, monkeypatch, tmp_path):
    changed = archive("import x from 'y';\n" + SCRIPT)
    (tmp_path / "given.tgz").write_bytes(changed)
    monkeypatch.setattr(wasm, "INTEGRITY", known(changed))
    with pytest.raises(wasm.NoAsset, match="form that is known"):
        wasm.bring(str(npm))


def test_a_client_that_fails_says_why(npm):
    npm.write_text("#!/bin/sh\necho 'npm error no network' >&2\nexit 1\n")
    with pytest.raises(wasm.NoAsset, match="no network"):
        wasm.bring(str(npm))


def test_the_command_names_what_is_missing(monkeypatch, capsys, tmp_path):
    monkeypatch.setenv("TECHFEOD_CACHE", "off")
    with pytest.raises(SystemExit) as end:
        main(["assets"])
    assert end.value.code == 2
    assert "cache is turned off" in capsys.readouterr().err
    monkeypatch.setenv("TECHFEOD_CACHE", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SystemExit) as end:
        main(["assets"])
    assert end.value.code == 2
    assert "install Node.js" in capsys.readouterr().err


def test_the_same_archive_gives_the_same_bytes_and_none_gives_none(npm):
    corpus = load(TINY)
    without = site(corpus, {})
    assert "assets/oxigraph.js" not in without
    wasm.bring(str(npm))
    first, second = site(corpus, {}), site(corpus, {})
    assert "assets/oxigraph.js" in first
    assert first == second
    assert "wasm-unsafe-eval" in first["fr/sparql.html"].decode()
    others = [name for name in first if name.endswith(".html") and not name.endswith("sparql.html")]
    assert not any("wasm-unsafe-eval" in first[name].decode() for name in others)
    names = {name for name in first if first[name] != without.get(name)}
    assert {Path(name).name for name in names} == {
        "about.html", "oxigraph.js", "sparql-data.js", "sparql.js", "sparql.html",
    }  # fmt: skip


def test_named_queries_speak_both_languages_and_name_their_command():
    found = list(queries())
    assert len({query.id for query in found}) == len(found) > 20
    spoken = [query for query in found if query.spoken("en") != query.text]
    assert spoken
    assert all('VALUES ?lang { "en" }' in query.spoken("en") for query in spoken)
    assert all(query.spoken("fr") == query.text for query in found)
    assert spoken[0].command("en") == f"techfeod sparql --named {spoken[0].query.name} --lang en"
    assert spoken[0].command("fr") == f"techfeod sparql --named {spoken[0].query.name}"
