"""Times the start of commands against bare Python, in turns in one run.

Usage: python benchmarks/startup.py [ROUNDS]
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "empty Typer application": [
        "-c",
        "import typer; a = typer.Typer(); a.command()(lambda: None); a([])",
    ],
    "techfeod --help": ["-m", "techfeod_graph.cli", "--help"],
    "techfeod concept show glebe": ["-m", "techfeod_graph.cli", "concept", "show", "glebe"],
    "techfeod check": ["-m", "techfeod_graph.cli", "check"],
    "techfeod sparql": [
        "-m",
        "techfeod_graph.cli",
        "sparql",
        "SELECT ?c { ?c a tf:Claim } LIMIT 1",
    ],
}


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    times = {name: [] for name in COMMANDS}
    for turn in range(rounds + 1):
        for name, arguments in COMMANDS.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, *arguments], capture_output=True, check=False)
            if turn:  # the first round only warms the disk
                times[name].append((time.perf_counter() - start) * 1000)
    bare = statistics.median(times["python -c pass"])
    print(f"{'command':32} {'median ms':>9} {'× bare':>7}")
    for name, found in times.items():
        middle = statistics.median(found)
        print(f"{name:32} {middle:9.0f} {middle / bare:7.1f}")


main()
