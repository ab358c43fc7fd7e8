"""The grounded labelling of the argument in the sense of Dung (1995): a report, never triples.

The framework has two kinds of argument: every claim (``claim/rente``) and every inference from
premises to a conclusion (``argument/rente.by.peage``). A claim attacks the claims it is written to
attack and the inferences it undercuts; an attack on a premise is an attack on the inference too.
Qualifications are not attacks. Who holds a claim, and whether it has reasons, plays no part.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from techfeod_graph.answers.links import inference

if TYPE_CHECKING:
    from techfeod_graph.corpus import Corpus

__all__ = ["framework", "grounded", "labelling"]


def framework(corpus: Corpus) -> tuple[list[str], list[tuple[str, str]]]:
    """The arguments (paths of claims and inferences) and the attacks (attacker, attacked)."""
    arguments = [f"claim/{key}" for key in corpus.claims]
    using: dict[str, list[str]] = {}
    for key, claim in corpus.claims.items():
        for reason in claim.because:
            name = f"argument/{inference(key, reason.premises[0])}"
            arguments.append(name)
            for premise in reason.premises:
                using.setdefault(premise, []).append(name)
    attacks: dict[tuple[str, str], None] = {}
    for key, claim in corpus.claims.items():
        own = f"claim/{key}"
        for link in claim.attacks:
            for target in (f"claim/{link.claim}", *using.get(link.claim, ())):
                attacks[own, target] = None
        for cut in claim.undercuts:
            attacks[own, f"argument/{inference(cut.claim, cut.by)}"] = None
    return arguments, list(attacks)


def grounded(arguments: Iterable[str], attacks: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Every argument's label: ``in``, ``out`` or ``undecided``, in the order given.

    The least labelling in which an argument is in when all its attackers are out, and out when one
    of its attackers is in. Works in time linear in the number of attacks.
    """
    attacked: dict[str, list[str]] = {name: [] for name in arguments}
    standing = dict.fromkeys(attacked, 0)
    for attacker, target in set(attacks):
        attacked[attacker].append(target)
        standing[target] += 1
    labels = dict.fromkeys(attacked, "undecided")
    waiting = [name for name, count in standing.items() if not count]
    while waiting:
        winner = waiting.pop()
        labels[winner] = "in"
        for loser in attacked[winner]:
            if labels[loser] == "out":
                continue
            labels[loser] = "out"
            for freed in attacked[loser]:
                standing[freed] -= 1
                if not standing[freed] and labels[freed] == "undecided":
                    waiting.append(freed)
    return labels


def labelling(corpus: Corpus) -> dict[str, Any]:
    """The grounded labelling of a corpus.

    ``semantics``: its name. ``arguments``, ``attacks``: their numbers. ``counts``: label to number.
    ``rows``: every argument that is attacked or not in: ``argument`` (a path), ``label``, and
    ``attacked_by`` (paths), in the order of the framework.
    """
    arguments, attacks = framework(corpus)
    labels = grounded(arguments, attacks)
    by: dict[str, list[str]] = {}
    for attacker, target in attacks:
        by.setdefault(target, []).append(attacker)
    counts = {
        label: sum(found == label for found in labels.values())
        for label in ("in", "out", "undecided")
    }
    return {
        "semantics": "grounded (Dung 1995)",
        "arguments": len(arguments),
        "attacks": len(attacks),
        "counts": counts,
        "rows": [
            {"argument": name, "label": label, "attacked_by": by.get(name, [])}
            for name, label in labels.items()
            if name in by
        ],
    }
