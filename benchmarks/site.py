"""What the reading room weighs and what it costs to make, from the published data.

Prints seconds of this process for the site alone beside those for loading and checking the data,
then pages, bytes by part, and the heaviest page of a claim.

Usage: python benchmarks/site.py
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path

import techfeod_graph.data

from techfeod_graph.checks import check
from techfeod_graph.loading import load
from techfeod_graph.site import site


def main():
    start = time.process_time()
    corpus = load(Path(techfeod_graph.data.__file__).parent)
    check(corpus)
    read = time.process_time() - start
    start = time.process_time()
    room = site(corpus, {})
    made = time.process_time() - start
    pages = {name: len(data) for name, data in room.items() if name.endswith(".html")}
    claims = [size for name, size in pages.items() if name.startswith("fr/claim/")]
    shared = sum(len(data) for name, data in room.items() if name.startswith("assets/"))
    every = sum(map(len, room.values()))
    print(f"load and check {read:.1f} s, site {made:.1f} s: × {made / read:.1f}")
    print(f"{len(pages)} pages, {made / len(pages) * 1000:.1f} ms each")
    print(f"pages {sum(pages.values()):,} bytes, shared files {shared:,}, together {every:,}")
    print(
        f"page of a claim: median {statistics.median(claims):,.0f}, largest {max(claims):,} bytes"
    )


main()
