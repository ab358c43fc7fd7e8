"""Completion of the names in the data: what a shell offers for an argument or an option."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from .lazy import asking_shell

if TYPE_CHECKING:
    from techfeod_graph.corpus import Corpus

__all__ = ["Item", "complete_names"]

#: By command (or group) and parameter, else by parameter: the kinds of record it names.
_KINDS: dict[tuple[str, str] | str, tuple[str, ...]] = {
    ("concept", "name"): ("concept",),
    ("concept", "start"): ("concept",),
    ("concept", "end"): ("concept",),
    ("claim", "name"): ("claim",),
    ("agent", "name"): ("agent",),
    ("agent", "one"): ("agent",),
    ("agent", "other"): ("agent",),
    ("work", "name"): ("work",),
    ("argue", "name"): ("claim",),
    ("quote", "name"): ("claim",),
    ("who", "name"): ("concept", "agent", "work", "claim"),
    "holder": ("agent",),
    "against": ("agent",),
    "about": ("concept", "agent", "work"),
    "term": ("concept", "agent", "work"),
    "name": ("concept", "agent", "work"),
    "start": ("concept", "agent", "work"),
    "end": ("concept", "agent", "work"),
    "stance": ("stance",),
    "at": ("place",),
    "place": ("place",),
}


class Item(NamedTuple):
    """One completion as a shell takes it."""

    value: str
    help: str | None = None
    type: str = "plain"


def complete_names(command: Any, path: tuple[str, ...]) -> None:
    """Let the parameters of a command that name records be completed from the data."""
    for param in command.params:
        kinds = _KINDS.get((path[0], param.name)) or _KINDS.get(param.name)
        if path[0] == "argue" and param.name == "against":
            kinds = None  # a switch there
        if kinds and not getattr(param, "is_flag", False):
            # what Typer sets from «autocompletion», without its test that the typed text begins
            # the value: a label leads to an id
            param._custom_shell_complete = _source(kinds)


def _source(kinds: tuple[str, ...]) -> Callable[[Any, Any, str], list[Item]]:
    def offer(ctx: Any, _param: Any, incomplete: str) -> list[Item]:
        try:
            corpus = _corpus(ctx.params.get("data") or os.environ.get("TECHFEOD_DATA"))
            return [item for kind in kinds for item in _offers(corpus, kind, incomplete)]
        except Exception:  # noqa: BLE001 - a shell wants completions, or nothing
            return []

    return offer


def _corpus(data: str | Path | None) -> Corpus:
    from techfeod_graph.index import open_corpus

    from .options import data_folder

    return open_corpus(data_folder(Path(data) if data else None))


def _offers(corpus: Corpus, kind: str, incomplete: str) -> Iterator[Item]:
    if kind == "stance":
        from techfeod_graph.terms import STANCES

        yield from (Item(name) for name in STANCES if name.startswith(incomplete))
    elif kind == "place":
        units = {key.partition(".")[0]: None for key in corpus.passages}
        typed = incomplete.upper()
        yield from (Item(key) for key in (*units, *corpus.passages) if key.startswith(typed))
    else:
        yield from _records(corpus, kind, incomplete)


def _records(corpus: Corpus, kind: str, incomplete: str) -> Iterator[Item]:
    """The ids that begin as typed, then the labels: as the id in bash, which splits at spaces."""
    from techfeod_graph.names import fold
    from techfeod_graph.queries import KINDS

    wanted, in_bash = fold(incomplete), asking_shell() == "bash"
    for key, forms in corpus.forms(KINDS[kind]).items():
        if key.startswith(incomplete):
            yield Item(key, forms[0][1])
        elif wanted:
            labels = [
                text for rank, text, folded in forms if rank > 1 and folded.startswith(wanted)
            ]
            if in_bash and labels:
                yield Item(key)
            else:
                yield from (Item(text, key) for text in labels if text.startswith(incomplete))
