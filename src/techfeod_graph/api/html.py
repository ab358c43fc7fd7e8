"""Records and tables as markup for a notebook; everything that comes from data is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from html import escape
from typing import TYPE_CHECKING, Any

from techfeod_graph.api.claims import Claim
from techfeod_graph.api.figures import drawn, framed
from techfeod_graph.api.record import Record
from techfeod_graph.api.records import Agent, Concept, Work
from techfeod_graph.errors import TechfeodError
from techfeod_graph.words import KINDS, STANCES, say

if TYPE_CHECKING:
    from techfeod_graph.api.base import KnowledgeBase
    from techfeod_graph.api.links import Position
    from techfeod_graph.api.tables import Table
    from techfeod_graph.terms import Language

__all__ = ["card", "grid", "summary"]

#: Rows of a table and claims of a card that are shown.
_ROWS = 50
_CLAIMS = 8

_WORDS = {
    "claims": ("Affirmations", "Claims"),
    "held": ("Positions", "Positions"),
    "about": ("Affirmations à son sujet", "Claims about the agent"),
    "told": ("rapporté par", "reported by"),
    "open": ("Le texte laisse ouvert qui le tient :", "The text leaves open who holds it:"),
    "pointers": ("Renvois", "Pointers"),
    "rows": ("lignes", "rows"),
    "more": ("et {n} de plus", "and {n} more"),
    "yes": ("oui", "yes"),
    "no": ("non", "no"),
    "concepts": ("concepts", "concepts"),
    "agents": ("agents", "agents"),
    "works": ("ouvrages", "works"),
}


def _word(name: str, language: Language) -> str:
    return say(_WORDS, name, language)


def _text(text: object, language: Language) -> str:
    from techfeod_graph.site.strings import typeset

    return escape(typeset(str(text)) if language == "fr" else str(text))


def card(record: Record) -> str:
    """One record: its name, what it says, who holds it and where, and its drawing."""
    language = record.kb.language
    other = record.labels.en if language == "fr" else record.labels.fr
    kind = record.kind if isinstance(record, Concept | Agent) else record.of
    lines = [
        f'<h4 class="name">{_text(record.label, language)}</h4>',
        f'<p class="quiet">{_text(other, "en" if language == "fr" else "fr")} · '
        f"{escape(say(KINDS, kind, language))} · <code>{escape(record.path)}</code> · "
        f"{escape(', '.join(record.at))}</p>",
        *_BODIES[type(record)](record),
    ]
    with suppress(TechfeodError):  # not every record is joined to something
        lines.append(drawn(record).html)
    return framed("".join(lines))


def _concept(concept: Concept) -> Iterable[str]:
    language = concept.kb.language
    if concept.definition:
        yield f"<p>{_text(concept.definition, language)}</p>"
    yield from _list("claims", map(_claim_line, concept.claims), language)


def _claim(claim: Claim) -> Iterable[str]:
    language = claim.kb.language
    yield f"<ul>{''.join(f'<li>{_position(p)}</li>' for p in claim.positions)}</ul>"
    if claim.possible_holders:
        names = ", ".join(_text(agent.label, language) for agent in claim.possible_holders)
        yield f"<p>{_word('open', language)} {names}.</p>"


def _agent(agent: Agent) -> Iterable[str]:
    language = agent.kb.language
    rows = (f"{_text(p.claim.label, language)}<br>{_position(p)}" for p in agent.positions)
    yield from _list("held", rows, language)
    yield from _list("about", map(_claim_line, agent.claims_about), language)


def _work(work: Work) -> Iterable[str]:
    language = work.kb.language
    facts = [*work.authors, *([work.year] if work.year else [])]
    yield f"<p>{escape(', '.join(facts))}</p>"
    found = (f"{escape(p.written)} · {escape(p.at)}" for p in work.pointers)
    yield from _list("pointers", found, language)
    yield from _list("claims", map(_claim_line, work.claims), language)


_BODIES: dict[type[Record], Any] = {
    Concept: _concept,
    Claim: _claim,
    Agent: _agent,
    Work: _work,
}


def _claim_line(claim: Claim) -> str:
    held = "".join(f"<br>{_position(position)}" for position in claim.positions)
    return f"{_text(claim.label, claim.kb.language)}{held}"


def _position(position: Position) -> str:
    """A stance in words: who, how, told by whom, in which sentences."""
    language = position.claim.kb.language
    chain = ", ".join(_text(agent.label, language) for agent in position.reported_by)
    parts = [
        _text(position.holder.label, language),
        escape(say(STANCES, position.stance, language)),
        *([f"{_word('told', language)} {chain}"] if chain else []),
        escape(", ".join(position.at)),
    ]
    return f'<span class="quiet">{" · ".join(parts)}</span>'


def _list(name: str, items: Iterable[str], language: Language) -> Iterable[str]:
    listed = list(items)
    if not listed:
        return
    shown = "".join(f"<li>{item}</li>" for item in listed[:_CLAIMS])
    if len(listed) > _CLAIMS:
        shown += f"<li>{_word('more', language).format(n=len(listed) - _CLAIMS)}</li>"
    yield f"<p><b>{_word(name, language)}</b> ({len(listed)})</p><ul>{shown}</ul>"


def grid(table: Table) -> str:
    """A table of at most fifty rows, with how many there are."""
    if table.truth is not None:
        return framed(f"<p><b>{'true' if table.truth else 'false'}</b></p>")
    head = "".join(f"<th>{escape(name)}</th>" for name in table.columns)
    body = "".join(f"<tr>{_cells(row)}</tr>" for row in table[:_ROWS])
    rest = f", {len(table) - _ROWS} not shown" if len(table) > _ROWS else ""
    return framed(
        f'<div class="rows"><table><thead><tr>{head}</tr></thead>'
        f'<tbody>{body}</tbody></table></div><p class="quiet">{table._count()}{rest}</p>'
    )


def _cells(row: Sequence[object]) -> str:
    return "".join(_cell(value) for value in row)


def _cell(value: object) -> str:
    if value is None:
        return "<td>–</td>"
    if isinstance(value, tuple):
        return f"<td>{escape(', '.join(map(str, value)))}</td>"
    number = isinstance(value, int | float) and not isinstance(value, bool)
    kind = ' class="number"' if number else ""
    return f"<td{kind}>{escape(str(value))}</td>"


def summary(kb: KnowledgeBase) -> str:
    """What a knowledge base is about, and how much it holds."""
    language, corpus = kb.language, kb.corpus
    about = getattr(corpus.source.label, language)
    counts = ", ".join(
        f"{len(getattr(corpus, kind))} {_word(kind, language).lower()}"
        for kind in ("concepts", "claims", "agents", "works")
    )
    return framed(
        f'<h4 class="name">{_text(about, language)}</h4>'
        f'<p class="quiet">{escape(corpus.source.version)} · {counts}</p>'
    )
