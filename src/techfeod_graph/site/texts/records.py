"""What stands on the pages of records and in their lists."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

WORDS: Final[dict[str, tuple[str, str]]] = {
    "count-concepts": ("{n} concept|{n} concepts", "{n} concept|{n} concepts"),
    "count-claims": ("{n} affirmation|{n} affirmations", "{n} claim|{n} claims"),
    "count-agents": ("{n} agent|{n} agents", "{n} agent|{n} agents"),
    "count-works": ("{n} ouvrage|{n} ouvrages", "{n} work|{n} works"),
    "reported": (", rapporté par ", ", reported by "),
    "then": (" puis ", ", then by "),
    "claims-about": ("Affirmations à ce sujet", "Claims about it"),
    "note-english": ("Note du curateur, en anglais :", "Curator’s note:"),
}
