"""What stands on the pages of the essay: sections, reading, coverage, slips."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

WORDS: Final[dict[str, tuple[str, str]]] = {
    "section": ("Section {n}", "Section {n}"),
    "unit-P": ("Paragraphe {n}", "Paragraph {n}"),
    "unit-N": ("Note {n}", "Note {n}"),
    "in-essay": ("dans l’essai", "in the essay"),
    "again": ("Porte aussi :", "Also carries:"),
    "no-work": ("Aucun ouvrage", "No work"),
    "steps": ("Sections voisines", "Neighbouring sections"),
}
