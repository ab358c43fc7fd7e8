"""Citations of claims, read by pandoc's citeproc, BibTeX and RIS readers."""

import json
import re
import subprocess

import pytest

from techfeod_graph.answers.cite import write

from .peers import program

pytestmark = pytest.mark.slow
CLAIMS = (
    "valeur-quitte-le-travail",
    "caracteristique-glebe-numerique",
    "constat-de-durand-quantitatif",
    "machines-portent-la-vision-du-monde-capitaliste",
)


def pandoc(*arguments, given):
    command = [program("pandoc", "pandoc"), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, input=given)
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def published():
    from importlib.resources import files
    from pathlib import Path

    from techfeod_graph.loading import load

    return load(Path(str(files("techfeod_graph.data"))))


@pytest.mark.parametrize("claim", CLAIMS)
def test_citeproc_renders_prefix_locator_and_item(published, claim, tmp_path):
    given = json.loads(write(published, claim, "csl", "en"))
    path = tmp_path / "items.json"
    path.write_text(json.dumps(given["items"]), encoding="utf-8")
    labels = {"paragraph": "para.", "note": "n."}
    cited = "; ".join(
        f"{one.get('prefix', '')} @{one['id']}, {labels[one['label']]} {one['locator']}"
        for one in given["citationItems"]
    )
    text = pandoc(
        "--citeproc", f"--bibliography={path}", "-f", "markdown", "-t", "plain", "--wrap=none",
        given=f"[{cited}]",
    )  # fmt: skip
    assert "Lucas Benyattou" in text
    assert "Faut-il se passer du numérique" in text or "review of Cédric Durand" in text
    for one in given["citationItems"]:
        assert one["locator"] in text
        assert one.get("prefix", "") in text


@pytest.mark.parametrize("claim", CLAIMS)
def test_bibtex_and_ris_are_read_back(published, claim, tmp_path):
    import bibtexparser
    import rispy

    text = write(published, claim, "bibtex", "fr")
    entry, command = text.rsplit("\n", 1)
    library = bibtexparser.parse_string(entry)
    assert not library.failed_blocks
    (one,) = library.entries
    assert one.key == "essay"
    assert one.fields_dict["author"].value == "Lucas Benyattou"
    assert re.fullmatch(r"\\cite(\[[^\[\]]*\])?\[(§~|note )\d+.*\]\{essay\}", command)
    (record,) = rispy.loads(write(published, claim, "ris", "fr"))
    assert record["authors"] == ["Lucas Benyattou"]
    assert record["title"].startswith("[Recension du livre de Cédric Durand")
