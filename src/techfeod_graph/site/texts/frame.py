"""What stands on every page: the name of the site, navigation, search, switches, foot."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

WORDS: Final[dict[str, tuple[str, str]]] = {
    "site": ("L’essai à interroger", "The essay you can query"),
    "skip": ("Aller au contenu", "Skip to the content"),
    "menu": ("Menu", "Menu"),
    "nav": ("Navigation principale", "Main navigation"),
    "nav-all": ("Toutes les pages", "All pages"),
    "nav-start": ("Accueil", "Home"),
    "nav-read": ("Lire", "Read"),
    "nav-concepts": ("Concepts", "Concepts"),
    "nav-tree": ("Arbre des concepts", "Tree of concepts"),
    "nav-claims": ("Affirmations", "Claims"),
    "nav-agents": ("Agents", "Agents"),
    "nav-works": ("Ouvrages", "Works"),
    "nav-controversies": ("Controverses", "Controversies"),
    "nav-coverage": ("Couverture", "Coverage"),
    "nav-discrepancies": ("Écarts de la source", "Slips of the source"),
    "nav-references": ("Références", "References"),
    "nav-map": ("Carte", "Map"),
    "nav-network": ("Réseau de citations", "Citation network"),
    "nav-timeline": ("Chronologie", "Timeline"),
    "nav-queries": ("Requêtes", "Queries"),
    "nav-ontology": ("Ontologie", "Ontology"),
    "nav-downloads": ("Télécharger", "Downloads"),
    "nav-about": ("À propos", "About"),
    "group-text": ("Le texte", "The text"),
    "group-records": ("Les fiches", "The records"),
    "group-views": ("Vues d’ensemble", "Overviews"),
    "group-data": ("Les données", "The data"),
    "other-language": ("English", "Français"),
    "other-language-title": ("Cette page en anglais", "This page in French"),
    "theme-dark": ("Sombre", "Dark"),
    "theme-light": ("Clair", "Light"),
    "one-concept": ("concept", "concept"),
    "one-claim": ("affirmation", "claim"),
    "one-agent": ("agent", "agent"),
    "one-work": ("ouvrage", "work"),
    "search": ("Chercher", "Search"),
    "search-label": (
        "Chercher un concept, un nom, un mot d’une affirmation, un repère",
        "Search for a concept, a name, a word of a claim, a locator",
    ),
    "search-results": ("Résultats", "Results"),
    "search-none": ("Rien ne correspond.", "Nothing matches."),
    "search-one": ("1 résultat", "1 result"),
    "search-many": ("{n} résultats", "{n} results"),
    "search-some": (
        "Les {shown} premiers résultats sur {n}",
        "The first {shown} of {n} results",
    ),
    "foot-version": ("Version {version} des données", "Version {version} of the data"),
    "foot-ours": (
        "Les affirmations sont nos reformulations ; aucune phrase de l’essai n’est reproduite.",
        "Claims are our restatements; no sentence of the essay is reproduced.",
    ),
}
