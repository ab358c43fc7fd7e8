"""The broken examples: each folder of tests/broken holds what differs from tests/tiny."""

from __future__ import annotations

import shutil
from pathlib import Path

from techfeod_graph.reading import MAX_BYTES

TESTS = Path(__file__).parent
TINY = TESTS / "tiny"
BROKEN = TESTS / "broken"


def broken_rules() -> list[str]:
    return sorted(path.name for path in BROKEN.iterdir() if path.is_dir())


def make_broken(rule: str, folder: Path) -> str:
    """Lay out one broken example as a whole data folder; the place expected of its fault."""
    shutil.copytree(TINY, folder, dirs_exist_ok=True)
    example = BROKEN / rule
    for file in example.iterdir():
        if file.name not in ("expected.txt", "absent.txt"):
            shutil.copy(file, folder / file.name)
    if (example / "absent.txt").is_file():
        (folder / (example / "absent.txt").read_text().strip()).unlink()
    if rule == "file-too-large":  # grown here, so that no large file is kept
        with (folder / "concepts.yaml").open("a", encoding="utf-8") as stream:
            stream.write("#" * MAX_BYTES)
    return (example / "expected.txt").read_text().strip()


def edited_folder(folder: Path, file: str, old: str, new: str) -> Path:
    """The tiny data laid out in a folder with one text replaced."""
    shutil.copytree(TINY, folder, dirs_exist_ok=True)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder
