"""What a reader of the page sees for the model's terms, in French and English."""

from __future__ import annotations

from typing import Final

from techfeod_graph import words

__all__ = ["TERMS"]

Words = dict[str, tuple[str, str]]

#: Kinds as the legend names them, with a capital and in the plural.
_LEGEND: Final[Words] = {
    "notion": ("Notions", "Notions"),
    "technology": ("Technologies", "Technologies"),
    "measure": ("Mesures", "Measures"),
    "movement": ("Mouvements", "Movements"),
    "ideology": ("Idéologies", "Ideologies"),
    "social-group": ("Groupes sociaux", "Social groups"),
    "institution": ("Institutions", "Institutions"),
    "event": ("Événements", "Events"),
    "period": ("Périodes", "Periods"),
    "place": ("Lieux", "Places"),
    "person": ("Personnes", "Persons"),
    "group": ("Groupes", "Groups"),
    "organisation": ("Organisations", "Organisations"),
    "work": ("Ouvrages", "Works"),
    "claim": ("Affirmations", "Claims"),
    "inference": ("Inférences", "Inferences"),
    "conflict": ("Conflits", "Conflicts"),
    "section": ("Sections", "Sections"),
}
#: Kinds of node that are not records.
_NODES: Final[Words] = {
    "inference": ("inférence", "inference"),
    "conflict": ("conflit", "conflict"),
    "section": ("section de l’essai", "section of the essay"),
}
#: Stances of several holders.
_STANCES: Final[Words] = {
    "asserts": ("affirment", "assert"),
    "defines": ("définissent", "define"),
    "hypothesises": ("émettent l’hypothèse", "hypothesise"),
    "predicts": ("prévoient", "predict"),
    "proposes": ("proposent", "propose"),
    "endorses": ("approuvent", "endorse"),
    "concedes": ("concèdent", "concede"),
    "criticises": ("critiquent", "criticise"),
    "distances": ("se distancient", "distance themselves"),
    "rejects": ("rejettent", "reject"),
    "asks": ("interrogent", "ask"),
    "reporting": ("rapportent", "report"),
}
_LINKS: Final[Words] = {
    **words.ARGUMENT,
    "premise": ("est une prémisse de", "is a premise of"),
    "conclusion": ("conclut à", "concludes to"),
    "conflicting": ("soulève", "raises"),
    "conflicted": ("s’oppose à", "speaks against"),
    "for": ("tient pour vrai", "holds"),
    "against": ("s’oppose à", "opposes"),
    "open": ("laisse ouvert", "leaves open"),
    "possible": ("tient peut-être", "may hold"),
    "about": ("porte sur", "is about"),
    "cites": ("est invoqué pour", "is called on for"),
    "author": ("est l’auteur de", "is the author of"),
    "member": ("fait partie de", "belongs to"),
    "discusses": ("discute", "discusses"),
    "agrees-with": ("s’accorde avec", "agrees with"),
    "disagrees-with": ("est en désaccord avec", "disagrees with"),
    "cites-as-authority": ("invoque l’autorité de", "cites as an authority"),
    "cites-as-evidence": ("prend pour preuve", "cites as evidence"),
    "includes-quotation-from": ("cite mot à mot", "quotes"),
    "uses-method-in": ("suit la méthode de", "uses the method of"),
    "extends": ("prolonge", "extends"),
    "obtains-background-from": ("tire son contexte de", "takes its background from"),
    "cites-for-information": ("renvoie à", "refers to"),
    "cites-as-recommended-reading": ("conseille de lire", "recommends reading"),
    "reviews": ("rend compte de", "reviews"),
}

#: Group of terms to term to its words by language.
TERMS: Final[dict[str, dict[str, dict[str, str]]]] = {
    group: {term: {"fr": fr, "en": en} for term, (fr, en) in table.items()}
    for group, table in {
        "kinds": words.KINDS | _NODES,
        "legend": _LEGEND,
        "stances": words.STANCES,
        "stancesMany": _STANCES,
        "links": words.RELATIONS | _LINKS,
        "purposes": words.PURPOSES,
        "pointers": words.POINTERS,
        "discrepancies": words.DISCREPANCIES,
        "types": words.TYPES,
        "schemes": words.SCHEMES,
        "uncovered": words.UNCOVERED,
    }.items()
}
