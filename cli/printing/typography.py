"""French spacing: a narrow no-break space before : ; ! ? and inside « »."""

from __future__ import annotations

import re

__all__ = ["NARROW", "colon", "french", "quoted"]

#: U+202F, the narrow no-break space.
NARROW = "\u202f"
_BEFORE = r"[ \u00a0](?=[:;!?»])"
_AFTER = r"(?<=«)[ \u00a0]"


def colon(language: str) -> str:
    """The colon after a name, with the space that the language wants before it."""
    return ": " if language == "en" else f"{NARROW}: "


def french(text: str, language: str) -> str:
    """A text with French spacing made unbreakable; unchanged in English."""
    return text if language == "en" else re.sub(_AFTER, NARROW, re.sub(_BEFORE, NARROW, text))


def quoted(text: str, language: str) -> str:
    """A text in the quotation marks of the language."""
    return f"“{text}”" if language == "en" else f"« {text} »"
