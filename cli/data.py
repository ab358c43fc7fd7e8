"""Commands on the data as a whole: build, check, verify, lock, release."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .options import AsJson, Data, data_folder, load_corpus, print_json
from .printing.deliver import AsCsv, AsMarkdown, only, write_blocks, write_data

if TYPE_CHECKING:
    from techfeod_graph.corpus import Corpus
    from techfeod_graph.errors import Problem
    from techfeod_graph.proving import Verdict

__all__ = ["build", "check", "lock", "release", "rules", "verify"]

Essay = Annotated[Path, typer.Argument(help="Your own copy of the essay, as plain text.")]


def build(
    out: Annotated[
        Path, typer.Option(help="Folder to write; an older build in it is replaced.")
    ] = (Path("build")),
    data: Data = None,
) -> None:
    """Check the data, compile it, and write every export, the map and the reading room."""
    from techfeod_graph.building import build as write
    from techfeod_graph.conformance import nonconformities
    from techfeod_graph.errors import CorpusError

    from .printing.progress import progress

    corpus = load_corpus(data)
    if problems := nonconformities(corpus):
        raise CorpusError(problems)
    with progress("build") as tell:
        written = write(corpus, out, tell)
    for path, size, what in written:
        if size:
            typer.echo(f"{path}  {size:,} bytes  {what}")
        else:
            typer.echo(f"{path}  not written: {what}", err=True)
    typer.echo(f"Wrote {sum(size > 0 for _, size, _ in written)} files to {out.resolve()}")
    if (out / "map.html").is_file():
        typer.echo(f"Open the map: {(out / 'map.html').resolve().as_uri()}")
    typer.echo(f"Open the reading room: {(out / 'site' / 'index.html').resolve().as_uri()}")


def check(
    data: Data = None,
    essay: Annotated[
        Path | None,
        typer.Option(help="Your copy of the essay: also refuse words copied from it."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Check the data against every rule and report all faults at once."""
    from techfeod_graph.checks import check as judge
    from techfeod_graph.conformance import nonconformities
    from techfeod_graph.files import read_copy
    from techfeod_graph.loading import try_load

    from .printing.progress import progress

    with progress("check") as tell:
        tell("files", 0, 3)
        corpus, problems = try_load(data_folder(data))
        if corpus is not None:
            tell("rules", 1, 3)
            problems = sorted([*problems, *judge(corpus, read_copy(essay) if essay else None)])
        if corpus is not None and not problems:
            tell("shapes", 2, 3)
            problems = nonconformities(corpus)
    if as_json:
        print_json([_as_json(problem) for problem in problems])
    else:
        for problem in problems:
            typer.echo(str(problem))
        typer.echo(f"{len(problems)} fault(s)" if problems else _all_well(corpus))
    if problems:
        raise typer.Exit(1)


def _all_well(corpus: Corpus | None) -> str:
    from techfeod_graph.checks import sentences
    from techfeod_graph.conformance import sentences as shapes
    from techfeod_graph.loading import RULES as LOADING

    counts = {
        name: len(getattr(corpus, name))
        for name in ("concepts", "claims", "agents", "works", "pointers", "discrepancies")
    }
    listed = ", ".join(f"{count} {name}" for name, count in counts.items())
    rules = len(LOADING | sentences() | shapes())
    return f"No fault: {listed} keep all {rules} rules."


def _as_json(problem: Problem) -> dict[str, object]:
    plain = problem._asdict()
    return {**plain.pop("place")._asdict(), **plain}


def verify(essay: Essay, data: Data = None, as_json: AsJson = False) -> None:
    """Prove every passage on your own copy of the essay: exact, moved or changed."""
    from dataclasses import asdict

    from techfeod_graph.files import read_copy
    from techfeod_graph.passages import verify as prove

    from .printing.progress import progress

    corpus = load_corpus(data)
    with progress("verify") as tell:
        verdicts = prove(list(corpus.passages.values()), read_copy(essay), tell)
    if as_json:
        print_json([asdict(verdict) for verdict in verdicts])
    else:
        _report(essay, verdicts)
    if any(verdict.status == "changed" for verdict in verdicts):
        raise typer.Exit(1)


def _report(essay: Path, verdicts: list[Verdict]) -> None:
    for verdict in verdicts:
        place = f"{essay}:{verdict.line}:{verdict.column}"
        if verdict.status == "changed":
            typer.echo(f"{place}: {verdict.locator} changed: nothing in this copy has its digest")
        elif verdict.status == "moved":
            typer.echo(f"{place}: {verdict.locator} moved: found as {verdict.found or 'another'}")
    counts = Counter(verdict.status for verdict in verdicts)
    fragments = sum(verdict.by == "digest+fragment" for verdict in verdicts)
    typer.echo(
        f"{len(verdicts)} passages: {counts['exact']} exact, {counts['moved']} moved, "
        f"{counts['changed']} changed ({fragments} by digest and text fragment, "
        f"{len(verdicts) - counts['changed'] - fragments} by digest alone)"
    )


def lock(
    essay: Essay,
    out: Annotated[Path, typer.Option(help="The file to write.")] = Path("data/passages.lock"),
) -> None:
    """Make the lock of passages from a copy of the essay; its text is not stored."""
    from techfeod_graph.files import read_copy, write_atomically
    from techfeod_graph.passages import build_passages, format_lock

    passages = build_passages(read_copy(essay))
    write_atomically(out, format_lock(passages).encode())
    typer.echo(f"{len(passages)} passages locked in {out}")


def release(
    withdraw: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID[=ID]",
            help="An id taken out of the data, and the one of its kind that replaces it.",
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="The file to write: by default slugs.lock of the data.")
    ] = None,
    data: Data = None,
) -> None:
    """Lock the ids of the data as published: from then on none is lost or used again."""
    from dataclasses import replace

    from techfeod_graph.checks import check as judge
    from techfeod_graph.corpus import SLUGS
    from techfeod_graph.errors import CorpusError
    from techfeod_graph.files import write_atomically
    from techfeod_graph.loading import load
    from techfeod_graph.slugs import KINDS, format_slugs, released

    folder = data_folder(data)
    corpus = load(folder)
    present = [f"{kind}/{key}" for kind, name in KINDS.items() for key in getattr(corpus, name)]
    asked = {name: by for name, _, by in (entry.partition("=") for entry in withdraw or [])}
    locked = released(corpus.slugs, present, corpus.source.version, asked)
    if problems := judge(replace(corpus, slugs=locked)):
        raise CorpusError(problems)
    target = out or folder / SLUGS
    write_atomically(target, format_slugs(locked).encode())
    gone = sum(own.withdrawn is not None for own in locked.values())
    new = len(locked) - len(corpus.slugs)
    typer.echo(f"{len(locked)} ids locked in {target}: {new} new, {gone} withdrawn in all")


def rules(as_json: AsJson = False, as_csv: AsCsv = False, as_markdown: AsMarkdown = False) -> None:
    """List every rule that the data keeps, by the id that a fault names."""
    from techfeod_graph.rulebook import rulebook

    from .printing.blocks import Table

    listed = rulebook()
    style = only({"json": as_json, "csv": as_csv, "markdown": as_markdown})
    if style == "json":
        write_data(listed, style)
    elif style == "csv":
        write_data([{"rule": rule, "says": says} for rule, says in listed.items()], style)
    else:
        write_blocks([Table(tuple(listed.items()), ("rule", "what it says"))], "en", style)
