"""One way out for every answer: the options of a command, and printing in the form they ask for."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from ..options import AsJson, Data, Lang, Language, load_corpus, print_json

if TYPE_CHECKING:
    from techfeod_graph.corpus import Corpus

    from .blocks import Block

__all__ = [
    "Answer", "AsCsv", "AsMarkdown", "Asked", "answering", "only", "write_blocks", "write_data",
]  # fmt: skip

AsCsv = Annotated[bool, typer.Option("--csv", help="Print rows as CSV.")]
AsMarkdown = Annotated[bool, typer.Option("--markdown", help="Print Markdown.")]
AsTurtle = Annotated[bool, typer.Option("--turtle", help="Print the triples as Turtle.")]
_STYLES: dict[str, Any] = {
    "json": AsJson, "csv": AsCsv, "markdown": AsMarkdown, "turtle": AsTurtle,
}  # fmt: skip


class Asked(NamedTuple):
    """What every question is asked of: the data, and in which language it is answered."""

    corpus: Corpus
    language: str


class Answer(NamedTuple):
    """What a question is answered with, before it is known in which form.

    ``data`` is the JSON, unless ``full`` makes it of it when it is asked for. ``show`` names the
    function of ``cli/showing`` («records.concept») that writes it for a reader, called with a page,
    the data and ``more``. ``rows`` are those of the CSV where the data is not a list itself.
    ``about`` are the records of the Turtle. ``worded``: the claims that the data names get their
    wording. ``text`` is printed as it is instead of a page. ``otherwise`` is raised when a reader
    would see an empty page.
    """

    data: Any
    show: str
    more: Mapping[str, Any] | None = None
    full: Callable[[], Any] | None = None
    rows: Iterable[Mapping[str, Any]] | None = None
    about: Iterable[str] = ()
    worded: bool = False
    text: str = ""
    otherwise: Exception | None = None


def answering(*styles: str) -> Callable[[Callable[..., Answer]], Callable[..., None]]:
    """Make a command of a function that takes :class:`Asked` and its own parameters.

    The command has the options ``--data``, ``--lang`` and one for each style (``json``, ``csv``,
    ``markdown``, ``turtle``), and prints the answer in the form that was asked for.
    """
    return lambda function: _Command(function, styles)


def only(wanted: Mapping[str, bool]) -> str:
    """The one style that is wanted; empty for none."""
    chosen = [style for style, is_wanted in wanted.items() if is_wanted]
    if len(chosen) > 1:
        listed = " and ".join(f"--{style}" for style in chosen)
        raise typer.BadParameter(f"{listed} exclude each other")
    return chosen[0] if chosen else ""


class _Command:
    """A function made a command; its signature is worked out when the command is built."""

    def __init__(self, function: Callable[..., Answer], styles: tuple[str, ...]) -> None:
        self._function = function
        self._styles = styles
        self.__name__ = function.__name__
        self.__doc__ = function.__doc__

    def __call__(self, data: Any, lang: Language, **given: Any) -> None:
        style = only({style: given.pop(f"as_{style}") for style in self._styles})
        asked = Asked(load_corpus(data), lang.value)
        _print(asked, self._function(asked, **given), style)

    @cached_property
    def __signature__(self) -> inspect.Signature:
        return _signature(self._function, self._styles)

    @property
    def __annotations__(self) -> dict[str, Any]:  # type: ignore[override]
        parameters = self.__signature__.parameters
        return {name: parameter.annotation for name, parameter in parameters.items()}


def _signature(function: Callable[..., Answer], styles: Iterable[str]) -> inspect.Signature:
    own = list(inspect.signature(function, eval_str=True).parameters.values())[1:]
    shared: list[tuple[str, Any, Any]] = [("data", Data, None), ("lang", Lang, Language.fr)]
    shared += [(f"as_{style}", _STYLES[style], False) for style in styles]
    kind = inspect.Parameter.KEYWORD_ONLY
    options = [
        inspect.Parameter(name, kind, default=default, annotation=annotation)
        for name, annotation, default in shared
    ]
    return inspect.Signature([*(p.replace(kind=kind) for p in own), *options])


def _print(asked: Asked, answer: Answer, style: str) -> None:
    if style in ("json", "csv"):
        data = answer.full() if answer.full else answer.data
        if style == "csv" and answer.rows is not None:
            data = list(answer.rows)
        write_data(_worded(asked, data) if answer.worded else data, style)
    elif style == "turtle":
        from .turtle import triples

        sys.stdout.buffer.write(triples(asked.corpus, answer.about))
        sys.stdout.buffer.flush()
    else:
        _for_readers(asked, answer, style)


def write_data(data: Any, style: str) -> None:
    """Print data as JSON, or rows as CSV."""
    if style == "json":
        print_json(data)
    else:
        from . import flat

        sys.stdout.write(flat.write(data))


def _worded(asked: Asked, value: Any) -> Any:
    """The value with the wording of every claim that it names, as ``text``, in one language."""
    if isinstance(value, list):
        return [_worded(asked, part) for part in value]
    if not isinstance(value, dict):
        return value
    found = {}
    for name, part in value.items():
        found[name] = _worded(asked, part)
        if name == "claim":
            found["text"] = getattr(asked.corpus.claims[part], asked.language)
    return found


def _for_readers(asked: Asked, answer: Answer, style: str) -> None:
    if answer.otherwise:
        raise answer.otherwise
    if answer.text:
        typer.echo(answer.text)
        return
    from ..showing.page import Page

    page = Page(asked.corpus, asked.language)
    module, _, name = answer.show.partition(".")
    writer = getattr(import_module(f"..showing.{module}", __package__), name)
    writer(page, answer.data, **(answer.more or {}))
    write_blocks(page.blocks, page.language, style)


def write_blocks(blocks: Iterable[Block], language: str, style: str) -> None:
    """Print blocks as Markdown, or as text for where it goes."""
    if style == "markdown":
        from . import markdown

        sys.stdout.write(markdown.render(blocks, language))
    elif sys.stdout.isatty():
        from .terminal import display

        display(blocks, language)
    else:
        from . import plain

        sys.stdout.write(plain.render(blocks, language, plain.columns()))
