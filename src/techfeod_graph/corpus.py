"""The whole knowledge base in memory: its records, and what is worked out of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from techfeod_graph.names import fold

if TYPE_CHECKING:
    from techfeod_graph.model import (
        Agent,
        Claim,
        Concept,
        Discrepancy,
        Passage,
        Pointer,
        Published,
        Source,
        Work,
    )
    from techfeod_graph.reading import Origins

    Entry = Concept | Claim | Agent | Work

__all__ = ["FILES", "INVERSES", "LOCK", "SLUGS", "Corpus", "Form", "Position"]

#: The YAML files of a data folder; the passages stand beside them in a generated file.
FILES = ("source", "agents", "works", "concepts", "claims", "citations", "discrepancies")
LOCK = "passages.lock"
#: The published ids; a folder without it has published none.
SLUGS = "slugs.lock"

#: What a claim says of another, to what is then true of the other.
INVERSES = {
    "because": "supports",
    "attacks": "attacked_by",
    "undercuts": "undercut_by",
    "qualifies": "qualified_by",
    "elaborates": "elaborated_by",
    "presupposes": "presupposed_by",
}


class Form(NamedTuple):
    """A text that a record is found by, and how well it names it.

    ``rank``: 3 a label, 2 a variant or the id, 1 the wording of a claim, 0 a definition.
    """

    rank: int
    text: str
    folded: str


class Position(NamedTuple):
    """One holder's stance on a claim, with everyone who reports it, from the inside out."""

    holder: str
    stance: str
    reported_by: tuple[str, ...] = ()
    at: tuple[str, ...] = ()


class Corpus:
    """All records by id, in the order of the files: loaded from them, or out of an index.

    ``broken`` names the ids whose record is faulty and absent here; ``unread`` the files that
    could not be read at all. Both are empty in a corpus that loaded without fault.
    """

    source: Source
    passages: Mapping[str, Passage]
    concepts: Mapping[str, Concept]
    claims: Mapping[str, Claim]
    agents: Mapping[str, Agent]
    works: Mapping[str, Work]
    pointers: tuple[Pointer, ...]
    discrepancies: Mapping[str, Discrepancy]
    slugs: Mapping[str, Published]
    origins: Origins
    broken: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()

    @property
    def whole(self) -> bool:
        """Whether every file and every record could be read."""
        return not self.broken and not self.unread

    @property
    def entries(self) -> Iterator[tuple[str, str, Entry]]:
        """Kind of file, id and record of every concept, claim, agent and work."""
        for kind in ("concepts", "claims", "agents", "works"):
            records: Mapping[str, Entry] = getattr(self, kind)
            for key, record in records.items():
                yield kind, key, record

    def positions(self, claim: Claim) -> tuple[Position, ...]:
        """Who holds a claim, with the essay's author as the outermost reporter of all but those
        who speak in the essay themselves.

        A claim without ``who`` is asserted by the author. Two entries of one holder, stance and
        chain are one position that rests on both sentences.
        """
        author = self.source.author
        speakers = (author, *self.source.contributors)
        if not claim.who:
            return (Position(author, "asserts", (), claim.at),)
        found: dict[tuple[str, str, tuple[str, ...]], Position] = {}
        for held in claim.who:
            outermost = (held.holder, *held.via)[-1]
            chain = held.via if outermost in speakers else (*held.via, author)
            key = (held.holder, held.stance, chain)
            at = held.at or claim.at
            if key in found:
                at = tuple(dict.fromkeys((*found[key].at, *at)))
            found[key] = Position(*key, at)
        return tuple(found.values())

    def order(self, locator: str) -> int:
        """The rank of a passage in the essay; unknown locators come last."""
        passage = self.passages.get(locator)
        return passage.order if passage else len(self.passages)

    def reached(self, locator: str) -> bool:
        """Whether a sentence lies in the paragraphs or notes whose claims have been curated."""
        curated = self.source.curated
        unit = locator.partition(".")[0]
        low, high = curated.paragraphs if locator.startswith("P") else curated.notes
        return locator[0] in "PN" and low <= unit <= high

    @cached_property
    def carried(self) -> Mapping[str, list[str]]:
        """Sentences to the ids of the claims that rest on them, in the order of the essay."""
        found: dict[str, list[str]] = {}
        for key, claim in self.claims.items():
            places = [*claim.at, *(locator for held in claim.who for locator in held.at)]
            for locator in dict.fromkeys(places):
                found.setdefault(locator, []).append(key)
        return dict(sorted(found.items(), key=lambda item: self.order(item[0])))

    @cached_property
    def incoming(self) -> Mapping[str, Mapping[str, list[str]]]:
        """What other claims say of a claim: its id to ``attacked_by`` … to their ids, in order.

        The kinds are the values of :data:`INVERSES`; a kind or claim that nothing is said of is
        absent.
        """
        found: dict[str, dict[str, list[str]]] = {}
        for key, claim in self.claims.items():
            for name, inverse in INVERSES.items():
                for target in dict.fromkeys(_targets(claim, name)):
                    found.setdefault(target, {}).setdefault(inverse, []).append(key)
        return found

    @cached_property
    def mentions(self) -> Mapping[str, list[str]]:
        """Concepts, agents and works to the claims about them, in the order of the essay."""
        found: dict[str, list[str]] = {}
        for key, claim in self.claims.items():
            names = [*claim.about, *claim.cites]
            for said in claim.says:
                names += [said.subject, said.object]
            for name in dict.fromkeys(names):
                found.setdefault(name, []).append(key)
        return {name: sorted(keys, key=self.ranks.__getitem__) for name, keys in found.items()}

    @cached_property
    def ranks(self) -> Mapping[str, int]:
        """Claims to the rank of their first sentence in the essay."""
        return {key: self.order(claim.at[0]) for key, claim in self.claims.items()}

    @cached_property
    def narrower(self) -> Mapping[str, list[str]]:
        """Concepts to those that are a kind of them, in the order of the files."""
        found: dict[str, list[str]] = {}
        for key, concept in self.concepts.items():
            for broader in dict.fromkeys(concept.broader):
                found.setdefault(broader, []).append(key)
        return found

    @cached_property
    def introduced(self) -> Mapping[str, str]:
        """Concepts to the first sentence that they stand in, in the order of the files."""
        return {key: min(one.at, key=self.order) for key, one in self.concepts.items()}

    @cached_property
    def standing(self) -> Mapping[str, list[str]]:
        """Sentences to the concepts that stand in them, in the order of the files."""
        found: dict[str, list[str]] = {}
        for key, concept in self.concepts.items():
            for locator in dict.fromkeys(concept.at):
                found.setdefault(locator, []).append(key)
        return found

    @cached_property
    def related(self) -> Mapping[str, list[str]]:
        """Concepts to the claims that relate them to others, in the order of the files."""
        found: dict[str, list[str]] = {}
        for key, claim in self.claims.items():
            for name in dict.fromkeys(n for s in claim.says for n in (s.subject, s.object)):
                found.setdefault(name, []).append(key)
        return found

    @cached_property
    def holdings(self) -> Mapping[str, list[str]]:
        """Agents to the claims that they take a stance on, in the order of the files."""
        found: dict[str, list[str]] = {}
        for key, claim in self.claims.items():
            for holder in dict.fromkeys(p.holder for p in self.positions(claim)):
                found.setdefault(holder, []).append(key)
        return found

    def kept(
        self, name: str, work: Callable[[], Mapping[str, Any]], parts: Iterable[str] = ("all",)
    ) -> dict[str, Any]:
        """Those parts, as far as they exist, of what ``work`` makes of the whole corpus.

        An index keeps it by its name between two runs, so that it must be plain data.
        """
        made = work()
        return {part: made[part] for part in parts if part in made}

    def forms(self, kind: str) -> Mapping[str, tuple[Form, ...]]:
        """What the records of a kind (``concepts`` …) are found by, by id."""
        known = self._forms.get(kind)
        if known is None:
            records: Mapping[str, Entry] = getattr(self, kind)
            known = self._forms[kind] = {key: _forms(key, entry) for key, entry in records.items()}
        return known

    def named(self, kind: str) -> Mapping[str, tuple[str, ...]]:
        """Folded labels, variants and ids of a kind (a claim's wording is its label), to ids."""
        known = self._named.get(kind)
        if known is None:
            found: dict[str, dict[str, None]] = {}
            for key, forms in self.forms(kind).items():
                for rank, _, folded in forms:
                    if rank:
                        found.setdefault(folded, {})[key] = None
            known = self._named[kind] = {folded: tuple(keys) for folded, keys in found.items()}
        return known

    def labels(self, kind: str) -> Mapping[str, tuple[str, ...]]:
        """The folded labels of the records of a kind, by id."""
        forms = self.forms(kind).items()
        return {key: tuple(folded for rank, _, folded in own if rank == 3) for key, own in forms}

    @cached_property
    def _named(self) -> dict[str, Mapping[str, tuple[str, ...]]]:
        return {}

    @cached_property
    def _forms(self) -> dict[str, Mapping[str, tuple[Form, ...]]]:
        return {}


def _forms(key: str, entry: Any) -> tuple[Form, ...]:
    wording = 1 if hasattr(entry, "says") else 3
    ranked = [(wording, entry.labels.fr), (wording, entry.labels.en)]
    ranked += [(2, form) for form in (*entry.variants.fr, *entry.variants.en)]
    ranked.append((2, key.replace("-", " ")))
    if definition := getattr(entry, "definition", None):
        ranked += [(0, definition.fr), (0, definition.en)]
    return tuple(Form(rank, text, fold(text)) for rank, text in ranked)


def _targets(claim: Claim, name: str) -> list[str]:
    if name == "because":
        return [premise for reason in claim.because for premise in reason.premises]
    return [link.claim for link in getattr(claim, name)]
