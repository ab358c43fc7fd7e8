"""The one generator of statements that RDF, the network and the tables are all built from.

A statement names its resources as prefixed names (``tf:Claim``), absolute IRIs, or paths under the
base of the data (``claim/rente``); :func:`techfeod_graph.vocabulary.expand` makes IRIs of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from techfeod_graph.names import fold

if TYPE_CHECKING:
    import networkx

    from techfeod_graph.model import Name, Variants

__all__ = ["Statement", "Words", "labelled", "pointer_key", "to_networkx", "typed"]


class Words(NamedTuple):
    """A literal: its text, and its language or its datatype as a prefixed name."""

    text: str
    language: str = ""
    datatype: str = ""


class Statement(NamedTuple):
    """Subject, predicate and object, in one of the named graphs (``graph/argument``)."""

    graph: str
    subject: str
    predicate: str
    object: str | Words


def typed(text: str, datatype: str) -> Words:
    """A literal of a datatype of XML Schema: ``typed("3", "integer")``."""
    return Words(text, datatype=f"xsd:{datatype}")


def labelled(
    graph: str, subject: str, predicate: str, name: Name, *, neutral: bool = False
) -> Iterator[Statement]:
    """A name in both languages; one literal without language when ``neutral`` and the same."""
    if neutral and name.fr == name.en:
        yield Statement(graph, subject, predicate, Words(name.fr))
    else:
        yield Statement(graph, subject, predicate, Words(name.fr, "fr"))
        yield Statement(graph, subject, predicate, Words(name.en, "en"))


def variants(
    graph: str, subject: str, forms: Variants, *, neutral: bool = False
) -> Iterator[Statement]:
    """Every other written form, as ``skos:altLabel``."""
    for language, texts in (("fr", forms.fr), ("en", forms.en)):
        for text in texts:
            both = neutral and text in forms.fr and text in forms.en
            yield Statement(graph, subject, "skos:altLabel", Words(text, "" if both else language))


def pointer_key(at: str, written: str, work: str) -> str:
    """The path of a pointer, made of what it is: ``cite/N05.1/negri-marx/negri-1984``."""
    return f"cite/{at}/{work}/{fold(written).replace(' ', '-')}"


def to_networkx(statements: Iterable[Statement]) -> networkx.MultiDiGraph[str]:
    """The statements as a network.

    Every resource is a node and every statement between two resources an edge whose key is the
    predicate. Literals become text attributes of their node, named by predicate and language
    (``rdfs:label@fr``); several are joined by a line feed, in the order of the alphabet. Classes
    stand in the attribute ``rdf:type``. An edge has ``graphs``: the named graphs that hold it.
    """
    import networkx

    network: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    texts: dict[str, dict[str, set[str]]] = {}
    edges: dict[tuple[str, str, str], set[str]] = {}
    for graph, subject, predicate, target in statements:
        own = texts.setdefault(subject, {})
        if isinstance(target, Words):
            name = f"{predicate}@{target.language}" if target.language else predicate
            own.setdefault(name, set()).add(target.text)
        elif predicate == "rdf:type":
            own.setdefault(predicate, set()).add(target)
        else:
            texts.setdefault(target, {})
            edges.setdefault((subject, predicate, target), set()).add(graph)
    for node in sorted(texts):
        network.add_node(node, **{k: "\n".join(sorted(v)) for k, v in sorted(texts[node].items())})
    for subject, predicate, target in sorted(edges):
        graphs = "\n".join(sorted(edges[subject, predicate, target]))
        network.add_edge(subject, target, key=predicate, graphs=graphs)
    return network
