"""The reading room of the published data: every page of it, without a browser."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
import techfeod_graph.data

from techfeod_graph.loading import load
from techfeod_graph.site.texts import TEXTS

from ..pages import broken_links, read

pytestmark = pytest.mark.slow

PUBLISHED = Path(techfeod_graph.data.__file__).parent
HEAVIEST = 100_000


@pytest.fixture(scope="module")
def corpus():
    return load(PUBLISHED)


@pytest.fixture(scope="module")
def room(whole_room):
    """Address to content of every file."""
    files = [path for path in whole_room.rglob("*") if path.is_file()]
    return {path.relative_to(whole_room).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def pages(room):
    return read(room)


def test_every_link_leads_somewhere(room, pages):
    assert broken_links(room, pages) == []


def test_the_page_of_a_claim_is_light(room):
    heavy = {
        name: len(data)
        for name, data in room.items()
        if re.match(r"(fr|en)/claim/", name) and len(data) >= HEAVIEST
    }
    assert heavy == {}


def english(corpus):
    """Every English text of the interface and of the data that is not French as well."""
    found = {en for fr, en in TEXTS.values() if fr != en and "{" not in en and "|" not in en}
    same = {fr for fr, _ in TEXTS.values()}
    for _, _, entry in corpus.entries:
        name = entry if hasattr(entry, "en") else entry.labels
        found.add(name.en)
        same.add(name.fr)
        if definition := getattr(entry, "definition", None):
            found.add(definition.en)
    found |= {slip.en for slip in corpus.discrepancies.values()}
    found |= {c.ambiguous.why.en for c in corpus.claims.values() if c.ambiguous}
    found |= {claim.note for claim in corpus.claims.values() if claim.note}
    return found - same


def test_no_english_stands_in_french_unmarked(corpus, pages):
    """The timeline is left out: its drawing cuts titles of English works into lines."""
    unwanted = english(corpus)
    found = {
        (name, text)
        for name, page in pages.items()
        if name.startswith("fr/") and name != "fr/timeline.html"
        for language, text in page.texts
        if language == "fr" and text in unwanted
    }
    assert found == set()
    notes = [text for language, text in pages["fr/claim/durand-economiste.html"].texts
             if language == "en"]  # fmt: skip
    assert corpus.claims["durand-economiste"].note in notes


def test_the_english_of_english_pages_would_be_found(corpus, pages):
    unwanted = english(corpus)
    assert sum(text in unwanted for _, text in pages["en/concept/glebe.html"].texts) > 5


def test_french_has_its_narrow_spaces(pages):
    """But for the answers to queries, which stand as the engine gives them."""
    wrong = {
        (name, text)
        for name, page in pages.items()
        if name.startswith("fr/") and not name.startswith("fr/queries/")
        for language, text in page.texts
        if language == "fr" and re.search(r"[ \u00a0][:;?!»]|«[ \u00a0]", text)
    }
    assert wrong == set()


def test_headings_are_in_order_and_tables_have_captions(pages):
    for name, page in pages.items():
        levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
        assert levels.count(1) == 1, name
        inside = levels[levels.index(1) :]
        assert all(b - a <= 1 for a, b in pairwise(inside)), name
        tags = [tag for tag, _ in page.elements]
        drawn = name[3:].startswith(("map", "network", "timeline"))
        assert drawn or tags.count("table") == tags.count("caption"), name
        assert all("scope" in given for tag, given in page.elements if tag == "th"), name


def test_every_page_is_valid_html(whole_room):
    """The checker of the W3C's Nu project finds no error on any page."""
    peers = Path(os.environ.get("TECHFEOD_PEERS", Path(__file__).parents[1] / "peers"))
    checker = peers / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    if not checker.is_file() or not shutil.which("java"):
        reason = f"java, or vnu-jar in {peers}, is not there: npm install --prefix {peers}"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    command = ["java", "-jar", str(checker), "--errors-only", "--skip-non-html", "--format", "gnu"]
    command.append(str(whole_room))
    told = subprocess.run(command, capture_output=True, check=False, text=True, timeout=240)
    assert told.stderr.splitlines()[:20] == []
    assert told.returncode == 0


BUILD = """
import hashlib, sys
from pathlib import Path
from techfeod_graph.loading import load
from techfeod_graph.site import site
room = site(load(Path(sys.argv[1])), {"kb.ttl": b"# nothing\\n"})
for name, data in room.items():
    print(name, hashlib.sha256(data).hexdigest())
"""


def test_another_process_writes_the_same_bytes(room):
    told = subprocess.run(
        [sys.executable, "-c", BUILD, str(PUBLISHED)],
        capture_output=True,
        check=True,
        text=True,
        env=os.environ | {"PYTHONHASHSEED": "77", "LC_ALL": "C"},
    )
    sums = dict(line.split(" ") for line in told.stdout.splitlines())
    assert sums == {name: hashlib.sha256(data).hexdigest() for name, data in room.items()}
