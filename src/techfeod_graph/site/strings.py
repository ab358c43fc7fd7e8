"""The words of the page in French and English, with the spaces that French typography asks for."""

from __future__ import annotations

import re
from typing import Final

from techfeod_graph.corpus import Corpus
from techfeod_graph.model import Name
from techfeod_graph.queries import stats

__all__ = ["INTERFACE", "interface", "spaced", "typeset"]

Words = dict[str, tuple[str, str]]

_BEFORE: Final = re.compile(r"[ \u00a0](?=[:;?!»])")
_AFTER: Final = re.compile(r"(?<=«)[ \u00a0]")


def typeset(french: str) -> str:
    """French text with narrow no-break spaces before high punctuation and inside guillemets."""
    return _AFTER.sub("\u202f", _BEFORE.sub("\u202f", french))


def spaced(name: Name | None) -> dict[str, str] | None:
    """A name in both languages for the page, or nothing."""
    return {"fr": typeset(name.fr), "en": name.en} if name else None


#: Word of a control, a heading or a sentence, by the key that template and scripts use.
INTERFACE: Final[Words] = {
    "title": ("Carte de l’argument", "Map of the argument"),
    "what": (
        "Version {version} : {concepts} concepts, {claims} affirmations, {agents} agents, "
        "{works} ouvrages, d’après {read} des {sentences} phrases de l’essai ({p1} à {p2}, "
        "{n1} à {n2}).",
        "Version {version}: {concepts} concepts, {claims} claims, {agents} agents, {works} works, "
        "from {read} of the essay’s {sentences} sentences ({p1} to {p2}, {n1} to {n2}).",
    ),
    "ours": (
        "Les affirmations sont nos reformulations, prouvées par leur repère.",
        "Claims are our restatements, proved by their locator.",
    ),
    "noscript": (
        "Cette carte a besoin de JavaScript, que ce navigateur n’exécute pas ici.",
        "This map needs JavaScript, which this browser does not run here.",
    ),
    "skip-record": ("Aller à la fiche", "Skip to the record"),
    "skip-list": ("Lire en liste", "Read as a list"),
    "search": ("Chercher", "Search"),
    "search-hint": (
        "Concept, nom, mot d’une affirmation",
        "Concept, name, word of a claim",
    ),
    "search-none": ("Rien ne correspond à « {text} ».", "Nothing matches “{text}”."),
    "search-count": ("{n} résultats", "{n} results"),
    "search-one": ("1 résultat", "1 result"),
    "search-more": ("{n} des {all} résultats", "{n} of {all} results"),
    "search-hidden": (
        "masqué sur la carte ; le choisir l’affiche",
        "hidden on the map; choosing it shows it",
    ),
    "search-absent": (
        "absent de cette carte ; le choisir ouvre la fiche",
        "not on this map; choosing it opens the record",
    ),
    "not-here": (
        "Cette fiche n’a pas de place sur cette carte.",
        "This record has no place on this map.",
    ),
    "share": ("Copier le lien", "Copy the link"),
    "copied": (
        "Le lien vers cette vue est copié.",
        "The link to this view is copied.",
    ),
    "in-address": (
        "Le lien vers cette vue est dans la barre d’adresse.",
        "The link to this view is in the address bar.",
    ),
    "export": ("Enregistrer", "Save"),
    "export-png": ("Image PNG", "PNG image"),
    "export-svg": ("Image SVG", "SVG image"),
    "export-records": ("Fiches, CSV", "Records, CSV"),
    "export-links": ("Liens, CSV", "Links, CSV"),
    "export-turtle": ("Données, Turtle", "Data, Turtle"),
    "saved": ("Le fichier est enregistré.", "The file is saved."),
    "of-version": ("données, version {version}", "data, version {version}"),
    "to-page": ("Page de la fiche", "Page of the record"),
    "shown-kind": ("{kind} : désormais sur la carte.", "{kind}: now on the map."),
    "language": ("Langue", "Language"),
    "theme": ("Sombre", "Dark"),
    "view": ("Présentation", "View"),
    "map": ("Carte", "Map"),
    "list": ("Liste", "List"),
    "filters": ("Légende et filtres", "Legend and filters"),
    "kinds": ("Ce que montre la carte", "What the map shows"),
    "concepts": ("Concepts", "Concepts"),
    "agents": ("Agents", "Agents"),
    "works": ("Ouvrages", "Works"),
    "claims": ("Affirmations", "Claims"),
    "arguments": ("Nœuds de l’argument", "Nodes of the argument"),
    "section-nodes": ("Sections", "Sections"),
    "links": ("Liens", "Links"),
    "links-inferences": ("Inférences et conflits", "Inferences and conflicts"),
    "links-purposes": ("À quelle fin", "To what end"),
    "links-concepts": ("Entre concepts", "Between concepts"),
    "links-claims": ("Entre affirmations", "Between claims"),
    "links-voices": ("Prises de position", "Positions taken"),
    "links-records": ("Sujets et renvois", "Subjects and references"),
    "dashed": (
        "Tireté : nul ne l’énonce, nous l’inférons.",
        "Dashed: nobody states it; we infer it.",
    ),
    "of": ("{n} sur {all}", "{n} of {all}"),
    "of-shown": ("{n} sur {all} affichés", "{n} of {all} shown"),
    "shown": (
        "{n} fiches sur {all} affichées, {m} liens sur {links}.",
        "{n} of {all} records shown, {m} of {links} links.",
    ),
    "hint-claims": (
        "Agents et ouvrages tiennent aux concepts par les affirmations : affichez-les pour voir "
        "ces liens.",
        "Agents and works hang on concepts by way of claims: show the claims to see these links.",
    ),
    "guest": (
        "La fiche choisie est affichée avec ses voisins, bien que son genre soit masqué.",
        "The chosen record is shown with its neighbours although its kind is hidden.",
    ),
    "focus": ("Voisinage", "Neighbourhood"),
    "focus-0": ("toute la carte", "the whole map"),
    "focus-1": ("à 1 pas de la fiche", "within 1 step of the record"),
    "focus-2": ("à 2 pas de la fiche", "within 2 steps of the record"),
    "focus-3": ("à 3 pas de la fiche", "within 3 steps of the record"),
    "focus-hint": ("Choisissez d’abord une fiche.", "Choose a record first."),
    "reset": ("Revenir à la vue de départ", "Back to the first view"),
    "zoom-in": ("Agrandir", "Zoom in"),
    "zoom-out": ("Réduire", "Zoom out"),
    "zoom-fit": ("Tout voir", "See all"),
    "map-label": (
        "Carte. Flèches : passer à un voisin. Entrée : ouvrir la fiche. + − 0 : échelle. "
        "Échap : quitter le point courant.",
        "Map. Arrows: go to a neighbour. Enter: open the record. + − 0: scale. "
        "Escape: leave the current point.",
    ),
    "walk-at": (
        "{label}, {kind}, liens affichés : {n}.",
        "{label}, {kind}, links shown: {n}.",
    ),
    "walk-none": ("Pas de voisin dans cette direction.", "No neighbour in this direction."),
    "walk-empty": ("La carte est vide : affichez un genre.", "The map is empty: show a kind."),
    "record": ("Fiche", "Record"),
    "close": ("Fermer la fiche", "Close the record"),
    "to-record": ("Ouvrir la fiche", "Open the record"),
    "to-map": ("Voir sur la carte", "See on the map"),
    "no-record": ("Aucune fiche n’a l’adresse « {key} ».", "No record has the address “{key}”."),
    "start": ("Par où commencer", "Where to start"),
    "start-map": (
        "Chaque point est un concept ; choisissez-en un pour lire ce qui en est dit, par qui et "
        "à quelle phrase.",
        "Each mark is a concept; choose one to read what is said of it, by whom and in which "
        "sentence.",
    ),
    "start-legend": (
        "Cochez « Affirmations » dans la légende pour voir l’argument lui-même.",
        "Tick “Claims” in the legend to see the argument itself.",
    ),
    "start-hubs": ("Les concepts dont on parle le plus", "The concepts most spoken of"),
    "start-voices": ("Qui parle", "Who speaks"),
    "start-works": ("Les ouvrages les plus cités", "The works cited most"),
    "start-opposed": ("Affirmations contestées", "Contested claims"),
    "credits": (
        "Dessin : vis-network, sous licence Apache 2.0 ou MIT, tel que pyvis le livre.",
        "Drawing: vis-network, under the Apache 2.0 or MIT licence, as shipped by pyvis.",
    ),
    "variants": ("Aussi", "Also"),
    "broader": ("Relève de", "Is a kind of"),
    "narrower": ("Comprend", "Includes"),
    "relations": ("Relations", "Relations"),
    "claims-on": ("Affirmations à ce sujet", "Claims about it"),
    "sentences": ("Phrases", "Sentences"),
    "note": ("Note du curateur", "Curator’s note"),
    "positions": ("Positions", "Positions"),
    "position": ("{holder} {stance}", "{holder} {stance}"),
    "reported": (", rapporté par {chain}", ", reported by {chain}"),
    "then": (" puis ", ", then by "),
    "or": (" ou ", " or "),
    "ambiguous": ("Lecture ouverte", "Open reading"),
    "ambiguous-who": ("Tenant possible : {holders}.", "Possible holder: {holders}."),
    "reasons": ("Argument", "Argument"),
    "reason-one": ("Parce que", "Because"),
    "reason-many": ("Parce que, ensemble", "Because, taken together"),
    "scheme": ("Schème : {scheme}", "Scheme: {scheme}"),
    "supports": ("Appuie", "Supports"),
    "objections": ("Objections", "Objections"),
    "attacked-by": ("Attaquée par", "Attacked by"),
    "undercut-by": ("Inférence affaiblie par", "Inference undercut by"),
    "attacks": ("Attaque", "Attacks"),
    "undercuts": ("Affaiblit l’inférence", "Undercuts the inference"),
    "inference": ("de {premise} à {conclusion}", "from {premise} to {conclusion}"),
    "nuances": ("Nuances", "Qualifications"),
    "qualified-by": ("Nuancée par", "Qualified by"),
    "qualifies": ("Nuance", "Qualifies"),
    "threads": ("Fil de l’argument", "Thread of the argument"),
    "elaborated-by": ("Développée par", "Elaborated by"),
    "elaborates": ("Développe", "Elaborates"),
    "presupposed-by": ("Présupposée par", "Presupposed by"),
    "presupposes": ("Présuppose", "Presupposes"),
    "about": ("À propos de", "About"),
    "cites": ("Ouvrages invoqués", "Works called on"),
    "members": ("Membres", "Members"),
    "groups": ("Fait partie de", "Belongs to"),
    "own-works": ("Ouvrages de cet agent", "Works by this agent"),
    "positions-of": ("Positions de cet agent", "Positions of this agent"),
    "reporter-of": ("Rapporte des positions d’autrui", "Reports positions of others"),
    "possible-of": ("Tenant possible", "Possible holder"),
    "same-as": ("Identifiants", "Identifiers"),
    "authors": ("De", "By"),
    "entry": ("Entrée de bibliographie", "Bibliography item"),
    "no-entry": ("Sans entrée de bibliographie", "No bibliography item"),
    "cited": ("Cité dans l’essai", "Cited in the essay"),
    "discrepancies": ("Écarts de la source", "Slips of the source"),
    "page": ("p. {page}", "p. {page}"),
    "nothing": ("Rien n’est encore relevé ici.", "Nothing is recorded here yet."),
    "key": (
        "P paragraphe, N note, B bibliographie, S titre ; le nombre après le point est celui de "
        "la phrase.",
        "P paragraph, N note, B bibliography, S heading; the number after the point is the "
        "sentence’s.",
    ),
    "stated": ("énoncé", "stated"),
    "inferred": ("inféré", "inferred"),
    "name": ("Nom", "Name"),
    "kind": ("Genre", "Kind"),
    "count": ("Liens", "Links"),
    "where": ("Phrases", "Sentences"),
    "sort": ("trier", "sort"),
}


def interface(corpus: Corpus) -> dict[str, dict[str, str]]:
    """The words of the page by language, with the line that says what this corpus holds."""
    source, count = corpus.source, stats(corpus)
    reach = source.curated
    given = {name: count[name] for name in ("concepts", "claims", "agents", "works", "sentences")}
    given |= {"version": source.version, "read": count["sentences_read"]}
    given |= dict(zip(("p1", "p2", "n1", "n2"), (*reach.paragraphs, *reach.notes), strict=True))
    label = {"fr": source.label.fr, "en": source.label.en}
    found: dict[str, dict[str, str]] = {}
    for number, language in enumerate(("fr", "en")):
        own = {key: pair[number] for key, pair in INTERFACE.items()}
        own["what"] = own["what"].format_map(given)
        own["label"] = label[language]
        found[language] = own
    found["fr"] = {key: typeset(text) for key, text in found["fr"].items()}
    return found
