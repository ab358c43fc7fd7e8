"""The published data: complete for what has been read, and true to the essay."""

import re
import subprocess
from pathlib import Path

import pytest
import techfeod_graph.data

from techfeod_graph.checks import check
from techfeod_graph.engine import Engine
from techfeod_graph.loading import load, try_load
from techfeod_graph.passages import RunFinder, build_passages, format_lock, verify

PUBLISHED = Path(techfeod_graph.data.__file__).parent
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def corpus():
    return load(PUBLISHED)


def test_it_keeps_every_rule():
    corpus, problems = try_load(PUBLISHED)
    assert [str(problem) for problem in problems] == []
    assert corpus is not None
    assert [str(problem) for problem in check(corpus)] == []


def test_no_words_are_copied_from_the_essay(corpus, essay_text):
    assert [str(problem) for problem in check(corpus, essay_text)] == []


def test_the_lock_is_what_the_command_makes(essay_text):
    locked = (PUBLISHED / "passages.lock").read_text(encoding="utf-8")
    assert locked == format_lock(build_passages(essay_text))


def test_every_passage_is_proved_on_the_essay(corpus, essay_text):
    verdicts = verify(list(corpus.passages.values()), essay_text)
    assert len(verdicts) == 278
    assert {verdict.status for verdict in verdicts} == {"exact"}
    assert sum(verdict.by == "digest+fragment" for verdict in verdicts) >= 254


def test_every_sentence_that_has_been_read_is_accounted_for(corpus):
    claims, excused = corpus.carried, corpus.source.uncovered
    read = [key for key in corpus.passages if corpus.reached(key)]
    assert [key for key in read if key not in claims and key not in excused] == []
    paragraphs, notes = corpus.source.curated.paragraphs, corpus.source.curated.notes
    assert (paragraphs[0], notes[0]) == ("P01", "N01")
    assert {key.partition(".")[0] for key in read} == {
        *(f"P{number:02}" for number in range(1, int(paragraphs[1][1:]) + 1)),
        *(f"N{number:02}" for number in range(1, int(notes[1][1:]) + 1)),
    }
    assert len(corpus.claims) >= 200


def holders(corpus, key):
    """Everybody who may hold a claim, the other readings of an ambiguous one included."""
    claim = corpus.claims[key]
    against = {"criticises", "distances", "rejects"}
    held = {p.holder for p in corpus.positions(claim) if p.stance not in against}
    return held | set(claim.ambiguous.holders if claim.ambiguous else ())


def test_a_premise_is_held_by_somebody_who_holds_the_conclusion(corpus):
    strangers = [
        (key, premise)
        for key, claim in corpus.claims.items()
        for reason in claim.because
        if reason.scheme not in {"verbal-classification", "analogy"}
        for premise in reason.premises
        if not holders(corpus, key) & holders(corpus, premise)
    ]
    assert strangers == []


def test_what_a_claim_presupposes_is_inferred(corpus):
    links = [link for claim in corpus.claims.values() for link in claim.presupposes]
    assert len(links) > 100
    assert {link.basis for link in links} == {"inferred"}


def test_every_chain_of_reports_ends_in_one_who_speaks_in_the_essay(corpus):
    outermost = Engine(corpus).ask(
        "SELECT DISTINCT ?holder WHERE { ?p a tf:Position ; tf:holder ?holder "
        "FILTER NOT EXISTS { ?outer tf:reports ?p } }"
    )
    speakers = (corpus.source.author, *corpus.source.contributors)
    assert sorted(outermost.rows) == sorted((f"agent/{name}",) for name in speakers)


def test_the_author_does_not_report_what_the_standfirst_says_of_him(corpus):
    for name in ("benyattou-economiste", "benyattou-lecture-approfondie"):
        (position,) = corpus.positions(corpus.claims[name])
        assert (position.holder, position.reported_by) == ("redaction", ())


def test_every_relation_names_its_sentence_and_its_basis(corpus):
    unproved = Engine(corpus).ask(
        "SELECT ?node WHERE { VALUES ?kind { aif:RA-node aif:CA-node rdf:Statement } "
        "?node a ?kind FILTER NOT EXISTS { ?node prov:wasDerivedFrom ?at ; tf:basis ?basis } }"
    )
    assert unproved.rows == ()


def test_bibliography_notes_and_pages_are_complete(corpus):
    items = [work.custom.bibliography for work in corpus.works.values()]
    assert sorted(filter(None, items)) == [f"B{number:02}" for number in range(1, 31)]
    called = {note for passage in corpus.passages.values() for note in passage.calls}
    assert called == {f"N{number:02}" for number in range(1, 22)}
    pages = [p.page for p in corpus.pointers if p.page and p.to == corpus.source.reviews]
    assert sorted(pages) == sorted(
        ["20", "41", "55-56", "69", "70", "78", "82", "94", "94", "160", "164"]
    )


def test_every_author_and_year_of_the_text_is_a_pointer(corpus, essay_segments):
    recorded = {(p.at, p.year) for p in corpus.pointers if p.year}
    for locator, text in essay_segments:
        if locator[0] in "PN":
            for year in re.findall(r"\((?:[^()]*?, )?((?:19|20)\d\d)\)", text):
                assert (locator, year) in recorded, f"{locator} ({year})"


def test_labels_of_people_are_as_the_essay_writes_them(corpus, essay_text):
    people = {key: agent for key, agent in corpus.agents.items() if agent.is_ == "person"}
    assert people
    for key, agent in people.items():
        forms = {agent.name.fr, *agent.variants.fr}
        assert any(form in essay_text for form in forms), key


def test_no_file_of_the_repository_holds_a_sentence_of_the_essay(corpus, essay_text):
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode != 0:
        pytest.skip("not in a clone")
    titles = [work.title for work in corpus.works.values() if work.title]
    finder = RunFinder(essay_text, titles=titles)
    found = {}
    for name in listed.stdout.splitlines():
        try:
            text = (ROOT / name).read_text(encoding="utf-8")
        except (UnicodeDecodeError, OSError):
            continue
        if runs := finder.runs(text):
            found[name] = runs
    assert found == {}


TEXTS = [
    "argdown",
    "aifdb",
    "annotations",
    "csv",
    "dot",
    "mermaid",
    "nanopub",
    "skos",
    "vault",
    "ris",
]


@pytest.mark.slow
def test_no_eight_words_of_the_essay_in_any_export(corpus, essay_text):
    """Titles of works, which the essay names in full, are facts; nothing else is shared."""
    from techfeod_graph.export import Edition, written

    titles = [
        form
        for work in corpus.works.values()
        for form in (work.labels.fr, work.labels.en, *work.variants.fr, *work.variants.en)
    ]
    finder = RunFinder(essay_text, 8, titles)
    for name in TEXTS:
        content = written(Edition(corpus), name)
        files = [content] if isinstance(content, bytes) else list(content.values())
        lines = {line for data in files for line in data.decode().splitlines()}
        assert [run for line in sorted(lines) for run in finder.runs(line)] == [], name
