"""What stands around the maps and the pages of queries."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

WORDS: Final[dict[str, tuple[str, str]]] = {
    "map-views": ("Autres cartes", "Other maps"),
    "map-noscript": (
        "Cette carte a besoin de JavaScript. Les listes de concepts, d’affirmations, d’agents et "
        "d’ouvrages disent la même chose sans lui.",
        "This map needs JavaScript. The lists of concepts, claims, agents and works say the same "
        "without it.",
    ),
    "map-too-large": (
        "{count} fiches : c’est plus qu’une carte ne peut montrer lisiblement ({limit}).",
        "{count} records are more than one map can show legibly ({limit}).",
    ),
    "map-instead": (
        "Chaque fiche porte le dessin de son voisinage ; pour l’ensemble, « techfeod export "
        "graphml » donne un fichier pour Gephi ou Cytoscape.",
        "Every record carries a drawing of its neighbourhood; for the whole, “techfeod export "
        "graphml” gives a file for Gephi or Cytoscape.",
    ),
}
