"""The still drawings of neighbourhoods: what they hold and count, and that they are inert."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from pathlib import Path

import pytest
import techfeod_graph.data

from techfeod_graph.loading import load
from techfeod_graph.model import Claim, Reason
from techfeod_graph.site.figures import Links, claim_figure, concept_figure, dated, timeline_figure
from techfeod_graph.site.figures.svg import room, wrapped

ROOT = Path(__file__).parents[2]
PUBLISHED = Path(techfeod_graph.data.__file__).parent
SVG = "svg"


def href(key):
    return f"{key}.html"


def parsed(figure):
    return ElementTree.fromstring(f"<main>{figure}</main>")


def texts(drawing):
    return ["".join(node.itertext()).strip() for node in drawing.iter("text")]


@pytest.fixture(scope="module")
def published():
    return Links(load(PUBLISHED))


@pytest.fixture(scope="module")
def tiny():
    return load(ROOT / "tests" / "tiny")


def everything(links, language):
    for key in links.corpus.claims:
        if figure := claim_figure(links, key, language, href):
            yield f"claim/{key}", figure
    for key in links.corpus.concepts:
        if figure := concept_figure(links, key, language, href):
            yield f"concept/{key}", figure


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_drawing_is_well_formed_named_and_leads_to_records(published, language):
    known = {f"{kind[:-1]}/{key}" for kind, key, _ in published.corpus.entries}
    seen = 0
    for key, figure in everything(published, language):
        drawings = parsed(figure).findall(f".//{SVG}")
        assert [drawing.get("class") for drawing in drawings] == ["wide", "narrow"]
        for drawing in drawings:
            assert drawing.find("title").text == drawing.get("aria-label")
            assert drawing.find("desc").text
            for link in drawing.iter("a"):
                target = link.get("href").removesuffix(".html").removeprefix("map/")
                assert target in known
                assert "".join(link.itertext()).strip()
        seen += 1
        assert len(figure.encode()) < 40_000, key
    assert seen > 800


def test_the_same_corpus_gives_the_same_drawing(published):
    again = Links(load(PUBLISHED))
    assert list(everything(published, "fr")) == list(everything(again, "fr"))


def test_every_reason_and_objection_is_drawn_or_counted(published):
    for key, claim in published.corpus.claims.items():
        figure = claim_figure(published, key, "en", href)
        if figure is None:
            assert not claim.because
            continue
        narrow = parsed(figure).findall(f".//{SVG}")[1]
        linked = {link.get("href") for link in narrow.iter("a")}
        counted = any("more" in text for text in texts(narrow))
        wanted = {f"claim/{premise}.html" for r in claim.because for premise in r.premises}
        wanted |= {f"claim/{other.id}.html" for other, _ in published.attacked[key]}
        assert wanted <= linked or counted


def test_an_undercut_is_tied_to_the_inference(published):
    ((conclusion, premise), found) = next(
        (ends, found) for ends, found in published.undercut.items() if found
    )
    figure = claim_figure(published, conclusion, "en", href)
    drawing = parsed(figure).find(f".//{SVG}")
    assert any(text.startswith("Inference undercut by") for text in texts(drawing))
    hrefs = {link.get("href") for link in drawing.iter("a")}
    assert {f"claim/{premise}.html", f"claim/{found[0][0].id}.html"} <= hrefs
    own = claim_figure(published, found[0][0].id, "en", href)
    assert "Undercuts the inference from" in own


def test_what_is_inferred_is_dashed_and_says_so(published):
    for key, claim in published.corpus.claims.items():
        if claim.because and all(reason.basis == "inferred" for reason in claim.because[:1]):
            figure = claim_figure(published, key, "en", href)
            assert "support inferred" in figure
            assert "inferred" in " ".join(texts(parsed(figure)))
            return
    pytest.fail("no inferred reason in the data")


def test_more_neighbours_than_fit_are_counted(tiny):
    key, claim = next(iter(tiny.claims.items()))
    many = {
        f"premise-{number}": Claim(id=f"premise-{number}", fr=f"Raison {number}.",
                                   en=f"Reason {number}.", at=claim.at)
        for number in range(40)
    }  # fmt: skip
    reasons = [Reason(premises=[name], at=claim.at, basis="stated") for name in many]
    full = claim.model_copy(update={"because": tuple(reasons)})
    links = Links(replace(tiny, claims={**tiny.claims, **many, key: full}))
    drawing = parsed(claim_figure(links, key, "en", href)).find(f".//{SVG}")
    drawn = sum(text.startswith("Reason ") for text in texts(drawing))
    assert 10 <= drawn < 40
    assert f"and {40 - drawn} more" in texts(drawing)


def test_hostile_text_stays_text(tiny):
    hostile = "<script>alert(1)</script>\" onload='x' {{7*7}} ]]> &amp;"
    claims = {
        key: claim.model_copy(update={"fr": hostile, "en": hostile})
        for key, claim in tiny.claims.items()
    }
    concepts = {
        key: concept.model_copy(update={"fr": hostile, "en": hostile})
        for key, concept in tiny.concepts.items()
    }
    links = Links(replace(tiny, claims=claims, concepts=concepts))
    seen = 0
    for _, figure in everything(links, "fr"):
        tags = {node.tag for node in parsed(figure).iter()}
        assert "script" not in tags
        assert not any(
            name.startswith("on") for node in parsed(figure).iter() for name in node.attrib
        )
        assert "alert(1)" in figure
        seen += 1
    assert seen


def test_words_are_wrapped_within_their_room():
    text = "anticonstitutionnellement de producteurs-contrôleurs d’un espace 数字 " + "x" * 90
    for width in (60, 120, 400):
        lines = wrapped(text, width)
        assert all(room(line) <= width for line in lines)
        assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", text)


def test_the_timeline_holds_every_work_once_in_order(published):
    corpus = published.corpus
    rows, without = dated(corpus)
    assert {row.key for row in rows} | set(without) == set(corpus.works)
    assert [row.year for row in rows] == sorted(row.year for row in rows)
    for language in ("fr", "en"):
        drawings = parsed(timeline_figure(corpus, rows, language, href)).findall(f".//{SVG}")
        for drawing in drawings:
            hrefs = [link.get("href") for link in drawing.iter("a")]
            assert hrefs == [f"work/{row.key}.html" for row in rows]
            years = [text for text in texts(drawing) if re.fullmatch(r"\d{4}", text)]
            assert years == list(dict.fromkeys(row.year for row in rows))
