"""Rules on ids, labels and locators: what is named exists, and is named once."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from techfeod_graph.checks.registry import Fault, rule, whole_rule
from techfeod_graph.corpus import Corpus
from techfeod_graph.model import Work
from techfeod_graph.names import fold

__all__ = ["Reference", "references"]

#: A reference: kind of file, key of the record, path in it, id named, kinds it may name.
Reference = tuple[str, str, tuple[str | int, ...], str, tuple[str, ...]]

_AGENT = ("agents",)
_CLAIM = ("claims",)
_CONCEPT = ("concepts",)
_WORK = ("works",)
_TOPIC = ("concepts", "agents", "works")


def references(corpus: Corpus) -> Iterator[Reference]:
    """Every id that a record names in another record."""
    yield "source", "", ("author",), corpus.source.author, _AGENT
    yield from _listed("source", "", ("contributors",), corpus.source.contributors, _AGENT)
    yield "source", "", ("reviews",), corpus.source.reviews, _WORK
    for key, concept in corpus.concepts.items():
        yield from _listed("concepts", key, ("broader",), concept.broader, _CONCEPT)
    for key, agent in corpus.agents.items():
        yield from _listed("agents", key, ("members",), agent.members, _AGENT)
    for key, work in corpus.works.items():
        yield from _listed("works", key, ("custom", "creators"), work.custom.creators, _AGENT)
    for number, pointer in enumerate(corpus.pointers):
        yield "citations", str(number), ("to",), pointer.to, _WORK
    for key, discrepancy in corpus.discrepancies.items():
        yield from _listed("discrepancies", key, ("works",), discrepancy.works, _WORK)
    yield from _of_claims(corpus)


def _listed(
    kind: str,
    key: str,
    path: tuple[str | int, ...],
    ids: Iterable[str],
    wanted: tuple[str, ...],
) -> Iterator[Reference]:
    for index, name in enumerate(ids):
        yield kind, key, (*path, index), name, wanted


def _of_claims(corpus: Corpus) -> Iterator[Reference]:
    for key, claim in corpus.claims.items():
        for index, held in enumerate(claim.who):
            yield "claims", key, ("who", index, "holder"), held.holder, _AGENT
            yield from _listed("claims", key, ("who", index, "via"), held.via, _AGENT)
        yield from _listed("claims", key, ("about",), claim.about, _TOPIC)
        yield from _listed("claims", key, ("cites",), claim.cites, _WORK)
        for index, said in enumerate(claim.says):
            yield "claims", key, ("says", index, "subject"), said.subject, _CONCEPT
            yield "claims", key, ("says", index, "object"), said.object, _CONCEPT
        for index, reason in enumerate(claim.because):
            where = ("because", index, "premises")
            yield from _listed("claims", key, where, reason.premises, _CLAIM)
        for name in ("attacks", "qualifies", "elaborates", "presupposes", "undercuts"):
            for index, link in enumerate(getattr(claim, name)):
                yield "claims", key, (name, index, "claim"), link.claim, _CLAIM
                if name == "undercuts":
                    yield "claims", key, (name, index, "by"), link.by, _CLAIM
        if claim.ambiguous:
            readings = ("ambiguous", "holders")
            yield from _listed("claims", key, readings, claim.ambiguous.holders, _AGENT)


@rule
def dangling_id(corpus: Corpus) -> Iterator[Fault]:
    """Every id that a record names belongs to a record of the right kind."""
    if corpus.unread:
        return
    for kind, key, path, name, wanted in references(corpus):
        known = [other for w in wanted for other in getattr(corpus, w)]
        if name in known or name in corpus.broken:
            continue
        close = difflib.get_close_matches(name, known, 1, 0.6)
        other = next((k for k in _TOPIC + _CLAIM if name in getattr(corpus, k)), None)
        place = corpus.origins.place(kind, key, *path)
        what = " or ".join(w.removesuffix("s") for w in wanted)
        if other:
            message = f"«{name}» is one of the {other}; {what} is wanted here"
        else:
            message = f"no {what} has the id «{name}»"
        files = " or ".join(f"{w}.yaml" for w in wanted)
        remedy = f"did you mean «{close[0]}»?" if close else f"add it to {files}, or correct the id"
        yield place, message, remedy


@rule
def repeated_id(corpus: Corpus) -> Iterator[Fault]:
    """No id serves two of the concepts, claims, agents and works."""
    seen: dict[str, str] = {}
    for kind, key, _record in corpus.entries:
        if key in seen:
            yield (
                corpus.origins.place(kind, key),
                f"the id «{key}» already names one of the {seen[key]}",
                "rename this one (ids are shared by concepts, claims, agents and works)",
            )
        seen.setdefault(key, kind)


@rule
def unknown_locator(corpus: Corpus) -> Iterator[Fault]:
    """Every locator names a passage of the essay."""
    for kind, key, path, locator in _locators(corpus):
        if locator in corpus.passages:
            continue
        unit = locator.partition(".")[0]
        last = [known for known in corpus.passages if known.partition(".")[0] == unit]
        hint = f"{unit} has {last[0]} to {last[-1]}" if last else f"the essay has no {unit}"
        yield (
            corpus.origins.place(kind, key, *path),
            f"the essay has no passage {locator}",
            f"correct the locator: {hint}",
        )


def _locators(corpus: Corpus) -> Iterator[tuple[str, str, tuple[str | int, ...], str]]:
    """Kind of file, key, path and locator of every place that a record names."""
    for kind, key, record in corpus.entries:
        if not isinstance(record, Work):
            yield from _places(kind, key, ("at",), record.at)
    for key, work in corpus.works.items():
        if work.custom.bibliography:
            yield "works", key, ("custom", "bibliography"), work.custom.bibliography
        yield from _places("works", key, ("custom", "at"), work.custom.at)
    for number, pointer in enumerate(corpus.pointers):
        yield "citations", str(number), ("at",), pointer.at
    for key, discrepancy in corpus.discrepancies.items():
        yield from _places("discrepancies", key, ("at",), discrepancy.at)
    for locator in corpus.source.uncovered:
        yield "source", "", ("uncovered", locator), locator
    for key, claim in corpus.claims.items():
        for name in ("who", "because", *_LINKS):
            for index, part in enumerate(getattr(claim, name)):
                yield from _places("claims", key, (name, index, "at"), part.at)


def _places(
    kind: str, key: str, path: tuple[str | int, ...], at: Iterable[str]
) -> Iterator[tuple[str, str, tuple[str | int, ...], str]]:
    for index, locator in enumerate(at):
        yield kind, key, (*path, index), locator


_LINKS = ("attacks", "undercuts", "qualifies", "elaborates", "presupposes")


@whole_rule
def shared_label(corpus: Corpus) -> Iterator[Fault]:
    """No two records of one kind share a label or variant in one language."""
    for kind in ("concepts", "agents", "works"):
        seen: dict[tuple[str, str], str] = {}
        for key, record in getattr(corpus, kind).items():
            for language in ("fr", "en"):
                forms = [getattr(record.labels, language), *getattr(record.variants, language)]
                for form in sorted({fold(form) for form in forms}):
                    other = seen.setdefault((language, form), key)
                    if other != key:
                        yield (
                            corpus.origins.place(kind, key),
                            f"«{form}» ({language}) also names «{other}»",
                            "keep the form in one of the two, or merge them",
                        )


@whole_rule
def evidence_kind(corpus: Corpus) -> Iterator[Fault]:
    """A claim, position or relation rests on sentences; a work's entry is a bibliography item."""
    for kind, key, path, locator in _locators(corpus):
        entry = path[:2] == ("custom", "bibliography")
        wrong = locator[0] != "B" if entry else kind == "claims" and locator[0] not in "PN"
        if wrong:
            wanted = "a bibliography item (B19)" if entry else "a sentence (P05.2 or N03.1)"
            yield (
                corpus.origins.place(kind, key, *path),
                f"{locator} is not {wanted}",
                f"name {wanted}",
            )
