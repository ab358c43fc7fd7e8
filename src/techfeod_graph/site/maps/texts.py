"""The titles of the maps and what they show, in French and English."""

from __future__ import annotations

from typing import Final

from techfeod_graph.model import Name

__all__ = ["ABOUT", "TITLES"]

TITLES: Final[dict[str, Name]] = {
    "concepts": Name(fr="Carte des concepts", en="Map of the concepts"),
    "sections": Name(fr="Les affirmations par section", en="The claims by section"),
    "holders": Name(fr="Les affirmations par tenant", en="The claims by holder"),
    "argument": Name(fr="La carte de l’argument", en="The map of the argument"),
    "network": Name(fr="Réseau de citations", en="Citation network"),
}
ABOUT: Final[dict[str, Name]] = {
    "concepts": Name(
        fr="Concepts et relations dont quelqu’un se porte garant ; les autres fiches s’affichent "
        "par la légende. Choisir un concept, puis « Voisinage », montre ce qui l’entoure.",
        en="Concepts and the relations that somebody vouches for; the legend shows the other "
        "records. Choose a concept, then “Neighbourhood”, to see what surrounds it.",
    ),
    "sections": Name(
        fr="Chaque marque est une affirmation, dans l’ordre de l’essai ; les lignes disent "
        "laquelle appuie, attaque ou nuance laquelle.",
        en="Each mark is a claim, in the order of the essay; the lines say which supports, "
        "attacks or qualifies which.",
    ),
    "holders": Name(
        fr="Chaque affirmation se tient sous le premier qui la soutient ; les lignes visibles "
        "d’abord sont celles du désaccord.",
        en="Each claim stands under the first who holds it; the lines shown at first are those "
        "of disagreement.",
    ),
    "argument": Name(
        fr="Au format AIF : les inférences (ronds) et les conflits (losanges) sont des nœuds. La "
        "carte s’ouvre sur une affirmation ; choisissez-en une autre, ou « toute la carte ».",
        en="In the form of AIF: inferences (rings) and conflicts (diamonds) are nodes. The map "
        "opens on one claim; choose another, or “the whole map”.",
    ),
    "network": Name(
        fr="Quelle section de l’essai renvoie à quel ouvrage, à quelle fin, et de qui il est.",
        en="Which section of the essay points to which work, to what end, and whose it is.",
    ),
}
