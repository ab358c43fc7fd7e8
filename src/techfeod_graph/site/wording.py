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
    "supports": ("appuie", "supports"),
    "attacks": ("attaque", "attacks"),
    "undercuts": ("affaiblit l’inférence vers", "undercuts the inference to"),
    "qualifies": ("nuance", "qualifies"),
    "elaborates": ("développe", "elaborates"),
    "presupposes": ("présuppose", "presupposes"),
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
_PURPOSES: Final[Words] = {
    "discusses": ("pour le discuter", "to discuss it"),
    "agrees-with": ("pour marquer un accord", "to agree with it"),
    "disagrees-with": ("pour marquer un désaccord", "to disagree with it"),
    "cites-as-authority": ("comme autorité", "as an authority"),
    "cites-as-evidence": ("comme preuve", "as evidence"),
    "includes-quotation-from": ("pour le citer mot à mot", "to quote it"),
    "uses-method-in": ("pour en suivre la méthode", "to follow its method"),
    "extends": ("pour le prolonger", "to extend it"),
    "obtains-background-from": ("pour le contexte", "for background"),
    "cites-for-information": ("pour information", "for information"),
    "cites-as-recommended-reading": ("comme lecture conseillée", "as recommended reading"),
    "reviews": ("pour en rendre compte", "to review it"),
}
_POINTERS: Final[Words] = {
    "author-year": ("auteur et date", "author and year"),
    "page": ("page", "page"),
    "title": ("titre", "title"),
    "mention": ("mention", "mention"),
}
_DISCREPANCIES: Final[Words] = {
    "date-mismatch": ("dates discordantes", "dates that disagree"),
    "edition-date": ("date d’une autre édition", "date of another edition"),
    "missing-entry": ("entrée manquante", "missing entry"),
    "uncited-entry": ("entrée non citée", "uncited entry"),
    "name-variant": ("nom écrit diversement", "name written in several ways"),
    "title-variant": ("titre écrit diversement", "title written in several ways"),
    "typo": ("coquille", "misprint"),
    "glued-words": ("mots collés", "words run together"),
    "term-drift": ("glissement de terme", "drift of a term"),
    "tension": ("phrases en tension", "sentences in tension"),
    "unsourced": ("sans source", "unsourced"),
}
_TYPES: Final[Words] = {
    "book": ("livre", "book"),
    "article-journal": ("article de revue", "journal article"),
    "article-magazine": ("article de magazine", "magazine article"),
    "article": ("article", "article"),
    "report": ("rapport", "report"),
    "review": ("recension", "review"),
    "review-book": ("recension de livre", "book review"),
    "legislation": ("texte de loi", "legislation"),
    "document": ("document", "document"),
}
_SCHEMES: Final[Words] = {
    "practical-reasoning": ("raisonnement pratique", "practical reasoning"),
    "positive-consequences": ("conséquences favorables", "positive consequences"),
    "negative-consequences": ("conséquences fâcheuses", "negative consequences"),
    "example": ("exemple", "example"),
    "expert-opinion": ("avis d’expert", "expert opinion"),
    "cause-to-effect": ("de la cause à l’effet", "cause to effect"),
    "evidence-to-hypothesis": ("de l’indice à l’hypothèse", "evidence to hypothesis"),
    "analogy": ("analogie", "analogy"),
    "verbal-classification": ("classement par le mot", "verbal classification"),
}
_UNCOVERED: Final[Words] = {
    "transition": ("phrase de transition", "a transition"),
    "announcement": ("annonce de la suite", "an announcement of what follows"),
    "reference": ("simple renvoi", "a mere reference"),
    "restatement": ("redite", "a restatement"),
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
        "purposes": _PURPOSES,
        "pointers": _POINTERS,
        "discrepancies": _DISCREPANCIES,
        "types": _TYPES,
        "schemes": _SCHEMES,
        "uncovered": _UNCOVERED,
    }.items()
}
