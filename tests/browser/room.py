"""The reading room written to a folder for the tests, and the pages that stand for their kind."""

from __future__ import annotations

from pathlib import Path

from techfeod_graph.corpus import Corpus
from techfeod_graph.site import site

LANGUAGES = ("fr", "en")


def written_room(corpus: Corpus, folder: Path) -> Path:
    """The site of a corpus under a folder, with one file to download."""
    for address, content in site(corpus, {"kb.ttl": b"# nothing\n"}).items():
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def lists(room: Path) -> list[str]:
    """The pages that there is one of, without language."""
    return sorted(path.stem for path in (room / "fr").glob("*.html"))


def records(room: Path, rank: float = 0) -> list[str]:
    """A page of each kind of record: the heaviest, or that at a rank between 0 and 1."""
    found = []
    for folder in ("agent", "claim", "concept", "section", "work"):
        pages = sorted((room / "fr" / folder).glob("*.html"), key=lambda p: -p.stat().st_size)
        found.append(f"{folder}/{pages[int(rank * (len(pages) - 1))].stem}")
    return found


def kinds(room: Path) -> list[str]:
    """A page of each kind: of records the heaviest and one of middle weight."""
    return [*lists(room), *records(room), *records(room, 0.5)]
