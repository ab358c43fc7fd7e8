"""Times the start of commands against bare Python and an empty Typer application, in one run.

Usage: python benchmarks/startup.py [ROUNDS] [WORD …]
Each command runs right after its two measures, bare Python and the empty application; its ratios
are the medians over the rounds of the ratios in a round, since a neighbour on the machine slows all
three. The processor time of each process is counted, not the time it waits. WORDs choose commands.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

QUERY = "SELECT ?c ?t { ?c tf:heldBy <agent/saito> ; rdfs:label ?t FILTER(LANG(?t) = 'fr') }"
COMMANDS = {
    "techfeod --help": "--help",
    "concept show": "concept show technofeodalisme",
    "claim show": "claim show valeur-quitte-le-travail",
    "claim list": "claim list --holder saito --about tic",
    "agent show": "agent show saito",
    "work show": "work show negri-marx",
    "search": "search rente",
    "concept list": "concept list",
    "claim list, every claim": "claim list",
    "slips": "slips",
    "section show": "section show 2",
    "coverage": "coverage",
    "stats": "stats",
    "who says": "who says valeur-quitte-le-travail",
    "explain, a concept": "explain mika",
    "explain, an agent": "explain durand",
    "explain, a section": "explain S3",
    "argue": "argue fronts-de-lutte-multiples",
    "who says, on a concept": "who says technofeodalisme",
    "agent compare": "agent compare durand morozov",
    "controversies": "controversies",
    "quote": "quote valeur-quitte-le-travail",
    "trace": "trace P05",
    "path": "path mika rente",
    "path, to an agent": "path mika wark",
    "around, a concept": "around mika",
    "around, an agent": "around durand",
    "central": "central",
    "unanswered": "unanswered",
    "unsupported": "unsupported",
    "uncited": "uncited",
    "grounded": "grounded",
    "queries, the list of them": "queries",
    "rules": "rules",
    "concept show --json": "concept show technofeodalisme --json",
    "concept show --markdown": "concept show technofeodalisme --markdown",
    "completion of a command": {"COMP_WORDS": "techfeod c", "COMP_CWORD": "1"},
    "completion of a name": {"COMP_WORDS": "techfeod concept show gl", "COMP_CWORD": "3"},
    "doctor (asks every package)": "doctor",
    "man (builds every command)": "man",
    "claim list --json (1 MB)": "claim list --json",
    "claim list --csv": "claim list --csv",
    "concept show --turtle (by rules)": "concept show technofeodalisme --turtle",
    "check (reads the YAML)": "check",
}
#: The claims that one agent holds, in his words of the data: by ours, and by what others offer.
RDFLIB = """import sys, rdflib
graph = rdflib.Graph().parse(sys.argv[1])
print(len(list(graph.query(sys.argv[2]))))
"""
EMPTY = "import typer\napp = typer.Typer()\n@app.command()\ndef main(): pass\napp()\n"


def time_of(command, environment):
    """Milliseconds of processor time of one process and its children."""
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
    )
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    return (used.ru_utime + used.ru_stime) * 1000


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 11
    words = sys.argv[2:]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "empty.py").write_text(EMPTY)
        (folder / "with_rdflib.py").write_text(RDFLIB)
        # bytecode, as an installed package has it, and a cache of our own
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        environment["TECHFEOD_CACHE"] = name
        measure(rounds, words, folder, environment)


def program(name):
    own = Path(sys.executable).with_name(name)
    found = own if own.exists() else shutil.which(name)
    if not found:
        raise SystemExit(f"{name}: not installed; python -m pip install -e '.[test]'")
    return str(found)


def rivals(folder, environment):
    """The same question to us, to the oxigraph command line on its own store, and to rdflib."""
    from techfeod_graph.rdf import prologue

    techfeod, oxigraph = program("techfeod"), program("oxigraph")
    triples, store = str(folder / "kb.nt"), str(folder / "store")
    run = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run([techfeod, "export", "nt", "--out", triples], env=environment, **run)
    subprocess.run([oxigraph, "load", "--location", store, "--file", triples], **run)
    base = next(
        line.split("/claim/")[0][1:] + "/"
        for line in Path(triples).read_text(encoding="utf-8").splitlines()
        if "/claim/" in line.split()[0]
    )
    query = prologue(base) + QUERY
    ask = ["query", "--location", store, "--results-format", "csv", "--query", query]
    yield "claims of an agent: claim list", [techfeod, "claim", "list", "--holder", "saito"]
    yield "  techfeod sparql", [techfeod, "sparql", QUERY, "--format", "csv"]
    yield "  oxigraph query, its store", [oxigraph, *ask]
    yield "  rdflib, N-Triples", [sys.executable, str(folder / "with_rdflib.py"), triples, query]


def measure(rounds, words, folder, environment):
    bare, script = [sys.executable, "-c", "pass"], [sys.executable, str(folder / "empty.py")]
    first = [time_of(bare, environment) for _ in range(rounds)]
    second = [time_of(script, environment) for _ in range(rounds)]
    least, empty = statistics.median(first), statistics.median(second)
    print(f"{'command':32} {'ms':>6} {'× bare':>7} {'× empty':>8}")
    print(f"{'python -c pass':32} {least:6.0f} {1:7.2f}")
    print(f"{'empty Typer application':32} {empty:6.0f} {empty / least:7.2f} {1:8.2f}")
    listed = []
    for name, given in COMMANDS.items():
        extra = given | {"_TECHFEOD_COMPLETE": "complete_bash"} if isinstance(given, dict) else {}
        listed.append((name, [program("techfeod"), *([] if extra else given.split())], extra))
    listed += [(name, command, {}) for name, command in rivals(folder, environment)]
    for name, command, extra in listed:
        if words and not any(word in name for word in words):
            continue
        rows = []
        for turn in range(rounds + 1):
            row = [time_of(part, environment) for part in (bare, script)]
            row.append(time_of(command, {**environment, **extra}))
            if turn:  # the first round compiles the index and warms the disk
                rows.append(row)
        ms = statistics.median(row[2] for row in rows)
        to_bare = statistics.median(row[2] / row[0] for row in rows)
        to_empty = statistics.median(row[2] / row[1] for row in rows)
        print(f"{name:32} {ms:6.0f} {to_bare:7.2f} {to_empty:8.2f}", flush=True)


main()
