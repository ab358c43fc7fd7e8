"""What changed between two versions, told record by record; the order of files does not count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import pyoxigraph as ox

from techfeod_graph.errors import TechfeodError
from techfeod_graph.graph import Statement, Words
from techfeod_graph.loading import load
from techfeod_graph.rdf import statement_of
from techfeod_graph.statements import statements

__all__ = ["Change", "Version", "differences", "read_version"]

_ENDINGS = {
    ".nq": ox.RdfFormat.N_QUADS,
    ".nt": ox.RdfFormat.N_TRIPLES,
    ".trig": ox.RdfFormat.TRIG,
    ".ttl": ox.RdfFormat.TURTLE,
    ".jsonld": ox.RdfFormat.JSON_LD,
    ".rdf": ox.RdfFormat.RDF_XML,
}
_SPACE = "http://rdfs.org/ns/void#uriSpace"
#: The texts that name or word a record, by its kind; what rules derive is left out.
_WORDINGS = {
    "concept": ("skos:prefLabel", "skos:definition"),
    "claim": ("rdfs:label",),
    "agent": ("foaf:name",),
    "work": ("rdfs:label",),
    "discrepancy": ("rdf:value",),
}
_LINKS = {
    "argument": ("supports", "aif:hasPremise", "aif:hasConclusion"),
    "conflict": ("attacks", "aif:hasConflictingElement", "aif:hasConflictedElement"),
    "cite": ("refers", "c4o:hasContext", "dcterms:references"),
}
#: A text with its property and language, a holding, a locator, or a relation with its ends.
Part = tuple[str, ...]


class Change(NamedTuple):
    """One change: of what kind, of which record or passage, and how it was and is.

    ``what`` is added, withdrawn, reworded, reattributed, resituated, related, unrelated,
    sentence-changed, sentence-added or sentence-withdrawn. ``old`` and ``new`` hold

    - texts as (property, language, text); of a withdrawn record ``new`` is (path,) of what
      replaces it;
    - holdings as (holder, stance, reporters from the inside out …); an open reading has stance ?;
    - places as (locator,); relations as (verb, target, sources …), by path.
    """

    what: str
    path: str
    old: tuple[Part, ...] = ()
    new: tuple[Part, ...] = ()


@dataclass
class Version:
    """What is compared of one version: every part by the path of its record."""

    wordings: dict[str, set[Part]] = field(default_factory=dict)
    holdings: dict[str, set[Part]] = field(default_factory=dict)
    places: dict[str, set[Part]] = field(default_factory=dict)
    relations: dict[str, Part] = field(default_factory=dict)
    sentences: dict[str, str] = field(default_factory=dict)
    replaced: dict[str, str] = field(default_factory=dict)

    def name(self, path: str, language: str) -> str:
        """The label or wording of a record in one language; its path when it has none."""
        texts = {
            own[1]: own[2] for own in self.wordings.get(path, ()) if "definition" not in own[0]
        }
        return texts.get(language) or texts.get("") or path


def read_version(path: Path) -> Version:
    """A version of a data folder, or of an exported RDF file that holds the whole dataset.

    :raises CorpusError: when the folder has faults of reading.
    :raises TechfeodError: when the file is none of these, or does not say where its IRIs start.
    """
    if path.is_dir():
        return _version(statements(load(path)))
    style = _ENDINGS.get(path.suffix)
    if style is None or not path.is_file():
        known = ", ".join(_ENDINGS)
        raise TechfeodError(f"{path} is neither a data folder nor a file of: {known}")
    try:
        quads = list(ox.parse(path.read_bytes(), format=style))
    except (SyntaxError, ValueError) as error:
        raise TechfeodError(f"{path} cannot be read: {error}") from None
    spaces = [q.object.value for q in quads if q.predicate.value == _SPACE and _is_whole(q)]
    if len(spaces) != 1:
        raise TechfeodError(f"{path} does not hold the whole dataset: export it as nq or trig")
    return _version(statement_of(quad.triple, "", spaces[0]) for quad in _named(quads))


def _named(quads: Iterable[Any]) -> Iterator[ox.Quad]:
    for quad in quads:
        if isinstance(quad.subject, ox.NamedNode) and not isinstance(quad.object, ox.BlankNode):
            yield quad


def _is_whole(quad: Any) -> bool:
    return str(getattr(quad.subject, "value", "")).endswith("/dataset")


def _version(given: Iterable[Statement]) -> Version:
    found = Version()
    parts: dict[str, dict[str, list[str]]] = {}
    for _graph, subject, predicate, target in given:
        path = subject.partition("#")[0]
        kind = path.partition("/")[0]
        if isinstance(target, Words):
            if predicate in _WORDINGS.get(kind, ()):
                text = (predicate.partition(":")[2], target.language, target.text)
                found.wordings.setdefault(path, set()).add(text)
            elif predicate == "tf:digest":
                found.sentences[path.partition("/")[2]] = target.text
        elif predicate == "dcterms:isReplacedBy":
            found.replaced[path] = target
        elif kind in _LINKS or kind in ("position", "relation"):
            parts.setdefault(path, {}).setdefault(predicate, []).append(target)
        elif kind in _WORDINGS:
            _record(found, path, predicate, target)
        elif predicate == "schema:mentions":
            found.places.setdefault(target, set()).add((path.partition("/")[2],))
    _holdings(found, parts)
    _relations(found, parts)
    return found


def _record(found: Version, path: str, predicate: str, target: str) -> None:
    if predicate == "rdf:type":
        found.wordings.setdefault(path, set())
    elif predicate in ("prov:wasDerivedFrom", "oa:hasTarget"):
        found.places.setdefault(path, set()).add((target.partition("/")[2],))
    elif predicate == "tf:possibleHolder":
        found.holdings.setdefault(path, set()).add((target.partition("/")[2], "?"))


def _holdings(found: Version, parts: Mapping[str, Mapping[str, list[str]]]) -> None:
    """Positions that no other reports, read off their path: holder, stance, chain of reporters."""
    inner = {own["tf:reports"][0] for own in parts.values() if "tf:reports" in own}
    for path in parts:
        if path.startswith("position/") and path not in inner:
            _, claim, held, *reporters = path.split("/")
            holder, _, stance = held.partition(".")
            found.holdings.setdefault(f"claim/{claim}", set()).add((holder, stance, *reporters))


def _relations(found: Version, parts: Mapping[str, Mapping[str, list[str]]]) -> None:
    """Reasons, conflicts, references and qualified relations, each with its ends."""
    for path, own in parts.items():
        kind = path.partition("/")[0]
        if kind in _LINKS:
            verb, source, target = _LINKS[kind]
            found.relations[path] = (verb, own[target][0], *sorted(own[source]))
        elif kind == "relation":
            subject, verb, target = (own[f"rdf:{n}"][0] for n in ("subject", "predicate", "object"))
            found.relations[path] = (verb, target, subject)


def differences(old: Version, new: Version) -> list[Change]:
    """Every change, kind by kind and in the order of the alphabet."""
    before, after = old.wordings.keys(), new.wordings.keys()
    changes = [Change("added", p, (), _sorted(new.wordings[p])) for p in sorted(after - before)]
    for path in sorted(before - after):
        by = new.replaced.get(path)
        now = ((by,),) if by else ()
        changes.append(Change("withdrawn", path, _sorted(old.wordings[path]), now))
    for what, ours, theirs in (
        ("reworded", old.wordings, new.wordings),
        ("reattributed", old.holdings, new.holdings),
        ("resituated", old.places, new.places),
    ):
        for path in sorted(before & after):
            lost = ours.get(path, set()) - theirs.get(path, set())
            gained = theirs.get(path, set()) - ours.get(path, set())
            if lost or gained:
                changes.append(Change(what, path, _sorted(lost), _sorted(gained)))
    return [*changes, *_lines(old.relations, new.relations), *_sentences(old, new)]


def _sorted(parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(sorted(parts))


def _lines(old: Mapping[str, Part], new: Mapping[str, Part]) -> Iterator[Change]:
    for path in sorted(old.keys() | new.keys()):
        before, after = old.get(path), new.get(path)
        if before != after and before is not None:
            yield Change("unrelated", path, (before,))
        if before != after and after is not None:
            yield Change("related", path, (), (after,))


def _sentences(old: Version, new: Version) -> Iterator[Change]:
    for locator in sorted(old.sentences.keys() | new.sentences.keys()):
        if locator not in old.sentences:
            yield Change("sentence-added", locator)
        elif locator not in new.sentences:
            yield Change("sentence-withdrawn", locator)
        elif old.sentences[locator] != new.sentences[locator]:
            yield Change("sentence-changed", locator)
