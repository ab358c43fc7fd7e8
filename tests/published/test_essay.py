"""The essay itself, on a reader's copy: its units, digests, fragments, and what proves them."""

from __future__ import annotations

import re
import textwrap
import time
import unicodedata
from collections import Counter
from collections.abc import Callable

import pytest

from techfeod_graph.fragments import Page
from techfeod_graph.model import Passage
from techfeod_graph.passages import (
    RunFinder,
    Segment,
    build_passages,
    format_lock,
    fragment_words,
    parse_lock,
    segment,
    verify,
)

GLUED = {"capitalismequi": "capitalisme qui", "desBig": "des Big", "Review139": "Review 139"}


@pytest.fixture(scope="session")
def passages(essay_text: str) -> list[Passage]:
    return build_passages(essay_text)


@pytest.fixture(scope="session")
def units(essay_text: str) -> list[Segment]:
    return segment(essay_text)


def statuses(passages: list[Passage], copy: str) -> Counter[str]:
    return Counter(verdict.status for verdict in verify(passages, copy))


def repaired(text: str) -> str:
    for glued, parted in GLUED.items():
        assert glued in text
        text = text.replace(glued, parted)
    return text


def paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def test_units_are_the_listed_ones(
    units: list[Segment], essay_segments: list[tuple[str, str]]
) -> None:
    assert [(unit.locator, unit.text) for unit in units] == essay_segments


def test_units_by_kind(units: list[Segment]) -> None:
    kinds = Counter(unit.locator[0] for unit in units)
    assert kinds == {"P": 210, "N": 28, "B": 30, "S": 10}
    notes = {unit.locator.partition(".")[0] for unit in units if unit.locator[0] == "N"}
    assert sorted(call for unit in units for call in unit.calls) == sorted(notes)
    assert len(notes) == 21


def test_places_point_at_the_first_word(essay_text: str, units: list[Segment]) -> None:
    lines = essay_text.split("\n")
    for unit in units:
        assert lines[unit.line - 1][unit.column - 1 :].startswith(unit.text.split(" ")[0])


def test_digests_are_distinct(passages: list[Passage]) -> None:
    assert len({passage.digest for passage in passages}) == len(passages) == 278


@pytest.mark.parametrize(
    "change",
    [
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.translate({0x2019: "'", 0xAB: '"', 0xBB: '"'}),
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace("\u00a0", " ").replace("\u202f", " "),
        repaired,
    ],
    ids=["NFD", "straight quotes", "NBSP", "no NBSP", "repaired glued words"],
)
def test_digests_bear_what_copying_does(
    change: Callable[[str], str], essay_text: str, passages: list[Passage]
) -> None:
    copy = change(essay_text)
    assert [p.digest for p in build_passages(copy)] == [p.digest for p in passages]
    assert statuses(passages, copy) == {"exact": 278}


def test_line_ends_do_not_matter(essay_text: str, passages: list[Passage]) -> None:
    assert statuses(passages, essay_text.replace("\n", "\r\n")) == {"exact": 278}
    assert build_passages(essay_text.replace("\n", "\r\n")) == passages


def test_a_paragraph_on_top_moves_the_body(essay_text: str, passages: list[Passage]) -> None:
    verdicts = verify(passages, "Un moulin tourne au loin. Personne ne l’entend.\n\n" + essay_text)
    moved = [verdict for verdict in verdicts if verdict.status == "moved"]
    assert Counter(verdict.status for verdict in verdicts) == {"moved": 210, "exact": 68}
    assert all(
        verdict.found and int(verdict.found[1:3]) == int(verdict.locator[1:3]) + 1
        for verdict in moved
    )


@pytest.mark.parametrize("index", range(3, 278, 25))
def test_one_word_changed_is_that_one_passage(
    index: int, essay_text: str, passages: list[Passage], units: list[Segment]
) -> None:
    unit = units[index]
    lines = essay_text.split("\n")
    line = lines[unit.line - 1]
    first = unit.text.split(" ")[0]
    end = unit.column - 1 + len(first)
    lines[unit.line - 1] = f"{line[: unit.column - 1]}Moulin{line[end:]}"
    changed = [v for v in verify(passages, "\n".join(lines)) if v.status != "exact"]
    assert [(v.locator, v.status, v.line, v.column, v.by) for v in changed] == [
        (unit.locator, "changed", unit.line, unit.column, None)
    ]


def test_paragraphing_does_not_matter(essay_text: str, passages: list[Passage]) -> None:
    lines = paragraphs(essay_text)
    wrapped = [textwrap.fill(line, 72, break_long_words=False) for line in lines]
    assert statuses(passages, "\n\n".join(wrapped)) == {"exact": 278}
    assert statuses(passages, "\n".join(lines)) == {"exact": 278}
    for copy in (" ".join(lines), "\n".join(wrapped)):
        assert "changed" not in statuses(passages, copy)


def test_a_copy_with_other_vowels_is_changed_in_time(
    essay_text: str, passages: list[Passage]
) -> None:
    start = time.perf_counter()
    assert statuses(passages, re.sub(r"[aeiou]", "o", essay_text)) == {"changed": 278}
    assert time.perf_counter() - start < 5


def test_fragments_lead_to_their_sentence(
    essay_text: str, passages: list[Passage], units: list[Segment]
) -> None:
    page = Page(essay_text)
    led = {
        passage.locator: passage.fragment
        for passage, unit in zip(passages, units, strict=True)
        if passage.fragment and page.selects(passage.fragment, page.span_of(unit))
    }
    assert len(led) == sum(passage.fragment is not None for passage in passages) >= 250
    assert sum("," in fragment for fragment in led.values()) >= 250


def test_fragments_quote_little(passages: list[Passage]) -> None:
    quoted = {p.locator: fragment_words(p.fragment) for p in passages if p.fragment}
    assert all(quoted.get(p.locator, 0) * 3 <= p.words for p in passages)
    assert max(quoted.values()) < 8
    assert sum(quoted.values()) < 0.14 * sum(p.words for p in passages)
    assert not any("%5B" in p.fragment for p in passages if p.fragment)


def test_lock_round_trip(essay_text: str, passages: list[Passage]) -> None:
    lock = format_lock(passages)
    found, problems = parse_lock(lock, "passages.lock")
    assert problems == []
    assert list(found.values()) == passages
    assert RunFinder(essay_text).runs(lock) == []


def test_runs_of_the_essay_are_found(essay_text: str, units: list[Segment]) -> None:
    finder = RunFinder(essay_text)
    long = [unit for unit in units if len(unit.text.split()) > 20]
    found = {unit.locator for unit in long if finder.runs(unit.text.upper())}
    assert found == {unit.locator for unit in long if unit.locator[0] != "B"}
