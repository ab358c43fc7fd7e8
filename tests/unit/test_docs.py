"""The documentation says what the code does."""

import re
from pathlib import Path

import pytest
import typer
from techfeod_graph.cli.app import app

from techfeod_graph.checks import sentences
from techfeod_graph.loading import RULES

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"

pytestmark = pytest.mark.skipif(
    not DOCS.is_dir(), reason="the documentation is not beside the tests"
)


def test_every_rule_is_documented_in_its_own_words():
    text = (DOCS / "rules.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([a-z0-9-]+)` \| (.*) \|$", text, re.MULTILINE))
    assert rows == RULES | sentences()


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
