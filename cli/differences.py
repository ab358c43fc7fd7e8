"""The command that tells what changed between two versions."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from techfeod_graph.words import RELATIONS, STANCES, say

from .options import AsJson, Lang, Language, print_json

if TYPE_CHECKING:
    from techfeod_graph.differing import Change, Version
    from techfeod_graph.terms import Language as LanguageCode

__all__ = ["diff"]

_WHAT = {
    "added": ("Ajouts", "Added"),
    "withdrawn": ("Retraits", "Withdrawn"),
    "reworded": ("Reformulations", "Reworded"),
    "reattributed": ("Réattributions", "Re-attributed"),
    "resituated": ("Changements de lieu", "Places changed"),
    "unrelated": ("Relations retirées", "Relations removed"),
    "related": ("Relations ajoutées", "Relations added"),
    "sentence-changed": ("Phrases changées", "Sentences changed"),
    "sentence-added": ("Phrases ajoutées", "Sentences added"),
    "sentence-withdrawn": ("Phrases retirées", "Sentences withdrawn"),
}
_VERBS = {
    "supports": ("appuie", "supports"),
    "attacks": ("attaque", "attacks"),
    "refers": ("renvoie à", "points to"),
    "tf:qualifies": ("nuance", "qualifies"),
    "tf:elaborates": ("développe", "elaborates"),
    "dcterms:requires": ("présuppose", "presupposes"),
    "reported": ("rapporté par", "reported by"),
    "open": ("lecture possible", "possible reading"),
    "replaced": ("remplacé par", "replaced by"),
    "nothing": ("Rien n’a changé.", "Nothing changed."),
    "inference": ("l’inférence vers", "the inference to"),
}


def diff(
    old: Annotated[Path, typer.Argument(help="A data folder, or an exported nq or trig file.")],
    new: Annotated[Path, typer.Argument(help="Another, of a later version.")],
    lang: Lang = Language.fr,
    as_json: AsJson = False,
) -> None:
    """Tell what was added, withdrawn, reworded, re-attributed or changed between two versions."""
    from techfeod_graph.differing import differences, read_version

    before, after = read_version(old), read_version(new)
    changes = differences(before, after)
    if as_json:
        print_json([change._asdict() for change in changes])
        return
    teller = _Teller(before, after, "en" if lang is Language.en else "fr")
    for what, found in groupby(changes, key=lambda change: change.what):
        listed = list(found)
        typer.echo(f"{say(_WHAT, what, teller.language)} ({len(listed)})")
        for change in listed:
            for line in teller.lines(change):
                typer.echo(line)
        typer.echo()
    counts = Counter(change.what for change in changes)
    total = " · ".join(f"{say(_WHAT, k, teller.language)} {n}" for k, n in counts.items())
    typer.echo(total or say(_VERBS, "nothing", teller.language))


class _Teller:
    """Says a change in words of one language."""

    def __init__(self, old: Version, new: Version, language: LanguageCode) -> None:
        self.old = old
        self.new = new
        self.language: LanguageCode = language

    def lines(self, change: Change) -> list[str]:
        """The record, then what was (−) and what is (+)."""
        if change.what in ("related", "unrelated"):
            sign, version = ("+", self.new) if change.new else ("−", self.old)
            return [f"  {sign} {self.relation(part, version)}" for part in change.old + change.new]
        if change.what.startswith("sentence"):
            return [f"  {change.path}"]
        if change.what in ("added", "withdrawn"):
            version = self.new if change.what == "added" else self.old
            head = [f"  {version.name(change.path, self.language)}  {change.path}"]
            by = change.new if change.what == "withdrawn" else ()
            replaced = say(_VERBS, "replaced", self.language)
            return head + [
                f"    {replaced} {self.new.name(path, self.language)}  {path}" for (path,) in by
            ]
        head = [f"  {self.new.name(change.path, self.language)}  {change.path}"]
        was = [f"    − {self.part(change.what, part, self.old)}" for part in change.old]
        return head + was + [f"    + {self.part(change.what, p, self.new)}" for p in change.new]

    def part(self, what: str, part: tuple[str, ...], version: Version) -> str:
        """A text, a holding or a place."""
        if what == "reworded":
            return f"{part[1] or '–'}  {part[2]}"
        if what == "resituated":
            return part[0]
        holder, stance, *reporters = part
        name = version.name(f"agent/{holder}", self.language)
        if stance == "?":
            return f"{name} · {say(_VERBS, 'open', self.language)}"
        words = [name, say(STANCES, stance, self.language)]
        if reporters:
            names = ", ".join(version.name(f"agent/{r}", self.language) for r in reporters)
            words.append(f"{say(_VERBS, 'reported', self.language)} {names}")
        return " · ".join(words)

    def relation(self, part: tuple[str, ...], version: Version) -> str:
        """A relation with the names of its ends."""
        verb, target, *sources = part
        known = {f"tf:{_camel(name)}": pair for name, pair in RELATIONS.items()} | {
            "xkos:causes": RELATIONS["causes"],
            "xkos:isPartOf": RELATIONS["part-of"],
        }
        said = say({**known, **_VERBS}, verb, self.language)
        return f"{' + '.join(self.end(s, version) for s in sources)} — {said} → " + self.end(
            target, version
        )

    def end(self, path: str, version: Version) -> str:
        """The name of a record, of a place, or of an inference by its conclusion."""
        kind, _, key = path.partition("/")
        if kind == "argument":
            conclusion = version.name(f"claim/{key.partition('.by.')[0]}", self.language)
            return f"{say(_VERBS, 'inference', self.language)} «{conclusion}»"
        name = version.name(path, self.language)
        return key if kind == "essay" else f"«{name}»"


def _camel(name: str) -> str:
    from techfeod_graph.vocabulary import camel

    return camel(name)
