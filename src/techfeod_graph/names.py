"""Finding a record by what a person types: folding of case, accents and ligatures."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["fold"]

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l"})


def fold(text: str) -> str:
    """A form for comparing: small letters without accents, words parted by single spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", letters))
