"""The words a reader sees for the model's terms, in French and English."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from techfeod_graph.terms import Language

__all__ = ["KINDS", "RELATIONS", "STANCES", "say"]

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


def say(table: dict[str, tuple[str, str]], term: str, language: Language) -> str:
    """The word for a term in one language; the term itself when the table lacks it."""
    words = table.get(term)
    return words[language == "en"] if words else term
