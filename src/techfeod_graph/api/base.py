"""The knowledge base as one object: look-up, search, SPARQL, networks and tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, get_args

from techfeod_graph.api import naming
from techfeod_graph.api.claims import Claim
from techfeod_graph.api.links import Position, Relation, Step
from techfeod_graph.api.record import Record
from techfeod_graph.api.records import Agent, Concept, Work
from techfeod_graph.errors import TechfeodError
from techfeod_graph.queries import KINDS, relations
from techfeod_graph.questions import keys_where
from techfeod_graph.terms import AgentKind, ConceptKind, WorkType

if TYPE_CHECKING:
    from pathlib import Path

    import networkx
    import pandas
    import rdflib

    from techfeod_graph.api.figures import Figure
    from techfeod_graph.api.tables import Table
    from techfeod_graph.corpus import Corpus
    from techfeod_graph.site.figures import Links
    from techfeod_graph.terms import Language

__all__ = ["KnowledgeBase"]


@dataclass(frozen=True, eq=False, repr=False)
class KnowledgeBase:
    """Concepts, claims, agents and works, and the questions asked of them.

    Records are named by id, label or variant, accents and case aside, or given themselves.

    >>> import techfeod_graph as tf
    >>> kb = tf.load()
    >>> kb.concept("technofeodalism")
    Traceback (most recent call last):
    ...
    techfeod_graph.queries.UnknownName: no concept is called «technofeodalism»; nearest: ...
    """

    corpus: Corpus
    language: Language = "fr"
    _folder: Path | None = None

    def __post_init__(self) -> None:
        if self.language not in ("fr", "en"):
            raise TechfeodError(f"the data has no language «{self.language}»: use fr or en")

    @property
    def base(self) -> str:
        """What every IRI of the data begins with."""
        return self.corpus.source.base

    def in_language(self, language: Language) -> KnowledgeBase:
        """The same knowledge base with labels, wordings and definitions in a language.

        :raises TechfeodError: when the data has no such language.
        """
        return KnowledgeBase(self.corpus, language, self._folder)

    def concept(self, name: str | Concept) -> Concept:
        """One concept.

        :raises UnknownName: with the nearest names.
        """
        return naming.found(self, Concept, name)

    def claim(self, name: str | Claim) -> Claim:
        """One claim, by its id, its wording or the beginning of one of them.

        :raises UnknownName: with the nearest names.
        """
        return naming.found(self, Claim, name)

    def agent(self, name: str | Agent) -> Agent:
        """One agent.

        :raises UnknownName: with the nearest names.
        """
        return naming.found(self, Agent, name)

    def work(self, name: str | Work) -> Work:
        """One work.

        :raises UnknownName: with the nearest names.
        """
        return naming.found(self, Work, name)

    def __getitem__(self, path: str) -> Record:
        """The record at a path, as SPARQL gives it: ``kb["concept/mika"]``.

        :raises UnknownName: with the nearest names.
        """
        return naming.at_path(self, path)

    def concepts(self, kind: str | None = None) -> tuple[Concept, ...]:
        """Every concept, or those of one kind, in the order of the files."""
        found = (Concept(self, key) for key in self.corpus.concepts)
        return naming.of_kind(found, kind, get_args(ConceptKind))

    def agents(self, kind: str | None = None) -> tuple[Agent, ...]:
        """Every agent, or those of one kind, in the order of the files."""
        found = (Agent(self, key) for key in self.corpus.agents)
        return naming.of_kind(found, kind, get_args(AgentKind))

    def works(self, kind: str | None = None) -> tuple[Work, ...]:
        """Every work, or those of one kind, in the order of the files."""
        found = (Work(self, key) for key in self.corpus.works)
        return naming.of_kind(found, kind, get_args(WorkType))

    def claims(
        self,
        *,
        holder: str | Agent | Iterable[str | Agent] = (),
        stance: str | Iterable[str] = (),
        about: str | Record | Iterable[str | Record] = (),
        at: str | None = None,
        against: str | Agent | None = None,
    ) -> tuple[Claim, ...]:
        """The claims that match every condition, in the order of the essay.

        ``holder``: any of these agents takes a stance on it, ``stance``: one of these, or ``for``,
        ``against``, ``open``. ``about``: any of these concepts, agents or works. ``at``: a sentence
        (``P05.2``), a paragraph, a note (``N03``). ``against``: it speaks against a claim that this
        agent holds.

        :raises TechfeodError: when an agent, topic, stance or place is not known.
        """
        found = keys_where(
            self.corpus,
            holders=naming.ids(holder),
            stances=[name for given in naming.ids(stance) for name in naming.stances(given)],
            about=naming.ids(about),
            at=at,
            against=against.id if isinstance(against, Agent) else against,
        )
        return tuple(Claim(self, key) for key in found)

    def positions(self) -> tuple[Position, ...]:
        """Every stance of every holder on every claim, in the order of the files."""
        return tuple(p for key in self.corpus.claims for p in Claim(self, key).positions)

    def relations(self) -> tuple[Relation, ...]:
        """Every relation between two concepts that a claim states, in the order of the files."""
        return tuple(naming.relation(self, row) for row in relations(self.corpus))

    def search(self, text: str, kind: str | None = None) -> tuple[Record, ...]:
        """Every record in which all words of a text occur, the best match first.

        ``kind``: ``concept``, ``claim``, ``agent`` or ``work`` alone.

        :raises UnknownName: when there is no such kind.
        """
        return naming.matching(self, text, kind)

    def path(self, start: str | Record, end: str | Record) -> tuple[Step, ...]:
        """The shortest way between two records of any kind, with the proof of each step.

        Two concepts are joined by relations of concepts, two claims by links of claims, as long as
        there is such a way; all else by any steps.

        :raises UnknownName: when a record has no such name.
        :raises TechfeodError: when nothing joins them.
        """
        from techfeod_graph.answers.network import way

        ends = (naming.record(self, name).path for name in (start, end))
        return naming.steps(self, way(self.corpus, *ends))

    def around(
        self, centre: str | Record, hops: int = 1, types: Iterable[str] = ()
    ) -> tuple[Step, ...]:
        """Every step between records at most ``hops`` steps from one, the nearest first.

        ``types`` as for ``techfeod around --type``; by default those of the kind of record.
        """
        from techfeod_graph.answers.network import around, known_types

        wanted = [naming.one_of("type of step", name, known_types()) for name in naming.ids(types)]
        found = around(self.corpus, naming.record(self, centre).path, hops, wanted)
        return naming.steps(self, found)

    def argue(self, claim: str | Claim, depth: int | None = None) -> dict[str, Any]:
        """The reasons for a claim and what speaks against it, as a tree of plain data.

        Its keys: :func:`techfeod_graph.answers.argue.argument`. ``depth``: levels, all when None.
        """
        from techfeod_graph.answers.argue import argument

        return argument(self.corpus, self.claim(claim).id, depth)

    def compare(self, one: str | Agent, other: str | Agent) -> dict[str, Any]:
        """What two agents share: see :func:`techfeod_graph.answers.compare.compare`."""
        from techfeod_graph.answers.compare import compare

        return compare(self.corpus, self.agent(one).id, self.agent(other).id)

    def sparql(
        self,
        query: str,
        *,
        timeout: float | None = 60,
        limit_rows: int | None = None,
        **values: object,
    ) -> Table:
        """The answer to a query in SPARQL 1.1: a table of named tuples.

        Prefixes are known and relative IRIs start at the base. ``values`` bind variables of the
        outermost pattern: a record stands for its IRI, text, numbers and truth values for literals,
        several values for any of them. Nothing of a value is read as SPARQL. The answer to ASK is
        true or false, that to CONSTRUCT and DESCRIBE has the columns subject, predicate, object.
        ``timeout``: seconds, None without end. ``limit_rows``: the table has no more, and ``cut``.

        :raises QueryError: with line and column, when the query is not valid or not allowed.
        :raises TimedOut: when its time is over. :raises Broken: when it needs too much memory.

        >>> import techfeod_graph as tf
        >>> kb = tf.load()
        >>> rows = kb.sparql("SELECT ?claim { ?claim tf:heldBy ?who }", who=kb.agent("saito"))
        >>> rows.columns
        ('claim',)
        >>> all(kb.agent("saito") in kb[row.claim].holders for row in rows)
        True
        """
        from techfeod_graph.api.tables import answer, limits

        return answer(self, query, values, limits(timeout, limit_rows))

    def named(self, name: str, **values: object) -> Table:
        """The answer to a named query of docs/queries.md, by its name or number.

        ``values`` are those of its parameters, one or several for each; records by any name.

        :raises TechfeodError: when query, parameter or record is unknown, or a value is not fit.
        """
        from techfeod_graph.api.tables import named_answer

        return named_answer(self, name, values)

    def map(self, name: str | Record) -> Figure:
        """A still drawing: the relations of a concept, or the argument around a claim.

        :raises TechfeodError: when there is nothing to draw.
        """
        from techfeod_graph.api.figures import drawn

        return drawn(naming.record(self, name))

    @cached_property
    def _links(self) -> Links:
        from techfeod_graph.site.figures import Links

        return Links(self.corpus)

    def to_rdf(self) -> rdflib.Dataset:
        """The compiled triples in their named graphs, as an rdflib Dataset."""
        from techfeod_graph.rdf import to_rdf

        return to_rdf(self.corpus)

    def to_networkx(self) -> networkx.MultiDiGraph[str]:
        """The compiled triples as a network: resources are nodes, statements edges.

        What they carry: :func:`techfeod_graph.graph.to_networkx`.
        """
        from techfeod_graph.graph import to_networkx
        from techfeod_graph.rdf import compiled

        return to_networkx(compiled(self.corpus))

    def table(self, name: str) -> Table:
        """One of the tables that docs/api.md lists: ``claims``, ``positions`` and so on.

        :raises UnknownName: with the names of the tables.

        >>> import techfeod_graph as tf
        >>> tf.load().table("positions").columns
        ('claim', 'holder', 'stance', 'side', 'reported_by', 'at')
        """
        from techfeod_graph.api.frames import table

        return table(self, name)

    def to_dataframe(self, name: str) -> pandas.DataFrame:
        """The same table as a pandas DataFrame; lists stand in their cell as tuples.

        :raises UnknownName: with the names of the tables.
        :raises MissingExtra: when pandas is not installed.
        """
        return self.table(name).to_dataframe()

    def __repr__(self) -> str:
        found = ", ".join(f"{len(getattr(self.corpus, kind))} {kind}" for kind in KINDS.values())
        return f"<KnowledgeBase {self.corpus.source.version}: {found}>"

    def _repr_html_(self) -> str:
        from techfeod_graph.api.html import summary

        return summary(self)
