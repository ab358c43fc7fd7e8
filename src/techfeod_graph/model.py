"""What the knowledge base holds: frozen records of concepts, claims, agents, works and passages.

Every scalar of the YAML files reaches these models as text; a field that is not text says so in its
type. A scalar is accepted where a list is expected (``at: P05.1`` means ``at: [P05.1]``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from techfeod_graph.forms import Iri, Locator, Pages, Slug, SlugKey, Text, Year
from techfeod_graph.terms import (
    AgentKind,
    Basis,
    ConceptKind,
    DiscrepancyKind,
    Language,
    PointerKind,
    Purpose,
    Relation,
    Scheme,
    WhyUncovered,
    WorkType,
    WrittenStance,
)

__all__ = [
    "Agent",
    "Ambiguity",
    "Attack",
    "Claim",
    "Concept",
    "ConceptRelation",
    "CslDate",
    "CslName",
    "Discrepancy",
    "Holding",
    "Link",
    "Name",
    "Passage",
    "Pointer",
    "Published",
    "Reach",
    "Reason",
    "Record",
    "Source",
    "Undercut",
    "Variants",
    "Work",
    "WorkCustom",
]


def _as_list(value: object) -> object:
    return value if isinstance(value, list | tuple) else [value]


def _as_name(value: object) -> object:
    return {"fr": value, "en": value} if isinstance(value, str) else value


def _as_variants(value: object) -> object:
    both = [value] if isinstance(value, str) else value
    return {"fr": both, "en": both} if isinstance(both, list) else value


def _as_holding(value: object) -> object:
    return {"holder": value} if isinstance(value, str) else value


class Record(BaseModel):
    """The base of every record: frozen, no unknown key, YAML keys written with hyphens."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        alias_generator=lambda name: name.rstrip("_").replace("_", "-"),
    )


Locators = Annotated[tuple[Locator, ...], BeforeValidator(_as_list), Field(min_length=1)]
Slugs = Annotated[tuple[Slug, ...], BeforeValidator(_as_list)]
SomeSlugs = Annotated[tuple[Slug, ...], BeforeValidator(_as_list), Field(min_length=1)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_as_list)]
Iris = Annotated[tuple[Iri, ...], BeforeValidator(_as_list)]


class Name(Record):
    """A label in both languages; written as one scalar when it is the same in both."""

    fr: Text
    en: Text


class Variants(Record):
    """Other written forms by language; written as one list when they serve both."""

    fr: Texts = ()
    en: Texts = ()


NameField = Annotated[Name, BeforeValidator(_as_name)]
VariantsField = Annotated[Variants, BeforeValidator(_as_variants)]


class Concept(Record):
    """A notion, technology, event, place … that the argument is told with."""

    id: Slug
    kind: ConceptKind = "notion"
    fr: Text
    en: Text
    variants: VariantsField = Variants()
    definition: Name | None = None
    broader: Slugs = ()
    at: Locators
    exact_match: Iris = ()
    close_match: Iris = ()
    note: Text | None = None

    @property
    def labels(self) -> Name:
        """The preferred labels."""
        return Name(fr=self.fr, en=self.en)


class Agent(Record):
    """A person, group or organisation that the essay names or lets speak."""

    id: Slug
    is_: AgentKind
    name: NameField
    variants: VariantsField = Variants()
    members: Slugs = ()
    at: Locators
    same_as: Iris = ()
    note: Text | None = None

    @property
    def labels(self) -> Name:
        """The agent's name in both languages."""
        return self.name


class CslName(Record):
    """A name of CSL: family and given, or one literal."""

    family: Text | None = None
    given: Text | None = None
    literal: Text | None = None

    @model_validator(mode="after")
    def _one_form(self) -> Self:
        if (self.family is None) == (self.literal is None):
            raise ValueError("a name has either family (and given) or literal")
        return self


DateParts = Annotated[tuple[Year], Field(description="the year alone")]


class CslDate(Record):
    """A date of CSL; the essay gives years only."""

    date_parts: tuple[DateParts]

    @property
    def year(self) -> str:
        """The year, four digits."""
        return self.date_parts[0][0]


class WorkCustom(Record):
    """What CSL has no field for: the essay's bibliography item and the authors as agents."""

    bibliography: Locator | None = None
    creators: Slugs = ()
    label: Annotated[Name | None, BeforeValidator(_as_name)] = None
    variants: VariantsField = Variants()
    at: Annotated[tuple[Locator, ...], BeforeValidator(_as_list)] = ()
    note: Text | None = None


class Work(Record):
    """A work as a CSL item, with ``custom`` for what CSL does not know."""

    id: Slug
    type: WorkType
    title: Text | None = None
    title_short: Text | None = None
    author: tuple[CslName, ...] = ()
    issued: CslDate | None = None
    original_date: CslDate | None = None
    edition: Text | None = None
    publisher: Text | None = None
    container_title: Text | None = None
    volume: Text | None = None
    issue: Text | None = None
    page: Text | None = None
    custom: WorkCustom = WorkCustom()

    @model_validator(mode="after")
    def _can_be_named(self) -> Self:
        if self.title is None and self.custom.label is None:
            raise ValueError("a work has a title, or custom.label where none is known")
        return self

    @property
    def labels(self) -> Name:
        """The title, or the label given where no title is known."""
        if self.custom.label is not None:
            return self.custom.label
        return Name(fr=self.title or "", en=self.title or "")

    @property
    def variants(self) -> Variants:
        """The short title and the other written forms."""
        short = (self.title_short,) if self.title_short else ()
        own = self.custom.variants
        return Variants(fr=(*short, *own.fr), en=(*short, *own.en))


class Holding(Record):
    """Who takes which stance, told by whom: ``via`` lists the reporters from the inside out.

    The essay's author, who reports everything in it, is never written in ``via``.
    """

    holder: Slug
    stance: WrittenStance = "asserts"
    via: Slugs = ()
    at: Annotated[tuple[Locator, ...], BeforeValidator(_as_list)] = ()


HoldingField = Annotated[Holding, BeforeValidator(_as_holding)]


class ConceptRelation(Record):
    """A relation between two concepts that a claim states."""

    subject: Slug
    relation: Relation
    object: Slug
    basis: Basis


class Reason(Record):
    """Linked premises that together support the claim they are written under."""

    premises: SomeSlugs
    scheme: Scheme | None = None
    at: Locators
    basis: Basis


class Link(Record):
    """A claim qualified, elaborated or presupposed by the claim it is written under."""

    claim: Slug
    at: Locators
    basis: Basis


class Attack(Link):
    """A claim that the claim it is written under speaks against."""


class Undercut(Record):
    """An inference, named by its conclusion and its first premise, that a claim weakens."""

    claim: Slug
    by: Slug
    at: Locators
    basis: Basis


class Ambiguity(Record):
    """The text leaves open who holds the claim: all readings, and why."""

    holders: Annotated[tuple[Slug, ...], Field(min_length=2)]
    why: Name


class Claim(Record):
    """One bare proposition in our own words, without attribution or modality."""

    id: Slug
    fr: Text
    en: Text
    at: Locators
    who: Annotated[tuple[HoldingField, ...], BeforeValidator(_as_list)] = ()
    about: Slugs = ()
    says: tuple[ConceptRelation, ...] = ()
    because: tuple[Reason, ...] = ()
    attacks: tuple[Attack, ...] = ()
    undercuts: tuple[Undercut, ...] = ()
    qualifies: tuple[Link, ...] = ()
    elaborates: tuple[Link, ...] = ()
    presupposes: tuple[Link, ...] = ()
    cites: Slugs = ()
    ambiguous: Ambiguity | None = None
    note: Text | None = None

    @property
    def labels(self) -> Name:
        """The wording, which is the only name a claim has."""
        return Name(fr=self.fr, en=self.en)

    @property
    def variants(self) -> Variants:
        """None: a claim has no other written form."""
        return Variants()


class Pointer(Record):
    """A place where the essay points to a work, as it writes it; never a sentence."""

    at: Locator
    as_: Annotated[Text, StringConstraints(max_length=60)]
    kind: PointerKind
    to: Slug
    year: Year | None = None
    page: Pages | None = None
    why: Purpose


class Discrepancy(Record):
    """A slip of the source, recorded neutrally with every place it concerns."""

    id: Slug
    kind: DiscrepancyKind
    at: Locators
    works: Slugs = ()
    fr: Text
    en: Text


class Reach(Record):
    """How far the claims have been curated: inclusive ranges of paragraphs and notes."""

    paragraphs: tuple[Text, Text]
    notes: tuple[Text, Text]


class Source(Record):
    """The essay: who wrote it, what it reviews, its sections, and how far it has been read.

    ``contributors`` speak in it themselves: the author reports neither them nor what they report.
    """

    base: Iri
    version: Text
    author: Slug
    contributors: Slugs = ()
    reviews: Slug
    language: Language
    label: Name
    address: Iri | None = None
    curated: Reach
    sections: Mapping[SlugKey, Name]
    uncovered: Mapping[Locator, WhyUncovered] = {}


class Passage(Record):
    """A place of the essay: what proves it, and never its text."""

    locator: Locator
    order: int
    section: SlugKey
    words: int
    characters: int
    digest: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    fragment: Text | None = None
    calls: tuple[Text, ...] = ()


class Published(Record):
    """A published id, as a path (``claim/ID``): since which version, and whether it still stands.

    ``withdrawn`` is the version that took it out, ``replaced_by`` the id of its kind that stands
    for it now.
    """

    id: Text
    since: Text
    withdrawn: Text | None = None
    replaced_by: Text | None = None
