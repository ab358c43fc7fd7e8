"""Rules on where the essay names an entry, read in a copy of it."""

from __future__ import annotations

from collections.abc import Iterator

from techfeod_graph.checks.registry import Fault, essay_rule
from techfeod_graph.corpus import Corpus
from techfeod_graph.model import Claim, Work
from techfeod_graph.names import fold
from techfeod_graph.segmenting import digest, segment

__all__: list[str] = []


@essay_rule
def unlisted_occurrence(corpus: Corpus, essay: str) -> Iterator[Fault]:
    """A sentence that holds a French name of an entry, of two words or more, is listed under it."""
    sentences = _sentences(corpus, essay)
    for kind, key, entry in corpus.entries:
        if isinstance(entry, Claim):
            continue
        path: tuple[str, ...]
        if isinstance(entry, Work):
            path, listed = ("custom", "at"), entry.custom.at
        else:
            path, listed = ("at",), entry.at
        for name in (entry.labels.fr, *entry.variants.fr):
            words = fold(name)
            if " " not in words:  # a single word may have another sense, or be an adjective
                continue
            for locator, text in sentences.items():
                if locator not in listed and f" {words} " in text:
                    yield (
                        corpus.origins.place(kind, key, *path),
                        f"{locator} holds «{name}» and is not listed",
                        f"add {locator}, or drop the variant where it means something else",
                    )


def _sentences(corpus: Corpus, essay: str) -> dict[str, str]:
    """The sentences of the copy that are those of the lock, folded, between spaces."""
    known = {locator: passage.digest for locator, passage in corpus.passages.items()}
    return {
        unit.locator: f" {fold(unit.text)} "
        for unit in segment(essay)
        if unit.locator[0] in "PN" and known.get(unit.locator) == digest(unit.text)
    }
