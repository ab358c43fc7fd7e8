"""Records as text for reading on a terminal."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

import typer

from techfeod_graph.terms import Language as LanguageCode
from techfeod_graph.words import KINDS, RELATIONS, STANCES, say

from .options import Language, colours

if TYPE_CHECKING:
    from techfeod_graph.corpus import Corpus

__all__ = ["Page", "table"]

_WORDS = {
    "also": ("aussi", "also"),
    "where": ("où", "where"),
    "broader": ("relève de", "kind of"),
    "narrower": ("comprend", "narrower"),
    "relations": ("Relations", "Relations"),
    "claims": ("Affirmations", "Claims"),
    "positions": ("Positions", "Positions"),
    "holders": ("Qui le tient", "Who holds it"),
    "reported by": ("rapporté par", "reported by"),
    "because": ("Parce que", "Because"),
    "attacks": ("Attaque", "Attacks"),
    "undercuts": ("Affaiblit l’inférence vers", "Undercuts the inference to"),
    "qualifies": ("Nuance", "Qualifies"),
    "elaborates": ("Développe", "Elaborates"),
    "presupposes": ("Présuppose", "Presupposes"),
    "supports": ("Appuie", "Supports"),
    "attacked_by": ("Attaquée par", "Attacked by"),
    "undercut_by": ("Inférence affaiblie par", "Inference undercut by"),
    "qualified_by": ("Nuancée par", "Qualified by"),
    "stated": ("énoncé", "stated"),
    "inferred": ("inféré", "inferred"),
    "concepts": ("Concepts", "Concepts"),
    "works": ("Ouvrages", "Works"),
    "pointers": ("Renvois", "Pointers"),
    "discrepancies": ("Écarts de la source", "Slips of the source"),
    "members": ("membres", "members"),
    "groups": ("groupes", "groups"),
    "entry": ("entrée", "entry"),
    "none": ("aucune entrée de bibliographie", "no bibliography item"),
    "elaborated_by": ("Développée par", "Elaborated by"),
    "presupposed_by": ("Présupposée par", "Presupposed by"),
    "sentences": ("phrases", "sentences"),
    "with claims": ("avec affirmations", "with claims"),
    "excused": ("sans, avec raison", "without, with a reason"),
    "missing": ("à lire", "to be read"),
    "sections": ("Sections", "Sections"),
    "notes": ("Notes", "Notes"),
    "bibliography": ("Bibliographie", "Bibliography"),
    "open": ("Lecture ouverte", "Open reading"),
    "note": ("note", "note"),
    "see also": ("voir aussi", "see also"),
}


_INCOMING = (
    "supports", "attacked_by", "undercut_by", "qualified_by", "elaborated_by", "presupposed_by",
)  # fmt: skip


def width() -> int:
    """The columns to write on: those of the terminal, at most 100."""
    return min(shutil.get_terminal_size((96, 24)).columns, 100)


def table(rows: Iterable[tuple[str, ...]]) -> None:
    """Print rows in aligned columns; cells too wide for their column are wrapped in it."""
    listed = [tuple(row) for row in rows]
    if not listed:
        return
    natural = [max(len(row[i]) for row in listed) for i in range(len(listed[0]))]
    sizes = _fit(natural, width() - 2 * (len(natural) - 1))
    for row in listed:
        cells = [textwrap.wrap(cell, size) or [""] for cell, size in zip(row, sizes, strict=True)]
        for line in zip_longest(*cells, fillvalue=""):
            padded = (part.ljust(size) for part, size in zip(line, sizes, strict=True))
            typer.echo("  ".join(padded).rstrip())


def _fit(natural: list[int], room: int) -> list[int]:
    """Widths that fill the room at most: narrow columns keep theirs, wide ones share the rest."""
    sizes = dict.fromkeys(range(len(natural)), 0)
    open_ = sorted(sizes, key=lambda column: natural[column])
    while open_:
        share = max(8, room // len(open_))
        column = open_.pop(0)
        sizes[column] = min(natural[column], share) or 1
        room -= sizes[column]
    return [sizes[column] for column in range(len(natural))]


class Page:
    """Writes one record on the terminal, in one language."""

    def __init__(self, corpus: Corpus, language: Language) -> None:
        self.corpus = corpus
        self.language: LanguageCode = "en" if language == Language.en else "fr"

    def word(self, name: str) -> str:
        """A word of the page in its language."""
        return say(_WORDS, name, self.language)

    def label(self, key: str) -> str:
        """The label of any record, or its id."""
        for kind in ("concepts", "agents", "works"):
            records = getattr(self.corpus, kind)
            if key in records:
                return str(getattr(records[key].labels, self.language))
        return key

    def text(self, claim: str) -> str:
        """The wording of a claim."""
        return str(getattr(self.corpus.claims[claim], self.language))

    def line(self, text: str, indent: int = 0, hang: int = 2) -> None:
        """Print one wrapped line."""
        lead = " " * indent
        typer.echo(
            textwrap.fill(
                text,
                width(),
                initial_indent=lead,
                subsequent_indent=lead + " " * hang,
                break_on_hyphens=False,
                break_long_words=False,
            )
        )

    def title(self, text: str, aside: str) -> None:
        """Print the record's name, and its id beside it."""
        typer.secho(text, bold=True, nl=False, color=colours())
        typer.secho(f"  {aside}", dim=True, color=colours())

    def head(self, text: str) -> None:
        """Print the head of a part."""
        typer.echo("")
        typer.secho(text, bold=True, color=colours())

    def field(self, name: str, values: Iterable[str]) -> None:
        """Print one property, when it has a value."""
        if listed := [value for value in values if value]:
            self.line(f"{self.word(name)} : {', '.join(listed)}", 2)

    def holder(self, position: dict[str, Any]) -> str:
        """One position in words: who, how, told by whom, in which sentence."""
        stance = say(STANCES, position["stance"], self.language)
        chain = ", ".join(self.label(name) for name in position["reported_by"])
        told = [f"{self.word('reported by')} {chain}"] if chain else []
        return " · ".join(
            (self.label(position["holder"]), stance, *told, ", ".join(position["at"]))
        )

    def holders(self, key: str) -> None:
        """Who holds a claim, one line each."""
        from techfeod_graph.queries import positions

        for position in positions(self.corpus, self.corpus.claims[key]):
            self.line(f"— {self.holder(position)}", 6)

    def claim_line(self, key: str) -> None:
        """A claim with who holds it, as one item of a list."""
        self.line(f"• {self.text(key)}", 2)
        self.holders(key)
        typer.secho(f"      {key}", dim=True, color=colours())

    def concept(self, record: dict[str, Any]) -> None:
        """Print a concept."""
        kind = say(KINDS, record["kind"], self.language)
        self.title(record["labels"][self.language], f"{record['id']} · {kind}")
        other = "en" if self.language == "fr" else "fr"
        self.line(f"{other} : {record['labels'][other]}", 2)
        self.field("also", record["variants"][self.language])
        if record["definition"]:
            self.line(record["definition"][self.language], 2, 0)
        self.field("where", record["at"])
        self.field("broader", map(self.label, record["broader"]))
        self.field("narrower", map(self.label, record["narrower"]))
        self.relations(record["relations"])
        if record["claims"]:
            self.head(f"{self.word('claims')} ({len(record['claims'])})")
        for key in record["claims"]:
            self.claim_line(key)

    def relations(self, rows: list[dict[str, Any]]) -> None:
        """Print relations between concepts, with the claim and sentence of each."""
        if rows:
            self.head(f"{self.word('relations')} ({len(rows)})")
        for row in rows:
            holders = ", ".join(dict.fromkeys(map(self.label, row["held_by"])))
            basis = self.word(row["basis"])
            proof = f"{holders or '–'} · {', '.join(row['at'])} · {basis}"
            self.line(f"{self.relation(row)}   [{proof}]", 2, 4)

    def relation(self, row: dict[str, Any]) -> str:
        """One relation in words."""
        verb = say(RELATIONS, row["relation"], self.language)
        return f"{self.label(row['subject'])} — {verb} → {self.label(row['object'])}"

    def claim(self, record: dict[str, Any]) -> None:
        """Print a claim with its positions and its place in the argument."""
        self.title(self.text(record["id"]), record["id"])
        self.line(record["en" if self.language == "fr" else "fr"], 2, 0)
        self.head(self.word("holders"))
        for position in record["positions"]:
            self.line(f"— {self.holder(position)}", 2)
        if record["ambiguous"]:
            readings = " / ".join(map(self.label, record["ambiguous"]["holders"]))
            why = record["ambiguous"]["why"][self.language]
            self.line(f"{self.word('open')} : {readings}. {why}", 2)
        self._reasons(record["reasons"])
        self._links(record)
        typer.echo("")
        self.field("concepts", map(self.label, record["concepts"]))
        self.field("works", map(self.label, record["works"]))
        self.field("note", [record["note"] or ""])

    def _reasons(self, reasons: list[dict[str, Any]]) -> None:
        for reason in reasons:
            basis = self.word(reason["basis"])
            self.head(f"{self.word('because')} ({', '.join(reason['at'])}, {basis})")
            for premise in reason["premises"]:
                self.line(f"• {self.text(premise)}  [{premise}]", 2)

    def _links(self, record: dict[str, Any]) -> None:
        for name in ("attacks", "undercuts", "qualifies", "elaborates", "presupposes"):
            for link in record[name]:
                basis = self.word(link["basis"])
                self.head(f"{self.word(name)} ({', '.join(link['at'])}, {basis})")
                self.line(f"• {self.text(link['claim'])}  [{link['claim']}]", 2)
        for name in _INCOMING:
            if record[name]:
                self.head(self.word(name))
            for key in record[name]:
                self.line(f"• {self.text(key)}  [{key}]", 2)
                self.holders(key)

    def see_also(self, kind: str, shown: str, name: str) -> None:
        """Offer the other records of the kind whose name holds what was typed."""
        from techfeod_graph.queries import search

        if kind == "claim":
            return
        others = [h.id for h in search(self.corpus, name, (kind,)) if h.rank == 3]
        if listed := [key for key in others if key != shown]:
            typer.echo("")
            self.field("see also", (f"{self.label(key)} [{key}]" for key in listed[:6]))

    def agent(self, record: dict[str, Any]) -> None:
        """Print an agent with every position attributed to them."""
        kind = say(KINDS, record["kind"], self.language)
        self.title(record["labels"][self.language], f"{record['id']} · {kind}")
        self.field("also", record["variants"][self.language])
        self.field("members", map(self.label, record["members"]))
        self.field("groups", map(self.label, record["groups"]))
        self.field("where", record["at"])
        self.field("works", map(self.label, record["works"]))
        if record["positions"]:
            self.head(f"{self.word('positions')} ({len(record['positions'])})")
        for position in record["positions"]:
            words = self.holder({"holder": record["id"]} | position)
            self.line(f"• {self.text(position['claim'])}", 2)
            self.line(f"— {words}", 6)

    def work(self, record: dict[str, Any]) -> None:
        """Print a work with where and why it is cited."""
        self.title(record["labels"][self.language], f"{record['id']} · {record['type']}")
        about = [", ".join(record["authors"]), record["container"], record["publisher"]]
        self.line(" · ".join(filter(None, [*about, record["year"]])), 2)
        self.field("entry", [record["bibliography"] or self.word("none")])
        if record["pointers"]:
            self.head(f"{self.word('pointers')} ({len(record['pointers'])})")
        for pointer in record["pointers"]:
            self.line(f"{pointer['at']}  «{pointer['as']}»  {pointer['why']}", 2)
        if record["discrepancies"]:
            self.head(self.word("discrepancies"))
        for key in record["discrepancies"]:
            slip = self.corpus.discrepancies[key]
            self.line(f"• {getattr(slip, self.language)} ({', '.join(slip.at)})", 2)
        if record["claims"]:
            self.head(f"{self.word('claims')} ({len(record['claims'])})")
        for key in record["claims"]:
            self.claim_line(key)

    def coverage(self, found: dict[str, Any]) -> None:
        """Print how much of the essay carries claims."""
        for part in ("sections", "notes"):
            self.head(self.word(part))
            rows = [(self._place(row["id"]), *self._counts(row)) for row in found[part]]
            table(rows)
        self.head(self.word("bibliography"))
        table(
            (r["id"], r["work"] or "–", ", ".join(r["pointers"]) or "–")
            for r in found["bibliography"]
        )
        typer.echo("")
        total = f"{found['with_claims']} + {found['excused']} / {found['sentences']}"
        words = f"{self.word('with claims')} + {self.word('excused')} / {self.word('sentences')}"
        self.line(f"{total}  ({words})")
        self.field("missing", found["missing"])

    def _place(self, place: str) -> str:
        label = self.corpus.source.sections.get(place)
        return f"{place} {getattr(label, self.language)}" if label else place

    def _counts(self, row: dict[str, Any]) -> tuple[str, str]:
        done = row["with_claims"] + row["excused"]
        return (
            f"{done}/{row['sentences']} {self.word('sentences')}",
            f"{row['claims']} {self.word('claims').lower()}",
        )

    def section(self, found: dict[str, Any]) -> None:
        """Print the argument of a section in its order."""
        self.title(found["labels"][self.language], found["id"])
        for record in found["argument"]:
            self.claim_line(record["id"])
            for reason in record["reasons"]:
                for premise in reason["premises"]:
                    basis = self.word(reason["basis"])
                    self.line(f"← {self.text(premise)}  [{', '.join(reason['at'])}, {basis}]", 8)
