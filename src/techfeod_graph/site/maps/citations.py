"""The sections of the essay, the works that they point to, and to what end."""

from __future__ import annotations

from typing import Any

from techfeod_graph.corpus import Corpus
from techfeod_graph.site.network import Edge
from techfeod_graph.site.strings import typeset

__all__ = ["lines", "sections"]


def sections(corpus: Corpus) -> list[dict[str, Any]]:
    """The sections that point to a work, as nodes."""
    used = {corpus.passages[pointer.at].section for pointer in corpus.pointers}
    return [
        {"key": f"section/{key}", "kind": "section", "fr": typeset(name.fr), "en": name.en}
        for key, name in corpus.source.sections.items()
        if key in used
    ]


def lines(corpus: Corpus) -> list[Edge]:
    """One line for each section, purpose and work, with the sentences that it stands for."""
    found: dict[tuple[str, str, str], list[str]] = {}
    for pointer in corpus.pointers:
        section = f"section/{corpus.passages[pointer.at].section}"
        found.setdefault((section, pointer.why, f"work/{pointer.to}"), []).append(pointer.at)
    return [
        Edge(*ends, at=tuple(sorted(dict.fromkeys(at), key=corpus.order)))
        for ends, at in sorted(found.items())
    ]
