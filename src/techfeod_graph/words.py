"""The words a reader sees for the model's terms, in French and English."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from techfeod_graph.terms import Language

__all__ = [
    "ARGUMENT",
    "DISCREPANCIES",
    "KINDS",
    "POINTERS",
    "PURPOSES",
    "RELATIONS",
    "SCHEMES",
    "STANCES",
    "TYPES",
    "UNCOVERED",
    "say",
]

#: Term to (French, English); the ontology carries the same labels, and a test compares them.
STANCES: dict[str, tuple[str, str]] = {
    "asserts": ("affirme", "asserts"),
    "defines": ("définit", "defines"),
    "hypothesises": ("émet l’hypothèse", "hypothesises"),
    "predicts": ("prévoit", "predicts"),
    "proposes": ("propose", "proposes"),
    "endorses": ("approuve", "endorses"),
    "concedes": ("concède", "concedes"),
    "criticises": ("critique", "criticises"),
    "distances": ("se distancie", "distances"),
    "rejects": ("rejette", "rejects"),
    "asks": ("interroge", "asks"),
    "reporting": ("rapporte", "reports"),
}
RELATIONS: dict[str, tuple[str, str]] = {
    "enables": ("rend possible", "enables"),
    "requires": ("requiert", "requires"),
    "has-feature": ("a pour caractéristique", "has the feature"),
    "produces": ("produit", "produces"),
    "controls": ("contrôle", "controls"),
    "appropriates": ("s’approprie", "appropriates"),
    "serves": ("sert", "serves"),
    "counters": ("contre", "counters"),
    "opposed-to": ("s’oppose à", "is opposed to"),
    "differs-from": ("diffère de", "differs from"),
    "causes": ("cause", "causes"),
    "part-of": ("fait partie de", "is part of"),
    "broader": ("relève de", "is a kind of"),
}
#: How one claim bears on another.
ARGUMENT: dict[str, tuple[str, str]] = {
    "supports": ("appuie", "supports"),
    "attacks": ("attaque", "attacks"),
    "undercuts": ("affaiblit l’inférence vers", "undercuts the inference to"),
    "qualifies": ("nuance", "qualifies"),
    "elaborates": ("développe", "elaborates"),
    "presupposes": ("présuppose", "presupposes"),
}
KINDS: dict[str, tuple[str, str]] = {
    "notion": ("notion", "notion"),
    "technology": ("technologie", "technology"),
    "event": ("événement", "event"),
    "place": ("lieu", "place"),
    "period": ("période", "period"),
    "movement": ("mouvement", "movement"),
    "ideology": ("idéologie", "ideology"),
    "measure": ("mesure", "measure"),
    "social-group": ("groupe social", "social group"),
    "institution": ("institution", "institution"),
    "person": ("personne", "person"),
    "group": ("groupe", "group"),
    "organisation": ("organisation", "organisation"),
    "work": ("ouvrage", "work"),
    "claim": ("affirmation", "claim"),
}
#: Why a work is pointed to.
PURPOSES: dict[str, tuple[str, str]] = {
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
#: How a work is pointed to.
POINTERS: dict[str, tuple[str, str]] = {
    "author-year": ("auteur et date", "author and year"),
    "page": ("page", "page"),
    "title": ("titre", "title"),
    "mention": ("mention", "mention"),
}
#: Kinds of slips of the source.
DISCREPANCIES: dict[str, tuple[str, str]] = {
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
#: Types of works.
TYPES: dict[str, tuple[str, str]] = {
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
#: Argument schemes.
SCHEMES: dict[str, tuple[str, str]] = {
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
#: Why a sentence carries no claim.
UNCOVERED: dict[str, tuple[str, str]] = {
    "transition": ("phrase de transition", "a transition"),
    "announcement": ("annonce de la suite", "an announcement of what follows"),
    "reference": ("simple renvoi", "a mere reference"),
    "restatement": ("redite", "a restatement"),
}


def say(table: dict[str, tuple[str, str]], term: str, language: Language) -> str:
    """The word for a term in one language; the term itself when the table lacks it."""
    words = table.get(term)
    return words[language == "en"] if words else term
