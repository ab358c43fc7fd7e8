"""The own vocabulary as plain data, read from its ontology, for whoever makes a page of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import pyoxigraph as ox

from techfeod_graph.vocabulary import PREFIXES, TF, contract

__all__ = ["InBoth", "ontology_page_data"]

#: The same words in French and in English: ``{"fr": …, "en": …}``.
InBoth = dict[str, str]

_IRI = TF.removesuffix("#")
_KINDS: dict[str, InBoth] = {
    "owl:Class": {"fr": "classe", "en": "class"},
    "owl:ObjectProperty": {"fr": "propriété entre ressources", "en": "object property"},
    "owl:DatatypeProperty": {"fr": "propriété à valeur", "en": "datatype property"},
    "owl:AnnotationProperty": {"fr": "annotation", "en": "annotation property"},
    "owl:NamedIndividual": {"fr": "individu", "en": "individual"},
    "skos:ConceptScheme": {"fr": "liste", "en": "list"},
    "skos:Concept": {"fr": "valeur", "en": "value"},
}
_TRAITS: dict[str, InBoth] = {
    "owl:FunctionalProperty": {"fr": "fonctionnelle", "en": "functional"},
    "owl:SymmetricProperty": {"fr": "symétrique", "en": "symmetric"},
    "owl:AsymmetricProperty": {"fr": "asymétrique", "en": "asymmetric"},
    "owl:IrreflexiveProperty": {"fr": "irréflexive", "en": "irreflexive"},
}
_FACTS: dict[str, InBoth] = {
    "rdfs:subClassOf": {"fr": "sorte de", "en": "kind of"},
    "rdfs:subPropertyOf": {"fr": "sorte de", "en": "kind of"},
    "rdfs:domain": {"fr": "va de", "en": "from"},
    "rdfs:range": {"fr": "vers", "en": "to"},
    "skos:broader": {"fr": "relève de", "en": "belongs to"},
}
_GROUPS: tuple[tuple[str, str, str], ...] = (
    ("classes", "Classes", "Classes"),
    ("properties", "Propriétés", "Properties"),
    ("relations", "Relations entre concepts", "Relations between concepts"),
)


@cache
def _triples() -> dict[str, list[tuple[str, Any]]]:
    """Subject to its predicates and objects, names contracted, in the order of the file."""
    raw = files("techfeod_graph.ontology").joinpath("techfeod.ttl").read_bytes()
    found: dict[str, list[tuple[str, Any]]] = {}
    for triple in ox.parse(raw, format=ox.RdfFormat.TURTLE):
        target = triple.object if isinstance(triple.object, ox.Literal) else _name(triple.object)
        found.setdefault(_name(triple.subject), []).append((_name(triple.predicate), target))
    return found


def _name(node: object) -> str:
    return contract(node.value, "") if isinstance(node, ox.NamedNode) else str(node)


def _all(subject: str, predicate: str) -> list[Any]:
    return [target for name, target in _triples().get(subject, []) if name == predicate]


def _words(subject: str, *predicates: str) -> InBoth:
    for predicate in predicates:
        if found := {t.language: t.value for t in _all(subject, predicate)}:
            return {"fr": found["fr"], "en": found["en"]}
    return {}


def _list(head: str) -> Iterator[str]:
    """The members of an RDF list, from its first node."""
    while head != "rdf:nil":
        yield _all(head, "rdf:first")[0]
        head = _all(head, "rdf:rest")[0]


def _link(name: str) -> dict[str, str | None]:
    """A name with its IRI, and its anchor on the page when it is one of the own terms."""
    prefix, _, local = name.partition(":")
    own = local if prefix == "tf" else None
    return {"name": name, "iri": PREFIXES.get(prefix, prefix + ":") + local, "anchor": own}


def _chain(head: str) -> list[dict[str, Any]]:
    """The steps of a property chain; ``inverse`` where a step is walked backwards."""
    steps = []
    for member in _list(head):
        inverted = _all(member, "owl:inverseOf") if member.startswith("_:") else []
        steps.append({**_link(inverted[0] if inverted else member), "inverse": bool(inverted)})
    return steps


def _term(name: str) -> dict[str, Any]:
    types = _all(name, "rdf:type")
    facts = [
        {"name": title, "values": [_link(value) for value in values]}
        for predicate, title in _FACTS.items()
        if (values := _all(name, predicate))
    ]
    notation = _all(name, "skos:notation")
    return _link(name) | {
        "kind": next(_KINDS[kind] for kind in types if kind in _KINDS),
        "label": _words(name, "rdfs:label", "skos:prefLabel"),
        "comment": _words(name, "rdfs:comment", "skos:definition"),
        "traits": [_TRAITS[kind] for kind in types if kind in _TRAITS],
        "facts": facts,
        "chains": [_chain(head) for head in _all(name, "owl:propertyChainAxiom")],
        "notation": notation[0].value if notation else None,
    }


def _of(kinds: Iterable[str]) -> list[str]:
    wanted = set(kinds)
    return [name for name in _triples() if wanted & set(_all(name, "rdf:type"))]


def _own() -> list[str]:
    return [name for name in _triples() if name.startswith("tf:")]


def _group(name: str) -> str | None:
    types = _all(name, "rdf:type")
    if "owl:Class" in types:
        return "classes"
    if "owl:ObjectProperty" in types or "owl:DatatypeProperty" in types:
        return "relations" if "skos:related" in _all(name, "rdfs:subPropertyOf") else "properties"
    return None


def _others() -> list[dict[str, Any]]:
    """The declared terms of other vocabularies, by prefix."""
    found: dict[str, list[dict[str, Any]]] = {}
    for name in sorted(_of(_KINDS)):
        prefix = name.partition(":")[0]
        if prefix in PREFIXES and prefix != "tf":
            kind = next(_KINDS[k] for k in _all(name, "rdf:type") if k in _KINDS)
            found.setdefault(prefix, []).append({**_link(name), "kind": kind})
    return [
        {"prefix": prefix, "namespace": PREFIXES[prefix], "terms": terms}
        for prefix, terms in found.items()
    ]


def ontology_page_data() -> dict[str, Any]:
    """Everything that a page of the ontology shows, as dicts, lists and text.

    ``groups`` holds the classes and properties, ``schemes`` the closed lists with their members,
    ``disjoint`` sets of classes that share no instance, ``others`` the declared terms of other
    vocabularies. A term has ``name`` (``tf:Claim``), ``iri``, ``anchor`` (``Claim``, unique on the
    page, None for terms of others), ``kind``, ``label``, ``comment`` (each ``{"fr", "en"}``),
    ``traits``, ``facts`` (name and linked values), ``chains`` (steps with ``inverse``) and
    ``notation``. Source: ``ontology/techfeod.ttl``.
    """
    own = [_term(name) for name in _own()]
    groups = [
        {
            "id": key,
            "title": {"fr": french, "en": english},
            "terms": [term for term in own if _group(str(term["name"])) == key],
        }
        for key, french, english in _GROUPS
    ]
    schemes = [
        _term(name) | {"members": [t for t in own if name in _all(str(t["name"]), "skos:inScheme")]}
        for name in _of(["skos:ConceptScheme"])
        if name.startswith("tf:")
    ]
    disjoint = [
        [_link(member) for member in _list(head)]
        for name in _of(["owl:AllDisjointClasses"])
        for head in _all(name, "owl:members")
    ]
    return {
        "iri": _IRI,
        "version_iri": _all(_IRI, "owl:versionIRI")[0],
        "version": _all(_IRI, "owl:versionInfo")[0].value,
        "licence": _all(_IRI, "dcterms:license")[0],
        "prefix": "tf",
        "namespace": TF,
        "title": _words(_IRI, "dcterms:title"),
        "description": _words(_IRI, "dcterms:description"),
        "groups": groups,
        "schemes": schemes,
        "disjoint": disjoint,
        "others": _others(),
    }
