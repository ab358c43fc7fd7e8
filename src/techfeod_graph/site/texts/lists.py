"""What stands on the first page, on the lists of records and on the references."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

WORDS: Final[dict[str, tuple[str, str]]] = {
    "count-concepts": ("{n} concept|{n} concepts", "{n} concept|{n} concepts"),
    "count-claims": ("{n} affirmation|{n} affirmations", "{n} claim|{n} claims"),
    "count-agents": ("{n} agent|{n} agents", "{n} agent|{n} agents"),
    "count-works": ("{n} ouvrage|{n} ouvrages", "{n} work|{n} works"),
    "count-sentences": ("{n} phrase lue|{n} phrases lues", "{n} sentence read|{n} sentences read"),
    "home-what": (
        "L’argument d’un texte, affirmation par affirmation : {label}.",
        "The argument of one text, claim by claim: {label}.",
    ),
    "home-how": (
        "Chaque affirmation dit qui la tient, avec quelle force, qui la rapporte, et dans "
        "quelle phrase.",
        "Every claim says who holds it, how firmly, who reports it, and in which sentence.",
    ),
    "home-questions": ("Cinq questions pour commencer", "Five questions to begin with"),
    "question-concept": (
        "Que dit-on de « {name} », et qui le dit ?",
        "What is said of “{name}”, and who says it?",
    ),
    "question-agent": (
        "Que fait-on tenir à {name}, et d’après qui ?",
        "What is {name} said to hold, and according to whom?",
    ),
    "question-claim": (
        "Sur quoi repose l’idée qui a le plus de raisons : « {name} » ?",
        "What does the idea with the most grounds rest on: “{name}”?",
    ),
    "question-controversies": (
        "Où les voix s’opposent-elles, et à quelle phrase ?",
        "Where do the voices oppose each other, and in which sentence?",
    ),
    "question-references": (
        "Quels ouvrages l’essai invoque-t-il, où et pourquoi ?",
        "Which works does the essay call on, where and why?",
    ),
    "home-read": ("Lire", "Read"),
    "home-or-section": (", ou section par section :", ", or section by section:"),
    "home-hubs": ("Concepts les plus présents", "Most present concepts"),
    "home-voices": ("Voix les plus présentes", "Most present voices"),
    "home-opposed": ("Où les voix s’opposent", "Where voices oppose each other"),
    "home-key": ("Comment lire les fiches", "How to read the records"),
    "key-for": (
        "pour : quelqu’un affirme, définit, propose, prévoit, approuve ou concède",
        "for: someone asserts, defines, proposes, predicts, endorses or concedes",
    ),
    "key-against": (
        "contre : quelqu’un critique, se distancie ou rejette",
        "against: someone criticises, distances themselves or rejects",
    ),
    "key-open": ("ouvert : quelqu’un interroge", "open: someone asks"),
    "key-tag": (
        "le texte ne dit pas qui parle ; la fiche donne toutes les lectures",
        "the text does not say who speaks; the record gives all readings",
    ),
    "key-at": (
        "paragraphe 5, phrase 2 ; N03.1 est une note, B19 une entrée de la bibliographie",
        "paragraph 5, sentence 2; N03.1 is a note, B19 a bibliography item",
    ),
    "letters": ("Lettres", "Letters"),
    "concepts-what": (
        "{n} concept dans l’ordre alphabétique ; le nombre est celui des affirmations.|{n} "
        "concepts dans l’ordre alphabétique ; le nombre est celui des affirmations.",
        "{n} concept in the order of the alphabet; the number is that of its claims.|{n} "
        "concepts in the order of the alphabet; the number is that of their claims.",
    ),
    "tree-what": (
        "Du plus large au plus étroit : chaque concept sous ceux dont il relève.",
        "From the widest to the narrowest: every concept under those it is a kind of.",
    ),
    "by-letter": ("Les mêmes par lettre", "The same by letter"),
    "to-page": ("Fiche : {name}", "Record: {name}"),
    "claims-what": (
        "{n} affirmation, dans l’ordre de l’essai.|{n} affirmations, dans l’ordre de l’essai.",
        "{n} claim, in the order of the essay.|{n} claims, in the order of the essay.",
    ),
    "filter-count": ("{shown} affirmations sur {all}", "{shown} of {all} claims"),
    "filter-holder": ("Qui", "Who"),
    "filter-stance": ("Position", "Stance"),
    "filter-text": ("Mots", "Words"),
    "filter-any": ("tous", "all"),
    "agents-what": (
        "{n} personne, groupe ou organisation que l’essai nomme, avec ce qu’il lui fait "
        "tenir.|{n} personnes, groupes et organisations que l’essai nomme, avec ce qu’il leur "
        "fait tenir.",
        "{n} person, group or organisation that the essay names, with what it lets it hold.|{n} "
        "persons, groups and organisations that the essay names, with what it lets them hold.",
    ),
    "said-of-short": ("Dit de lui", "Said of it"),
    "name": ("Nom", "Name"),
    "works-what": (
        "{n} ouvrage que l’essai nomme.|{n} ouvrages que l’essai nomme.",
        "{n} work that the essay names.|{n} works that the essay names.",
    ),
    "not-in-bibliography-short": ("hors bibliographie", "not in the bibliography"),
    "references-what": (
        "{pointers} renvois à des ouvrages, {items} entrées de bibliographie : pourquoi l’essai "
        "y renvoie, où, et à quelles pages.",
        "{pointers} pointers to works, {items} bibliography items: why the essay points to "
        "them, where, and to which pages.",
    ),
    "bibliography": ("La bibliographie de l’essai", "The bibliography of the essay"),
    "bibliography-what": (
        "Chaque entrée, et les phrases qui y renvoient.",
        "Every item, and the sentences that point to it.",
    ),
    "not-in-bibliography": (
        "Ouvrages invoqués mais absents de la bibliographie",
        "Works called on but absent from the bibliography",
    ),
    "all-pointers": ("Tous les renvois", "All pointers"),
    "all-pointers-what": ("Dans l’ordre de l’essai.", "In the order of the essay."),
    "item": ("Entrée", "Item"),
    "reference": ("Référence", "Reference"),
    "cited-where": ("Citée en", "Cited at"),
    "work": ("Ouvrage", "Work"),
}
