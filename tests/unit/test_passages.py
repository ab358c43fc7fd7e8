"""Units, digests, fragments, locks and proofs, on an invented essay."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techfeod_graph.errors import TechfeodError
from techfeod_graph.fragments import Page, count_words, to_fragment
from techfeod_graph.passages import (
    HEADER,
    JAVASCRIPT,
    RunFinder,
    build_passages,
    digest,
    format_lock,
    fragment_words,
    normalise,
    parse_lock,
    segment,
    shared_runs,
    verify,
)

#: Pieces that French texts are made of, to try the segmenter on what nobody thought of.
PIECES = [
    "Le moulin",
    "tourne",
    "M.",
    "etc.",
    "«",
    "»",
    "(p. 4)",
    "[1]",
    "[2].",
    "?",
    "!…",
    "A.-B.",
]
PIECES += [" ", "\u00a0", "\n", "\n\n", "\r\n", "1.", "–", ":", "é", "e\u0301", "Notes", "2.5", "ß"]
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=30).map("".join)


def sentences(text: str) -> list[str]:
    return [unit.text for unit in segment(text)]


def locators(text: str) -> list[str]:
    return [unit.locator for unit in segment(text)]


def test_units_of_the_tiny_essay(tiny_text: str) -> None:
    assert " ".join(locators(tiny_text)) == (
        "P01.1 P01.2 P01.3 S1 P02.1 P02.2 P02.3 P03.1 P03.2 P03.3 S2 P04.1 P05.1 P06.1 P07.1 P07.2 "
        "S3 P08.1 P08.2 S4 B01 B02 B03 S5 N01.1 N01.2 N02.1"
    )
    units = {unit.locator: unit for unit in segment(tiny_text)}
    assert [units[key].section for key in ("P01.1", "S1", "P08.2", "B01")] == [
        "S0",
        "S1",
        "S3",
        "S4",
    ]
    assert [units[key].calls for key in ("P01.2", "P02.3", "P08.1")] == [("N01",), ("N02",), ()]
    assert (units["P05.1"].line, units["P05.1"].column) == (15, 3)
    assert (units["N01.1"].line, units["N01.1"].column) == (34, 5)


@pytest.mark.parametrize(
    "parts",
    [
        ["M. Bluteau et Mme Vannelle moulent.", "Le reste dort."],
        ["Voir p. 12 et cf. Trémie, op. cit. Tome premier.", "Puis dormir."],
        ["J.-P. Bluteau et A. B. Trémie dorment.", "Elle aussi."],
        ["Il siège au C.A du moulin.", "Elle le quitte."],
        ["Elle dort… mais peu.", "Il veille…", "Le coq chante."],
        ["Le prix passe de 2.5 à 3.10 sous.", "12 sous restent."],
        ["« Que faire ? » demande-t-elle.", "« Rien. » (p.41).", "Il rit."],
        ["Il le dit « sans ruse. » (Archives, p. 4) et part.", "Elle reste."],
        ["Des meules et des vannes (celles de Trémie…) Pontgrain a tout.", "Tant mieux !"],
        ["Les meunier.ères et tous.tes les autres.", "Toutes dorment."],
        ["La roue tourne.[1]", "L’eau passe. [2]", "À midi, tout cesse[3].", "Puis rien."],
        ["Le moulin (il est vieux. Très vieux.) grince.", "On dort."],
        ["Il cite […] Le registre.", "Elle lit."],
        ['Elle dit : "La roue tourne.', 'Elle use le blé. " (Trémie, p. 4).', '"Non. "', "Rien."],
        ["Une phrase sans suite", ],
    ],
)  # fmt: skip
def test_sentences_of_a_paragraph(parts: list[str]) -> None:
    opening = "Le moulin grince, la roue tourne et personne ne songe à dormir ce soir."
    assert sentences(" ".join([opening, *parts])) == [opening, *parts]


@pytest.mark.parametrize("mark", ["1. {}\n2. {}", "• {}\n• {}", "– {}\n– {}"])
def test_list_items_are_paragraphs(mark: str) -> None:
    text = "Il y a deux voies :\n" + mark.format("La vanne.", "Le bief qui\nserpente.")
    assert locators(text + "\n\nPuis la mer.") == ["P01.1", "P02.1", "P03.1", "P04.1"]


def test_headings_and_what_resembles_them() -> None:
    body = "La roue tourne.\n\n"
    for block in ("Le bief et la vanne", "Bief(s) : une vue", "3 moulins", "Bibliographie"):
        assert locators(f"{body}{block}\n\n{body}")[1] == "S1"
    for block in ("Il mange. Il dort", "le bief", "Il dit :", "Mot " * 16, "« Bief »", "Fin."):
        assert "S1" not in locators(f"{body}{block}\n\n« {body} »\n\n{body}")
    assert locators(body + "Le bief et la vanne") == ["P01.1", "P02.1"]


def test_labels_are_furniture_unless_they_introduce() -> None:
    assert sentences("Lire aussi :\n\nLa roue tourne.\n\nÉcouter :") == ["La roue tourne."]
    assert len(sentences("Il conclut :\n\n« La roue tourne. »")) == 2


def test_notes_go_on_without_a_label() -> None:
    text = "Notes\n\n[1]La roue.\n\nElle tourne.\n\n[2] Rien.\n[3] Peu."
    assert locators(text) == ["S1", "N01.1", "N01.2", "N02.1", "N03.1"]
    assert segment(text)[1].column == 4


def test_copies_of_the_tiny_essay_are_alike(tiny_text: str) -> None:
    units = segment(tiny_text)
    for copy in (
        tiny_text.replace("\n", "\r\n"),
        "\ufeff" + tiny_text,
        "\n".join(line for line in tiny_text.split("\n") if line),
    ):
        assert [(u.locator, u.text) for u in segment(copy)] == [(u.locator, u.text) for u in units]
    decomposed = segment(unicodedata.normalize("NFD", tiny_text))
    assert [u.text for u in decomposed] == [u.text for u in units]


@given(texts)
def test_normalise_bears_what_copying_does(text: str) -> None:
    normal = normalise(text)
    assert all(unicodedata.category(character)[0] in "LN" for character in normal)
    assert normalise(unicodedata.normalize("NFD", text)) == normal
    assert normalise(text.replace(" ", "\u202f").replace("\n", "\r\n")) == normal


def test_normalise_folds_and_drops() -> None:
    assert normalise("L’Œuvre [12], ﬁn ½ : STRASSE_ß Σίσυφος") == "lœuvrefin12strassessσίσυφοσ"
    assert digest("La Roue !") == digest("la roue") != digest("la rue")


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_normalise_is_the_same_in_javascript() -> None:
    chance = random.Random(5)
    blocks = [
        range(0x20, 0x530),
        range(0x1E00, 0x2190),
        range(0xFB00, 0xFB07),
        range(0xFF01, 0xFF5F),
    ]
    known = [chr(c) for b in blocks for c in b if unicodedata.category(chr(c)) != "Cn"]
    drawn = ["".join(chance.choices([*known, *PIECES], k=12)) for _ in range(500)]
    cases = [*known, *drawn]
    program = f"""{JAVASCRIPT}
      const cases = JSON.parse(require("fs").readFileSync(0, "utf8"));
      console.log(JSON.stringify(cases.map(normalise)));"""
    run = subprocess.run(
        ["node", "-e", program], input=json.dumps(cases), capture_output=True, text=True, check=True
    )
    assert json.loads(run.stdout) == [normalise(case) for case in cases]


def test_words_are_counted_without_lone_marks() -> None:
    assert count_words("le capital : « la roue » – [4] tourne.[5]") == 5


def test_fragments_of_the_tiny_essay(tiny_text: str) -> None:
    page, units = Page(tiny_text), segment(tiny_text)
    fragments = {p.locator: p.fragment for p in build_passages(tiny_text) if p.fragment}
    assert fragments["P05.1"] == ":~:text=La%20mise,canaux"
    assert fragments["P01.2"].endswith(",Pontgrain")
    assert fragments["P03.2"] == ":~:text=Est%2Dce"
    assert "P03.3" not in fragments
    for unit in units:
        own = fragments.get(unit.locator, "")
        led = [f for f in fragments.values() if page.selects(f, page.span_of(unit))]
        assert led == [own] * bool(own)
        assert fragment_words(own) * 3 <= count_words(unit.text)


def test_fragments_resolve_as_browsers_do() -> None:
    page = Page("Prémoulin. Le MOULIN dort, le moulin tourne ; l’eau-de-vie & le reste.")
    found = page.resolve(":~:text=le%20moulin,dort")
    assert found is not None
    assert (found.start, found.end) == (11, 25)
    assert page.resolve(":~:text=moulin,reste,rien") is not None
    assert page.resolve(":~:text=prem") is None
    assert page.resolve(":~:text=tourne,dort") is None
    assert page.resolve(":~:text=") is None
    assert to_fragment("l’eau-de-vie & a, b") == (
        ":~:text=l%E2%80%99eau%2Dde%2Dvie%20%26%20a%2C%20b"
    )


@given(texts)
def test_a_text_proves_itself(text: str) -> None:
    passages = build_passages(text)
    page = Page(text)
    assert len({p.locator for p in passages}) == len(passages)
    assert parse_lock(format_lock(passages), "lock") == ({p.locator: p for p in passages}, [])
    for passage, unit in zip(passages, segment(text), strict=True):
        assert passage.characters == len(normalise(unit.text))
        assert passage.fragment is None or page.selects(passage.fragment, page.span_of(unit))
    for verdict, passage in zip(verify(passages, text), passages, strict=True):
        assert (verdict.locator, verdict.status) == (passage.locator, "exact")
        assert verdict.by == ("digest+fragment" if passage.fragment else "digest")


@given(texts, texts)
def test_any_copy_gives_a_verdict_on_each_passage(text: str, copy: str) -> None:
    lines = [len(line) for line in copy.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    passages = build_passages(text)
    verdicts = verify(passages, copy)
    assert [v.locator for v in verdicts] == [p.locator for p in passages]
    for verdict in verdicts:
        assert 1 <= verdict.column <= max(1, lines[verdict.line - 1])
        assert (verdict.by is None) == (verdict.status == "changed")


def test_a_text_beyond_the_locators_is_refused() -> None:
    with pytest.raises(TechfeodError, match=r"P100\.1 at line 199 is one too many"):
        build_passages("La roue tourne.\n\n" * 100)


def test_lock_lines(tiny_text: str) -> None:
    lock = format_lock(reversed(build_passages(tiny_text)))
    lines = lock.split("\n")
    assert lines[0] == HEADER == lines[0].strip()
    assert HEADER.startswith("# tf-norm-1 locator\tsection\t")
    assert lines[2].split("\t")[:4] == ["P01.2", "S0", "10", "47"]
    assert lines[-1] == ""
    assert parse_lock(lock.replace("\n", "\r\n"), "lock") == parse_lock(lock, "lock")


ROW = ["P01.1", "S0", "3", "12", "0" * 64, "N01 N02", ":~:text=la,roue"]


@pytest.mark.parametrize(
    ("change", "place", "message"),
    [
        ({0: "P1"}, "lock:3:1", "'P1' is no locator"),
        ({1: "P01"}, "lock:3:7", "'P01' is no section"),
        ({2: "2.0"}, "lock:3:10", "'2.0' is no words"),
        ({3: "0"}, "lock:3:12", "'0' is no characters"),
        ({3: "9" * 5000}, "lock:3:12", f"'{'9' * 80}' is no characters"),
        ({4: "F" * 64}, "lock:3:15", f"'{'F' * 64}' is no digest"),
        ({5: "N1"}, "lock:3:80", "'N1' is no calls"),
        ({6: "la roue"}, "lock:3:88", "'la roue' is no fragment"),
        ({6: "a\tb"}, "lock:3:1", "8 columns where 7 belong"),
        ({0: "P01.2"}, "lock:3:1", "P01.2 stands on line 2 already"),
    ],
)
def test_broken_lock_lines(change: dict[int, str], place: str, message: str) -> None:
    rows = [
        ["P01.2", *ROW[1:]],
        [change.get(n, field) for n, field in enumerate(ROW)],
        ["P01.3", *ROW[1:]],
    ]
    lock = "\n".join([HEADER, *("\t".join(row) for row in rows)])
    passages, problems = parse_lock(lock, "lock")
    found = [(str(p.place), p.message, p.rule) for p in problems if p.place.line == 3]
    assert found == [(place, message, "passages-lock")]
    assert all(problem.remedy for problem in problems)
    assert {p.locator: p.order for p in passages.values()} == {"P01.2": 0, "P01.3": 2}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the lock has no header"),
        (HEADER.replace("norm-1", "norm-2"), "does not name tf-norm-1"),
        (HEADER.replace("words", "letters"), "the header names other columns"),
    ],
)
def test_broken_lock_headers(text: str, message: str) -> None:
    passages, [problem] = parse_lock(text, "lock")
    assert passages == {}
    assert (str(problem.place), message in problem.message) == ("lock:1:1", True)


@given(st.text() | st.lists(st.sampled_from([*ROW, "\t", "\n", HEADER, "٣"])).map("".join))
def test_no_lock_raises(text: str) -> None:
    passages, problems = parse_lock(text, "lock")
    assert len(passages) + len({p.place.line for p in problems if p.place.line > 1}) == len(
        text.replace("\r\n", "\n").removesuffix("\n").split("\n")[1:]
    )


def test_verdicts_on_copies_of_the_tiny_essay(tiny_text: str) -> None:
    passages = build_passages(tiny_text)

    def faults(copy: str) -> list[tuple[str, str, int, int, str | None]]:
        verdicts = verify(passages, copy)
        assert [v.locator for v in verdicts] == [p.locator for p in passages]
        return [
            (v.locator, v.status, v.line, v.column, v.found)
            for v in verdicts
            if v.status != "exact"
        ]

    assert faults(tiny_text.replace("timide", "tiède")) == [("P07.1", "changed", 18, 1, None)]
    deleted = faults(tiny_text.replace("J’en doute…", ""))
    assert deleted == [("P03.3", "changed", 11, 1, None)]
    swapped = faults(tiny_text.replace("constat simple", "constat").replace("Est-ce", "Serait-ce"))
    assert [fault[:2] for fault in swapped] == [("P02.1", "changed"), ("P03.2", "changed")]
    assert {fault[1] for fault in faults("")} == {"changed"}
    above = faults("Un mot de plus.\n\n" + tiny_text)
    assert above[0] == ("P01.1", "moved", 5, 1, "P02.1")
    assert {fault[1] for fault in above} == {"moved"}


def test_runs_of_words_prove_where_units_do_not() -> None:
    text = "La roue tourne vite. L’eau passe dessous. Le meunier dort."
    passages = build_passages(text)
    lowered = verify(passages, text.replace(". ", ", "))
    assert [v.status for v in lowered] == ["exact"] * 3
    assert [v.column for v in lowered] == [1, 22, 43]
    turned = verify(passages, "le meunier dort, la roue tourne vite, l’eau passe dessous")
    assert [(v.status, v.found) for v in turned] == [
        ("exact", None), ("exact", None), ("moved", "P01.1"),
    ]  # fmt: skip


def test_shared_runs() -> None:
    essay = "La grande roue du moulin, élevée[1] jadis, dort.\n\nBibliographie\n\nUn deux trois."
    assert shared_runs("une grande ROUE du moulin elevee", essay, 4) == [
        "grande roue du moulin",
        "roue du moulin elevee",
    ]
    assert shared_runs("un deux trois", essay, 3) == []
    assert shared_runs("moulin élevée jadis", essay, 3) == ["moulin elevee jadis"]
    assert RunFinder(essay, 3, titles=["La grande roue"]).runs("la grande roue du") == [
        "grande roue du"
    ]
