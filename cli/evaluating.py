"""Asking in SPARQL: here, with limits, or on an endpoint elsewhere; printing as it comes."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import typer

from .options import data_folder

if TYPE_CHECKING:
    from pathlib import Path

    from techfeod_graph.serving.process import Answer, Limits, Question

__all__ = ["answer_query", "explain_query", "print_answer", "question"]

#: The formats of a graph among those of an answer.
GRAPHS = {"turtle": "ttl", "ntriples": "nt", "jsonld": "jsonld", "rdfxml": "rdf"}


def question(query: str, style: str) -> Question:
    """A query with the format of its answer; a format that does not fit its form is a fault."""
    from techfeod_graph.serving.process import Question

    if style == "table":
        return Question(query, table="rows", graph="ttl", truth="rows")
    if style in GRAPHS:
        return Question(query, table=None, graph=GRAPHS[style], truth=None)
    return Question(query, table=style, graph=None, truth=style)


def answer_query(
    asked: Question, data: Path | None, endpoint: str | None, limits: Limits
) -> tuple[Answer, Any]:
    """The answer, and the process to end when it is read (None for an endpoint)."""
    from techfeod_graph.index import open_corpus

    if endpoint is not None:
        from techfeod_graph.serving.remote import ask

        base = open_corpus(data_folder(data)).source.base
        return ask(endpoint, asked, base, limits), None
    from techfeod_graph.compiled import n_quads
    from techfeod_graph.guard import bounded
    from techfeod_graph.serving.process import Worker

    bounded(asked.query)
    worker = Worker(limits)  # it starts while we read the graph
    try:
        folder = data_folder(data)
        corpus = open_corpus(folder)
        worker.give(n_quads(folder, corpus), corpus.source.base)
        return worker.ask(asked), worker
    except BaseException:
        worker.end()
        raise


def print_answer(answer: Answer) -> None:
    """Print an answer as it comes; a table waits for its last row, to know its widths."""
    from .show import table

    if answer.head["format"] == "rows":
        rows = [json.loads(line) for line in b"".join(answer.pieces).splitlines()]
        if answer.head["form"] == "truth":
            typer.echo("yes" if answer.head["truth"] else "no")
            return
        table([tuple(answer.head["columns"]), *(tuple(c or "–" for c in row) for row in rows)])
        typer.echo(f"{len(rows)} row{'s' if len(rows) != 1 else ''}", err=True)
    else:
        for piece in answer.pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    if answer.end.get("cut"):
        typer.echo(f"stopped after {answer.end['rows']} rows: there are more", err=True)


def explain_query(query: str, data: Path | None) -> None:
    """Print what a query means: its operators in the algebra of SPARQL 1.1, outermost first."""
    from techfeod_graph.index import open_corpus
    from techfeod_graph.serving.algebra import algebra

    typer.echo(algebra(query, open_corpus(data_folder(data)).source.base))
