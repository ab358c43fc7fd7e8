"""The public names are those that are documented, and cost nothing until they are used."""

import doctest
import importlib
import json
import os
import pkgutil
import re
import subprocess
import sys
from types import ModuleType

import pytest

import techfeod_graph as tf
import techfeod_graph.api
from techfeod_graph.api.frames import COLUMNS
from techfeod_graph.api.record import Record
from tests.examples import SESSIONS, session

documented = pytest.mark.skipif(
    not SESSIONS.is_file(), reason="the documentation is not beside the tests"
)


def rows():
    text = SESSIONS.read_text(encoding="utf-8")
    return re.findall(r"^\| (.+?) \| (.+) \|$", text, re.MULTILINE)


def names(cell):
    """The names in code quotes, without what follows a parenthesis."""
    return {re.split(r"[(\[]", code)[0] for code in re.findall(r"`([^`]+)`", cell)}


def members(kind):
    own = {*dir(kind), *getattr(kind, "__dataclass_fields__", ())} - {*dir(tuple)}
    return {name for name in own if not name.startswith("_")}


@documented
def test_the_documented_names_are_the_public_ones():
    table = dict(rows())
    public = {name for name in tf.__all__ if re.search(rf"`{name}`|`tf\.{name}\(", str(table))}
    assert public == {*tf.__all__}
    own = {name for name, thing in vars(tf).items() if not isinstance(thing, ModuleType)}
    assert {name for name in own if not name.startswith("_")} <= {*tf.__all__, "TYPE_CHECKING"}


@documented
def test_every_member_of_every_class_is_documented():
    table = dict(rows())
    kb = {name[3:] for cell in table for name in names(cell) if name.startswith("kb.")}
    assert kb == members(tf.KnowledgeBase)
    every = names(table["every record"]) - {"Label", "fr", "en"}
    assert every == members(Record) | {"id", "label", "kb", "of"}
    for name in ("Concept", "Claim", "Agent", "Work"):
        listed = names(table[f"`{name}`"]) - {"claims"} | ({"claims"} & members(getattr(tf, name)))
        assert listed == members(getattr(tf, name)) - every
    for name in ("Position", "Relation", "Reason", "Pointer", "Step", "Figure"):
        assert names(table[f"`{name}`"]) == members(getattr(tf, name))
    extra = {"rdflib.Graph"}
    assert names(table["`Table`"]) - extra == members(tf.Table) | {"columns", "cut", "truth"}


@documented
def test_every_table_is_documented():
    table = dict(rows())
    for name, columns in COLUMNS.items():
        assert re.findall(r"`([^`]+)`", table[f"`{name}`"]) == list(columns)


@documented
def test_the_sessions_shown_are_real():
    assert SESSIONS.read_text(encoding="utf-8") == session(SESSIONS)
    assert SESSIONS.read_text(encoding="utf-8").count("```pycon") == 3


def modules():
    found = pkgutil.iter_modules(techfeod_graph.api.__path__)
    return ["techfeod_graph", *(f"techfeod_graph.api.{module.name}" for module in found)]


@pytest.mark.parametrize("name", modules())
def test_the_examples_of_docstrings_are_real(name):
    assert doctest.testmod(importlib.import_module(name), optionflags=doctest.ELLIPSIS).failed == 0


def test_there_are_examples_in_docstrings():
    found = doctest.DocTestFinder().find(tf.KnowledgeBase)
    assert sum(len(test.examples) for test in found) > 8


HEAVY = ("jinja2", "networkx", "pandas", "pydantic", "pyoxigraph", "pyvis", "rdflib", "yaml")


def loaded(code, cache):
    """The heavy libraries that some code loads in a process of its own."""
    script = f"import sys\n{code}\nimport json\nprint(json.dumps([*sys.modules]))"
    environment = os.environ | {"TECHFEOD_CACHE": str(cache)}
    result = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, env=environment, text=True
    )
    return set(json.loads(result.stdout))


def test_importing_the_package_loads_nothing_of_it(tmp_path):
    bare = loaded("", tmp_path)
    ours = loaded("import techfeod_graph", tmp_path) - bare
    assert ours == {"techfeod_graph"}


def test_look_ups_load_no_heavy_library(tmp_path):
    code = "import techfeod_graph as tf; kb = tf.load()"
    loaded(code, tmp_path)  # fills the cache
    found = loaded(
        f"{code}; kb.concept('mika').claims[0].positions; kb.search('rente'); "
        "kb.claims(holder='saito'); kb.path('mika', 'rente'); kb.table('positions')",
        tmp_path,
    )
    assert not found & {*HEAVY}


def test_unknown_names_of_the_module_are_refused():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = tf.nothing
    assert {*tf.__all__} <= {*dir(tf)}
