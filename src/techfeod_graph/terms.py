"""The closed lists of the model (stances, relations, kinds) and the forms of its scalars."""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import StringConstraints

__all__ = [
    "AGAINST",
    "DISCREPANCY_KINDS",
    "FOR",
    "OPEN",
    "STANCES",
    "AgentKind",
    "Basis",
    "ConceptKind",
    "DiscrepancyKind",
    "Iri",
    "Language",
    "Locator",
    "Pages",
    "PointerKind",
    "Purpose",
    "Relation",
    "Scheme",
    "Slug",
    "SlugKey",
    "Stance",
    "Text",
    "WhyUncovered",
    "WorkType",
    "WrittenStance",
    "Year",
]

Language = Literal["fr", "en"]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
SlugKey = Annotated[str, StringConstraints(pattern=r"^S\d{1,2}$")]
Locator = Annotated[str, StringConstraints(pattern=r"^([PN]\d{2}\.\d{1,2}|S\d{1,2}|B\d{2})$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Year = Annotated[str, StringConstraints(pattern=r"^\d{4}$")]
Pages = Annotated[str, StringConstraints(pattern=r"^\d{1,4}([-–]\d{1,4})?$")]
Iri = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"{}|\\^`]+$")]

Stance = Literal[
    "asserts", "defines", "hypothesises", "predicts", "proposes", "endorses", "concedes",
    "criticises", "distances", "rejects",
    "asks", "reporting",
]  # fmt: skip
WrittenStance = Literal[
    "asserts", "defines", "hypothesises", "predicts", "proposes", "endorses", "concedes",
    "criticises", "distances", "rejects",
    "asks",
]  # fmt: skip
#: The stances that may be written, as a tuple, for lists of choices.
STANCES: tuple[str, ...] = get_args(WrittenStance)
#: Stances by polarity: taking a claim as one's own, turning against it, leaving it open.
FOR = frozenset(
    {"asserts", "defines", "hypothesises", "predicts", "proposes", "endorses", "concedes"}
)
AGAINST = frozenset({"criticises", "distances", "rejects"})
OPEN = frozenset({"asks", "reporting"})

Basis = Literal["stated", "inferred"]
Relation = Literal[
    "enables", "requires", "has-feature", "produces", "controls", "appropriates", "serves",
    "counters", "opposed-to", "differs-from", "causes", "part-of",
]  # fmt: skip
Scheme = Literal[
    "practical-reasoning", "positive-consequences", "negative-consequences", "example",
    "expert-opinion", "cause-to-effect", "evidence-to-hypothesis", "analogy",
    "verbal-classification",
]  # fmt: skip
ConceptKind = Literal[
    "notion", "technology", "event", "place", "period", "movement", "ideology", "measure",
    "social-group", "institution",
]  # fmt: skip
AgentKind = Literal["person", "group", "organisation"]
PointerKind = Literal["author-year", "page", "title", "mention"]
Purpose = Literal[
    "discusses", "agrees-with", "disagrees-with", "cites-as-authority", "cites-as-evidence",
    "includes-quotation-from", "uses-method-in", "extends", "obtains-background-from",
    "cites-for-information", "cites-as-recommended-reading", "reviews",
]  # fmt: skip
DiscrepancyKind = Literal[
    "date-mismatch", "edition-date", "missing-entry", "uncited-entry", "name-variant",
    "title-variant", "typo", "glued-words", "term-drift", "tension", "unsourced",
]  # fmt: skip
#: The kinds of slip as a tuple, for lists of choices.
DISCREPANCY_KINDS: tuple[str, ...] = get_args(DiscrepancyKind)
WhyUncovered = Literal["transition", "announcement", "reference", "restatement"]
WorkType = Literal[
    "book", "article-journal", "article-magazine", "article", "report", "review", "review-book",
    "legislation", "document",
]  # fmt: skip
