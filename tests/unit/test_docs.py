"""The documentation says what the code does."""

import re
from pathlib import Path

import pytest
import typer
from techfeod_graph.cli.app import app

from techfeod_graph.checks import sentences
from techfeod_graph.conformance import sentences as shapes
from techfeod_graph.formats import FORMATS
from techfeod_graph.loading import RULES, load
from techfeod_graph.ontology_page import ontology_page_data
from techfeod_graph.queries import stats

from ..examples import PAGES, output, shown

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"

pytestmark = pytest.mark.skipif(
    not DOCS.is_dir(), reason="the documentation is not beside the tests"
)


def test_the_figures_of_the_readme_are_those_of_the_data():
    count = stats(load(DOCS.parent / "data"))
    slips = sum(count["discrepancies"].values())
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for line in (
        f"its {count['passages']} passages",
        f"{count['agents']} persons,",
        f"{count['works']} works, {count['pointers']} places",
        f"{slips} slips of the source",
        f"every one of its {count['sentences']} sentences",
        f"{count['claims']} claims with {count['positions']} positions",
        f"{count['claim_relations']} relations between claims, {count['concepts']} concepts and",
        f"{count['concept_relations']} relations between them",
        f"{len(FORMATS)} formats",
    ):
        assert line in text


def test_every_rule_is_documented_in_its_own_words():
    text = (DOCS / "rules.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([a-z0-9-]+)` \| (.*) \|$", text, re.MULTILINE))
    assert rows == RULES | shapes() | sentences()


def test_every_command_is_documented():
    text = (DOCS / "cli.md").read_text(encoding="utf-8")
    for name, command in typer.main.get_command(app).commands.items():
        for sub in getattr(command, "commands", {"": command}):
            assert f"`techfeod {name} {sub}".strip() in text


def test_every_question_is_documented():
    text = (DOCS / "queries.md").read_text(encoding="utf-8")
    for path in sorted((ROOT / "ontology" / "queries").glob("*.rq")):
        title = path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# en: ")
        assert f"| {path.stem} | {title} |" in text


def test_links_between_pages_lead_somewhere():
    for page in (*DOCS.glob("*.md"), ROOT / "README.md"):
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


@pytest.mark.parametrize(("words", "printed"), [one for page in PAGES for one in shown(page)])
def test_the_output_shown_is_real(words, printed, monkeypatch):
    monkeypatch.setenv("COLUMNS", "96")
    monkeypatch.delenv("TECHFEOD_DATA", raising=False)
    assert output(words) == printed.rstrip(), "python -m tests.examples writes the outputs anew"


def test_the_readme_shows_five_questions():
    assert len(shown(ROOT / "README.md")) == 5


def test_every_own_term_is_documented_in_its_own_words():
    text = (DOCS / "ontology.md").read_text(encoding="utf-8")
    page = ontology_page_data()
    for term in (term for group in page["groups"] for term in group["terms"]):
        cells = (term["kind"]["en"], term["label"]["en"], term["comment"]["en"])
        assert f"| `{term['name']}` | {' | '.join(cells)} |" in text
    for scheme in page["schemes"]:
        assert f"### `{scheme['name']}`: {scheme['label']['en']}\n" in text
        for term in scheme["members"]:
            assert f"| `{term['name']}` | {term['label']['en']} | {term['comment']['en']} |" in text
