"""Rules on reasons, conflicts and the other relations between claims."""

from __future__ import annotations

from collections.abc import Iterator

from techfeod_graph.checks.registry import Fault, rule, whole_rule
from techfeod_graph.corpus import Corpus
from techfeod_graph.model import Claim

__all__ = ["LINKS"]

#: The relations from one claim to another, besides reasons and undercuts.
LINKS = ("attacks", "qualifies", "elaborates", "presupposes")


@rule
def self_relation(corpus: Corpus) -> Iterator[Fault]:
    """Nothing supports, attacks, qualifies or is related to itself."""
    for key, claim in corpus.claims.items():
        for name in LINKS:
            for index, link in enumerate(getattr(claim, name)):
                if link.claim == key:
                    place = corpus.origins.place("claims", key, name, index)
                    yield place, f"the claim {name} itself", "name the other claim, or remove it"
        for index, reason in enumerate(claim.because):
            if key in reason.premises:
                place = corpus.origins.place("claims", key, "because", index)
                yield place, "the claim is its own premise", "name another premise, or remove it"
        for index, said in enumerate(claim.says):
            if said.subject == said.object:
                place = corpus.origins.place("claims", key, "says", index)
                yield place, f"«{said.subject}» is related to itself", "name the other concept"


@rule
def repeated_relation(corpus: Corpus) -> Iterator[Fault]:
    """One relation is written once under a claim; reasons differ in their first premise."""
    for key, claim in corpus.claims.items():
        seen: set[tuple[str, ...]] = set()
        for path, relation in _relations(claim):
            if relation in seen:
                yield (
                    corpus.origins.place("claims", key, *path),
                    f"the relation {' '.join(relation)} is written twice",
                    "keep one; a second reason begins with a premise of its own",
                )
            seen.add(relation)


def _relations(claim: Claim) -> Iterator[tuple[tuple[str | int, ...], tuple[str, ...]]]:
    for name in LINKS:
        for index, link in enumerate(getattr(claim, name)):
            yield (name, index), (name, link.claim)
    for index, reason in enumerate(claim.because):
        yield ("because", index), ("because", reason.premises[0])
    for index, cut in enumerate(claim.undercuts):
        yield ("undercuts", index), ("undercuts", cut.claim, cut.by)
    for index, said in enumerate(claim.says):
        yield ("says", index), (said.subject, said.relation, said.object)


@rule
def unknown_inference(corpus: Corpus) -> Iterator[Fault]:
    """An undercut names an inference by its conclusion and the first premise of that reason."""
    for key, claim in corpus.claims.items():
        for index, cut in enumerate(claim.undercuts):
            target = corpus.claims.get(cut.claim)
            if target is None:
                continue
            firsts = [reason.premises[0] for reason in target.because]
            if cut.by not in firsts and cut.by in corpus.claims:
                known = ", ".join(firsts) or "none: give it a reason first"
                yield (
                    corpus.origins.place("claims", key, "undercuts", index, "by"),
                    f"no reason of «{cut.claim}» begins with «{cut.by}»",
                    f"name the first premise of one of its reasons ({known})",
                )


@whole_rule
def circular_support(corpus: Corpus) -> Iterator[Fault]:
    """No claim supports itself through others."""
    support = {
        key: sorted({p for reason in claim.because for p in reason.premises} - {key})
        for key, claim in corpus.claims.items()
    }
    for key in corpus.claims:
        if cycle := _cycle(support, key):
            yield (
                corpus.origins.place("claims", key, "because"),
                f"the support goes round: {' ← '.join(cycle)}",
                "remove the weakest of these reasons",
            )


def _cycle(graph: dict[str, list[str]], start: str) -> list[str] | None:
    """A way from ``start`` back to it, if ``start`` comes first in it by name."""
    stack = [(start, [start])]
    seen: set[str] = set()
    while stack:
        node, way = stack.pop()
        for following in graph.get(node, []):
            if following == start:
                return [*way, start] if start == min(way) else None
            if following not in seen:
                seen.add(following)
                stack.append((following, [*way, following]))
    return None


@rule
def support_and_attack(corpus: Corpus) -> Iterator[Fault]:
    """A claim does not both support and attack another."""
    for key, claim in corpus.claims.items():
        for index, attack in enumerate(claim.attacks):
            target = corpus.claims.get(attack.claim)
            if target and any(key in reason.premises for reason in target.because):
                yield (
                    corpus.origins.place("claims", key, "attacks", index),
                    f"the claim is also a premise of «{attack.claim}»",
                    "decide by the text which of the two it does",
                )
