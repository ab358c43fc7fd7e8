"""Answers as CSV: one row a record, the columns named by the keys of the JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

__all__ = ["flatten", "write"]

_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def write(rows: Iterable[Mapping[str, Any]]) -> str:
    """CSV (RFC 4180, UTF-8) with a head; every row has every column, empty where it has no value.

    An object in an object becomes columns joined by a point (``labels.fr``), a list of texts one
    cell parted by ``; ``, a list of objects one cell of JSON.
    """
    flat = [flatten(row) for row in rows]
    columns = list(dict.fromkeys(name for row in flat for name in row))
    stream = io.StringIO()
    writer = csv.DictWriter(stream, columns, restval="", lineterminator="\n")
    if columns:
        writer.writeheader()
        writer.writerows(flat)
    return stream.getvalue()


def flatten(row: Mapping[str, Any], lead: str = "") -> dict[str, str]:
    """One record as texts by column."""
    found: dict[str, str] = {}
    for name, value in row.items():
        if isinstance(value, str):
            found[f"{lead}{name}"] = value
        elif isinstance(value, Mapping):
            found |= flatten(value, f"{lead}{name}.")
        else:
            found[f"{lead}{name}"] = _cell(value)
    return found


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        if all(isinstance(part, str) for part in value):
            return "; ".join(value)
        return _COMPACT.encode(value)
    return str(value)
