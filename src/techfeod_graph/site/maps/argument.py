"""The argument in the form of AIF: claims, and nodes for inferences and conflicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from techfeod_graph.corpus import Corpus
from techfeod_graph.site.network import Edge
from techfeod_graph.site.strings import typeset
from techfeod_graph.site.wording import TERMS

__all__ = ["lines", "liveliest", "nodes"]


def nodes(corpus: Corpus) -> list[dict[str, Any]]:
    """The inferences and conflicts, under the paths that they have in the data."""
    found = []
    for key, claim in corpus.claims.items():
        for reason in claim.because:
            row = _node(f"argument/{key}.by.{reason.premises[0]}", "inference", reason.scheme)
            found.append(row | {"at": list(reason.at)})
        for attack in claim.attacks:
            row = _node(f"conflict/{key}.vs.{attack.claim}", "conflict", None)
            found.append(row | {"at": list(attack.at)})
        for cut in claim.undercuts:
            row = _node(f"conflict/{key}.vs.{cut.claim}.by.{cut.by}", "conflict", None)
            found.append(row | {"at": list(cut.at)})
    return sorted(found, key=lambda row: str(row["key"]))


def _node(key: str, kind: str, scheme: str | None) -> dict[str, Any]:
    words = TERMS["schemes"][scheme] if scheme else TERMS["kinds"][kind]
    return {"key": key, "kind": kind, "fr": typeset(words["fr"]), "en": words["en"]}


def lines(corpus: Corpus) -> Iterator[Edge]:
    """From premises over inferences to conclusions, and over conflicts to what is attacked."""
    for key, claim in sorted(corpus.claims.items()):
        own = f"claim/{key}"
        for reason in claim.because:
            node = f"argument/{key}.by.{reason.premises[0]}"
            for premise in reason.premises:
                yield Edge(f"claim/{premise}", "premise", node, reason.basis)
            yield Edge(node, "conclusion", own, reason.basis)
        for attack in claim.attacks:
            node = f"conflict/{key}.vs.{attack.claim}"
            yield Edge(own, "conflicting", node, attack.basis)
            yield Edge(node, "conflicted", f"claim/{attack.claim}", attack.basis)
        for cut in claim.undercuts:
            inference = f"{cut.claim}.by.{cut.by}"
            node = f"conflict/{key}.vs.{inference}"
            yield Edge(own, "conflicting", node, cut.basis)
            yield Edge(node, "conflicted", f"argument/{inference}", cut.basis)


#: Records beside a claim above which its neighbourhood does not fit a window.
_FEW = 7


def liveliest(corpus: Corpus) -> str:
    """The claim with the most objections, then reasons, whose neighbourhood fits a window."""
    against: Counter[str] = Counter()
    around: Counter[str] = Counter()
    for key, claim in corpus.claims.items():
        against.update(attack.claim for attack in claim.attacks)
        against.update(cut.claim for cut in claim.undercuts)
        linked = [link.claim for link in (*claim.attacks, *claim.qualifies)]
        linked += [cut.claim for cut in claim.undercuts]
        linked += [premise for reason in claim.because for premise in reason.premises]
        around[key] += len(linked)
        around.update(linked)
    fit = [key for key in sorted(around) if around[key] <= _FEW] or sorted(around)
    best = max(fit, key=lambda key: (against[key] > 0, around[key], against[key]), default="")
    return f"claim/{best}" if best else ""
