"""Write the expected answers anew and say what changed: ``python tests/published/refresh.py``.

Look at every change before committing it: an answer changes because the data did, or by mistake.
"""

from __future__ import annotations

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))

from expected import ANSWERS, lines, published_engine

from techfeod_graph.named import named_queries

SHOWN = 20


def main() -> int:
    """Compare and write; the number of answers that changed."""
    engine = published_engine()
    ANSWERS.mkdir(exist_ok=True)
    changed = 0
    stems = set()
    for query in named_queries():
        stems.add(query.stem)
        answer = engine.ask(query.text)
        changed += write(ANSWERS / f"{query.stem}.tsv", lines(answer.columns, answer.rows))
    for path in ANSWERS.glob("*.tsv"):
        if path.stem not in stems:
            print(f"{path.stem}: no such query, removed")
            path.unlink()
            changed += 1
    print(f"{len(stems)} queries, {changed} answers changed")
    return changed


def write(path: Path, new: list[str]) -> bool:
    """Write one answer and print its difference from the old one."""
    old = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    if old == new:
        return False
    gone, come = sorted(set(old) - set(new)), sorted(set(new) - set(old))
    print(f"{path.stem}: {len(come)} rows come, {len(gone)} rows go")
    for sign, rows in (("-", gone), ("+", come)):
        for row in rows[:SHOWN] if old else ():
            print(f"  {sign} {row}")
    path.write_text("\n".join(new) + "\n", encoding="utf-8")
    return True


if __name__ == "__main__":
    main()
