"""The table of formats, the command that uses it, and what every writer keeps to."""

import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from techfeod_graph.export import WRITERS, Edition, written
from techfeod_graph.export.jsonld import context
from techfeod_graph.files import NotOurs, write_set, zipped
from techfeod_graph.formats import FORMATS, INFORMATION
from techfeod_graph.loading import load
from techfeod_graph.rdf import to_rdf
from techfeod_graph.vocabulary import PREFIXES

from ..broken_data import TINY
from .hostile import hostile

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "interchange.md"


@pytest.fixture(scope="module")
def corpus():
    return load(TINY)


def test_every_format_has_its_writer_and_its_own_file():
    assert list(FORMATS) == list(WRITERS)
    assert len({entry.file for entry in FORMATS.values()}) == len(FORMATS)
    for entry in FORMATS.values():
        assert entry.ending.startswith(".")
        assert entry.fr
        assert entry.en
        assert not entry.whole & entry.part
        assert bool(entry.remark[0]) == bool(entry.remark[1])
        assert not entry.part or entry.remark[0], f"{entry.name}: how is it carried in part?"


@pytest.mark.skipif(not PAGE.is_file(), reason="the documentation is not beside the tests")
def test_the_page_says_what_the_table_says():
    text = PAGE.read_text(encoding="utf-8")
    lines = re.findall(r"^\| `(\w+)` \|(.*)\|$", text, re.MULTILINE)
    marks = {name: [cell.strip() for cell in cells.split("|")] for name, cells in lines}
    for name, entry in FORMATS.items():
        row = ["●" if k in entry.whole else "◐" if k in entry.part else "" for k in INFORMATION]
        assert marks[name] == row, name
    for name, entry in FORMATS.items():
        assert f"- `{name}` → `{entry.file}`" in text
        if entry.remark[1]:
            assert entry.remark[1] in text


def test_the_list_says_what_each_format_cannot_carry(run):
    shown = run("export", "--list", "--lang", "en").out
    for name, entry in FORMATS.items():
        assert f"{name}  {entry.en}" in shown
    assert "cannot carry" in shown
    assert "ne porte pas" in run("export", "--list").out
    listed = json.loads(run("export", "--list", "--json").out)
    assert [row["name"] for row in listed] == list(FORMATS)
    for row in listed:
        assert sorted(row["whole"] + row["part"] + row["lost"]) == sorted(INFORMATION)


def test_the_command_without_a_format_names_them(run):
    result = run("export")
    assert result.code == 2
    assert "argdown" in result.err


@pytest.mark.parametrize("name", [name for name, entry in FORMATS.items() if entry.folder])
def test_several_files_are_a_folder_or_the_same_zip_every_time(run, process, tmp_path, name):
    folder, archive = tmp_path / "set", tmp_path / "set.zip"
    assert run("export", name, "--out", folder).code == 0
    assert run("export", name, "--out", archive).code == 0
    assert process("export", name, "--data", TINY).stdout == archive.read_bytes()
    with zipfile.ZipFile(archive) as opened:
        assert opened.testzip() is None
        names = opened.namelist()
        assert names == sorted(names)
        for inner in names:
            assert (folder / inner).read_bytes() == opened.read(inner)
    assert run("export", name, "--out", folder).code == 0


def test_a_folder_with_files_of_another_hand_is_left_alone(tmp_path):
    folder = tmp_path / "vault"
    write_set(folder, {"a.md": b"one", "b/c.md": b"two"})
    write_set(folder, {"a.md": b"three"})
    assert not (folder / "b").exists()
    (folder / "mine.md").write_text("kept", encoding="utf-8")
    with pytest.raises(NotOurs, match=r"mine\.md"):
        write_set(folder, {"a.md": b"four"})
    (folder / "mine.md").unlink()
    (folder / "a.md").write_bytes(b"edited")
    with pytest.raises(NotOurs, match=r"a\.md"):
        write_set(folder, {"a.md": b"four"})
    assert (folder / "a.md").read_bytes() == b"edited"


def test_a_zip_depends_on_its_files_alone():
    one = zipped({"b": b"2", "a": b"1"})
    assert one == zipped({"a": b"1", "b": b"2"})
    assert zipfile.ZipFile(io.BytesIO(one)).infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


@pytest.mark.parametrize("name", sorted(name for name, e in FORMATS.items() if e.language))
def test_the_language_changes_the_texts(corpus, name):
    french, english = (written(Edition(corpus, language), name) for language in ("fr", "en"))
    assert french != english


def test_another_base_changes_nothing_but_iris(corpus):
    """Every triple of one base is, with the base replaced, a triple of the other."""
    one, two = corpus.source.base, "https://elsewhere.example/kb/"
    moved = replace(corpus, source=corpus.source.model_copy(update={"base": two}))
    first = {line.replace(one, two) for line in written(Edition(corpus), "nq").decode().split("\n")}
    second = set(written(Edition(moved), "nq").decode().split("\n"))
    assert first == second
    assert not any(one in line for line in second)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_another_base_touches_no_other_byte(corpus, name):
    """Where lines are in the order of the data, the file differs by its base alone."""
    one, two = corpus.source.base, "https://zzz.example/kb/"
    moved = replace(corpus, source=corpus.source.model_copy(update={"base": two}))
    texts = []
    for content in (written(Edition(corpus), name), written(Edition(moved), name)):
        files = {"": content} if isinstance(content, bytes) else content
        texts.append("\n".join(f"{key}\n{data.decode()}" for key, data in files.items()))
    words = [sorted(text.split()) for text in (texts[0].replace(one, two), texts[1])]
    assert words[0] == words[1]


def test_the_context_knows_every_prefix_and_every_property_of_the_data(corpus):
    terms = context()
    assert {name for name, iri in terms.items() if str(iri).startswith("http")} == set(PREFIXES)
    for name, iri in PREFIXES.items():
        assert terms[name] == iri
    known = {term["@id"] for term in terms.values() if isinstance(term, dict)}
    used = {statement.predicate for statement in Edition(corpus).statements}
    literal = {"dc:format", "dc:language", "rdf:type", "dcat:mediaType"}
    assert used - known <= literal


def test_hostile_texts_are_written_in_every_format():
    corpus = hostile()
    for language in ("fr", "en"):
        for name in FORMATS:
            assert written(Edition(corpus, language), name)


def test_the_description_counts_what_is_there(corpus):
    from techfeod_graph.engine import Engine

    engine = Engine(corpus)
    rows = engine.ask(
        "SELECT ?class ?n { <dataset> void:classPartition ?p . ?p void:class ?class ; "
        "void:entities ?n }"
    ).rows
    assert len(rows) == 7
    for kind, number in rows:
        counted = engine.ask(
            f"SELECT (COUNT(DISTINCT ?x) AS ?n) {{ GRAPH ?g {{ ?x a {kind} }} "
            "FILTER(?g != <graph/vocabulary>) }"
        ).rows[0][0]
        assert counted == number, kind
    formats = engine.ask("SELECT ?d { <dataset> dcat:distribution ?d }").rows
    assert len(formats) == len(FORMATS)


def test_the_description_names_every_vocabulary_in_use(corpus):
    used = set()
    for quad in to_rdf(corpus).quads():
        if not str(quad[3]).endswith("graph/vocabulary"):
            used.add(str(quad[1]))
            if str(quad[1]).endswith("#type"):
                used.add(str(quad[2]))
    spaces = {re.sub(r"[^/#]*$", "", iri) for iri in used}
    plumbing = {
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "http://www.w3.org/2000/01/rdf-schema#",
    }
    named = {
        str(quad[2])
        for quad in to_rdf(corpus).quads()
        if str(quad[1]) == "http://rdfs.org/ns/void#vocabulary"
    }
    assert spaces - plumbing - {"http://www.w3.org/2002/07/owl#"} <= named
