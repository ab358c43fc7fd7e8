"""Times the named questions in Oxigraph and in rdflib on the published data, in one run.

Usage: python benchmarks/engines.py [ROUNDS]
Prints milliseconds (median of the rounds) and the ratio rdflib / Oxigraph for each question.
"""

from __future__ import annotations

import statistics
import sys
import time
from importlib.resources import files
from pathlib import Path

from techfeod_graph.engine import Engine
from techfeod_graph.loading import load
from techfeod_graph.rdf import prologue, to_rdf


def median(job, rounds):
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        job()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    corpus = load(Path(str(files("techfeod_graph.data"))))
    engine, dataset = Engine(corpus), to_rdf(corpus)
    head = prologue(corpus.source.base)
    ratios = []
    print(f"{len(engine)} statements, median of {rounds} rounds, ms")
    print(f"{'question':40} {'Oxigraph':>9} {'rdflib':>9} {'ratio':>7}")
    folder = files("techfeod_graph.ontology").joinpath("queries")
    for path in sorted(folder.iterdir(), key=lambda entry: entry.name):
        text = path.read_text(encoding="utf-8")
        ours = median(lambda text=text: engine.ask(text), rounds)
        theirs = median(lambda text=text: list(dataset.query(head + text)), rounds)
        ratios.append(theirs / ours)
        print(f"{path.name:40} {ours:9.2f} {theirs:9.1f} {theirs / ours:7.1f}")
    print(
        f"median ratio {statistics.median(ratios):.0f}, from {min(ratios):.0f} to {max(ratios):.0f}"
    )


main()
