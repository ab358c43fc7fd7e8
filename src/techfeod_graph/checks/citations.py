"""Rules on coverage and on the agreement of the text with its bibliography."""

from __future__ import annotations

from collections.abc import Iterator

from techfeod_graph.checks.registry import Fault, whole_rule
from techfeod_graph.corpus import Corpus

__all__: list[str] = []


@whole_rule
def uncovered_sentence(corpus: Corpus) -> Iterator[Fault]:
    """Every sentence that has been read carries claims, or says why not."""
    known = corpus.carried.keys() | corpus.source.uncovered.keys()
    for locator in corpus.passages:
        if corpus.reached(locator) and locator not in known:
            yield (
                corpus.origins.place("source", "", "curated"),
                f"{locator} carries no claim and gives no reason",
                f"curate it, or write «{locator}: transition» under «uncovered»",
            )


@whole_rule
def covered_and_excused(corpus: Corpus) -> Iterator[Fault]:
    """A sentence that carries claims gives no reason why it carries none."""
    claims = corpus.carried
    for locator in corpus.source.uncovered:
        if locator in claims:
            yield (
                corpus.origins.place("source", "", "uncovered", locator, at_key=True),
                f"{locator} carries «{claims[locator][0]}»",
                "remove it from «uncovered»",
            )


@whole_rule
def bibliography_item(corpus: Corpus) -> Iterator[Fault]:
    """Every bibliography item is the entry of exactly one work."""
    owners: dict[str, str] = {}
    for key, work in corpus.works.items():
        item = work.custom.bibliography
        if item and owners.setdefault(item, key) != key:
            yield (
                corpus.origins.place("works", key, "custom", "bibliography"),
                f"{item} is already the entry of «{owners[item]}»",
                "correct one of the two",
            )
    for locator in corpus.passages:
        if locator.startswith("B") and locator not in owners:
            yield (
                corpus.origins.place("works", ""),
                f"no work has the entry {locator}",
                f"add the work with «custom: {{bibliography: {locator}}}»",
            )


@whole_rule
def repeated_pointer(corpus: Corpus) -> Iterator[Fault]:
    """One pointer of a sentence is recorded once."""
    seen = set()
    for number, pointer in enumerate(corpus.pointers):
        key = (pointer.at, pointer.as_, pointer.to)
        if key in seen:
            yield (
                corpus.origins.place("citations", str(number)),
                f"«{pointer.as_}» in {pointer.at} is recorded twice",
                "remove one",
            )
        seen.add(key)


def _explained(corpus: Corpus, work: str, kinds: set[str], *places: str) -> bool:
    for discrepancy in corpus.discrepancies.values():
        same = work in discrepancy.works and discrepancy.kind in kinds
        if same and set(places) <= set(discrepancy.at):
            return True
    return False


@whole_rule
def unexplained_year(corpus: Corpus) -> Iterator[Fault]:
    """A year that differs from the listed edition is recorded as a discrepancy of both places."""
    for number, pointer in enumerate(corpus.pointers):
        work = corpus.works.get(pointer.to)
        if not (work and work.issued and pointer.year and work.custom.bibliography):
            continue
        item = work.custom.bibliography
        kinds = {"date-mismatch", "edition-date"}
        if pointer.year != work.issued.year and not _explained(
            corpus, pointer.to, kinds, pointer.at, item
        ):
            yield (
                corpus.origins.place("citations", str(number), "year"),
                f"{pointer.at} writes {pointer.year}, {item} writes {work.issued.year}",
                f"record it in discrepancies.yaml with «at: [{pointer.at}, {item}]»",
            )


@whole_rule
def missing_entry(corpus: Corpus) -> Iterator[Fault]:
    """An author–year pointer without a bibliography item is recorded as a discrepancy."""
    for number, pointer in enumerate(corpus.pointers):
        work = corpus.works.get(pointer.to)
        if work is None or pointer.kind != "author-year" or work.custom.bibliography:
            continue
        if not _explained(corpus, pointer.to, {"missing-entry"}, pointer.at):
            yield (
                corpus.origins.place("citations", str(number), "to"),
                f"«{pointer.as_}» in {pointer.at} leads to no bibliography item",
                f"record it in discrepancies.yaml as missing-entry with «works: [{pointer.to}]»",
            )


@whole_rule
def uncited_entry(corpus: Corpus) -> Iterator[Fault]:
    """A bibliography item that no pointer leads to is recorded as a discrepancy."""
    cited = {pointer.to for pointer in corpus.pointers}
    for key, work in corpus.works.items():
        item = work.custom.bibliography
        if item and key not in cited and not _explained(corpus, key, {"uncited-entry"}, item):
            yield (
                corpus.origins.place("works", key, "custom", "bibliography"),
                f"nothing in the essay points to {item}",
                "add the pointer, or record it in discrepancies.yaml as uncited-entry",
            )


@whole_rule
def section_label(corpus: Corpus) -> Iterator[Fault]:
    """Every section of the essay has a label of ours, and no other section has one."""
    sections = dict.fromkeys(passage.section for passage in corpus.passages.values())
    for section in sections:
        if section not in corpus.source.sections:
            yield (
                corpus.origins.place("source", "", "sections"),
                f"the section {section} has no label",
                f"add «{section}: {{fr: …, en: …}}»",
            )
    for section in corpus.source.sections:
        if section not in sections:
            yield (
                corpus.origins.place("source", "", "sections", section, at_key=True),
                f"the essay has no section {section}",
                "remove it",
            )
