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

COMMANDS = {
    "techfeod --help": "--help",
    "concept show": "concept show technofeodalisme",
    "claim show": "claim show valeur-quitte-le-travail",
    "agent show": "agent show saito",
    "work show": "work show negri-marx",
    "claim list": "claim list --holder saito --about tic",
    "search": "search rente",
    "concept list": "concept list",
    "section show": "section show 2",
    "coverage": "coverage",
    "stats": "stats",
    "completion of a command": {"COMP_WORDS": "techfeod c", "COMP_CWORD": "1"},
    "completion of a name": {"COMP_WORDS": "techfeod concept show gl", "COMP_CWORD": "3"},
    "sparql": ["sparql", "SELECT ?c { ?c tf:heldBy <agent/durand> } LIMIT 5"],
    "check (reads the YAML)": "check",
}
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
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.py"
        empty.write_text(EMPTY)
        # bytecode, as an installed package has it, and a cache of our own
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        environment["TECHFEOD_CACHE"] = folder
        measure(rounds, words, empty, environment)


def measure(rounds, words, empty, environment):
    bare, script = [sys.executable, "-c", "pass"], [sys.executable, str(empty)]
    ours = Path(sys.executable).with_name("techfeod")
    techfeod = str(ours if ours.exists() else shutil.which("techfeod"))
    print(f"{'command':26} {'ms':>6} {'× bare':>7} {'× empty':>8}")
    first = [time_of(bare, environment) for _ in range(rounds)]
    second = [time_of(script, environment) for _ in range(rounds)]
    least = statistics.median(first)
    print(f"{'python -c pass':26} {least:6.0f} {1:7.2f}")
    print(f"{'empty Typer application':26} {statistics.median(second):6.0f} ", end="")
    print(f"{statistics.median(second) / least:7.2f} {1:8.2f}")
    for name, given in COMMANDS.items():
        if words and not any(word in name for word in words):
            continue
        command, extra = [techfeod], {}
        if isinstance(given, dict):
            extra = {**given, "_TECHFEOD_COMPLETE": "complete_bash"}
        else:
            command += given if isinstance(given, list) else given.split()
        rows = []
        for turn in range(rounds + 1):
            row = [time_of(part, environment) for part in (bare, script)]
            row.append(time_of(command, {**environment, **extra}))
            if turn:  # the first round compiles the index and warms the disk
                rows.append(row)
        ms = statistics.median(row[2] for row in rows)
        to_bare = statistics.median(row[2] / row[0] for row in rows)
        to_empty = statistics.median(row[2] / row[1] for row in rows)
        print(f"{name:26} {ms:6.0f} {to_bare:7.2f} {to_empty:8.2f}", flush=True)


main()
