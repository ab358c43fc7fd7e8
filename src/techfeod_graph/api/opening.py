"""Opening a knowledge base."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from techfeod_graph.api.base import KnowledgeBase
from techfeod_graph.errors import TechfeodError
from techfeod_graph.index import open_corpus

if TYPE_CHECKING:
    import os

    from techfeod_graph.terms import Language

__all__ = ["load"]


def load(data: str | os.PathLike[str] | None = None, *, language: Language = "fr") -> KnowledgeBase:
    """The published knowledge base, or that of a folder of YAML files, checked.

    ``language``: ``fr`` or ``en``, of labels, wordings and definitions. What was compiled before
    is taken from the cache, so that a second call takes milliseconds.

    :raises CorpusError: with all faults of the data, each with its file, line and column.
    :raises TechfeodError: when there is no such folder or language.

    >>> import techfeod_graph as tf
    >>> tf.load().concept("mika").label
    'MIKA'
    """
    published = import_module("techfeod_graph.data").__path__[0]
    folder = Path(published if data is None else data)
    if not folder.is_dir():
        raise TechfeodError(f"{folder} is not a folder")
    return KnowledgeBase(open_corpus(folder), language, folder)
