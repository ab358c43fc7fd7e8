"""From statements to RDF: rules applied, serialised in a fixed order, without blank nodes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import TYPE_CHECKING

import pyoxigraph as ox

from techfeod_graph.corpus import Corpus
from techfeod_graph.graph import Statement, Words
from techfeod_graph.statements import statements
from techfeod_graph.vocabulary import PREFIXES, contract, expand

if TYPE_CHECKING:
    import rdflib

__all__ = [
    "FORMATS",
    "compiled",
    "ontology_quads",
    "prologue",
    "serialise",
    "statement_of",
    "to_quads",
    "to_rdf",
    "write",
]

#: The RDF formats that are written, by the ending of their file.
FORMATS: dict[str, ox.RdfFormat] = {
    "ttl": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nq": ox.RdfFormat.N_QUADS,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
}
_VOCABULARY_GRAPH = "graph/vocabulary"


def prologue(base: str) -> str:
    """The BASE and PREFIX lines that every query may rely on."""
    lines = [f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items()]
    return "\n".join((f"BASE <{base}>", *lines, ""))


def compiled(corpus: Corpus) -> list[Statement]:
    """Everything that a corpus states and that the rules derive from it, sorted."""
    base = corpus.source.base
    stated = set(statements(corpus))
    derived = set(_derive(stated, base))
    known = {statement[1:] for statement in stated}
    everything = stated | {s for s in derived if s[1:] not in known}
    counted = len(everything)
    total = Words(str(counted), datatype="xsd:integer")
    everything.add(Statement("graph/meta", "dataset", "void:triples", total))
    return sorted(everything, key=_order)


def _order(statement: Statement) -> tuple[str, ...]:
    target = statement.object
    tail = ("1", *target) if isinstance(target, Words) else ("0", target)
    kind = "" if statement.predicate == "rdf:type" else statement.predicate
    return (statement.graph, statement.subject, kind, *tail)


def _derive(stated: Iterable[Statement], base: str) -> Iterator[Statement]:
    """Apply the rules in the order of their names, each on all that came before."""
    store = ox.Store()
    store.extend(to_quads(stated, base))
    store.extend(ontology_quads(base))
    rules = files("techfeod_graph.ontology").joinpath("rules")
    for rule in sorted(rules.iterdir(), key=lambda entry: entry.name):
        text = rule.read_text(encoding="utf-8")
        graph = text.partition("\n")[0].removeprefix("# graph: ")
        result = store.query(prologue(base) + text, use_default_graph_as_union=True)
        if not isinstance(result, ox.QueryTriples):
            raise TypeError(f"{rule.name} is not a CONSTRUCT query")
        found = [statement_of(triple, graph, base) for triple in result]
        store.extend(to_quads(found, base))
        yield from found


def statement_of(triple: ox.Triple, graph: str, base: str) -> Statement:
    """A triple as a statement, its IRIs by their shortest names.

    :raises TypeError: when a node has no name.
    """
    subject, predicate, target = triple.subject, triple.predicate, triple.object
    if isinstance(target, ox.Literal):
        plain = target.language or target.datatype.value == PREFIXES["xsd"] + "string"
        datatype = "" if plain else contract(target.datatype.value, base)
        thing: str | Words = Words(target.value, target.language or "", datatype)
    elif isinstance(target, ox.NamedNode):
        thing = contract(target.value, base)
    else:
        raise TypeError(f"a node without a name: {target}")
    if not isinstance(subject, ox.NamedNode):
        raise TypeError(f"a node without a name: {subject}")
    return Statement(graph, contract(subject.value, base), contract(predicate.value, base), thing)


def to_quads(given: Iterable[Statement], base: str) -> Iterator[ox.Quad]:
    """Statements as Oxigraph's quads, in their order."""
    for graph, subject, predicate, target in given:
        yield ox.Quad(
            ox.NamedNode(expand(subject, base)),
            ox.NamedNode(expand(predicate, base)),
            _literal(target, base)
            if isinstance(target, Words)
            else ox.NamedNode(expand(target, base)),
            ox.NamedNode(expand(graph, base)),
        )


def _literal(words: Words, base: str) -> ox.Literal:
    if words.language:
        return ox.Literal(words.text, language=words.language)
    if words.datatype:
        return ox.Literal(words.text, datatype=ox.NamedNode(expand(words.datatype, base)))
    return ox.Literal(words.text)


def ontology_quads(base: str) -> list[ox.Quad]:
    """The own vocabulary, which travels with the data in a named graph of its own.

    Axioms that need a list (property chains, the disjointness of several classes) stay in the file:
    they are written with nodes without a name, which the data does not have.
    """
    raw = files("techfeod_graph.ontology").joinpath("techfeod.ttl").read_bytes()
    graph = ox.NamedNode(expand(_VOCABULARY_GRAPH, base))
    triples = ox.parse(raw, format=ox.RdfFormat.TURTLE)
    named = (t for t in triples if ox.BlankNode not in (type(t.subject), type(t.object)))
    return sorted((ox.Quad(t.subject, t.predicate, t.object, graph) for t in named), key=str)


def serialise(given: Iterable[Statement], base: str, ending: str) -> bytes:
    """The statements and the vocabulary in one of :data:`FORMATS`.

    Formats without named graphs (Turtle, N-Triples) carry the union of all graphs, each triple
    once. The same statements always give the same bytes.
    """
    quads = [*to_quads(given, base), *ontology_quads(base)]
    if ending in ("nq", "nt"):
        lines = {f"{q}" if ending == "nq" else f"{q.triple}" for q in quads}
        return "".join(f"{line} .\n" for line in sorted(lines)).encode()
    if ending in ("trig", "jsonld"):
        return write(quads, FORMATS[ending], base)
    return write(sorted({q.triple for q in quads}, key=_subject_first), FORMATS[ending], base)


def _subject_first(triple: ox.Triple) -> tuple[str, str, str]:
    predicate = str(triple.predicate)
    kind = "" if predicate.endswith("#type>") else predicate
    return (str(triple.subject), kind, str(triple.object))


def write(given: Iterable[ox.Quad] | Iterable[ox.Triple], style: ox.RdfFormat, base: str) -> bytes:
    """Quads or triples in their order, with the prefixes that they use, sorted.

    Oxigraph writes its prefix lines in an order that changes from run to run.
    """
    raw = ox.serialize(given, format=style, prefixes=PREFIXES, base_iri=base) or b""
    lines = raw.decode().splitlines(keepends=True)
    count = next((i for i, line in enumerate(lines) if not line.startswith("@")), len(lines))
    body = "".join(lines[count:])
    head = [line for line in lines[:count] if line.startswith("@base")]
    prefixes = [line for line in lines[:count] if line.startswith("@prefix")]
    used = [line for line in sorted(prefixes) if f"{line.split()[1]}" in body]
    return "".join((*head, *used, body)).encode()


def to_rdf(corpus: Corpus) -> rdflib.Dataset:
    """The compiled corpus as an rdflib Dataset with its named graphs, vocabulary included."""
    import rdflib

    dataset = rdflib.Dataset(default_union=True)
    for name, iri in PREFIXES.items():
        dataset.bind(name, iri, replace=True)
    base = corpus.source.base
    for quad in (*to_quads(compiled(corpus), base), *ontology_quads(base)):
        target: rdflib.term.Node
        if isinstance(quad.object, ox.Literal):
            literal = quad.object
            datatype = None if literal.language else rdflib.URIRef(literal.datatype.value)
            if datatype == rdflib.XSD.string:
                datatype = None
            target = rdflib.Literal(literal.value, lang=literal.language, datatype=datatype)
        else:
            target = rdflib.URIRef(_iri(quad.object))
        graph = dataset.graph(rdflib.URIRef(_iri(quad.graph_name)))
        graph.add((rdflib.URIRef(_iri(quad.subject)), rdflib.URIRef(_iri(quad.predicate)), target))
    return dataset


def _iri(term: object) -> str:
    if not isinstance(term, ox.NamedNode):
        raise TypeError(f"a node without a name: {term}")
    return term.value
