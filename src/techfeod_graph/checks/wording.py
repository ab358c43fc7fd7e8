"""Rules on how claims are worded: bare propositions, in our own words, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from techfeod_graph.checks.registry import Fault, essay_rule, rule, whole_rule
from techfeod_graph.corpus import Corpus
from techfeod_graph.model import Claim, Concept, Discrepancy, Name, Work
from techfeod_graph.names import fold
from techfeod_graph.passages import RunFinder, fragment_words

__all__: list[str] = []

_ATTRIBUTION = re.compile(
    r"\b(selon|d’après|d'après|aux yeux de|(considère|affirme|soutient|estime|prétend|pense)nt? qu"
    r"|according to|(considers?|claims?|argues?|maintains?|holds?|thinks?) that)\b",
    re.IGNORECASE,
)
_MODALITY = re.compile(
    r"\b(peut-être|sans doute|probablement|vraisemblablement|perhaps|maybe|probably|possibly)\b",
    re.IGNORECASE,
)
_CONDITIONAL = re.compile(r"\b\w{2,}r(?:ait|aient)\b", re.IGNORECASE)
_NOT_CONDITIONAL = frozenset({"attrait", "extrait", "portrait", "retrait", "abstrait", "distrait"})


@rule
def attribution_in_wording(corpus: Corpus) -> Iterator[Fault]:
    """A claim says what is held, never who holds it."""
    for key, claim in corpus.claims.items():
        for language, text in (("fr", claim.fr), ("en", claim.en)):
            if found := _ATTRIBUTION.search(text):
                yield (
                    corpus.origins.place("claims", key, language),
                    f"«{found.group()}» attributes the claim",
                    "state the bare proposition; write the holder under «who»",
                )


@rule
def modality_in_wording(corpus: Corpus) -> Iterator[Fault]:
    """A claim says what is held, never how firmly."""
    for key, claim in corpus.claims.items():
        for language, text in (("fr", claim.fr), ("en", claim.en)):
            found = [m.group() for m in _MODALITY.finditer(text)]
            if language == "fr":
                words = [m.group() for m in _CONDITIONAL.finditer(text)]
                found += [w for w in words if w.casefold() not in _NOT_CONDITIONAL]
            if found:
                yield (
                    corpus.origins.place("claims", key, language),
                    f"«{found[0]}» says how firmly the claim is held",
                    "state it plainly; write the firmness as the stance under «who»",
                )


@whole_rule
def same_wording(corpus: Corpus) -> Iterator[Fault]:
    """No two claims are worded alike."""
    for language in ("fr", "en"):
        seen: dict[str, str] = {}
        for key, claim in corpus.claims.items():
            text = fold(getattr(claim, language))
            if text in seen:
                yield (
                    corpus.origins.place("claims", key, language),
                    f"«{seen[text]}» is worded the same",
                    "keep one claim and give it the sentences of both",
                )
            seen.setdefault(text, key)


@rule
def untranslated(corpus: Corpus) -> Iterator[Fault]:
    """A claim or definition is worded differently in French and in English."""
    for key, claim in corpus.claims.items():
        if fold(claim.fr) == fold(claim.en):
            place = corpus.origins.place("claims", key, "en")
            yield place, "the English repeats the French", "translate it"
    for key, concept in corpus.concepts.items():
        gloss = concept.definition
        if gloss and fold(gloss.fr) == fold(gloss.en):
            place = corpus.origins.place("concepts", key, "definition", "en")
            yield place, "the English repeats the French", "translate it"


@rule
def long_anchor(corpus: Corpus) -> Iterator[Fault]:
    """The text fragment of a passage holds at most a third of its words."""
    for locator, passage in corpus.passages.items():
        if passage.fragment and fragment_words(passage.fragment) * 3 > passage.words:
            yield (
                corpus.origins.place("passages", locator),
                f"the fragment of {locator} holds more than a third of its words",
                "make the lock anew with «techfeod lock»",
            )


@essay_rule
def copied_words(corpus: Corpus, essay: str) -> Iterator[Fault]:
    """No text of ours shares eight consecutive words with the essay, titles of works aside."""
    titles = [work.title for work in corpus.works.values() if work.title]
    finder = RunFinder(essay, titles=titles)
    for kind, key, path, text in _texts(corpus):
        if runs := finder.runs(text):
            yield (
                corpus.origins.place(kind, key, *path),
                f"eight words or more stand in the essay: «{runs[0]}»",
                "say it in other words",
            )


def _texts(corpus: Corpus) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    """Kind, key, path and text of everything that is worded by us."""
    for key, claim in corpus.claims.items():
        yield from _both("claims", key, (), claim)
        if claim.note:
            yield "claims", key, ("note",), claim.note
        if claim.ambiguous:
            yield from _both("claims", key, ("ambiguous", "why"), claim.ambiguous.why)
    for kind, key, entry in corpus.entries:
        if isinstance(entry, Claim):
            continue
        yield from _both(kind, key, (), entry.labels)
        for form in (*entry.variants.fr, *entry.variants.en):
            yield kind, key, ("variants",), form
        if isinstance(entry, Concept) and entry.definition:
            yield from _both(kind, key, ("definition",), entry.definition)
        if note := entry.custom.note if isinstance(entry, Work) else entry.note:
            yield kind, key, ("note",), note
    for key, slip in corpus.discrepancies.items():
        yield from _both("discrepancies", key, (), slip)


def _both(
    kind: str, key: str, path: tuple[str, ...], words: Claim | Name | Discrepancy
) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    yield kind, key, (*path, "fr"), words.fr
    yield kind, key, (*path, "en"), words.en
