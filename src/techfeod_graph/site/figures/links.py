"""Who points to whom, looked up once for all drawings of a corpus."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from techfeod_graph.corpus import Corpus
from techfeod_graph.model import Attack, Claim, Link, Reason, Undercut
from techfeod_graph.site.figures.svg import DOT
from techfeod_graph.site.network import Edge, concept_links
from techfeod_graph.site.strings import typeset
from techfeod_graph.site.wording import TERMS
from techfeod_graph.terms import Language

__all__ = ["Href", "Links", "many", "term"]

#: From the address of a record (``claim/rente``) to that of its page, or None without one.
Href = Callable[[str], str | None]


def term(group: str, name: str, language: Language) -> str:
    """The word of a term, with French spaces; the term itself when it has none."""
    found = TERMS[group].get(name)
    if found is None:
        return name
    return typeset(found["fr"]) if language == "fr" else found["en"]


class Links:
    """What the records of a corpus say of each other, in the direction they do not say it in."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.supports: dict[str, list[tuple[Claim, Reason]]] = defaultdict(list)
        self.attacked: dict[str, list[tuple[Claim, Attack]]] = defaultdict(list)
        self.undercut: dict[tuple[str, str], list[tuple[Claim, Undercut]]] = defaultdict(list)
        self.qualified: dict[str, list[tuple[Claim, Link]]] = defaultdict(list)
        self.concepts: dict[str, list[Edge]] = defaultdict(list)
        for claim in corpus.claims.values():
            self._take(claim)
        for edge in concept_links(corpus):
            for end in (edge.source, edge.target):
                self.concepts[end.partition("/")[2]].append(edge)

    def _take(self, claim: Claim) -> None:
        for reason in claim.because:
            for premise in reason.premises:
                self.supports[premise].append((claim, reason))
        for attack in claim.attacks:
            self.attacked[attack.claim].append((claim, attack))
        for cut in claim.undercuts:
            self.undercut[cut.claim, cut.by].append((claim, cut))
        for link in claim.qualifies:
            self.qualified[link.claim].append((claim, link))

    def wording(self, key: str, language: Language) -> str:
        """What a claim says."""
        claim = self.corpus.claims[key]
        return typeset(claim.fr) if language == "fr" else claim.en

    def label(self, key: str, language: Language) -> str:
        """The label of a concept."""
        labels = self.corpus.concepts[key].labels
        return typeset(labels.fr) if language == "fr" else labels.en

    def holders(self, key: str, language: Language, most: int = 2) -> str:
        """Who takes which stance on a claim, and where it is said: ``Durand affirme · P12.1``."""
        claim = self.corpus.claims[key]
        found = []
        for position in self.corpus.positions(claim)[:most]:
            name = self.corpus.agents.get(position.holder)
            who = getattr(name.name, language) if name else position.holder
            group = "stancesMany" if name and many(name.is_, who) else "stances"
            found.append(f"{who} {term(group, position.stance, language)}")
        rest = len(self.corpus.positions(claim)) - most
        more = [f"+ {rest}"] if rest > 0 else []
        open_ = [_OPEN[language == "en"]] if claim.ambiguous else []
        return DOT.join((*found, *more, *open_, claim.at[0]))


_OPEN = ("lecture ouverte", "open reading")


def many(kind: str, name: str) -> bool:
    """Whether a group is named in the plural: its first words end in s or x."""
    head = name.partition(" (")[0]
    for word in (" de ", " du ", " des ", " of ", " for ", " pour ", " d’"):
        head = head.partition(word)[0]
    return kind == "group" and any(part[-1:].lower() in ("s", "x") for part in head.split())
