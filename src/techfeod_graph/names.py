"""Finding a record by what a person types: folding of case, accents and ligatures."""

from __future__ import annotations

__all__ = ["fold"]

_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l"})


def fold(text: str) -> str:
    """A form for comparing: small letters without accents, words parted by single spaces."""
    letters = text.lower() if text.isascii() else _without_accents(text)
    return " ".join("".join([c if c.isalnum() else " " for c in letters]).split())


def _without_accents(text: str) -> list[str]:
    import unicodedata

    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LIGATURES))
    return [c for c in plain if not unicodedata.combining(c)]
