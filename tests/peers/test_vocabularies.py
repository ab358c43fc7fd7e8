"""Every term of another vocabulary that is used exists in that vocabulary's own file.

``external-terms.tsv`` says where each was seen. Where a package carries the vocabulary, the file is
read again here; where none does, the entry names the file and revision that was read.
"""

import os
from pathlib import Path

import pytest
import rdflib
import techfeod_graph.data
from rdflib import namespace

from techfeod_graph.loading import load
from techfeod_graph.rdf import to_rdf
from techfeod_graph.vocabulary import PREFIXES

HERE = Path(__file__).parent
PUBLISHED = Path(techfeod_graph.data.__file__).parent
CLOSED = {
    "dc": namespace.DC,
    "dcat": namespace.DCAT,
    "dcterms": namespace.DCTERMS,
    "foaf": namespace.FOAF,
    "owl": namespace.OWL,
    "prov": namespace.PROV,
    "rdf": namespace.RDF,
    "rdfs": namespace.RDFS,
    "schema": namespace.SDO,
    "skos": namespace.SKOS,
    "vann": namespace.VANN,
    "void": namespace.VOID,
    "xsd": namespace.XSD,
}


def table():
    lines = (HERE / "external-terms.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return dict(line.split("\t") for line in lines)


def used():
    """The prefixed names of all terms of others in the published graph and the ontology."""
    found = set()
    for quad in to_rdf(load(PUBLISHED)).quads():
        for term in quad[:3]:
            iri = str(term.datatype or "") if isinstance(term, rdflib.Literal) else str(term)
            for prefix, space in PREFIXES.items():
                if prefix != "tf" and iri.startswith(space) and iri != space:
                    found.add(f"{prefix}:{iri.removeprefix(space)}")
    return found


def iri(name):
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


def test_every_term_used_is_in_the_table():
    assert sorted(used() - table().keys()) == []


def test_what_rdflib_carries_is_in_its_closed_namespaces():
    names = [name for name, seen in table().items() if seen == "rdflib"]
    assert len(names) > 80
    for name in names:
        prefix, _, local = name.partition(":")
        space = CLOSED[prefix]
        assert local in space.__annotations__ or local in getattr(space, "_extras", ()), name
        assert str(space[local]) == iri(name)


def test_what_npm_carries_is_declared_in_its_files():
    names = [(name, seen[4:]) for name, seen in table().items() if seen.startswith("npm:")]
    assert names
    modules = Path(os.environ.get("TECHFEOD_PEERS", HERE)) / "node_modules"
    for name, package in names:
        path = modules / package / f"{package.rpartition('/')[2]}.nq"
        if not path.is_file():
            reason = f"no {path}: run «npm install» in tests/peers"
            if os.environ.get("CI"):
                pytest.fail(reason)
            pytest.skip(reason)
        assert f"\n<{iri(name)}> " in "\n" + path.read_text(encoding="utf-8"), name
