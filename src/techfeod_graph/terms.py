"""The closed lists of the model: stances, relations, kinds, purposes."""

from __future__ import annotations

from typing import Literal, get_args

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
    "Language",
    "PointerKind",
    "Purpose",
    "Relation",
    "Scheme",
    "Stance",
    "WhyUncovered",
    "WorkType",
    "WrittenStance",
]

Language = Literal["fr", "en"]

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
