"""Files are written whole or not at all."""

from pathlib import Path

import pytest

from techfeod_graph.files import MANIFEST, NotOurs, replace_folder, write_atomically


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "kb.ttl"
    write_atomically(path, b"old")

    def fail(*_arguments):
        raise OSError("planted")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="planted"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("method", ["write_bytes", "rename"])
def test_a_failed_build_leaves_the_old_one_and_nothing_else(tmp_path, monkeypatch, method):
    folder = tmp_path / "build"
    replace_folder(folder, {MANIFEST: b"{}", "a.txt": b"old"})
    real = getattr(Path, method)

    def fail(self, *arguments):
        if self.name == "b.txt" or (method == "rename" and self.name.startswith(".build.")):
            raise OSError("planted")
        return real(self, *arguments)

    monkeypatch.setattr(Path, method, fail)
    with pytest.raises(OSError, match="planted"):
        replace_folder(folder, {MANIFEST: b"{}", "a.txt": b"new", "b.txt": b"new"})
    monkeypatch.undo()
    assert (folder / "a.txt").read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [folder]


def test_an_empty_folder_may_be_filled_and_a_strange_one_may_not(tmp_path):
    (tmp_path / "empty").mkdir()
    replace_folder(tmp_path / "empty", {MANIFEST: b"{}"})
    assert (tmp_path / "empty" / MANIFEST).is_file()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine")
    with pytest.raises(NotOurs):
        replace_folder(tmp_path / "mine", {MANIFEST: b"{}"})


def test_a_content_under_two_names_is_on_the_disk_once(tmp_path):
    content = b"x" * 200_000
    replace_folder(tmp_path / "out", {MANIFEST: b"{}", "a": content, "b/a": content, "c": b"y"})
    assert (tmp_path / "out" / "a").samefile(tmp_path / "out" / "b" / "a")
    assert (tmp_path / "out" / "b" / "a").read_bytes() == content
