"""Rules on who holds a claim, with what stance, and who reports it."""

from __future__ import annotations

from collections.abc import Iterator

from techfeod_graph.checks.registry import Fault, rule
from techfeod_graph.corpus import Corpus
from techfeod_graph.terms import AGAINST, FOR

__all__: list[str] = []


@rule
def author_as_reporter(corpus: Corpus) -> Iterator[Fault]:
    """The essay's author is never written as a reporter: he reports everything in it."""
    author = corpus.source.author
    for key, claim in corpus.claims.items():
        for index, held in enumerate(claim.who):
            if author in held.via:
                place = corpus.origins.place("claims", key, "who", index, "via")
                yield place, f"«{author}» is written as a reporter", f"remove «{author}» from via"


@rule
def circular_report(corpus: Corpus) -> Iterator[Fault]:
    """Nobody reports themselves, and nobody stands twice in one chain of reports."""
    for key, claim in corpus.claims.items():
        for index, held in enumerate(claim.who):
            chain = (held.holder, *held.via)
            if len(set(chain)) < len(chain):
                yield (
                    corpus.origins.place("claims", key, "who", index, "via"),
                    f"the chain {' ← '.join(chain)} returns to one of its voices",
                    "name each voice once, from the inside out",
                )


@rule
def repeated_position(corpus: Corpus) -> Iterator[Fault]:
    """A holder, stance and chain stand once under a claim; several sentences go into one «at»."""
    for key, claim in corpus.claims.items():
        seen = set()
        for index, held in enumerate(claim.who):
            position = (held.holder, held.stance, held.via)
            if position in seen:
                yield (
                    corpus.origins.place("claims", key, "who", index),
                    f"the position of «{held.holder}» ({held.stance}) is written twice",
                    "keep one and give it both sentences: «at: [P05.1, P05.3]»",
                )
            seen.add(position)


@rule
def both_sides(corpus: Corpus) -> Iterator[Fault]:
    """No agent is both for and against one claim."""
    for key, claim in corpus.claims.items():
        stances: dict[str, set[str]] = {}
        for index, held in enumerate(claim.who):
            own = stances.setdefault(held.holder, set())
            own.add(held.stance)
            if own & FOR and own & AGAINST:
                yield (
                    corpus.origins.place("claims", key, "who", index),
                    f"«{held.holder}» both {' and '.join(sorted(own))} this claim",
                    "state more exactly what is granted and what is refused, as two claims",
                )


@rule
def ambiguous_holder(corpus: Corpus) -> Iterator[Fault]:
    """The readings of an ambiguous claim include the holder that it is given."""
    for key, claim in corpus.claims.items():
        holders = {position.holder for position in corpus.positions(claim)}
        if claim.ambiguous and not holders & set(claim.ambiguous.holders):
            yield (
                corpus.origins.place("claims", key, "ambiguous", "holders"),
                "none of the readings is a holder of the claim",
                "list every reading, the likeliest (under «who») included",
            )


@rule
def members_of_groups(corpus: Corpus) -> Iterator[Fault]:
    """Only a group has members."""
    for key, agent in corpus.agents.items():
        if agent.members and agent.is_ != "group":
            yield (
                corpus.origins.place("agents", key, "members"),
                f"«{key}» is a {agent.is_} and cannot have members",
                "write «is: group», or remove the members",
            )


@rule
def creators_agree(corpus: Corpus) -> Iterator[Fault]:
    """A work names as many creators as it has authors, when it names any."""
    for key, work in corpus.works.items():
        if work.custom.creators and work.author and len(work.custom.creators) != len(work.author):
            yield (
                corpus.origins.place("works", key, "custom", "creators"),
                f"{len(work.custom.creators)} creators for {len(work.author)} authors",
                "name one agent for each author, in the same order",
            )
