"""What stands around the maps and the pages of queries."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

WORDS: Final[dict[str, tuple[str, str]]] = {
    "map-views": ("Autres cartes", "Other maps"),
    "map-search": ("Chercher sur cette carte", "Search this map"),
    "map-noscript": (
        "Cette carte a besoin de JavaScript. Les listes de concepts, d’affirmations, d’agents et "
        "d’ouvrages disent la même chose sans lui.",
        "This map needs JavaScript. The lists of concepts, claims, agents and works say the same "
        "without it.",
    ),
    "timeline-lead": (
        "{n} ouvrages que l’essai cite ou que sa bibliographie recense, à l’année de l’édition.",
        "{n} works that the essay cites or its bibliography lists, at the year of the edition.",
    ),
    "timeline-without": (
        "{n} est sans date.|{n} sont sans date.",
        "{n} has no date.|{n} have no date.",
    ),
    "timeline-narrow": ("Restreindre les ouvrages", "Narrow the works"),
    "timeline-table": ("Les ouvrages en tableau", "The works as a table"),
    "timeline-undated": ("Sans date", "Without a date"),
    "timeline-year": ("Année", "Year"),
    "timeline-first": ("1re éd.", "1st ed."),
    "timeline-work": ("Ouvrage", "Work"),
    "timeline-authors": ("De", "By"),
    "timeline-type": ("Genre", "Kind"),
    "timeline-cited": ("Renvois", "References"),
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
    "nav-sparql": ("SPARQL", "SPARQL"),
    "queries-lead": (
        "{n} questions posées aux données en SPARQL, avec leurs réponses calculées à la "
        "construction du site.",
        "{n} questions put to the data in SPARQL, with the answers computed when the site was "
        "built.",
    ),
    "queries-free": ("Poser une autre question en SPARQL", "Ask another question in SPARQL"),
    "queries-narrow": ("Restreindre la liste", "Narrow the list"),
    "rows-narrow": ("Restreindre les lignes", "Narrow the rows"),
    "narrowed-text": ("{n} sur {all}", "{n} of {all}"),
    "rows": ("{n} ligne|{n} lignes", "{n} row|{n} rows"),
    "query-engine": (
        "Réponse du moteur embarqué (Oxigraph), à la construction.",
        "Answered by the embedded engine (Oxigraph), when the site was built.",
    ),
    "answer": ("Réponse", "Answer"),
    "yes": ("Oui", "Yes"),
    "no": ("Non", "No"),
    "query-text": ("La requête", "The query"),
    "query-open": ("Ouvrir dans la page SPARQL", "Open on the SPARQL page"),
    "query-file": ("Télécharger le fichier", "Download the file"),
    "query-command": ("Dans un terminal", "On the command line"),
    "query-parameters": ("Ce qu’elle demande se change par", "What it asks for is changed by"),
    "sparql-lead": (
        "{package} {version} répond dans cette page, sur toutes les données compilées ; rien ne "
        "quitte l’ordinateur.",
        "{package} {version} answers in this page, on all compiled data; nothing leaves the "
        "computer.",
    ),
    "sparql-noscript": (
        "Le moteur a besoin de JavaScript ; les requêtes nommées se lisent sans lui.",
        "The engine needs JavaScript; the named queries can be read without it.",
    ),
    "sparql-example": ("Partir d’une requête nommée", "Start from a named query"),
    "sparql-query": ("Requête SPARQL 1.1", "SPARQL 1.1 query"),
    "sparql-help": (
        "Les préfixes des données sont connus ; une adresse relative part de leur base. "
        "Ctrl+Entrée lance la requête. Au plus 20 secondes et 20 000 lignes.",
        "The prefixes of the data are known; a relative address starts at their base. Ctrl+Enter "
        "runs the query. At most 20 seconds and 20,000 rows.",
    ),
    "sparql-run": ("Lancer", "Run"),
    "sparql-loading": ("Chargement du moteur et des données…", "Loading engine and data…"),
    "sparql-asking": ("Recherche dans {n} énoncés…", "Asking {n} statements…"),
    "sparql-slow": (
        "La requête a été arrêtée au bout de {seconds} secondes : limitez-la, ou lancez-la dans "
        "un terminal.",
        "The query was stopped after {seconds} seconds: narrow it, or run it on the command line.",
    ),
    "sparql-fault": (
        "Ligne {line}, colonne {column} : {reason}",
        "Line {line}, column {column}: {reason}",
    ),
    "sparql-service": (
        "SERVICE est fermé : seules les données répondent.",
        "SERVICE is off: queries are answered from the data alone.",
    ),
    "sparql-deep": (
        "La requête est trop longue ou trop imbriquée.",
        "The query is too long or nested too deeply.",
    ),
    "sparql-form": (
        "Une requête commence par SELECT, ASK, CONSTRUCT ou DESCRIBE ; les données ne se "
        "modifient pas ici.",
        "A query begins with SELECT, ASK, CONSTRUCT or DESCRIBE; the data cannot be changed here.",
    ),
    "sparql-none": ("Aucune ligne, {ms} ms.", "No rows, {ms} ms."),
    "sparql-one": ("1 ligne, {ms} ms.", "1 row, {ms} ms."),
    "sparql-many": ("{n} lignes, {ms} ms.", "{n} rows, {ms} ms."),
    "sparql-some": (
        "{shown} des {n} lignes, {ms} ms ; le fichier CSV en garde davantage.",
        "{shown} of {n} rows, {ms} ms; the CSV file keeps more.",
    ),
    "sparql-save": ("Enregistrer en CSV", "Save as CSV"),
    "sparql-map": ("Voir comme carte", "See as a map"),
    "sparql-picture": (
        "La réponse comme carte : chaque ligne du tableau joint ce qu’elle nomme.",
        "The answer as a map: each row of the table joins what it names.",
    ),
    "sparql-absent": (
        "Ce site a été construit sans le moteur qui répondrait dans la page.",
        "This site was built without the engine that would answer in the page.",
    ),
    "sparql-elsewhere": ("Les mêmes réponses ailleurs", "The same answers elsewhere"),
    "sparql-command": ("Dans un terminal :", "On the command line:"),
    "sparql-serve": (
        "Dans un navigateur, par un serveur qui n’écoute que cet ordinateur :",
        "In a browser, from a server that listens to this computer alone:",
    ),
    "sparql-bring": (
        "Pour répondre dans la page, une fois, avec npm :",
        "To have answers in the page, once, with npm:",
    ),
}
