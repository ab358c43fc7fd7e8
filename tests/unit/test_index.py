"""The compiled index: the same answers as the data, never stale, never in the way."""

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest

from techfeod_graph import cache, index
from techfeod_graph.answers.argue import argument
from techfeod_graph.answers.central import central
from techfeod_graph.answers.compare import compare
from techfeod_graph.answers.controversies import controversies
from techfeod_graph.answers.gaps import unanswered, unsupported
from techfeod_graph.answers.links import Links
from techfeod_graph.answers.network import around, way
from techfeod_graph.answers.summaries import agent_summary
from techfeod_graph.answers.trace import trace
from techfeod_graph.answers.who import explain
from techfeod_graph.checks import ESSAY_RULES
from techfeod_graph.errors import CorpusError
from techfeod_graph.export import Edition, written
from techfeod_graph.formats import FORMATS
from techfeod_graph.index import Indexed, open_corpus
from techfeod_graph.loading import load
from techfeod_graph.overview import coverage, sections, slips
from techfeod_graph.queries import KINDS, records, search, stats
from techfeod_graph.rdf import compiled
from techfeod_graph.rulebook import rulebook
from techfeod_graph.site import site
from techfeod_graph.ways import NoPath

from ..broken_data import TINY, broken_rules, make_broken


def published():
    import techfeod_graph.data

    return Path(techfeod_graph.data.__file__).parent


@pytest.fixture
def store(tmp_path, monkeypatch):
    """An empty cache of this test's own."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("TECHFEOD_CACHE", str(folder))
    return folder


@pytest.fixture
def data(tmp_path):
    return Path(shutil.copytree(TINY, tmp_path / "data"))


def entries(store):
    return sorted(store.glob("*.index"))


def indexed(folder):
    open_corpus(folder)
    corpus = open_corpus(folder)
    assert isinstance(corpus, Indexed)
    return corpus


def test_site_and_exports_are_the_same_out_of_an_index(store):
    ours, theirs = indexed(TINY), load(TINY)
    assert site(ours, {}) == site(theirs, {})
    for name in FORMATS:
        assert written(Edition(ours), name) == written(Edition(theirs), name), name


@pytest.mark.parametrize("folder", [TINY, published()], ids=["tiny", "published"])
def test_an_index_answers_as_the_data_does(store, folder):
    ours, theirs = indexed(folder), load(folder)
    for name in ("passages", "concepts", "claims", "agents", "works", "discrepancies"):
        mine, other = getattr(ours, name), getattr(theirs, name)
        assert list(mine) == list(other)
        for key, record in other.items():
            for how in ({}, {"mode": "json"}, {"by_alias": True}, {"exclude_none": True}):
                assert mine[key].model_dump(**how) == record.model_dump(**how)
    assert ours.source.model_dump() == theirs.source.model_dump()
    assert [p.model_dump() for p in ours.pointers] == [p.model_dump() for p in theirs.pointers]
    for kind in KINDS:
        assert records(ours, kind) == records(theirs, kind)
    assert stats(ours) == stats(theirs)
    assert coverage(ours) == coverage(theirs)
    assert sections(ours) == sections(theirs)
    assert slips(ours) == slips(theirs)
    for at in (key for key in theirs.passages if key[0] in "PN"):
        assert trace(ours, at) == trace(theirs, at)
    for kind in KINDS.values():
        assert list(ours.named(kind).items()) == list(theirs.named(kind).items())
        assert ours.labels(kind) == theirs.labels(kind)
    assert compiled(ours) == compiled(theirs)
    assert [h.id for h in search(ours, "e")] == [h.id for h in search(theirs, "e")]


def either_way(corpus, start, end):
    try:
        return way(corpus, start, end)
    except NoPath as error:
        return str(error)


#: What is worked out of the whole corpus, and answers made of it, by name.
WHOLE = {
    "links": lambda corpus: {k: v for k, v in vars(Links(corpus)).items() if k != "corpus"},
    "controversies": controversies,
    "open": lambda corpus: controversies(corpus, ("open",)),
    "unanswered": unanswered,
    "unsupported": unsupported,
    "concepts": central,
    "claims": lambda corpus: central(corpus, "claims", "pagerank"),
    "stats": stats,
    "around": lambda corpus: [
        around(corpus, f"{kind}/{key}", 1, types)
        for kind in KINDS
        for key in [*getattr(corpus, KINDS[kind])][:2]
        for types in ((), ("any",), ("asserts", "enables"), ("stances", "about"))
    ],
    "agents": lambda corpus: [agent_summary(corpus, key) for key in corpus.agents],
    "concept": lambda corpus: [explain(corpus, key) for key in corpus.concepts],
    "ways": lambda corpus: [
        either_way(corpus, f"{one}/{key}", f"{other}/{[*getattr(corpus, KINDS[other])][-1]}")
        for one in KINDS
        for other in KINDS
        for key in [*getattr(corpus, KINDS[one])][:3]
    ],
    "compare": lambda corpus: [
        compare(corpus, one, other) for one, other in pairwise([*corpus.agents][:12])
    ],
    "arguments": lambda corpus: [argument(corpus, key, 2) for key in corpus.claims],
}


LONG = ("arguments", "around", "concept")


@pytest.mark.parametrize(
    ("folder", "name"),
    [pytest.param(TINY, name, id=f"tiny-{name}") for name in WHOLE]
    + [
        pytest.param(
            published(), name, id=f"published-{name}",
            marks=[pytest.mark.slow] if name in LONG else [],
        )
        for name in WHOLE
    ],
)  # fmt: skip
def test_what_an_index_keeps_of_the_whole_is_what_the_data_gives(store, folder, name):
    told = WHOLE[name](load(folder))
    assert WHOLE[name](indexed(folder)) == told
    written = [path for path in store.iterdir() if path.suffix != ".index"]
    assert written
    assert WHOLE[name](indexed(folder)) == told
    for path in written:
        path.write_bytes(path.read_bytes()[:-1])
    assert WHOLE[name](indexed(folder)) == told


def test_a_change_of_content_is_seen_whatever_size_and_time_say(store, data):
    path = data / "concepts.yaml"
    before = path.stat()
    assert indexed(data).concepts["peage"].fr == "péage"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("fr: péage", "fr: pèage", 1), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = path.stat()
    assert (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    assert open_corpus(data).concepts["peage"].fr == "pèage"
    assert indexed(data).concepts["peage"].fr == "pèage"


def test_every_file_of_the_data_counts(store, data):
    open_corpus(data)
    given = index.contents(data)
    assert set(given) == {path.name for path in data.iterdir() if path.suffix != ".txt"}
    keys = {cache.content_key({**given, name: given[name] + b"\n"}) for name in given}
    assert len(keys | {cache.content_key(given)}) == len(given) + 1


def test_content_that_moves_between_files_is_another_content():
    assert cache.content_key({"a": b"1", "b": b"2"}) != cache.content_key({"a": b"12", "b": b""})


def test_a_change_of_our_own_code_asks_for_another_index(monkeypatch):
    before = cache.content_key({})
    real = list(cache._code())
    monkeypatch.setattr(cache, "_code", lambda: [*real[1:], (*real[0][:2], real[0][2] + 1)])
    assert cache.content_key({}) != before


def test_a_file_that_changes_while_it_is_compiled_leaves_no_false_index(store, data, monkeypatch):
    path = data / "concepts.yaml"
    text = path.read_text(encoding="utf-8")
    real = index.content_key

    def change_then_name(given):
        path.write_text(text.replace("fr: péage", "fr: octroi", 1), encoding="utf-8")
        return real(given)

    monkeypatch.setattr(index, "content_key", change_then_name)
    assert open_corpus(data).concepts["peage"].fr == "péage"
    monkeypatch.setattr(index, "content_key", real)
    assert open_corpus(data).concepts["peage"].fr == "octroi"
    path.write_text(text, encoding="utf-8")
    assert open_corpus(data).concepts["peage"].fr == "péage"


@pytest.mark.parametrize("rule", [rule for rule in broken_rules() if rule not in ESSAY_RULES])
def test_faulty_data_never_has_an_index(store, tmp_path, rule):
    make_broken(rule, tmp_path / "broken")
    for _ in range(2):
        with pytest.raises(CorpusError):
            open_corpus(tmp_path / "broken")
    assert entries(store) == []


def damaged(content):
    middle = len(content) // 2
    yield b""
    yield b"not an index"
    yield content[:20]
    yield content[:middle]
    yield content[:-1]
    yield content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]
    yield b"x" + content[1:]
    yield content[:40] + b"\xff" * 40 + content[80:]
    yield content.replace(b"techfeod index 1", b"techfeod index 0")


@pytest.mark.parametrize("number", range(9))
def test_a_damaged_index_is_written_anew_without_a_word(store, data, number, capfd):
    whole = records(indexed(data), "claim")
    (entry,) = entries(store)
    good = entry.read_bytes()
    entry.write_bytes(list(damaged(good))[number])
    assert records(open_corpus(data), "claim") == whole
    assert records(open_corpus(data), "concept")
    assert search(open_corpus(data), "peage")
    assert stats(open_corpus(data))
    assert entry.read_bytes() == good
    assert capfd.readouterr() == ("", "")


def test_an_index_that_goes_while_it_is_read_is_made_anew(store, data):
    corpus = indexed(data)
    (entry,) = entries(store)
    entry.unlink()
    assert records(corpus, "claim") == records(load(data), "claim")
    assert entries(store) == [entry]


def test_an_index_of_somebody_else_is_not_read(store, data, monkeypatch):
    indexed(data)
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    monkeypatch.setattr(os, "fstat", lambda handle: os.stat_result((0, 0, 0, 0, 54321, *[0] * 5)))
    assert not isinstance(open_corpus(data), Indexed)


def test_the_rules_out_of_the_cache_are_those_of_the_code(store):
    made = rulebook()
    (entry,) = store.glob("*.rules")
    assert list(rulebook().items()) == list(made.items())
    entry.write_bytes(entry.read_bytes()[:-1])
    assert list(rulebook().items()) == list(made.items())
    assert set(made) > {*ESSAY_RULES, "missing-file", "circular-presupposition"}


def test_no_code_is_in_the_cache(store, data):
    import marshal
    from types import CodeType

    indexed(data)
    (entry,) = entries(store)
    key = entry.stem
    found = cache.read_entry(key)
    seen = [found.part(name) for name in found._table]
    while seen:
        value = seen.pop()
        assert not isinstance(value, CodeType)
        if isinstance(value, dict):
            seen += value.values()
        elif isinstance(value, tuple | list):
            seen += value
        elif isinstance(value, bytes):
            seen.append(marshal.loads(value))


def test_where_the_cache_cannot_be_written_the_data_is_read(tmp_path, data, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    for place in (str(blocked), str(blocked / "below"), "off", "/proc/nowhere"):
        monkeypatch.setenv("TECHFEOD_CACHE", place)
        for _ in range(2):
            corpus = open_corpus(data)
            assert not isinstance(corpus, Indexed)
            assert "peage" in corpus.concepts


def test_the_cache_stands_where_the_platform_wants_it(tmp_path, monkeypatch):
    monkeypatch.delenv("TECHFEOD_CACHE")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    assert cache.cache_folder() == tmp_path / ".cache" / "techfeod"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative/is/ignored")
    assert cache.cache_folder() == tmp_path / ".cache" / "techfeod"
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert cache.cache_folder() == Path("/somewhere/techfeod")
    monkeypatch.setattr(sys, "platform", "darwin")
    assert cache.cache_folder() == tmp_path / "Library" / "Caches" / "techfeod"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", "/local")
    assert cache.cache_folder() == Path("/local/techfeod")


def test_old_entries_go_and_the_newest_stay(store, data):
    for number in range(cache._KEPT + 3):
        path = data / "source.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text + f"# {number}\n", encoding="utf-8")
        open_corpus(data)
    assert len(entries(store)) == cache._KEPT
    assert isinstance(open_corpus(data), Indexed)
    assert cache.remove_entries() == cache._KEPT


def test_many_processes_at_once_agree_and_leave_one_whole_index(store, data):
    command = [sys.executable, "-m", "techfeod_graph.cli", "concept", "list", "--data", str(data)]

    def one(_number):
        return subprocess.run(command, capture_output=True, check=False)

    with ThreadPoolExecutor(8) as pool:
        done = list(pool.map(one, range(16)))
    assert {(d.returncode, d.stdout, d.stderr) for d in done} == {(0, done[0].stdout, b"")}
    assert [path.name for path in store.iterdir()] == [entries(store)[0].name]
    assert isinstance(open_corpus(data), Indexed)


HEAVY = {"rdflib", "networkx", "pydantic", "pydantic_core", "pyvis", "pyoxigraph", "yaml", "jinja2"}
HEAVY |= {"starlette", "uvicorn"}
LOOKUPS = [
    ("concept", "show", "peage"),
    ("concept", "list"),
    ("claim", "list", "--about", "peage"),
    ("agent", "list"),
    ("work", "list"),
    ("search", "peage"),
    ("section", "list"),
    ("coverage",),
    ("slips",),
    ("stats",),
    ("who", "says", "peage"),
    ("explain", "peage"),
    ("argue", "vanne-pouvoir"),
    ("controversies",),
    ("trace", "P01"),
    ("path", "vanne-pouvoir", "peage"),
    ("around", "peage"),
    ("quote", "vanne-pouvoir"),
    ("unanswered",),
    ("unsupported",),
    ("uncited",),
    ("rules",),
    ("doctor",),
    ("--help",),
    ("concept", "--help"),
]


@pytest.mark.parametrize("words", LOOKUPS, ids=[" ".join(words) for words in LOOKUPS])
def test_a_look_up_imports_no_heavy_library(store, data, words):
    open_corpus(data)
    rulebook()
    program = (
        "import sys\nfrom techfeod_graph.cli.app import main\n"
        f"try: main({[*words]!r})\nexcept SystemExit as stop: assert not stop.code\n"
        f"print(sorted({HEAVY!r} & set(sys.modules)), file=sys.stderr)"
    )
    environment = {**os.environ, "TECHFEOD_DATA": str(data)}
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, env=environment, check=True
    )
    assert done.stdout
    assert done.stderr.decode().strip() == "[]"
