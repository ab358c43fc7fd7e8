"""Runs the W3C's SPARQL 1.1 query tests on each engine, and says which fail and why.

Usage: python benchmarks/w3c.py FOLDER
FOLDER is the part ``sparql11`` of the suite: in the repository w3c/rdf-tests, or in the source
archive of rdflib on PyPI (``test/data/suites/w3c/sparql11``).
"""

from __future__ import annotations

import logging
import sys
import warnings
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.w3c.cases import NOT_APPLICABLE, cases, entries
from tests.w3c.known import known
from tests.w3c.running import contenders, outcome


def main():
    warnings.simplefilter("ignore")
    logging.getLogger("rdflib").setLevel(logging.ERROR)
    folder = Path(sys.argv[1]).resolve()
    ran = list(cases(folder))
    with contenders(ran) as engines:
        found = {name: [outcome(case, engine) for case in ran] for name, engine in engines.items()}
    failures(ran, found)
    table(ran, found)
    aside = Counter()
    for part, why in NOT_APPLICABLE.items():
        aside[why] += entries(folder, part)
    print(f"not applicable: {', '.join(f'{count} {why}' for why, count in aside.items())}")


def failures(ran, found):
    for engine, outcomes in found.items():
        expected = known(engine, {str(case) for case in ran})
        for case, (_, why) in zip(ran, outcomes, strict=True):
            if why:
                print(f"{engine}: {case}: {why}; {expected.get(str(case), 'NOT KNOWN')}")


def table(ran, found):
    """How many tests of each part every engine passes, and how many all of them do."""
    tests, passed = Counter(), Counter()
    for case, *outcomes in zip(ran, *found.values(), strict=True):
        passes = {name: why is None for name, (_, why) in zip(found, outcomes, strict=True)}
        for part in (case.part, "all"):
            tests[part] += 1
            passed.update((part, name) for name, passing in passes.items() if passing)
            passed[part, "by all"] += all(passes.values())
    columns = [*found, "by all"]
    print(f"{'part':20} {'tests':>5}" + "".join(f" {column:>8}" for column in columns))
    tests["all"] = tests.pop("all")  # at the end
    for part, count in tests.items():
        print(f"{part:20} {count:5}" + "".join(f" {passed[part, c]:8}" for c in columns))


if __name__ == "__main__":
    main()
