"""What stands on the pages of the essay: reading, sections, coverage, slips, controversies."""

from __future__ import annotations

from typing import Final

__all__ = ["WORDS"]

WORDS: Final[dict[str, tuple[str, str]]] = {
    "read-title": ("L’argument dans l’ordre de l’essai", "The argument in the order of the essay"),
    "read-what": (
        "Toutes les affirmations, phrase par phrase, dans nos mots. Sans autre mention, c’est "
        "l’auteur, {author}, qui affirme ; ce que tient quelqu’un d’autre, c’est lui qui le "
        "rapporte.",
        "Every claim, sentence by sentence, in our words. Where nobody is named the author, "
        "{author}, asserts it; what others hold is told by him.",
    ),
    "contents": ("Sections", "Sections"),
    "sentence-by-sentence": (
        "Cette section phrase par phrase",
        "This section sentence by sentence",
    ),
    "ref-because": ("car", "because"),
    "ref-attacked": ("contre", "against it"),
    "ref-qualified": ("nuancée en", "qualified at"),
    "section": ("Section {n}", "Section {n}"),
    "about-section": ("Repères sur cette section", "About this section"),
    "units": ("Paragraphes", "Paragraphs"),
    "unit-P": ("Paragraphe {n}", "Paragraph {n}"),
    "unit-N": ("Note {n}", "Note {n}"),
    "called-from": ("appelée en", "called from"),
    "in-essay": ("dans l’essai", "in the essay"),
    "again": ("Porte aussi :", "Also carries:"),
    "no-claim": ("Ne porte aucune affirmation :", "Carries no claim:"),
    "introduces": ("Introduit", "Introduces"),
    "points-to": ("Renvoie à", "Points to"),
    "calls": ("Appelle", "Calls"),
    "slips-here": ("Écarts relevés :", "Slips recorded:"),
    "no-work": ("Aucun ouvrage", "No work"),
    "cited-at": ("citée en", "cited at"),
    "never-cited": ("jamais citée", "never cited"),
    "steps": ("Sections voisines", "Neighbouring sections"),
    "ends": ("Où mène cette section", "Where this section leads"),
    "ends-what": (
        "Les affirmations qui ont des raisons et ne servent elles-mêmes de raison à aucune autre.",
        "The claims that have reasons and are themselves a reason for no other.",
    ),
    "voices": ("Qui parle", "Who speaks"),
    "introduced": ("Concepts introduits ici", "Concepts introduced here"),
    "coverage-what": (
        "{read} des {all} phrases de l’essai ont été lues ; {carrying} portent des "
        "affirmations, {excused} n’en portent pas pour une raison donnée, {missing} restent "
        "sans réponse.",
        "{read} of the essay’s {all} sentences have been read; {carrying} carry claims, "
        "{excused} carry none for a reason given, {missing} are unaccounted for.",
    ),
    "by-section": ("Par section", "By section"),
    "by-section-what": (
        "Phrases et affirmations de chaque section ; la bande a une case par phrase, d’autant "
        "plus foncée que la phrase porte d’affirmations.",
        "Sentences and claims of each section; the strip has a cell for each sentence, the "
        "darker the more claims it carries.",
    ),
    "section-name": ("Section", "Section"),
    "sentences": ("Phrases", "Sentences"),
    "carrying": ("avec affirmation", "with claims"),
    "strip": ("Phrase par phrase", "Sentence by sentence"),
    "carried-what": (
        "Ce que porte chaque phrase : {section}",
        "What each sentence carries: {section}",
    ),
    "sentence": ("Phrase", "Sentence"),
    "length": ("Mots", "Words"),
    "other-things": ("Renvois, notes, écarts", "Pointers, notes, slips"),
    "nothing-yet": ("rien encore", "nothing yet"),
    "n-pointers": ("{n} renvoi|{n} renvois", "{n} pointer|{n} pointers"),
    "n-slips": ("{n} écart|{n} écarts", "{n} slip|{n} slips"),
    "slips-what": (
        "Ce qui, dans l’essai, ne s’accorde pas avec lui-même ou avec sa bibliographie. Les "
        "écarts sont relevés tels quels, sans être corrigés dans les données.",
        "What does not agree, in the essay, with itself or with its bibliography. Slips are "
        "recorded as they stand and not corrected in the data.",
    ),
    "controversies-what": (
        "Les affirmations sur lesquelles les voix de l’essai divergent, ou auxquelles quelque "
        "chose est opposé.",
        "The claims on which the voices of the essay differ, or that something speaks against.",
    ),
    "matrix": ("Qui dit quoi", "Who says what"),
    "matrix-what": (
        "Chaque case donne la position et sa phrase ; « objecte » renvoie à l’affirmation que "
        "cette voix oppose, à la phrase où elle la tient ; l’opposition est énoncée par le texte "
        "ou inférée par nous. Se taire n’est pas approuver.",
        "Each cell gives the position and its sentence; “objects” leads to the claim that this "
        "voice opposes, at the sentence where it holds it; the text states the opposition or we "
        "infer it. Silence is not consent.",
    ),
    "matrix-caption": (
        "Affirmations disputées, par qui prend position.",
        "Disputed claims, by who takes a position.",
    ),
    "claim": ("Affirmation", "Claim"),
    "objects": ("objecte", "objects"),
    "objects-many": ("objectent", "object"),
    "silent": ("se tait", "silent"),
    "disputes-opposed": ("Des voix opposées", "Opposed voices"),
    "disputes-open": ("Laissées ouvertes par une voix", "Left open by one voice"),
    "disputes-attacked": ("Avec une objection", "With an objection"),
    "disputes-undercut": ("Dont une inférence est affaiblie", "With an inference undercut"),
    "disputes-qualified": ("Nuancées", "Qualified"),
}
