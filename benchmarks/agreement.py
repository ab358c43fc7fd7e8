"""Agreement of the two independent readings, from docs/agreement/P*.tsv.

Prints, for each section, the propositions of each reading, how many match, and on the matched ones
the share with the same holder and the same stance, with Cohen's kappa.

With ``--json`` prints what the reading room shows: site/pages/agreement.json.

Usage: python benchmarks/agreement.py [--json]
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "docs" / "agreement"


def plain(text):
    """A holder or stance without the readings given in brackets."""
    return re.sub(r"\s*[\[(].*?[\])]", "", text).strip()


def kappa(pairs):
    """Cohen's kappa of pairs of labels."""
    count = len(pairs)
    observed = sum(a == b for a, b in pairs) / count
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    expected = sum(first[label] * second[label] for label in first) / count**2
    return (observed - expected) / (1 - expected) if expected < 1 else 1.0


def summary(rows):
    """The figures of one section as cells of a table."""
    matched = [row for row in rows if row["a-id"] != "-" and row["b-id"] != "-"]
    cells = [
        sum(row["a-id"] != "-" for row in rows),
        sum(row["b-id"] != "-" for row in rows),
        len(matched),
    ]
    for name, column in (("holder", "holder(s)"), ("stance", "stance(s)")):
        same = sum(row[f"same {name}?"] == "y" for row in matched)
        pairs = [(plain(row[f"a-{column}"]), plain(row[f"b-{column}"])) for row in matched]
        cells += [f"{same / len(matched):.2f}", f"{kappa(pairs):.2f}"]
    return cells


HEADINGS = ["section", "first", "second", "matched", "holder", "holder_kappa", "stance",
            "stance_kappa"]  # fmt: skip


def table():
    """Every section with its figures, and all of them together."""
    everything, found = [], []
    for path in sorted(FOLDER.glob("P*.tsv")):
        with path.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
        everything += rows
        found.append([path.stem, *summary(rows)])
    return [*found, ["all", *summary(everything)]]


def main():
    rows = table()
    if "--json" in sys.argv:
        told = {
            "base": "https://w3id.org/technofeodalisme/",
            "rows": [dict(zip(HEADINGS, map(str, row), strict=True)) for row in rows],
        }
        print(json.dumps(told, indent=1))
        return
    print("| section | first | second | matched | same holder | kappa | same stance | kappa |")
    print("|---|---|---|---|---|---|---|---|")
    for row in rows:
        print(f"| {' | '.join(map(str, row))} |")


if __name__ == "__main__":
    main()
