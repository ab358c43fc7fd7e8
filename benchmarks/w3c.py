"""Runs the W3C's SPARQL 1.1 query tests on the embedded engine, and says which fail and why.

Usage: python benchmarks/w3c.py FOLDER
FOLDER is the part ``sparql11`` of the suite: in the repository w3c/rdf-tests, or in the source
archive of rdflib on PyPI (``test/data/suites/w3c/sparql11``).
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.w3c import KNOWN, NOT_APPLICABLE, cases, entries, failure


def main():
    folder = Path(sys.argv[1]).resolve()
    ran, failed = Counter(), Counter()
    for case in cases(folder):
        ran[case.part] += 1
        if why := failure(case):
            failed[case.part] += 1
            print(f"{case}: {why}; {KNOWN.get(str(case), 'NOT KNOWN')}")
    print(f"{'part':20} {'tests':>5} {'passed':>6}")
    for part, count in ran.items():
        print(f"{part:20} {count:5} {count - failed[part]:6}")
    total = ran.total()
    print(f"{'all':20} {total:5} {total - failed.total():6}")
    aside = Counter()
    for part, why in NOT_APPLICABLE.items():
        aside[why] += entries(folder, part)
    print(f"not applicable: {', '.join(f'{count} {why}' for why, count in aside.items())}")


if __name__ == "__main__":
    main()
