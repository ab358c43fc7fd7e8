"""What the map's marks look like: a figure and a colour by kind, a colour and an arrow by link.

Every colour has a contrast of 3:1 or more on the map's ground, in both themes.
"""

from __future__ import annotations

from typing import Final, NamedTuple

__all__ = ["FAMILIES", "GROUND", "KINDS", "LINKS", "Kind", "Link", "Tone", "stylesheet", "tones"]


class Tone(NamedTuple):
    """A colour on the light and on the dark ground."""

    light: str
    dark: str


class Kind(NamedTuple):
    """The mark of a kind of record: the table it belongs to, a figure that no other has, a tone."""

    table: str
    figure: str
    tone: Tone


class Link(NamedTuple):
    """The line of a type of link: where it is listed, its family's tone, its arrow, its width."""

    section: str
    family: str
    arrow: str
    width: float


#: The map's ground, which the contrasts are measured on.
GROUND: Final = Tone("#fdfcfa", "#16181c")

#: Kind to mark, in the order of the legend; the figures are drawn by ``static/marks.js``.
KINDS: Final[dict[str, Kind]] = {
    "notion": Kind("concept", "disc", Tone("#2d5f91", "#8ab8e6")),
    "technology": Kind("concept", "square", Tone("#0b7a75", "#5cc7bf")),
    "measure": Kind("concept", "hexagon", Tone("#2f7d32", "#83cc86")),
    "movement": Kind("concept", "triangle", Tone("#8a3ea8", "#d0a2e6")),
    "ideology": Kind("concept", "diamond", Tone("#a3327a", "#ee9ccb")),
    "social-group": Kind("concept", "ring", Tone("#b0490f", "#f2a877")),
    "institution": Kind("concept", "frame", Tone("#5b5f97", "#aeb2e8")),
    "event": Kind("concept", "star", Tone("#96650a", "#e3bd62")),
    "period": Kind("concept", "lozenge", Tone("#6a6f76", "#b3bac2")),
    "place": Kind("concept", "wedge", Tone("#52751b", "#aecb72")),
    "person": Kind("agent", "pentagon", Tone("#7b4a2d", "#d9ab8c")),
    "group": Kind("agent", "pentagon-ring", Tone("#7b4a2d", "#d9ab8c")),
    "organisation": Kind("agent", "hexagon-ring", Tone("#7b4a2d", "#d9ab8c")),
    "work": Kind("work", "book", Tone("#3f4a5a", "#c3ccd8")),
    "claim": Kind("claim", "bar", Tone("#70757c", "#a4abb3")),
    "inference": Kind("argument", "therefore", Tone("#2f7d4a", "#76c491")),
    "conflict": Kind("argument", "cross", Tone("#b8324a", "#ee8296")),
    "section": Kind("section", "gate", Tone("#96650a", "#e3bd62")),
}

#: Family of links to tone.
FAMILIES: Final[dict[str, Tone]] = {
    "order": Tone("#868d95", "#7d858f"),
    "making": Tone("#3b76b0", "#6ea3d8"),
    "power": Tone("#b35f1f", "#dd9a5f"),
    "against": Tone("#b8324a", "#ee8296"),
    "support": Tone("#2f7d4a", "#76c491"),
    "nuance": Tone("#7a58a8", "#b79be0"),
    "topic": Tone("#868d95", "#7d858f"),
    "voice": Tone("#7b4a2d", "#d9ab8c"),
    "book": Tone("#54657a", "#9fb0c4"),
}

#: Type of link to line, in the order of the filter; those of ``inferences`` lead over the node of
#: an inference or a conflict, those of ``purposes`` say why a section points to a work.
LINKS: Final[dict[str, Link]] = {
    "broader": Link("concepts", "order", "triangle", 1.1),
    "part-of": Link("concepts", "order", "diamond", 1.4),
    "enables": Link("concepts", "making", "arrow", 2),
    "causes": Link("concepts", "making", "triangle", 2),
    "produces": Link("concepts", "making", "vee", 2),
    "requires": Link("concepts", "making", "inv_triangle", 2),
    "has-feature": Link("concepts", "making", "circle", 2),
    "controls": Link("concepts", "power", "arrow", 2),
    "appropriates": Link("concepts", "power", "inv_triangle", 2),
    "serves": Link("concepts", "power", "vee", 2),
    "counters": Link("concepts", "against", "bar", 2),
    "opposed-to": Link("concepts", "against", "", 2),
    "differs-from": Link("concepts", "against", "", 1.4),
    "supports": Link("claims", "support", "arrow", 1.6),
    "attacks": Link("claims", "against", "bar", 1.8),
    "undercuts": Link("claims", "against", "box", 1.4),
    "qualifies": Link("claims", "nuance", "diamond", 1.4),
    "elaborates": Link("claims", "nuance", "vee", 1.4),
    "presupposes": Link("claims", "nuance", "circle", 1.4),
    "premise": Link("inferences", "support", "", 1.6),
    "conclusion": Link("inferences", "support", "arrow", 1.6),
    "conflicting": Link("inferences", "against", "", 1.8),
    "conflicted": Link("inferences", "against", "bar", 1.8),
    "for": Link("voices", "voice", "arrow", 1),
    "against": Link("voices", "against", "bar", 1),
    "open": Link("voices", "voice", "circle", 1),
    "possible": Link("voices", "nuance", "vee", 1),
    "about": Link("records", "topic", "", 0.8),
    "cites": Link("records", "book", "vee", 1),
    "author": Link("records", "book", "arrow", 1),
    "member": Link("records", "voice", "diamond", 1),
    "discusses": Link("purposes", "book", "arrow", 1.4),
    "agrees-with": Link("purposes", "support", "arrow", 1.6),
    "disagrees-with": Link("purposes", "against", "bar", 1.6),
    "cites-as-authority": Link("purposes", "power", "triangle", 1.4),
    "cites-as-evidence": Link("purposes", "making", "triangle", 1.4),
    "includes-quotation-from": Link("purposes", "voice", "box", 1.4),
    "uses-method-in": Link("purposes", "making", "diamond", 1.4),
    "extends": Link("purposes", "support", "vee", 1.4),
    "obtains-background-from": Link("purposes", "order", "arrow", 1.2),
    "cites-for-information": Link("purposes", "order", "vee", 1.2),
    "cites-as-recommended-reading": Link("purposes", "nuance", "vee", 1.2),
    "reviews": Link("purposes", "nuance", "arrow", 1.8),
}


def tones() -> str:
    """The tones as custom properties that follow the colour scheme, and a class for each."""
    named = {f"kind-{name}": kind.tone for name, kind in KINDS.items()}
    named |= {f"link-{name}": tone for name, tone in FAMILIES.items()}
    given = "".join(
        f"--{name}:light-dark({tone.light},{tone.dark});" for name, tone in named.items()
    )
    return f":root{{{given}}}\n" + "".join(f".{name}{{color:var(--{name})}}\n" for name in named)


def stylesheet() -> str:
    """Custom properties of the tones in both themes, and a class of colour for each of them."""
    named = {"ground": GROUND}
    named |= {f"kind-{name}": kind.tone for name, kind in KINDS.items()}
    named |= {f"link-{name}": tone for name, tone in FAMILIES.items()}
    light = "".join(f"--{name}:{tone.light};" for name, tone in named.items())
    dark = "".join(f"--{name}:{tone.dark};" for name, tone in named.items())
    classes = "".join(f".{name}{{color:var(--{name})}}\n" for name in named if name != "ground")
    return f":root{{{light}}}\n:root[data-theme=dark]{{{dark}}}\n{classes}"
