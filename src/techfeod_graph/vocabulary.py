"""Namespaces, and the one table from the model's words to the terms of RDF."""

from __future__ import annotations

from urllib.parse import quote

__all__ = [
    "ENTRY_TYPES", "PREFIXES", "RELATIONS", "TF", "WORK_TYPES", "camel", "contract", "expand",
]  # fmt: skip

#: The fixed namespace of the own terms; only the base of the data can be configured.
TF = "https://w3id.org/technofeodalisme/ns#"

PREFIXES: dict[str, str] = {
    "aif": "http://www.arg.dundee.ac.uk/aif#",
    "biro": "http://purl.org/spar/biro/",
    "c4o": "http://purl.org/spar/c4o/",
    "cito": "http://purl.org/spar/cito/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "doco": "http://purl.org/spar/doco/",
    "fabio": "http://purl.org/spar/fabio/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prism": "http://prismstandard.org/namespaces/basic/2.0/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "tf": TF,
    "vann": "http://purl.org/vocab/vann/",
    "void": "http://rdfs.org/ns/void#",
    "xkos": "http://rdf-vocabulary.ddialliance.org/xkos#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def camel(name: str) -> str:
    """A hyphenated word of the model as the local name of a property: ``hasFeature``."""
    first, *rest = name.split("-")
    return first + "".join(part.capitalize() for part in rest)


#: Relations between concepts, from their YAML word to their property.
RELATIONS: dict[str, str] = {
    "causes": "xkos:causes",
    "part-of": "xkos:isPartOf",
} | {
    name: f"tf:{camel(name)}"
    for name in (
        "enables", "requires", "has-feature", "produces", "controls", "appropriates", "serves",
        "counters", "opposed-to", "differs-from",
    )
}  # fmt: skip

#: The class of each kind of work and agent; every work is also a ``fabio:Expression``.
WORK_TYPES: dict[str, str] = {
    "book": "fabio:Book",
    "article-journal": "fabio:JournalArticle",
    "article-magazine": "fabio:MagazineArticle",
    "article": "fabio:Article",
    "report": "fabio:ReportDocument",
}
ENTRY_TYPES: dict[str, str] = {
    "person": "foaf:Person",
    "group": "foaf:Group",
    "organisation": "foaf:Organization",
}


def expand(name: str, base: str) -> str:
    """The IRI of a prefixed name, of an absolute IRI, or of a path under ``base``."""
    prefix, colon, local = name.partition(":")
    if colon and prefix in PREFIXES:
        return PREFIXES[prefix] + local
    if colon and local.startswith("//"):
        return name
    return base + quote(name, safe="/.#-_~")


def contract(iri: str, base: str) -> str:
    """The shortest name of an IRI that :func:`expand` leads back to it."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri[len(base) :] if iri.startswith(base) else iri
