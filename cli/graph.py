"""Commands on the compiled graph: sparql, export."""

from __future__ import annotations

import sys
import textwrap
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .options import Data, Lang, Language, load_corpus, print_json

if TYPE_CHECKING:
    from techfeod_graph.corpus import Corpus

__all__ = ["export", "sparql"]


class ResultFormat(StrEnum):
    """What an answer is printed as: the first five hold tables, the others graphs."""

    table = "table"
    json = "json"
    csv = "csv"
    tsv = "tsv"
    xml = "xml"
    turtle = "turtle"
    ntriples = "ntriples"
    jsonld = "jsonld"
    rdfxml = "rdfxml"


def sparql(
    query: Annotated[
        str | None,
        typer.Argument(help="The query, a file that holds it, or - for standard input."),
    ] = None,
    style: Annotated[ResultFormat, typer.Option("--format", help="How to print the answer.")] = (
        ResultFormat.table
    ),
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    name: Annotated[
        str | None,
        typer.Option(
            "--named", metavar="NAME", help="A named query; «techfeod queries» lists them."
        ),
    ] = None,
    param: Annotated[
        list[str] | None,
        typer.Option(
            metavar="KEY=VALUE",
            help="A value for a parameter of the named query; several for one mean any of them.",
        ),
    ] = None,
    endpoint: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Ask this SPARQL 1.1 endpoint instead of the data."),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show the query's algebra instead of its answer.")
    ] = False,
    timeout: Annotated[
        float, typer.Option(min=0.1, max=86_400, help="Seconds after which the query is stopped.")
    ] = 60,
    limit_rows: Annotated[
        int | None, typer.Option(min=1, help="Stop after this many rows, and say so.")
    ] = None,
    lang: Lang = Language.fr,
    data: Data = None,
) -> None:
    """Ask the data in SPARQL 1.1; prefixes are known, and IRIs are relative to its base."""
    from techfeod_graph.serving.process import Limits

    from .evaluating import answer_query, explain_query, print_answer, question

    text = _asked_text(query, name, param or [], lang, data)
    if explain:
        explain_query(text, data)
        return
    asked = question(text, "json" if as_json else style.value)
    answer, worker = answer_query(asked, data, endpoint, Limits(timeout, rows=limit_rows))
    try:
        print_answer(answer)
    finally:
        if worker is not None:
            worker.end()


def _asked_text(
    query: str | None, name: str | None, param: list[str], lang: Language, data: Path | None
) -> str:
    if name is None:
        if param:
            raise typer.BadParameter("it needs --named", param_hint="--param")
        return _query_text(query)
    if query is not None:
        raise typer.BadParameter("give a query or --named, not both", param_hint="--named")
    return _named_text(name, param, lang.value, load_corpus(data))


def _named_text(name: str, given: list[str], lang: str, corpus: Corpus) -> str:
    """The text of a named query with the values given, titled on standard error."""
    from techfeod_graph.named import bind, named

    query = named(name)
    values: dict[str, list[str]] = {}
    for pair in given:
        key, equals, value = pair.partition("=")
        if not equals:
            raise typer.BadParameter(f"write «{key}=…»", param_hint="--param")
        values.setdefault(key.strip(), []).append(value)
    if any(parameter.name == "lang" for parameter in query.parameters):
        values.setdefault("lang", [lang])
    text = bind(query, corpus, values)
    typer.echo(query.title[lang], err=True)
    return text


def _query_text(query: str | None) -> str:
    from techfeod_graph.files import read_copy

    if query is None or query == "-":
        return sys.stdin.read()
    a_name = len(query) < 250 and (not any(c.isspace() for c in query) or Path(query).is_file())
    return read_copy(Path(query)) if a_name else query


def export(
    style: Annotated[
        str | None, typer.Argument(metavar="FORMAT", help="One of the formats that --list names.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(help="A file, or for several files a folder or a .zip, instead of printing."),
    ] = None,
    list_: Annotated[
        bool, typer.Option("--list", help="List the formats, and what each cannot carry.")
    ] = False,
    lang: Lang = Language.fr,
    data: Data = None,
    as_json: Annotated[bool, typer.Option("--json", help="With --list: as JSON.")] = False,
) -> None:
    """Write the compiled data in one format; --list names them all."""
    if list_:
        _list_formats(lang, as_json)
        return
    from techfeod_graph.formats import FORMATS

    if style is None or style not in FORMATS:
        asked = f"{style} is not one of" if style else "name one of"
        raise typer.BadParameter(f"{asked}: {', '.join(FORMATS)}", param_hint="FORMAT")
    _export(style, out, lang, data)


def _export(style: str, out: Path | None, lang: Language, data: Path | None) -> None:
    from techfeod_graph.export import Edition, written
    from techfeod_graph.files import write_atomically, write_set, zipped

    content = written(Edition(load_corpus(data), "en" if lang is Language.en else "fr"), style)
    if isinstance(content, bytes):
        raw = content
    elif out is not None and out.suffix != ".zip":
        write_set(out, content)
        total = sum(map(len, content.values()))
        typer.echo(f"{out}  {len(content)} files  {total:,} bytes")
        return
    else:
        raw = zipped(content)
    if out is None:
        sys.stdout.buffer.write(raw)
        sys.stdout.buffer.flush()
    else:
        write_atomically(out, raw)
        typer.echo(f"{out}  {len(raw):,} bytes")


_CANNOT = ("ne porte pas", "cannot carry")
_WEAKLY = ("porte en partie", "carries in part")


def _list_formats(lang: Language, as_json: bool) -> None:
    from techfeod_graph.formats import FORMATS, INFORMATION

    english = lang is Language.en
    if as_json:
        print_json([entry.as_dict() for entry in FORMATS.values()])
        return
    for entry in FORMATS.values():
        typer.echo(f"{entry.name}  {entry.en if english else entry.fr}")
        several = (" (zip)", " (zip)")[english] if entry.folder else ""
        typer.echo(f"    {entry.ending}{several}  {entry.media}")
        part = tuple(kind for kind in INFORMATION if kind in entry.part)
        for title, kinds in ((_WEAKLY, part), (_CANNOT, entry.lost)):
            if kinds:
                names = ", ".join(INFORMATION[kind][english] for kind in kinds)
                _paragraph(f"{title[english]} : {names}" if not english else f"{title[1]}: {names}")
        if remark := entry.remark_in("en" if english else "fr"):
            _paragraph(remark)


def _paragraph(text: str) -> None:
    from .show import width

    indent = " " * 4
    typer.echo(textwrap.fill(text, width(), initial_indent=indent, subsequent_indent=indent))
