"""release and diff: ids that stay, and what changed between two versions."""

import json
import shutil

import pytest

from techfeod_graph.differing import differences, read_version
from techfeod_graph.export import Edition, written
from techfeod_graph.loading import load
from techfeod_graph.slugs import HEADER, parse_slugs

from ..broken_data import TINY


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "data"
    shutil.copytree(TINY, folder)
    return folder


def edit(folder, file, *pairs):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


RENAMED = (("communs:\n", "communs-leves:\n"), ("claim: communs,", "claim: communs-leves,"))


def test_every_id_is_locked_once_and_the_lock_is_stable(run, data):
    assert "26 ids locked" in run("release", data=data).out
    lock = (data / "slugs.lock").read_text(encoding="utf-8")
    paths, faults = parse_slugs(lock, "slugs.lock")
    corpus = load(data)
    assert faults == []
    assert len(paths) == sum(
        len(getattr(corpus, kind))
        for kind in ("concepts", "claims", "agents", "works", "discrepancies")
    )
    assert "0 new" in run("release", data=data).out
    assert (data / "slugs.lock").read_text(encoding="utf-8") == lock
    assert run("check", data=data).code == 0


def test_a_lost_id_is_refused_until_it_is_withdrawn(run, data):
    run("release", data=data)
    before = (data / "slugs.lock").read_bytes()
    edit(data, "claims.yaml", *RENAMED)
    refused = run("check", data=data)
    assert refused.code == 1
    assert "[lost-id]" in refused.out
    assert run("release", data=data).code == 1
    assert (data / "slugs.lock").read_bytes() == before
    assert run("release", "--withdraw", "communs=communs-leves", data=data).code == 0
    assert run("check", data=data).code == 0
    triples = written(Edition(load(data)), "nt").decode()
    base = "https://example.org/riviere/claim"
    assert (
        f"<{base}/communs> <http://purl.org/dc/terms/isReplacedBy> <{base}/communs-leves>"
        in triples
    )
    assert f"<{base}/communs> <http://www.w3.org/2002/07/owl#deprecated>" in triples
    assert f"<{base}/communs> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>" not in triples


def test_a_withdrawn_id_is_not_used_again(run, data):
    run("release", data=data)
    edit(data, "claims.yaml", *RENAMED)
    run("release", "--withdraw", "communs", data=data)
    edit(data, "claims.yaml", *((new, old) for old, new in RENAMED))
    refused = run("check", data=data)
    assert "[reused-id]" in refused.out
    assert "claims.yaml" in refused.out


@pytest.mark.parametrize("name", ["siege", "claim/siege", "never-published"])
def test_only_what_is_gone_can_be_withdrawn(run, data, name):
    run("release", data=data)
    result = run("release", "--withdraw", name, data=data)
    assert result.code == 2
    assert name.rpartition("/")[2] in result.err


def test_the_lock_is_in_the_index(run, data):
    run("release", data=data)
    assert run("claim", "show", "communs", data=data).code == 0
    lock = data / "slugs.lock"
    lock.write_text(f"{HEADER}\nclaim/gone\t1\t\t\n", encoding="utf-8")
    assert run("claim", "show", "communs", data=data).code == 1


@pytest.fixture
def changed(data, tmp_path):
    """The tiny data, and a later version with one change of every kind."""
    later = tmp_path / "later"
    shutil.copytree(data, later)
    edit(
        later,
        "claims.yaml",
        ('fr: "L’eau rapporte sans travailler."', 'fr: "L’eau rapporte sans rien faire."'),
        ("stance: concedes", "stance: rejects"),
        ("via: [vannelle]}\n    - {holder: vannelle", "via: []}\n    - {holder: vannelle"),
        ("  at: P06.1\n  who: {holder: vannelle", "  at: P06.1\n  who: {holder: tremie"),
        ("  qualifies:\n    - {claim: siege, at: P07.1, basis: stated}\n", ""),
        ("  attacks:\n    - {claim: farine-moins-chere", "  attacks:\n    - {claim: eau-rente"),
        ("vanne-a-qui-la-graisse:", "vanne-a-qui-l-entretient:"),
    )
    lock = later / "passages.lock"
    lines = lock.read_text(encoding="utf-8").split("\n")
    fields = lines[2].split("\t")
    fields[4] = "0" * 64
    lines[2] = "\t".join(fields)
    lock.write_text("\n".join(lines), encoding="utf-8")
    return data, later, fields[0]


def test_every_kind_of_change_is_told(changed):
    data, later, locator = changed
    found = {(c.what, c.path): c for c in differences(read_version(data), read_version(later))}
    assert ("added", "claim/vanne-a-qui-l-entretient") in found
    assert ("withdrawn", "claim/vanne-a-qui-la-graisse") in found
    reworded = found["reworded", "claim/eau-rente"]
    assert [part[2] for part in reworded.new] == ["L’eau rapporte sans rien faire."]
    held = found["reattributed", "claim/eau-rente"]
    assert held.old == (("meuniers", "asserts", "vannelle", "bluteau"),
                        ("vannelle", "concedes", "bluteau"))  # fmt: skip
    assert held.new == (("meuniers", "asserts", "bluteau"), ("vannelle", "rejects", "bluteau"))
    assert found["reattributed", "claim/siege"].new == (("tremie", "proposes", "bluteau"),)
    assert ("sentence-changed", locator) in found
    gone = [c.old[0] for c in found.values() if c.what == "unrelated"]
    assert ("tf:qualifies", "claim/siege", "claim/siege-timide") in gone
    assert ("attacks", "claim/farine-moins-chere", "claim/faute-des-meules") in gone
    new = [c.new[0] for c in found.values() if c.what == "related"]
    assert new == [("attacks", "claim/eau-rente", "claim/faute-des-meules")]


@pytest.mark.parametrize("style", ["nq", "trig", "ttl", "nt", "jsonld", "rdfxml"])
def test_an_exported_file_is_as_good_as_its_folder(changed, tmp_path, style):
    from techfeod_graph.formats import FORMATS

    data, later, _locator = changed
    path = tmp_path / f"later{FORMATS[style].ending}"
    path.write_bytes(written(Edition(load(later)), style))
    from_folder = differences(read_version(data), read_version(later))
    assert differences(read_version(data), read_version(path)) == from_folder
    assert differences(read_version(later), read_version(path)) == []


def test_another_base_is_no_change(data, tmp_path):
    path = tmp_path / "moved.nq"
    corpus = load(data)
    raw = written(Edition(corpus), "nq").decode()
    path.write_text(raw.replace(corpus.source.base, "https://moved.example/"), encoding="utf-8")
    assert differences(read_version(data), read_version(path)) == []


def test_the_words(run, changed):
    data, later, _locator = changed
    told = run("diff", data, later, "--lang", "en").out
    assert "Maud Vannelle · concedes · reported by Anselme Bluteau" in told
    assert "+ «The millstones are the cause of the price.» — attacks → «Water earns" in told
    assert "Re-attributed 2" in told
    assert "Réattributions 2" in run("diff", data, later).out
    listed = json.loads(run("diff", data, later, "--json").out)
    assert {"what", "path", "old", "new"} == set(listed[0])
    assert run("diff", data, data).out == "Rien n’a changé.\n"


def test_what_cannot_be_compared_is_named(run, data, tmp_path):
    (tmp_path / "works.bib").write_text("@book{a,}", encoding="utf-8")
    (tmp_path / "broken.nq").write_text("<a", encoding="utf-8")
    (tmp_path / "part.nt").write_text("", encoding="utf-8")
    for name, message in (
        ("works.bib", "neither a data folder"),
        ("absent.nq", "neither a data folder"),
        ("broken.nq", "cannot be read"),
        ("part.nt", "does not hold the whole dataset"),
    ):
        result = run("diff", data, tmp_path / name)
        assert result.code == 2
        assert message in result.err
        assert "Traceback" not in result.err


def test_the_lock_has_one_line_an_id(run, data):
    """Sorted, so that versions merge and compare as text."""
    run("release", data=data)
    lines = (data / "slugs.lock").read_text(encoding="utf-8").splitlines()
    assert lines[1:] == sorted(lines[1:])
