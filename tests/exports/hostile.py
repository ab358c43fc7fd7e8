"""A corpus whose every text is full of signs that some format reads as markup."""

from __future__ import annotations

from dataclasses import replace

from techfeod_graph.loading import load
from techfeod_graph.model import CslName, Name, Variants

from ..broken_data import TINY

HOSTILE = (
    '"Quoted" \\N back|slash \\" [[wiki]] [x](y) ![z](w) <b>bold</b> & &amp; {brace} } { #tag '
    "@[mention] *star* _low_ ~ ^ $x$ 100 % `code` .dot.dot: :colon: // /* c */ <!-- d --> --> ==> "
    "%% end; +1 =SUM(A1) L’eau œ\nsecond line (2) [a] 3. - list"
)


def hostile():
    """The tiny corpus with the hostile text in every label, wording, name, title and note."""
    corpus = load(TINY)
    text = Name(fr=HOSTILE, en=HOSTILE)
    forms = Variants(fr=(HOSTILE,), en=(HOSTILE,))
    author = (CslName(family=HOSTILE, given="A and B, C"), CslName(literal=HOSTILE))
    record = {"fr": HOSTILE, "en": HOSTILE, "note": HOSTILE}
    return replace(
        corpus,
        source=corpus.source.model_copy(
            update={"label": text, "sections": dict.fromkeys(corpus.source.sections, text)}
        ),
        claims={k: c.model_copy(update=record) for k, c in corpus.claims.items()},
        concepts={
            k: c.model_copy(update={**record, "variants": forms, "definition": text})
            for k, c in corpus.concepts.items()
        },
        agents={
            k: a.model_copy(update={"name": text, "variants": forms})
            for k, a in corpus.agents.items()
        },
        works={
            k: w.model_copy(
                update={
                    "title": HOSTILE,
                    "publisher": HOSTILE,
                    "author": author,
                    "custom": w.custom.model_copy(update={"label": None, "note": HOSTILE}),
                }
            )
            for k, w in corpus.works.items()
        },
        discrepancies={
            k: d.model_copy(update={"fr": HOSTILE, "en": HOSTILE})
            for k, d in corpus.discrepancies.items()
        },
    )


def plain(text):
    """A text without its spaces, in which line breaks and indents do not count."""
    return "".join(text.split())
