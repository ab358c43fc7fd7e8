"""What the panel beside the map says of each kind of record."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser


def test_a_position_is_told_with_its_reporters(small_page, visit):
    seen = visit(small_page, at="#claim/eau-rente")
    panel = seen.text("#panel")
    assert "meuniers affirment, rapporté par Maud Vannelle puis Anselme Bluteau" in panel
    assert "Maud Vannelle concède, rapporté par Anselme Bluteau" in panel
    assert "P02.3" in panel
    assert "inféré" in panel


def test_an_open_reading_names_both_and_why(small_page, visit):
    seen = visit(small_page, at="#claim/faute-des-meules")
    assert "Lecture ouverte" in seen.text("#panel")
    assert "I. Trémie ou Maud Vannelle" in seen.text(".doubt")
    assert "La question ne dit pas à qui elle répond." in seen.text(".doubt")


def test_reasons_objections_and_nuances_are_told_from_both_ends(small_page, visit):
    seen = visit(small_page, at="#claim/vanne-pouvoir")
    panel = seen.text("#panel")
    assert "Parce que, ensemble" in panel
    assert "de la cause à l’effet" in panel
    assert "Inférence affaiblie par" in panel
    assert "Présupposée par" in panel
    assert "Attaque" in visit(small_page, at="#claim/faute-des-meules").text("#panel")
    assert "Attaquée par" in visit(small_page, at="#claim/farine-moins-chere").text("#panel")
    assert "Nuancée par" in visit(small_page, at="#claim/siege").text("#panel")
    assert "Appuie" in visit(small_page, at="#claim/eau-rente").text("#panel")


def test_records_name_records_by_buttons(small_page, visit):
    seen = visit(small_page, at="#concept/peage")
    keys = seen.run("[...document.querySelectorAll('#panel [data-key]')].map((n) => n.dataset.key)")
    assert {
        "concept/canal",
        "concept/partage",
        "claim/eau-rente",
        "agent/meuniers",
        "agent/bluteau",
    } <= set(keys)
    assert seen.page.locator("#panel .missing").count() == 0
    seen.page.click("#panel [data-key='agent/meuniers']")
    assert seen.text("#record-title") == "meuniers"
    assert "vannelle" in seen.run(
        "location.hash.includes('meuniers') && tf.records.get('agent/meuniers').members[0]"
    )


def test_a_work_says_where_and_why_it_is_cited(small_page, visit):
    seen = visit(small_page, at="#work/tremie-meules")
    panel = seen.text("#panel")
    assert "Trémie (2031)" in panel
    assert "comme preuve" in panel
    assert "N02.1" in panel
    assert "B02" in panel
    assert "entrée non citée" in visit(small_page, at="#work/bluteau-weir").text("#panel")
