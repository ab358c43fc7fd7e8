"""What the map is made of: places, lines, words, colours, and the sealed page."""

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from typing import get_args

import pytest

from techfeod_graph import terms, words
from techfeod_graph.loading import load
from techfeod_graph.site import assets, map_page, network, page
from techfeod_graph.site.layout import Box, place
from techfeod_graph.site.network import drawing, links, spread
from techfeod_graph.site.palette import FAMILIES, GROUND, KINDS, LINKS, Tone
from techfeod_graph.site.records import entries, ranked
from techfeod_graph.site.strings import INTERFACE, interface, typeset
from techfeod_graph.site.wording import TERMS

from ..broken_data import TINY

STATIC = files("techfeod_graph.site") / "static"


@pytest.fixture(scope="module")
def corpus():
    return load(TINY)


@pytest.fixture(scope="module")
def html(corpus):
    return map_page(corpus)


def lines(corpus):
    return {(edge.source, edge.type, edge.target): edge for edge in links(corpus)}


# places


def wheel(count):
    """A made-up graph: a tree with a few more lines, the same each time."""
    pairs = {(node, node // 3): 1.0 for node in range(1, count)}
    return pairs | {(node, (node * 7 + 3) % count): 0.25 for node in range(1, count, 4)}


def test_boxes_of_the_core_do_not_overlap():
    boxes = [Box(80 + 17 * (node % 9), 34) for node in range(80)]
    spots = place(boxes, wheel(80), 80)
    for a in range(80):
        for b in range(a + 1, 80):
            over_x = (boxes[a].width + boxes[b].width) / 2 - abs(spots[a][0] - spots[b][0])
            over_y = (boxes[a].height + boxes[b].height) / 2 - abs(spots[a][1] - spots[b][1])
            assert min(over_x, over_y) <= 0.7


def test_places_are_the_same_on_every_machine():
    spots = place([Box(120, 34)] * 40 + [Box(26, 26)] * 30, wheel(70), 40)
    digest = hashlib.sha256(json.dumps(spots).encode()).hexdigest()
    assert digest[:16] == "19cec80c69c1a7e9"
    assert all(round(value, 1) == value for spot in spots for value in spot)


def test_lone_nodes_do_not_squeeze_the_map():
    boxes = [Box(120, 34)] * 70
    spots = place(boxes, wheel(60), 70)
    high = max(y for _, y in spots[:60]) - min(y for _, y in spots[:60])
    whole = max(y for _, y in spots) - min(y for _, y in spots)
    assert whole <= 1.5 * high
    wide = max(x for x, _ in spots[:60]) - min(x for x, _ in spots[:60])
    assert max(x for x, _ in spots) - min(x for x, _ in spots) <= 1.2 * wide + 240


def test_outer_nodes_leave_the_core_where_it_is_and_stand_apart():
    core = [Box(120, 34)] * 30
    alone = place(core, wheel(30), 30)
    pairs = wheel(30) | {(30 + node, node % 30): 1.0 for node in range(90)}
    whole = place(core + [Box(26, 26)] * 90, pairs, 30)
    assert whole[:30] == alone
    outer = whole[30:]
    assert len(set(outer)) == 90
    assert all(
        max(abs(a[0] - b[0]), abs(a[1] - b[1])) >= 20
        for i, a in enumerate(outer)
        for b in outer[i + 1 :]
    )


@pytest.mark.parametrize("count", [0, 1, 2])
def test_next_to_nothing_can_be_placed(count):
    assert len(place([Box(50, 20)] * count, {}, count)) == count


def test_equal_places_are_parted():
    spots = place([Box(50, 20)] * 3, {(0, 1): 1.0, (1, 2): 1.0, (0, 2): 1.0}, 3)
    assert len(set(spots)) == 3


# lines


def test_every_type_of_link_is_drawn(corpus):
    found = {edge.type for edge in links(corpus)}
    wanted = {"broader", "enables", "produces", "counters", "supports", "attacks", "undercuts"}
    wanted |= {"qualifies", "elaborates", "presupposes", "for", "against", "possible", "about"}
    assert wanted | {"cites", "author", "member"} <= found
    assert found <= LINKS.keys()


def test_a_relation_that_nobody_states_is_inferred(corpus):
    found = lines(corpus)
    assert found["concept/vanne", "enables", "concept/pouvoir"].basis == "stated"
    assert found["concept/canal", "produces", "concept/peage"].basis == "inferred"
    assert found["concept/canal", "produces", "concept/peage"].claims == ("claim/eau-rente",)


def test_a_relation_that_nobody_holds_is_not_drawn(corpus):
    claim = corpus.claims["vanne-pouvoir"]
    against = claim.model_copy(
        update={"who": (claim.who[0].model_copy(update={"stance": "rejects"}),)}
    )
    other = replace(corpus, claims={**corpus.claims, "vanne-pouvoir": against})
    assert ("concept/vanne", "enables", "concept/pouvoir") not in lines(other)
    assert ("agent/vannelle", "against", "claim/vanne-pouvoir") in lines(other)


def test_a_line_carries_its_stances_and_works_lead_to_claims(corpus):
    found = lines(corpus)
    assert found["agent/vannelle", "for", "claim/communs"].stances == ("proposes",)
    assert found["agent/bluteau", "against", "claim/faute-des-meules"].stances == ("rejects",)
    assert ("agent/vannelle", "possible", "claim/faute-des-meules") in found
    assert ("work/tremie-meules", "cites", "claim/farine-moins-chere") in found
    assert ("claim/eau-rente", "supports", "claim/vanne-pouvoir") in found


def test_no_line_leads_to_an_unknown_record(corpus):
    cut = {key: claim for key, claim in corpus.claims.items() if key != "eau-rente"}
    keys = {row["key"] for row in entries(replace(corpus, claims=cut))}
    for edge in links(replace(corpus, claims=cut)):
        assert {edge.source, edge.target} <= keys


def test_nodes_are_the_same_with_and_without_pyvis(corpus, monkeypatch):
    keys = [row["key"] for row in entries(corpus)]
    edges = links(corpus)
    spots = spread(corpus, keys, edges)
    nodes, drawn = drawing(keys, edges, spots)
    assert [node["id"] for node in nodes] == list(range(len(keys)))
    assert all((node["x"], node["y"]) == spots[keys[node["id"]]] for node in nodes)
    monkeypatch.setattr(network, "PYVIS", 0)
    plain, lines = drawing(keys, edges, spots)
    assert plain == nodes
    ends = [(line["from"], line["to"], line["type"]) for line in lines]
    assert ends == [(line["from"], line["to"], line["type"]) for line in drawn]


# records


def test_a_claim_knows_what_others_say_of_it(corpus):
    rows = {row["key"]: row for row in entries(corpus)}
    claim = rows["claim/vanne-pouvoir"]
    assert claim["presupposesBy"][0]["claim"] == "claim/communs"
    assert claim["undercutsBy"][0] == {
        "claim": "claim/siege-timide",
        "premise": "claim/eau-rente",
        "by": "claim/eau-rente",
        "at": ["P07.1"],
        "basis": "inferred",
    }
    assert rows["claim/eau-rente"]["supports"][0]["claim"] == "claim/vanne-pouvoir"
    assert rows["claim/siege"]["qualifiesBy"][0]["claim"] == "claim/siege-timide"
    assert rows["work/bluteau-weir"]["slips"][0]["kind"] == "uncited-entry"


def test_ranks_stand_for_addresses_and_for_nothing_else(corpus):
    rows = entries(corpus)
    short = ranked(rows)

    def numbers(value):
        if isinstance(value, dict):
            return [n for inner in value.values() for n in numbers(inner)]
        if isinstance(value, list):
            return [n for inner in value for n in numbers(inner)]
        return [value] if isinstance(value, int) else []

    assert numbers(rows) == []
    assert all(0 <= number < len(rows) for number in numbers(short))
    assert [row["key"] for row in short] == [row["key"] for row in rows]


# words


def test_every_term_has_words():
    assert TERMS["stances"].keys() == set(get_args(terms.Stance)) == TERMS["stancesMany"].keys()
    assert set(get_args(terms.Relation)) | {"broader"} <= TERMS["links"].keys()
    assert TERMS["links"].keys() == LINKS.keys()
    kinds = {*get_args(terms.ConceptKind), *get_args(terms.AgentKind), "work", "claim"}
    assert kinds == words.KINDS.keys()
    assert KINDS.keys() == TERMS["legend"].keys() == TERMS["kinds"].keys()
    assert KINDS.keys() == kinds | {"inference", "conflict", "section"}
    for group, closed in (
        ("purposes", terms.Purpose),
        ("pointers", terms.PointerKind),
        ("discrepancies", terms.DiscrepancyKind),
        ("types", terms.WorkType),
        ("schemes", terms.Scheme),
        ("uncovered", terms.WhyUncovered),
    ):
        assert TERMS[group].keys() == set(get_args(closed))
    for table in TERMS.values():
        assert all(set(pair) == {"fr", "en"} and all(pair.values()) for pair in table.values())


def test_words_are_used_and_used_words_exist():
    code = "".join(path.read_text("utf-8") for path in STATIC.iterdir() if path.name[-3:] == ".js")
    template = files("techfeod_graph.site") / "templates" / "map.html.j2"
    markup = template.read_text("utf-8")
    asked = set(re.findall(r'data-t(?:-label|-hint)?="([\w-]+)"', markup))
    asked |= set(re.findall(r'\b(?:t|rich)\("([\w-]+)"', code))
    asked |= set(re.findall(r"\bt\.(\w+) ", markup))
    known = INTERFACE.keys() | {"label"}
    assert asked <= known
    spoken = code + markup
    built = {"concepts", "agents", "works", "claims", "name", "kind", "count", "where"}
    built |= {f"focus-{hops}" for hops in range(4)}
    built |= {key for key in INTERFACE if key.startswith(("links-", "export-"))}
    left = INTERFACE.keys() - built - asked
    assert {key for key in left if f'"{key}"' not in spoken} == set()


def test_french_is_typeset(corpus):
    assert typeset("Quoi ? « Ceci » : cela ; oui !") == (
        "Quoi\u202f? «\u202fCeci\u202f»\u202f: cela\u202f; oui\u202f!"
    )
    assert typeset("a:b https://x") == "a:b https://x"
    for text in interface(corpus)["fr"].values():
        assert not re.search(r"[ \u00a0][:;?!»]|«[ \u00a0]", text)
        assert "'" not in text
        assert not re.search(r"\w[;?!]", text)


def test_the_line_on_top_says_how_far_the_essay_was_read(corpus):
    what = interface(corpus)["en"]["what"]
    assert "Version 1: 6 concepts, 11 claims, 4 agents, 4 works" in what
    assert "(P01 to P07, N01 to N02)" in what


# colours


def luminance(colour):
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(share * c for share, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(a, b):
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", Tone._fields)
def test_marks_and_lines_stand_out_from_the_ground(theme):
    ground = getattr(GROUND, theme)
    tones = [kind.tone for kind in KINDS.values()] + list(FAMILIES.values())
    assert min(contrast(getattr(tone, theme), ground) for tone in tones) >= 3


def test_each_kind_has_its_own_figure_and_every_figure_can_be_drawn():
    figures = [kind.figure for kind in KINDS.values()]
    assert len(set(figures)) == len(figures)
    drawn = (STATIC / "marks.js").read_text("utf-8")
    assert all(
        re.search(rf'["\s{{.]{figure}["]?( =|[:,])', drawn)
        for figure in figures
        if figure != "disc"
    )
    assert {link.family for link in LINKS.values()} <= FAMILIES.keys()


# the page


class Parts(HTMLParser):
    """The scripts, the styles and the policy of a page, as a browser reads them."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.found = []
        self.policy = ""
        self.inside = None

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if attributes.get("http-equiv") == "Content-Security-Policy":
            self.policy = attributes["content"]
        if tag in ("script", "style"):
            self.inside = (tag, attributes.get("type"))
            self.found.append([*self.inside, ""])

    def handle_endtag(self, tag):
        if tag in ("script", "style"):
            self.inside = None

    def handle_data(self, data):
        if self.inside:
            self.found[-1][2] += data


@pytest.fixture(scope="module")
def parts(html):
    parser = Parts()
    parser.feed(html)
    return parser


def test_the_policy_allows_these_scripts_by_hash_and_no_address(parts):
    assert parts.policy.startswith("default-src 'none'; script-src 'sha256-")
    assert parts.policy.endswith("img-src data: blob:; base-uri 'none'; form-action 'none'")
    assert "unsafe" not in parts.policy
    assert "http" not in parts.policy
    run = [row for row in parts.found if row[1] is None]
    assert len(run) == len(assets.SCRIPTS) + 2
    for _, _, text in run:
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in parts.policy
    assert parts.policy.count("sha256-") == len(run)


def test_the_library_stands_verbatim_with_its_licence(parts):
    library = next(text for _, _, text in parts.found if "@license" in text)
    assert library == assets.vis_network()
    assert "@license" in library
    assert "@version" in library


def test_data_is_read_back_whole(parts, corpus):
    data = json.loads(next(text for _, kind, text in parts.found if kind == "application/json"))
    assert len(data["records"]) == len(list(corpus.entries)) == len(data["nodes"]["x"])
    assert data["words"]["fr"].keys() == data["words"]["en"].keys()
    assert len(data["edges"]["from"]) == len(links(corpus))


def test_no_text_can_end_the_data():
    text = "</script><!--\u2028\u2029&\"'"
    held = str(assets.embedded({"a": text}))
    assert not re.search("[<\u2028\u2029]", held)
    assert json.loads(held) == {"a": text}


@pytest.mark.parametrize("code", ["a</script >", "a</SCRIPT", "<!-- x <script"])
def test_a_script_that_would_end_itself_is_refused(code):
    with pytest.raises(assets.NoVis, match="cannot stand in a page"):
        assets._sealed(code, "x.js")


def test_our_scripts_never_write_markup():
    for path in STATIC.iterdir():
        code = path.read_text("utf-8")
        assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\(", code)
        assert not re.search(
            r"\bfetch\(|XMLHttpRequest|WebSocket|import\s*\(|https?://(?!www\.w3)", code
        )


def test_the_library_that_is_not_there_is_named(monkeypatch):
    monkeypatch.setattr(assets.importlib.metadata, "files", lambda _: [])
    with pytest.raises(assets.NoVis, match="install pyvis again"):
        assets.vis_network()


def test_a_corpus_too_large_for_a_map_is_refused(corpus, monkeypatch):
    monkeypatch.setattr(page, "LIMIT", 5)
    with pytest.raises(page.TooLarge, match="GraphML"):
        map_page(corpus)


def test_the_same_corpus_gives_the_same_bytes(html):
    code = (
        "import sys, hashlib; from pathlib import Path; from techfeod_graph.loading import load;"
        "from techfeod_graph.site import map_page;"
        "print(hashlib.sha256(map_page(load(Path(sys.argv[1]))).encode()).hexdigest())"
    )
    wanted = hashlib.sha256(html.encode()).hexdigest()
    for seed in ("1", "2"):
        given = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        given |= {"LC_ALL": "C", "PYTHONUTF8": "0"}
        run = [sys.executable, "-c", code, str(TINY)]
        done = subprocess.run(run, env=given, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == wanted
    assert html.startswith("<!doctype html>\n")
    assert "\r" not in html


def test_only_one_module_imports_pyvis_and_not_at_the_top():
    found = []
    for path in files("techfeod_graph.site").iterdir():
        if path.name.endswith(".py"):
            found += [
                (path.name, line.startswith(" "))
                for line in path.read_text("utf-8").splitlines()
                if re.match(r"\s*(from|import) pyvis", line)
            ]
    assert found == [("network.py", True)]
