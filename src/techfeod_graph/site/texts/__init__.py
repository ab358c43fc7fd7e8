"""The words of the pages in French and English, by the key that templates and scripts use."""

from __future__ import annotations

from typing import Final

from techfeod_graph.model import Name
from techfeod_graph.site.texts import about, essay, frame, lists, maps, records

__all__ = ["TEXTS", "Words", "both"]

Words = dict[str, tuple[str, str]]

#: A text with a count has both forms, parted by a bar: ``"{n} page|{n} pages"``.
TEXTS: Final[Words] = {
    key: words
    for part in (frame, records, essay, lists, about, maps)
    for key, words in part.WORDS.items()
}


def both(key: str) -> Name:
    """A text in both languages, for the title of a page."""
    fr, en = TEXTS[key]
    return Name(fr=fr, en=en)
