"""The words of the drawings in French and English."""

from __future__ import annotations

from typing import Final

from techfeod_graph.site.strings import typeset
from techfeod_graph.terms import Language

__all__ = ["count", "say"]

_WORDS: Final[dict[str, tuple[str, str]]] = {
    "claim-title": (
        "L’argument autour de l’affirmation : {label}",
        "The argument around the claim: {label}",
    ),
    "claim-desc": (
        "Au milieu, l’affirmation. Au-dessus, ce qui s’y oppose ou la nuance, et ce qu’elle "
        "appuie ou attaque. Au-dessous, ses raisons : chaque inférence est un rond, chaque "
        "conflit un losange.",
        "In the middle, the claim. Above it, what speaks against it or qualifies it, and what it "
        "supports or attacks. Below it, its reasons: each inference is a ring, each conflict a "
        "diamond.",
    ),
    "claim-caption": (
        "Rond : une inférence. Losange : un conflit. Tireté : nul ne l’énonce, nous l’inférons.",
        "Ring: an inference. Diamond: a conflict. Dashed: nobody states it; we infer it.",
    ),
    "reason": ("Parce que", "Because"),
    "reasons": ("Parce que, ensemble", "Because, taken together"),
    "supports": ("Appuie", "Supports"),
    "with-one": ("avec une autre prémisse", "with one other premise"),
    "with-many": ("avec {n} autres prémisses", "with {n} other premises"),
    "attacks": ("Attaque", "Attacks"),
    "attacked": ("Attaquée par", "Attacked by"),
    "undercuts": (
        "Affaiblit l’inférence de « {premise} » à",
        "Undercuts the inference from “{premise}” to",
    ),
    "undercut": ("Inférence affaiblie par", "Inference undercut by"),
    "qualifies": ("Nuance", "Qualifies"),
    "qualified": ("Nuancée par", "Qualified by"),
    "inferred": ("inféré", "inferred"),
    "grounds-one": ("s’appuie sur 1 raison", "rests on 1 reason"),
    "grounds-many": ("s’appuie sur {n} raisons", "rests on {n} reasons"),
    "objections-one": ("1 objection", "1 objection"),
    "objections-many": ("{n} objections", "{n} objections"),
    "again": ("déjà dessinée", "drawn already"),
    "more-one": ("et 1 autre", "and 1 more"),
    "more-many": ("et {n} autres", "and {n} more"),
    "timeline-title": ("Les ouvrages cités, par année", "The works cited, by year"),
    "timeline-desc": (
        "De haut en bas, du plus ancien au plus récent ; chaque ouvrage mène à sa fiche.",
        "From top to bottom, from the oldest to the latest; each work leads to its record.",
    ),
    "timeline-caption": (
        "Plus un point est grand, plus l’essai renvoie à l’ouvrage. Tireté : plus de cinq ans.",
        "The larger a mark, the more often the essay points to the work. Dashed: more than five "
        "years.",
    ),
    "years-one": ("1 an", "1 year"),
    "years-many": ("{n} ans", "{n} years"),
    "first-edition": ("première édition {year}", "first edition {year}"),
    "cited-one": ("{n} renvoi", "1 reference"),
    "cited-many": ("{n} renvois", "{n} references"),
    "concept-title": (
        "Les relations du concept : {label}",
        "The relations of the concept: {label}",
    ),
    "concept-desc": (
        "À gauche, les concepts dont une relation part vers celui-ci ; à droite, ceux vers "
        "lesquels il en a une. Le verbe se lit de gauche à droite.",
        "On the left, the concepts that have a relation to this one; on the right, those it has "
        "a relation to. The verb reads from left to right.",
    ),
    "before": ("… {verb} « {label} »", "… {verb} “{label}”"),
    "after": ("« {label} » {verb} …", "“{label}” {verb} …"),
    "concept-caption": (
        "Les verbes se lisent dans le sens de la flèche. Tireté : nul ne l’énonce, nous "
        "l’inférons.",
        "Verbs read along the arrow. Dashed: nobody states it; we infer it.",
    ),
}  # fmt: skip


def say(key: str, language: Language, **given: object) -> str:
    """The words of a key in a language, filled and with French spaces."""
    text = _WORDS[key][language == "en"].format(**given)
    return typeset(text) if language == "fr" else text


def count(stem: str, number: int, language: Language) -> str:
    """The words for a number: ``more-one`` or ``more-many``."""
    single = number < 2 if language == "fr" else number == 1
    return say(f"{stem}-one" if single else f"{stem}-many", language, n=number)
