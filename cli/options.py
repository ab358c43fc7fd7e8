"""What the commands share: their common options, loading, and the printing of JSON."""

from __future__ import annotations

import os
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from techfeod_graph.corpus import Corpus

__all__ = ["AsJson", "Data", "Lang", "Language", "data_folder", "load_corpus", "print_json"]


class Language(StrEnum):
    """The language of labels and wordings."""

    fr = "fr"
    en = "en"


Data = Annotated[
    Path | None,
    typer.Option(
        "--data",
        metavar="DIR",
        envvar="TECHFEOD_DATA",
        help="Folder of YAML files to use instead of the published data.",
        show_default=False,
    ),
]
Lang = Annotated[
    Language,
    typer.Option("--lang", envvar="TECHFEOD_LANG", help="Language of labels and wordings."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print whole records as JSON.")]


def data_folder(data: Path | None) -> Path:
    """The folder of the data: the one given, or the published data of the package."""
    folder = data or Path(import_module("techfeod_graph.data").__path__[0])
    if not folder.is_dir():
        raise typer.BadParameter(f"{folder} is not a folder", param_hint="--data")
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder


def load_corpus(data: Path | None) -> Corpus:
    """The checked corpus; faults in the data are raised all together."""
    from techfeod_graph.index import open_corpus

    return open_corpus(data_folder(data))


def print_json(value: Any) -> None:
    """Print a value as JSON, accents kept."""
    import json

    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


def colours() -> bool | None:
    """Whether to colour: never when NO_COLOR is set, else as the terminal allows."""
    return False if os.environ.get("NO_COLOR") else None
