"""The strict reader: text stays text, places are exact, nothing odd gets through or crashes it."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techfeod_graph.errors import Place
from techfeod_graph.reading import MAX_DEPTH, Document, read_text, read_yaml


def read(text):
    return read_yaml(text, Document("file.yaml"))


@pytest.mark.parametrize(
    "scalar",
    ["no", "yes", "on", "012", "4:12", "1e3", "0x1F", "2024-01-01", "~", "null", "1.0", ".5"],
)
def test_every_scalar_stays_text(scalar):
    assert read(f"key: {scalar}").value == {"key": scalar}


def test_places_count_characters_from_one():
    document = read("é: {ö: x}\nlist:\n  - a\n  - {k: «v»}\n")
    assert document.place(("é", "ö")) == Place("file.yaml", 1, 8)
    assert document.place(("é", "ö"), key=True) == Place("file.yaml", 1, 5)
    assert document.place(("list", 1, "k")) == Place("file.yaml", 4, 9)


def test_a_path_into_a_shorthand_leads_to_its_scalar():
    document = read("claim:\n  at: P05.1\n")
    assert document.place(("claim", "at", 0)) == Place("file.yaml", 2, 7)


def test_byte_order_mark_and_carriage_returns_are_read(tmp_path):
    path = tmp_path / "file.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: x\r\nb: y\r\n")
    document = Document("file.yaml")
    assert read_yaml(read_text(path, document), document).value == {"a": "x", "b": "y"}
    assert document.problems == []
    assert document.place(("b",)) == Place("file.yaml", 2, 4)


@pytest.mark.parametrize("bracket", ["[", "{a: "])
def test_a_hundred_thousand_brackets_are_one_fault(bracket):
    document = read("k: " + bracket * 100_000)
    assert [problem.rule for problem in document.problems] == ["too-deep"]


def test_the_deepest_nesting_allowed_is_read():
    depth = MAX_DEPTH - 1
    assert read("[" * depth + "x" + "]" * depth).problems == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a: &x 1\nb: *x", "anchor-or-alias"),
        ("a: *x", "anchor-or-alias"),
        ("a: !!int 3", "tag"),
        ("a: !x 3", "tag"),
        ("a: ", "empty-value"),
        ("a: '  '", "empty-value"),
        ('a: "x\\u202Ey"', "control-character"),
        ("a: x\u202ey", "control-character"),
        ("a: x\x07y", "control-character"),
        ("? [a]\n: b", "yaml-syntax"),
        ("a: b: c", "yaml-syntax"),
        ("--- a\n--- b", "yaml-syntax"),
        ("", "yaml-syntax"),
        ("# only a remark", "yaml-syntax"),
        ("\t- a", "yaml-syntax"),
    ],
)
def test_what_is_refused(text, rule, tmp_path):
    path = tmp_path / "file.yaml"
    path.write_text(text, encoding="utf-8", newline="")
    document = Document("file.yaml")
    read_yaml(read_text(path, document), document)
    assert rule in {problem.rule for problem in document.problems}


def test_several_bad_characters_are_all_reported(tmp_path):
    path = tmp_path / "file.yaml"
    path.write_text("a: x\u202ey\nb:\n  - z\u200b\n", encoding="utf-8")
    document = Document("file.yaml")
    read_yaml(read_text(path, document), document)
    assert [str(p.place) for p in document.problems] == ["file.yaml:1:5", "file.yaml:3:6"]


def test_a_bad_byte_has_its_line_and_column(tmp_path):
    path = tmp_path / "file.yaml"
    path.write_bytes("é: x\nü: ".encode() + b"\xff\n")
    document = Document("file.yaml")
    assert read_text(path, document) is None
    assert str(document.problems[0].place) == "file.yaml:2:4"


@given(st.text(alphabet=string.printable + "éœ«»’&*!{}[]:#|>-\n ", max_size=200))
def test_no_text_raises(text):
    document = read(text)
    assert document.value is not None or document.problems


@given(
    st.dictionaries(
        st.text(string.ascii_lowercase, min_size=1),
        st.text(string.ascii_letters + "éà’ 0123456789.,:#-", min_size=1).filter(str.strip),
        min_size=1,
    )
)
def test_quoted_text_comes_back(entries):
    text = "\n".join(f'{key}: "{value}"' for key, value in entries.items())
    assert read(text).value == entries
