"""JSON-LD: the dataset compacted with the project's context, and the Web Annotations."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from importlib.resources import files
from itertools import groupby
from typing import Any

import pyoxigraph as ox

from techfeod_graph.export.edition import Edition, as_json
from techfeod_graph.model import Claim
from techfeod_graph.rdf import ontology_quads, to_quads
from techfeod_graph.terms import Language
from techfeod_graph.vocabulary import PREFIXES

__all__ = ["context", "jsonld", "web_annotations"]

_ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_FRAGMENT_RULES = "https://wicg.github.io/scroll-to-text-fragment/"
_TYPE = PREFIXES["rdf"] + "type"


def context() -> dict[str, Any]:
    """The project's JSON-LD context, from ``ontology/context.jsonld``."""
    raw = files("techfeod_graph.ontology").joinpath("context.jsonld").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(raw)["@context"]
    return found


def jsonld(edition: Edition) -> bytes:
    """The named graphs as compact JSON-LD; the context is part of the file."""
    terms = context()
    quads = [*to_quads(edition.statements, edition.base), *ontology_quads(edition.base)]
    compactor = _Compactor(terms, edition.base)
    graphs = [
        {"id": compactor.reference(graph), "graph": compactor.nodes(found)}
        for graph, found in groupby(quads, key=lambda quad: _iri(quad.graph_name))
    ]
    return as_json({"@context": {"@base": edition.base, **terms}, "graph": graphs})


def _iri(term: object) -> str:
    if not isinstance(term, ox.NamedNode):
        raise TypeError(f"a node without a name: {term}")
    return term.value


class _Compactor:
    """Shortens IRIs and values as the terms of a context allow."""

    def __init__(self, terms: dict[str, Any], base: str) -> None:
        self.base = base
        self.prefixes = {
            name: iri for name, iri in terms.items() if isinstance(iri, str) and iri[0] != "@"
        }
        self.terms: dict[str, tuple[str, dict[str, Any]]] = {}
        for term, definition in terms.items():
            if isinstance(definition, dict):
                prefix, _, local = definition["@id"].partition(":")
                self.terms[self.prefixes[prefix] + local] = (term, definition)

    def reference(self, iri: str) -> str:
        """A path under the base, else the IRI as it is."""
        return iri.removeprefix(self.base) if iri.startswith(self.base) else self.name(iri)

    def name(self, iri: str) -> str:
        """A prefixed name, when a prefix fits."""
        for prefix, namespace in self.prefixes.items():
            local = iri.removeprefix(namespace)
            if local and local != iri and "/" not in local:
                return f"{prefix}:{local}"
        return iri

    def nodes(self, quads: Iterable[ox.Quad]) -> list[dict[str, Any]]:
        """The node objects of one graph, in the order of its quads."""
        ordered = sorted(quads, key=lambda quad: str(quad.subject))
        return [
            self._node(subject, list(found))
            for subject, found in groupby(ordered, key=lambda quad: _iri(quad.subject))
        ]

    def _node(self, subject: str, quads: list[ox.Quad]) -> dict[str, Any]:
        node: dict[str, Any] = {"id": self.reference(subject)}
        values: dict[str, list[object]] = {}
        for quad in quads:
            values.setdefault(quad.predicate.value, []).append(quad.object)
        for predicate, objects in values.items():
            if predicate == _TYPE:
                node["type"] = _one([self.name(_iri(thing)) for thing in objects])
            else:
                term, definition = self.terms.get(predicate, (self.name(predicate), {}))
                node[term] = self._values(objects, definition)
        return node

    def _values(self, objects: list[object], definition: dict[str, Any]) -> Any:
        if definition.get("@container") == "@language":
            by_language: dict[str, list[str]] = {}
            for thing in objects:
                if not isinstance(thing, ox.Literal):
                    raise TypeError(f"text is wanted, not {thing}")
                by_language.setdefault(thing.language or "@none", []).append(thing.value)
            return {language: _one(texts) for language, texts in sorted(by_language.items())}
        return _one([self._value(thing, definition) for thing in objects])

    def _value(self, thing: object, definition: dict[str, Any]) -> Any:
        wanted = definition.get("@type")
        if isinstance(thing, ox.Literal):
            datatype = self.name(thing.datatype.value)
            if datatype == (wanted or "xsd:string"):
                return thing.value
            if thing.language:
                return {"@value": thing.value, "@language": thing.language}
            return {"@value": thing.value, "@type": datatype}
        reference = self.reference(_iri(thing))
        return reference if wanted == "@id" else {"id": reference}


def _one(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def web_annotations(edition: Edition) -> bytes:
    """One Web Annotation a claim: our wording with its holders, on the sentences it rests on.

    Sentences are targeted by text fragment; those that have none by their own IRI.
    """
    base = edition.base
    items = [_annotation(edition, claim) for claim in edition.corpus.claims.values()]
    page = {"id": f"{base}annotations/1", "type": "AnnotationPage", "startIndex": 0, "items": items}
    collection = {
        "@context": _ANNOTATION_CONTEXT,
        "id": f"{base}annotations",
        "type": "AnnotationCollection",
        "label": edition.corpus.source.label.fr,
        "total": len(items),
        "first": page,
    }
    return as_json(collection)


def _annotation(edition: Edition, claim: Claim) -> dict[str, Any]:
    base = edition.base
    languages: tuple[Language, ...] = ("fr", "en")
    bodies = [_body(Edition(edition.corpus, language), claim) for language in languages]
    own = f"{base}annotation/{claim.id}"
    about = {"type": "SpecificResource", "source": f"{base}claim/{claim.id}"}
    return {
        "id": own,
        "type": "Annotation",
        "motivation": "describing",
        "body": [*bodies, {"id": f"{own}#claim", **about, "purpose": "identifying"}],
        "target": list(_targets(edition, claim)),
    }


def _body(edition: Edition, claim: Claim) -> dict[str, str]:
    lines = [edition.wording(claim), *(f"— {voice}" for voice in edition.voices(claim))]
    return {
        "id": f"{edition.base}annotation/{claim.id}#{edition.language}",
        "type": "TextualBody",
        "value": "\n".join(lines),
        "format": "text/plain",
        "language": edition.language,
        "purpose": "describing",
    }


def _targets(edition: Edition, claim: Claim) -> Iterator[dict[str, Any] | str]:
    source = edition.corpus.source.address or f"{edition.base}essay"
    for locator in claim.at:
        fragment = edition.corpus.passages[locator].fragment
        passage = f"{edition.base}essay/{locator}"
        if fragment is None:
            yield passage
            continue
        selector = {
            "id": f"{passage}#sel",
            "type": "FragmentSelector",
            "conformsTo": _FRAGMENT_RULES,
            "value": fragment,
        }
        yield {"id": passage, "type": "SpecificResource", "source": source, "selector": selector}
