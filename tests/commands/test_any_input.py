"""Whatever is typed, the answer is text or a message with an exit code, never a traceback."""

import contextlib
import io
import os
from unittest import mock

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from techfeod_graph.cli.app import COMMANDS, main

from ..broken_data import TINY

WORDS = [
    *("vanne", "eau-rente", "vannelle", "tremie-meules", "vanne-pouvoir", "P02", "P02.1", "N01"),
    *(
        "S1",
        "B01",
        "p. 12",
        "94",
        "--json",
        "--csv",
        "--markdown",
        "--turtle",
        "--lang",
        "en",
        "fr",
    ),
    *("--depth", "0", "2", "--hops", "--type", "enables", "stances", "any", "--against", "--kind"),
    *(
        "opposed",
        "--by",
        "degree",
        "--of",
        "claims",
        "--first",
        "--style",
        "bibtex",
        "--at",
        "says",
    ),
    *("list", "show", "compare", "path", "around", "--help", "-", "--", "", " ", "é", "œ", "\x00"),
    *("\ud800", "%s", "{}", "[bold]", "*", "../..", "-1", "9" * 40, "’", "\u202e", "🜁", "--about"),
    *("--holder", "--stance"),
]
#: Commands that only answer: they read no other file and write none.
ASKING = [
    name
    for name, (target, _) in COMMANDS.items()
    if target.partition(".")[0] in ("asking", "records", "overview") or name == "stats"
]
CODES = {0, 1, 2, 3}


@settings(max_examples=1500, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from(ASKING),
    st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=5),
)
def test_no_traceback_on_any_input(name, words):
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
    with (
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        mock.patch.dict(os.environ, {"TECHFEOD_DATA": str(TINY)}),
    ):
        try:
            main([name, *words])
            code = 0
        except SystemExit as stop:
            code = stop.code or 0
    out.flush()
    err.flush()
    said = err.buffer.getvalue().decode() + out.buffer.getvalue().decode(errors="replace")
    assert code in CODES, said
    assert "Traceback" not in said
    assert code == 0 or said.strip()
