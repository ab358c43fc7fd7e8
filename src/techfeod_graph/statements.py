"""What a corpus states, record by record, as statements in its named graphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from techfeod_graph.corpus import Corpus, Position
from techfeod_graph.description import described
from techfeod_graph.graph import Statement, Words, labelled, pointer_key, typed, variants
from techfeod_graph.vocabulary import ENTRY_TYPES, RELATIONS, WORK_TYPES, camel

if TYPE_CHECKING:
    from techfeod_graph.model import Agent, Claim, Concept, Discrepancy, Work

__all__ = ["position_path", "statements"]

_ESSAY = "graph/essay"
_WORKS = "graph/works"
_CONCEPTS = "graph/concepts"
_ARGUMENT = "graph/argument"
_FRAGMENT_RULES = "https://wicg.github.io/scroll-to-text-fragment/"
_PASSAGE_TYPES = {
    "P": "doco:Sentence",
    "N": "doco:Sentence",
    "S": "doco:SectionTitle",
    "B": "biro:BibliographicReference",
}


def statements(corpus: Corpus) -> Iterator[Statement]:
    """Everything that the curated data states; nothing that a rule derives."""
    yield from _essay(corpus)
    yield from _passages(corpus)
    yield from _pointers(corpus)
    for key, discrepancy in corpus.discrepancies.items():
        yield from _discrepancy(key, discrepancy)
    for key, work in corpus.works.items():
        yield from _work(key, work)
    for key, agent in corpus.agents.items():
        yield from _agent(key, agent)
    yield from _scheme(corpus)
    for key, concept in corpus.concepts.items():
        yield from _concept(key, concept)
    for key, claim in corpus.claims.items():
        yield from _claim(corpus, key, claim)
        for position in corpus.positions(claim):
            yield from _position(key, position)
        yield from _argument(key, claim)
    yield from described(corpus)


def _essay(corpus: Corpus) -> Iterator[Statement]:
    source = corpus.source
    for kind in ("fabio:Article", "schema:Review"):
        yield Statement(_ESSAY, "essay", "rdf:type", kind)
    yield from labelled(_ESSAY, "essay", "rdfs:label", source.label)
    yield Statement(_ESSAY, "essay", "dcterms:creator", f"agent/{source.author}")
    for agent in source.contributors:
        yield Statement(_ESSAY, "essay", "dcterms:contributor", f"agent/{agent}")
    yield Statement(_ESSAY, "essay", "dc:language", Words(source.language))
    yield Statement(_ESSAY, "essay", "cito:reviews", f"work/{source.reviews}")
    if source.address:
        yield Statement(_ESSAY, "essay", "schema:url", source.address)
    for number, (section, label) in enumerate(source.sections.items()):
        path = f"section/{section}"
        yield Statement(_ESSAY, path, "rdf:type", "doco:Section")
        yield from labelled(_ESSAY, path, "rdfs:label", label)
        yield Statement(_ESSAY, path, "dcterms:identifier", Words(f"§{section[1:]}"))
        yield Statement(_ESSAY, path, "dcterms:isPartOf", "essay")
        yield Statement(_ESSAY, path, "schema:position", typed(str(number), "integer"))
    for locator, reason in source.uncovered.items():
        yield Statement(_ESSAY, f"essay/{locator}", "tf:withoutClaim", f"tf:{reason}")


def _passages(corpus: Corpus) -> Iterator[Statement]:
    for locator, passage in corpus.passages.items():
        path = f"essay/{locator}"
        unit = locator.partition(".")[0]
        section = f"section/{passage.section}"
        if locator[0] in "PN":
            kind = "doco:Paragraph" if locator.startswith("P") else "doco:Footnote"
            yield Statement(_ESSAY, f"essay/{unit}", "rdf:type", kind)
            yield Statement(_ESSAY, f"essay/{unit}", "dcterms:identifier", Words(unit))
            yield Statement(_ESSAY, f"essay/{unit}", "dcterms:isPartOf", section)
            yield Statement(_ESSAY, path, "dcterms:isPartOf", f"essay/{unit}")
        else:
            yield Statement(_ESSAY, path, "dcterms:isPartOf", section)
        for kind in (_PASSAGE_TYPES[locator[0]], "oa:SpecificResource"):
            yield Statement(_ESSAY, path, "rdf:type", kind)
        yield Statement(_ESSAY, path, "dcterms:identifier", Words(locator))
        yield Statement(_ESSAY, path, "oa:hasSource", "essay")
        yield Statement(_ESSAY, path, "schema:position", typed(str(passage.order), "integer"))
        yield Statement(_ESSAY, path, "tf:digest", Words(passage.digest))
        for note in passage.calls:
            yield Statement(_ESSAY, path, "dcterms:references", f"essay/{note}")
        if passage.fragment:
            selector = f"{path}#sel"
            yield Statement(_ESSAY, path, "oa:hasSelector", selector)
            yield Statement(_ESSAY, selector, "rdf:type", "oa:FragmentSelector")
            yield Statement(_ESSAY, selector, "rdf:value", Words(passage.fragment))
            yield Statement(_ESSAY, selector, "dcterms:conformsTo", _FRAGMENT_RULES)


def _pointers(corpus: Corpus) -> Iterator[Statement]:
    for pointer in corpus.pointers:
        path = pointer_key(pointer.at, pointer.as_, pointer.to)
        work = corpus.works[pointer.to]
        yield Statement(_ESSAY, path, "rdf:type", "c4o:InTextReferencePointer")
        yield Statement(_ESSAY, path, "c4o:hasContent", Words(pointer.as_))
        yield Statement(_ESSAY, path, "c4o:hasContext", f"essay/{pointer.at}")
        yield Statement(_ESSAY, path, "dcterms:references", f"work/{pointer.to}")
        yield Statement(_ESSAY, path, "dcterms:type", f"tf:{pointer.kind}")
        if work.custom.bibliography:
            item = f"essay/{work.custom.bibliography}"
            yield Statement(_ESSAY, path, "c4o:denotes", item)
        if pointer.year:
            yield Statement(_ESSAY, path, "dcterms:date", typed(pointer.year, "gYear"))
        if pointer.page:
            yield Statement(_ESSAY, path, "prism:pageRange", Words(pointer.page))
        purpose = f"cito:{camel(pointer.why)}"
        yield Statement(_ESSAY, f"essay/{pointer.at}", purpose, f"work/{pointer.to}")


def _discrepancy(key: str, discrepancy: Discrepancy) -> Iterator[Statement]:
    path = f"discrepancy/{key}"
    yield Statement(_ESSAY, path, "rdf:type", "oa:Annotation")
    yield Statement(_ESSAY, path, "dcterms:type", f"tf:{discrepancy.kind}")
    yield Statement(_ESSAY, path, "oa:motivatedBy", "oa:assessing")
    for locator in discrepancy.at:
        yield Statement(_ESSAY, path, "oa:hasTarget", f"essay/{locator}")
    for work in discrepancy.works:
        yield Statement(_ESSAY, path, "dcterms:subject", f"work/{work}")
    for language, text in (("fr", discrepancy.fr), ("en", discrepancy.en)):
        body = f"{path}#{language}"
        yield Statement(_ESSAY, path, "oa:hasBody", body)
        yield Statement(_ESSAY, body, "rdf:type", "oa:TextualBody")
        yield Statement(_ESSAY, body, "rdf:value", Words(text, language))


def _work(key: str, work: Work) -> Iterator[Statement]:
    path = f"work/{key}"
    for kind in ("fabio:Expression", WORK_TYPES.get(work.type, "fabio:Expression")):
        yield Statement(_WORKS, path, "rdf:type", kind)
    yield Statement(_WORKS, path, "dcterms:identifier", Words(key))
    if work.title:
        yield Statement(_WORKS, path, "dcterms:title", Words(work.title))
    yield from labelled(_WORKS, path, "rdfs:label", work.labels, neutral=True)
    yield from variants(_WORKS, path, work.variants, neutral=True)
    for agent in work.custom.creators:
        yield Statement(_WORKS, path, "dcterms:creator", f"agent/{agent}")
    for name in work.author:
        written = name.literal or ", ".join(filter(None, (name.family, name.given)))
        yield Statement(_WORKS, path, "dc:creator", Words(written))
    if work.issued:
        year = typed(work.issued.year, "gYear")
        yield Statement(_WORKS, path, "fabio:hasPublicationYear", year)
    if work.original_date:
        year = typed(work.original_date.year, "gYear")
        yield Statement(_WORKS, path, "dcterms:created", year)
    for predicate, text in (
        ("dc:publisher", work.publisher),
        ("prism:publicationName", work.container_title),
        ("prism:edition", work.edition),
        ("prism:volume", work.volume),
        ("prism:number", work.issue),
        ("prism:pageRange", work.page),
        ("skos:note", work.custom.note),
    ):
        if text:
            yield Statement(_WORKS, path, predicate, Words(text))
    if work.custom.bibliography:
        item = f"essay/{work.custom.bibliography}"
        yield Statement(_ESSAY, item, "biro:references", path)
    yield from _mentions(path, work.custom.at)


def _mentions(path: str, at: tuple[str, ...]) -> Iterator[Statement]:
    for locator in at:
        yield Statement(_ESSAY, f"essay/{locator}", "schema:mentions", path)


def _agent(key: str, agent: Agent) -> Iterator[Statement]:
    path = f"agent/{key}"
    yield Statement(_WORKS, path, "rdf:type", ENTRY_TYPES[agent.is_])
    yield Statement(_WORKS, path, "dcterms:identifier", Words(key))
    yield from labelled(_WORKS, path, "foaf:name", agent.name, neutral=True)
    yield from variants(_WORKS, path, agent.variants, neutral=True)
    for member in agent.members:
        yield Statement(_WORKS, path, "foaf:member", f"agent/{member}")
    for iri in agent.same_as:
        yield Statement(_WORKS, path, "owl:sameAs", iri)
    if agent.note:
        yield Statement(_WORKS, path, "skos:note", Words(agent.note, "en"))
    yield from _mentions(path, agent.at)


def _scheme(corpus: Corpus) -> Iterator[Statement]:
    yield Statement(_CONCEPTS, "concepts", "rdf:type", "skos:ConceptScheme")
    name = {"fr": "Concepts de l’argument", "en": "Concepts of the argument"}
    for language, text in name.items():
        yield Statement(_CONCEPTS, "concepts", "rdfs:label", Words(text, language))
    for key, concept in corpus.concepts.items():
        if not concept.broader:
            yield Statement(_CONCEPTS, f"concept/{key}", "skos:topConceptOf", "concepts")


def _concept(key: str, concept: Concept) -> Iterator[Statement]:
    path = f"concept/{key}"
    yield Statement(_CONCEPTS, path, "rdf:type", "skos:Concept")
    yield Statement(_CONCEPTS, path, "skos:inScheme", "concepts")
    yield Statement(_CONCEPTS, path, "dcterms:identifier", Words(key))
    yield Statement(_CONCEPTS, path, "dcterms:type", f"tf:{concept.kind}")
    yield from labelled(_CONCEPTS, path, "skos:prefLabel", concept.labels)
    yield from variants(_CONCEPTS, path, concept.variants)
    if concept.definition:
        yield from labelled(_CONCEPTS, path, "skos:definition", concept.definition)
    for broader in concept.broader:
        yield Statement(_CONCEPTS, path, "skos:broader", f"concept/{broader}")
    for iri in concept.exact_match:
        yield Statement(_CONCEPTS, path, "skos:exactMatch", iri)
    for iri in concept.close_match:
        yield Statement(_CONCEPTS, path, "skos:closeMatch", iri)
    if concept.note:
        yield Statement(_CONCEPTS, path, "skos:note", Words(concept.note, "en"))
    yield from _mentions(path, concept.at)


def _claim(corpus: Corpus, key: str, claim: Claim) -> Iterator[Statement]:
    path = f"claim/{key}"
    yield Statement(_ARGUMENT, path, "rdf:type", "tf:Claim")
    yield Statement(_ARGUMENT, path, "rdfs:label", Words(claim.fr, "fr"))
    yield Statement(_ARGUMENT, path, "rdfs:label", Words(claim.en, "en"))
    yield Statement(_ARGUMENT, path, "dcterms:identifier", Words(key))
    yield from _derived(path, claim.at)
    for name in claim.about:
        kind = next(k for k in ("concept", "agent", "work") if name in getattr(corpus, f"{k}s"))
        yield Statement(_ARGUMENT, path, "dcterms:subject", f"{kind}/{name}")
    for work in claim.cites:
        yield Statement(_ARGUMENT, path, "cito:cites", f"work/{work}")
    if claim.ambiguous:
        for holder in claim.ambiguous.holders:
            yield Statement(_ARGUMENT, path, "tf:possibleHolder", f"agent/{holder}")
        yield from labelled(_ARGUMENT, path, "skos:editorialNote", claim.ambiguous.why)
    if claim.note:
        yield Statement(_ARGUMENT, path, "skos:note", Words(claim.note, "en"))
    for said in claim.says:
        for concept in (said.subject, said.object):
            yield Statement(_ARGUMENT, path, "dcterms:subject", f"concept/{concept}")
        relation = RELATIONS[said.relation]
        local = relation.partition(":")[2]
        own = f"relation/{key}/{said.subject}.{local}.{said.object}"
        yield from _reified(own, f"concept/{said.subject}", relation, f"concept/{said.object}")
        yield Statement(_ARGUMENT, own, "prov:wasDerivedFrom", path)
        yield Statement(_ARGUMENT, own, "tf:basis", f"tf:{said.basis}")


def _derived(path: str, at: tuple[str, ...]) -> Iterator[Statement]:
    for locator in at:
        yield Statement(_ARGUMENT, path, "prov:wasDerivedFrom", f"essay/{locator}")


def _reified(path: str, subject: str, predicate: str, target: str) -> Iterator[Statement]:
    yield Statement(_ARGUMENT, path, "rdf:type", "rdf:Statement")
    yield Statement(_ARGUMENT, path, "rdf:subject", subject)
    yield Statement(_ARGUMENT, path, "rdf:predicate", predicate)
    yield Statement(_ARGUMENT, path, "rdf:object", target)


def position_path(claim: str, position: Position, depth: int | None = None) -> str:
    """The path of a position, or of the report ``depth`` reporters further in."""
    reporters = position.reported_by[: len(position.reported_by) if depth is None else depth]
    return "/".join(("position", claim, f"{position.holder}.{position.stance}", *reporters))


def _position(claim: str, position: Position) -> Iterator[Statement]:
    inner = ""
    for depth in range(len(position.reported_by) + 1):
        path = position_path(claim, position, depth)
        holder = position.reported_by[depth - 1] if depth else position.holder
        stance = "reporting" if depth else position.stance
        yield Statement(_ARGUMENT, path, "rdf:type", "tf:Position")
        yield Statement(_ARGUMENT, path, "tf:claim", f"claim/{claim}")
        yield Statement(_ARGUMENT, path, "tf:holder", f"agent/{holder}")
        yield Statement(_ARGUMENT, path, "tf:stance", f"tf:{stance}")
        if inner:
            yield Statement(_ARGUMENT, path, "tf:reports", inner)
        yield from _derived(path, position.at)
        inner = path


def _argument(key: str, claim: Claim) -> Iterator[Statement]:
    path = f"claim/{key}"
    for reason in claim.because:
        own = f"argument/{key}.by.{reason.premises[0]}"
        yield Statement(_ARGUMENT, own, "rdf:type", "aif:RA-node")
        yield Statement(_ARGUMENT, own, "aif:hasConclusion", path)
        for premise in reason.premises:
            yield Statement(_ARGUMENT, own, "aif:hasPremise", f"claim/{premise}")
        if reason.scheme:
            words = "".join(word.capitalize() for word in reason.scheme.split("-"))
            scheme = f"aif:{words}_Scheme"
            yield Statement(_ARGUMENT, own, "aif:fulfils", scheme)
        yield from _rests(own, reason.at, reason.basis)
    for attack in claim.attacks:
        own = f"conflict/{key}.vs.{attack.claim}"
        yield from _conflict(own, path, f"claim/{attack.claim}")
        yield from _rests(own, attack.at, attack.basis)
    for cut in claim.undercuts:
        inference = f"{cut.claim}.by.{cut.by}"
        own = f"conflict/{key}.vs.{inference}"
        yield from _conflict(own, path, f"argument/{inference}")
        yield from _rests(own, cut.at, cut.basis)
    for predicate, links in (
        ("tf:qualifies", claim.qualifies),
        ("tf:elaborates", claim.elaborates),
        ("dcterms:requires", claim.presupposes),
    ):
        for link in links:
            own = f"relation/{key}.{predicate.partition(':')[2]}.{link.claim}"
            yield Statement(_ARGUMENT, path, predicate, f"claim/{link.claim}")
            yield from _reified(own, path, predicate, f"claim/{link.claim}")
            yield from _rests(own, link.at, link.basis)


def _conflict(path: str, element: str, target: str) -> Iterator[Statement]:
    yield Statement(_ARGUMENT, path, "rdf:type", "aif:CA-node")
    yield Statement(_ARGUMENT, path, "aif:hasConflictingElement", element)
    yield Statement(_ARGUMENT, path, "aif:hasConflictedElement", target)


def _rests(path: str, at: tuple[str, ...], basis: str) -> Iterator[Statement]:
    yield from _derived(path, at)
    yield Statement(_ARGUMENT, path, "tf:basis", f"tf:{basis}")
