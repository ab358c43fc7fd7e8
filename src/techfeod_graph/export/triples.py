"""The RDF formats: the whole dataset, its RDF 1.2 form, and the thesaurus alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import partial

import pyoxigraph as ox

from techfeod_graph.description import LICENCE
from techfeod_graph.export.edition import Edition, Writer
from techfeod_graph.graph import Statement, Words
from techfeod_graph.rdf import ontology_quads, serialise, to_quads, write
from techfeod_graph.vocabulary import PREFIXES, RELATIONS, expand

__all__ = ["nanopubs", "rdf", "rdf12", "rdfxml", "thesaurus"]

_PARTS = ("rdf:subject", "rdf:predicate", "rdf:object")
_REIFIES = ox.NamedNode(PREFIXES["rdf"] + "reifies")
_NP = "http://www.nanopub.org/nschema#"
_HYCL_STATEMENT = "http://purl.org/petapico/o/hycl#Statement"
_SKOS_GRAPHS = ("graph/concepts", "graph/relations", "graph/inferred")


def _rdf(edition: Edition, ending: str) -> bytes:
    return serialise(edition.statements, edition.base, ending)


def rdf(ending: str) -> Writer:
    """The writer of one of the formats that Oxigraph serialises: ttl, trig, nt, nq."""
    return partial(_rdf, ending=ending)


def rdfxml(edition: Edition) -> bytes:
    """The union of the named graphs as RDF/XML, namespaces sorted."""
    quads = [*to_quads(edition.statements, edition.base), *ontology_quads(edition.base)]
    triples = sorted({quad.triple for quad in quads}, key=str)
    text = (ox.serialize(triples, format=ox.RdfFormat.RDF_XML, prefixes=PREFIXES) or b"").decode()
    return re.sub(r"<rdf:RDF ([^>]*)>", _sorted_names, text, count=1).encode()


def _sorted_names(tag: re.Match[str]) -> str:
    names = sorted(re.findall(r'xmlns:\w+="[^"]*"', tag[1]))
    return f"<rdf:RDF {' '.join(names)}>"


def rdf12(edition: Edition) -> bytes:
    """TriG of RDF 1.2: each reified relation reifies a triple term instead of describing it."""
    parts: dict[str, dict[str, str]] = {}
    for _graph, subject, predicate, target in edition.statements:
        if predicate in _PARTS and isinstance(target, str):
            parts.setdefault(subject, {})[predicate] = target
    quads = [*_reified(edition, parts), *ontology_quads(edition.base)]
    return write(quads, ox.RdfFormat.TRIG, edition.base)


def _reified(edition: Edition, parts: dict[str, dict[str, str]]) -> Iterator[ox.Quad]:
    for statement in edition.statements:
        graph, subject, predicate, target = statement
        if subject in parts and (predicate in _PARTS or target == "rdf:Statement"):
            if predicate == _PARTS[0]:
                triple = Statement(graph, *(parts[subject][part] for part in _PARTS))
                inner = next(to_quads([triple], edition.base))
                outer = next(to_quads([statement], edition.base))
                yield ox.Quad(outer.subject, _REIFIES, inner.triple, outer.graph_name)
        else:
            yield from to_quads([statement], edition.base)


def thesaurus(edition: Edition) -> bytes:
    """The concept scheme and the labels of its terms as one graph of Turtle.

    Holds what a thesaurus browser reads: labels, notes, hierarchy, and the relations that somebody
    holds, with the names of these relations and of the kinds of concept in both languages. The
    vocabulary's own lists of concepts stay out: a browser would show them as further thesauri.
    """
    kept = [*_scheme(edition), *filter(_in_thesaurus, edition.statements)]
    triples = {quad.triple for quad in to_quads(kept, edition.base)}
    triples |= set(_names(edition, {statement.object for statement in kept}))
    ordered = sorted(triples, key=lambda t: (str(t.subject), str(t.predicate), str(t.object)))
    return write(ordered, ox.RdfFormat.TURTLE, edition.base)


def _names(edition: Edition, kinds: Set[str | Words]) -> Iterator[ox.Triple]:
    """The own properties of concepts, and the labels of the kinds that concepts have."""
    own = ontology_quads(edition.base)
    relations = {expand(relation, edition.base) for relation in RELATIONS.values()}
    named = {expand(kind, edition.base) for kind in kinds if isinstance(kind, str)}
    for quad in own:
        subject = getattr(quad.subject, "value", "")
        label = quad.predicate.value == PREFIXES["rdfs"] + "label"
        if subject in relations or (subject in named and label):
            yield quad.triple


def _in_thesaurus(statement: Statement) -> bool:
    graph, subject, predicate, _target = statement
    concept = subject == "concepts" or subject.startswith("concept/")
    return concept and graph in _SKOS_GRAPHS and predicate != "schema:mentions"


def _scheme(edition: Edition) -> Iterable[Statement]:
    for graph, subject, predicate, target in edition.statements:
        if subject == "dataset" and predicate in ("dcterms:license", "dcterms:creator"):
            yield Statement(graph, "concepts", predicate, target)
        if subject == "concepts" and predicate == "rdfs:label":
            yield Statement(graph, "concepts", "dcterms:title", target)
            yield Statement(graph, "concepts", "skos:prefLabel", target)
    space = Words(f"{edition.base}concept/")
    yield Statement("graph/concepts", "concepts", "void:uriSpace", space)


def nanopubs(edition: Edition) -> bytes:
    """One nanopublication a claim, unsigned, in TriG.

    The assertion says what is claimed; the provenance who holds or reports it with which stance,
    and the sentences it rests on; the publication info who made this record of it. No AIDA
    sentence is minted: it would make our wording an identifier before it is frozen.
    """
    about: dict[str, list[Statement]] = {}
    for statement in edition.statements:
        if statement.graph == "graph/argument":
            about.setdefault(statement.subject, []).append(statement)
    positions: dict[str, list[str]] = {}
    relations: dict[str, list[str]] = {}
    for subject in about:
        kind, _, rest = subject.partition("/")
        if kind == "position":
            positions.setdefault(rest.partition("/")[0], []).append(subject)
        elif kind == "relation":
            relations.setdefault(rest.partition("/")[0], []).append(subject)
    quads: list[ox.Quad] = []
    for key in edition.corpus.claims:
        parts = (about, relations.get(key, []), positions[key])
        quads += to_quads(_nanopub(edition, key, *parts), edition.base)
    return write(quads, ox.RdfFormat.TRIG, edition.base)


def _nanopub(
    edition: Edition,
    key: str,
    about: Mapping[str, Sequence[Statement]],
    relations: Iterable[str],
    positions: Iterable[str],
) -> Iterator[Statement]:
    path, claim = f"nanopub/{key}", f"claim/{key}"
    head, assertion, provenance, info = (
        f"{path}#{name}" for name in ("Head", "assertion", "provenance", "pubinfo")
    )
    yield Statement(head, path, "rdf:type", f"{_NP}Nanopublication")
    yield Statement(head, path, f"{_NP}hasAssertion", assertion)
    yield Statement(head, path, f"{_NP}hasProvenance", provenance)
    yield Statement(head, path, f"{_NP}hasPublicationInfo", info)
    yield Statement(assertion, claim, "rdf:type", _HYCL_STATEMENT)
    told: list[Statement] = []
    for statement in about[claim]:
        if statement.predicate in ("rdf:type", "rdfs:label", "dcterms:subject"):
            yield statement._replace(graph=assertion)
        elif statement.predicate in ("tf:possibleHolder", "skos:editorialNote"):
            told.append(statement)
        elif statement.predicate == "prov:wasDerivedFrom":
            told += [statement, statement._replace(subject=assertion)]
    for relation in relations:
        yield from (s._replace(graph=assertion) for s in about[relation])
    for position in positions:
        told += about[position]
    yield from (statement._replace(graph=provenance) for statement in told)
    yield Statement(info, path, "dcterms:license", LICENCE)
    yield Statement(info, path, "dcterms:creator", "dataset#creators")
    yield Statement(info, path, "dcterms:isPartOf", "dataset")
    yield Statement(info, path, "dcat:version", Words(edition.corpus.source.version))
