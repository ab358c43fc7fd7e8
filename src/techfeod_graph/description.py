"""The description of the dataset itself: DCAT and VoID, with one distribution a format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from techfeod_graph.corpus import Corpus
from techfeod_graph.formats import FORMATS
from techfeod_graph.graph import Statement, Words, typed
from techfeod_graph.vocabulary import ENTRY_TYPES, PREFIXES

__all__ = ["LICENCE", "described"]

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_META = "graph/meta"
_MEDIA = "https://www.iana.org/assignments/media-types/"
#: The media types in the register that ``dcat:mediaType`` points to.
_REGISTERED = {
    "text/turtle", "text/vnd.graphviz", "application/trig", "application/n-triples",
    "application/n-quads", "application/ld+json", "application/rdf+xml", "application/json",
    "application/zip",
}  # fmt: skip
_TITLES = {
    "fr": "Graphe de l’argument : le technoféodalisme relu",
    "en": "Graph of the argument: technofeudalism reviewed",
}
_ABOUT = {
    "fr": (
        "Les concepts, affirmations, positions et renvois d’une recension, chaque affirmation "
        "prouvée par sa phrase, dont le texte n’est pas repris."
    ),
    "en": (
        "The concepts, claims, positions and references of a review, every claim proved by its "
        "sentence, whose text is not included."
    ),
}
_CREATORS = "the techfeod-graph authors"
#: Namespaces that every RDF file has and that describe nothing.
_PLUMBING = {"rdf", "rdfs", "owl", "xsd"}


def described(corpus: Corpus) -> Iterator[Statement]:
    """Title, licence, version, vocabularies, counts and distributions of the dataset."""
    path = "dataset"
    for kind in ("dcat:Dataset", "void:Dataset"):
        yield Statement(_META, path, "rdf:type", kind)
    for language, text in _TITLES.items():
        yield Statement(_META, path, "dcterms:title", Words(text, language))
    for language, text in _ABOUT.items():
        yield Statement(_META, path, "dcterms:description", Words(text, language))
    yield Statement(_META, path, "dcterms:license", LICENCE)
    yield Statement(_META, path, "dcterms:creator", f"{path}#creators")
    yield Statement(_META, f"{path}#creators", "rdf:type", "foaf:Agent")
    yield Statement(_META, f"{path}#creators", "foaf:name", Words(_CREATORS))
    yield Statement(_META, path, "dcat:version", Words(corpus.source.version))
    yield Statement(_META, path, "dcterms:source", "essay")
    for language in ("fr", "en"):
        yield Statement(_META, path, "dc:language", Words(language))
    yield Statement(_META, path, "void:uriSpace", Words(corpus.source.base))
    for prefix in sorted(PREFIXES.keys() - _PLUMBING):
        yield Statement(_META, path, "void:vocabulary", f"{prefix}:")
    yield from _counts(corpus)
    yield from _withdrawn(corpus)
    yield from _distributions()


def _withdrawn(corpus: Corpus) -> Iterator[Statement]:
    """The ids that were published once: deprecated, with what replaces them."""
    for path, own in corpus.slugs.items():
        if own.withdrawn is not None:
            yield Statement(_META, path, "owl:deprecated", typed("true", "boolean"))
            yield Statement(_META, path, "dcterms:identifier", Words(path.partition("/")[2]))
            if own.replaced_by is not None:
                kind = path.partition("/")[0]
                yield Statement(_META, path, "dcterms:isReplacedBy", f"{kind}/{own.replaced_by}")


def _counts(corpus: Corpus) -> Iterator[Statement]:
    """One class partition for each kind of record that the files list."""
    agents = Counter(agent.is_ for agent in corpus.agents.values())
    for name, kind, count in (
        ("concepts", "skos:Concept", len(corpus.concepts)),
        ("claims", "tf:Claim", len(corpus.claims)),
        *((f"{kind}s", ENTRY_TYPES[kind], number) for kind, number in sorted(agents.items())),
        ("works", "fabio:Expression", len(corpus.works)),
        ("pointers", "c4o:InTextReferencePointer", len(corpus.pointers)),
        ("passages", "oa:SpecificResource", len(corpus.passages)),
    ):
        part = f"dataset#{name}"
        yield Statement(_META, "dataset", "void:classPartition", part)
        yield Statement(_META, part, "rdf:type", "void:Dataset")
        yield Statement(_META, part, "void:class", kind)
        yield Statement(_META, part, "void:entities", typed(str(count), "integer"))


def _distributions() -> Iterator[Statement]:
    """What a build writes; no address is given, since nothing has been published yet."""
    for name, entry in FORMATS.items():
        path = f"dataset#{name}"
        yield Statement(_META, "dataset", "dcat:distribution", path)
        yield Statement(_META, path, "rdf:type", "dcat:Distribution")
        yield Statement(_META, path, "dcterms:identifier", Words(entry.file))
        yield Statement(_META, path, "dcterms:title", Words(entry.fr, "fr"))
        yield Statement(_META, path, "dcterms:title", Words(entry.en, "en"))
        yield Statement(_META, path, "dcterms:license", LICENCE)
        yield Statement(_META, path, "dc:format", Words(entry.media))
        if entry.media in _REGISTERED:
            yield Statement(_META, path, "dcat:mediaType", f"{_MEDIA}{entry.media}")
