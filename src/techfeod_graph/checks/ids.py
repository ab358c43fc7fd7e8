"""Rules on ids: what has been published keeps its meaning."""

from __future__ import annotations

from collections.abc import Iterator

from techfeod_graph.checks.registry import Fault, rule, whole_rule
from techfeod_graph.corpus import Corpus
from techfeod_graph.slugs import KINDS

__all__: list[str] = []

_SHARED = ("concept", "claim", "agent", "work")


def _present(corpus: Corpus, path: str) -> bool:
    kind, _, key = path.partition("/")
    return key in getattr(corpus, KINDS[kind])


@whole_rule
def lost_id(corpus: Corpus) -> Iterator[Fault]:
    """An id once published stays, or is listed as withdrawn with what replaces it."""
    for path, own in corpus.slugs.items():
        if own.withdrawn is None and not _present(corpus, path):
            key = path.partition("/")[2]
            yield (
                corpus.origins.place("slugs", path),
                f"«{path}» was published in version {own.since} and is not in the data",
                f"put it back, or run «techfeod release --withdraw {key}=REPLACEMENT»",
            )


@rule
def reused_id(corpus: Corpus) -> Iterator[Fault]:
    """An id once published is never given to another record."""
    for path, own in corpus.slugs.items():
        kind, _, key = path.partition("/")
        others = [k for k in _SHARED if kind in _SHARED and k != kind]
        if own.withdrawn is not None and _present(corpus, path):
            others.append(kind)
        for other in others:
            if key in getattr(corpus, KINDS[other]):
                was = f"a {kind}" + (" that was withdrawn" if own.withdrawn else "")
                yield (
                    corpus.origins.place(KINDS[other], key, at_key=True),
                    f"the id «{key}» was published as {was}",
                    "give the new record an id of its own",
                )


@whole_rule
def unknown_replacement(corpus: Corpus) -> Iterator[Fault]:
    """What replaces a withdrawn id is a record of its kind."""
    for path, own in corpus.slugs.items():
        kind = path.partition("/")[0]
        if own.replaced_by and not _present(corpus, f"{kind}/{own.replaced_by}"):
            yield (
                corpus.origins.place("slugs", path),
                f"«{path}» is replaced by «{own.replaced_by}», which is no {kind}",
                "name the id that stands for it now, or nothing",
            )
