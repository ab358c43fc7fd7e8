"""A vault of Markdown notes joined by wikilinks, one note a record."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from techfeod_graph.export.edition import Edition
from techfeod_graph.model import Agent, Claim, Concept, CslName, Discrepancy, Name, Variants, Work
from techfeod_graph.words import RELATIONS, say

__all__ = ["vault"]

#: What a note says, in French and English.
_WORDS = {
    "positions": ("Qui le tient", "Who holds it"),
    "about": ("Parle de", "About"),
    "relations": ("Relations", "Relations"),
    "reasons": ("Parce que", "Because"),
    "attacks": ("Attaque", "Attacks"),
    "undercuts": ("Affaiblit l’inférence", "Undercuts the inference"),
    "qualifies": ("Nuance", "Qualifies"),
    "elaborates": ("Développe", "Elaborates"),
    "presupposes": ("Présuppose", "Presupposes"),
    "ambiguous": ("Lecture ouverte", "Open reading"),
    "anchors": ("Où", "Where"),
    "broader": ("Relève de", "Kind of"),
    "definition": ("Définition", "Definition"),
    "members": ("Membres", "Members"),
    "creators": ("De", "By"),
    "pointers": ("Renvois", "Pointers"),
    "works": ("Ouvrages", "Works"),
    "by": ("rapporté par", "reported by"),
    "note": ("Note", "Note"),
    "from": ("tirée de", "drawn from"),
}
_MARKUP = re.compile(r"[\\`*_\[\]<>#|~$^=%!{}&]")
_FOLDERS = {"concepts": "concepts", "agents": "agents", "works": "works"}


def vault(edition: Edition) -> Mapping[str, bytes]:
    """Notes by path: ``claims/ID.md``, ``concepts/ID.md``, ``agents/``, ``works/``, ``slips/``."""
    writer = _Notes(edition)
    corpus = edition.corpus
    files = {"index.md": writer.index()}
    files |= {f"claims/{key}.md": writer.claim(claim) for key, claim in corpus.claims.items()}
    files |= {f"concepts/{key}.md": writer.concept(c) for key, c in corpus.concepts.items()}
    files |= {f"agents/{key}.md": writer.agent(agent) for key, agent in corpus.agents.items()}
    files |= {f"works/{key}.md": writer.work(work) for key, work in corpus.works.items()}
    files |= {f"slips/{key}.md": writer.slip(s) for key, s in corpus.discrepancies.items()}
    return {name: ("\n".join(lines) + "\n").encode() for name, lines in files.items()}


class _Notes:
    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.corpus = edition.corpus

    def word(self, name: str) -> str:
        return _WORDS[name][self.edition.language == "en"]

    def link(self, key: str) -> str:
        """A wikilink to the note of a record, showing its label."""
        if key in self.corpus.claims:
            return _wikilink(f"claims/{key}", self.edition.wording(self.corpus.claims[key]))
        folder = next(name for name in _FOLDERS if key in getattr(self.corpus, name))
        return _wikilink(f"{folder}/{key}", self.edition.label(key))

    def part(self, name: str, lines: Iterable[str]) -> list[str]:
        """A heading with a list under it; nothing when the list is empty."""
        listed = [f"- {line}" for line in lines]
        return ["", f"## {self.word(name)}", "", *listed] if listed else []

    def places(self, at: Iterable[str]) -> Iterator[str]:
        """Locators, each with the text fragment that finds it and the digest that proves it."""
        for locator in at:
            passage = self.corpus.passages[locator]
            fragment = f" `{passage.fragment}`" if passage.fragment else ""
            yield f"{locator}{fragment} `{passage.digest}`"

    def index(self) -> list[str]:
        sections: dict[str, list[str]] = {}
        for key, claim in self.corpus.claims.items():
            sections.setdefault(self.edition.section(claim), []).append(self.link(key))
        lines = _head("index", self.corpus.source.label, "index", self.edition)
        for section, links in sections.items():
            label = getattr(self.corpus.source.sections[section], self.edition.language)
            lines += ["", f"## §{section[1:]} {_escape(label)}", ""]
            lines += [f"- {link}" for link in links]
        return lines

    def claim(self, claim: Claim) -> list[str]:
        lines = _head(claim.id, Name(fr=claim.fr, en=claim.en), "claim", self.edition)
        lines += self.part("positions", self._positions(claim))
        topics = dict.fromkeys(claim.about)
        topics |= dict.fromkeys(name for said in claim.says for name in (said.subject, said.object))
        lines += self.part("about", map(self.link, topics))
        lines += self.part("relations", self._relations(claim))
        lines += self.part("reasons", self._reasons(claim))
        lines += self.part("attacks", map(self._linked, claim.attacks))
        lines += self.part("undercuts", self._undercuts(claim))
        for name in ("qualifies", "elaborates", "presupposes"):
            lines += self.part(name, map(self._linked, getattr(claim, name)))
        lines += self.part("works", map(self.link, claim.cites))
        if claim.ambiguous:
            why = _escape(getattr(claim.ambiguous.why, self.edition.language))
            lines += self.part("ambiguous", [*map(self.link, claim.ambiguous.holders), why])
        return [*lines, *self._end(claim.at, claim.note)]

    def _end(self, at: Iterable[str], note: str | None) -> list[str]:
        """The places of a record, and the curator's note."""
        lines = self.part("anchors", self.places(at))
        return [*lines, *self.part("note", [_escape(note)] if note else [])]

    def _positions(self, claim: Claim) -> Iterator[str]:
        for position in self.corpus.positions(claim):
            told = ""
            if position.reported_by:
                told = f" · {self.word('by')} {', '.join(map(self.link, position.reported_by))}"
            stance = f"{self.link(position.holder)} · {self.edition.stance(position)}"
            yield f"{stance}{told} · {', '.join(position.at)}"

    def _relations(self, claim: Claim) -> Iterator[str]:
        for said in claim.says:
            verb = say(RELATIONS, said.relation, self.edition.language)
            yield f"{self.link(said.subject)} {verb} {self.link(said.object)} · {said.basis}"

    def _reasons(self, claim: Claim) -> Iterator[str]:
        for reason in claim.because:
            scheme = f" · {reason.scheme}" if reason.scheme else ""
            premises = " + ".join(map(self.link, reason.premises))
            yield f"{premises}{scheme} · {', '.join(reason.at)} · {reason.basis}"

    def _linked(self, link: Any) -> str:
        return f"{self.link(link.claim)} · {', '.join(link.at)} · {link.basis}"

    def _undercuts(self, claim: Claim) -> Iterator[str]:
        for cut in claim.undercuts:
            inference = f"{self.link(cut.claim)} ({self.word('from')} {self.link(cut.by)})"
            yield f"{inference} · {', '.join(cut.at)} · {cut.basis}"

    def concept(self, concept: Concept) -> list[str]:
        lines = _head(
            concept.id, concept.labels, concept.kind, self.edition, concept.variants, "concept"
        )
        if concept.definition:
            text = getattr(concept.definition, self.edition.language)
            lines += self.part("definition", [_escape(text)])
        lines += self.part("broader", map(self.link, concept.broader))
        return [*lines, *self._end(concept.at, concept.note)]

    def agent(self, agent: Agent) -> list[str]:
        lines = _head(agent.id, agent.labels, agent.is_, self.edition, agent.variants, "agent")
        lines += self.part("members", map(self.link, agent.members))
        return [*lines, *self._end(agent.at, agent.note)]

    def work(self, work: Work) -> list[str]:
        fields: dict[str, Any] = {"authors": [_full(name) for name in work.author]}
        fields["published"] = work.issued.year if work.issued else None
        fields["first published"] = work.original_date.year if work.original_date else None
        for name in ("edition", "publisher", "container_title", "volume", "issue", "page"):
            fields[name.replace("_", " ")] = getattr(work, name)
        fields["bibliography item"] = work.custom.bibliography
        more = {name: value for name, value in fields.items() if value}
        lines = _head(work.id, work.labels, work.type, self.edition, work.variants, "work", more)
        lines += self.part("creators", map(self.link, work.custom.creators))
        pointers = (
            f"{pointer.at} {_escape(pointer.as_)} · {pointer.why}"
            for pointer in self.corpus.pointers
            if pointer.to == work.id
        )
        lines += self.part("pointers", pointers)
        return [*lines, *self._end(work.custom.at, work.custom.note)]

    def slip(self, slip: Discrepancy) -> list[str]:
        lines = _head(slip.id, Name(fr=slip.fr, en=slip.en), slip.kind, self.edition, tag="slip")
        lines += self.part("works", map(self.link, slip.works))
        return [*lines, *self._end(slip.at, None)]


def _head(
    key: str,
    labels: Name,
    kind: str,
    edition: Edition,
    variants: Variants | None = None,
    tag: str = "",
    more: Mapping[str, Any] | None = None,
) -> list[str]:
    """Properties of the note, its title, and the title in the other language."""
    first, second = (labels.en, labels.fr) if edition.language == "en" else (labels.fr, labels.en)
    forms = (*variants.fr, *variants.en) if variants else ()
    properties = {
        "id": key,
        "title": first,
        "aliases": [*dict.fromkeys((second, *forms))],
        "tags": [tag or kind],
        "kind": kind,
    } | dict(more or {})
    lines = [f"{name}: {json.dumps(v, ensure_ascii=False)}" for name, v in properties.items()]
    return ["---", *lines, "---", "", f"# {_escape(first)}", "", f"*{_escape(second)}*"]


def _full(name: CslName) -> str:
    return name.literal or ", ".join(filter(None, (name.family, name.given)))


def _escape(text: str) -> str:
    """Text in which nothing is markup, on one line."""
    return _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))


def _wikilink(target: str, label: str) -> str:
    """A link showing a label; brackets and bars, which would end it, become look-alikes."""
    shown = " ".join(label.split()).translate(str.maketrans("[]|", "⟦⟧¦"))
    return f"[[{target}|{shown}]]"
