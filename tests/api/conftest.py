"""The published knowledge base, in both languages, and a small one full of markup."""

from dataclasses import replace
from pathlib import Path

import pytest

import techfeod_graph as tf
from techfeod_graph.loading import load
from techfeod_graph.model import CslName, Name

TINY = Path(__file__).parents[1] / "tiny"


@pytest.fixture(scope="session")
def kb():
    return tf.load()


@pytest.fixture(scope="session")
def english():
    return tf.load(language="en")


@pytest.fixture(scope="session")
def tiny():
    return tf.load(TINY)


BAD = "<img src=x onerror=alert(1)>&\"'</style><script>alert(2)</script>"


@pytest.fixture(scope="session")
def hostile():
    """The small data with markup in every name, wording and definition."""
    corpus = load(TINY)
    name = Name(fr=f"nom {BAD}", en=f"name {BAD}")
    both = {"fr": f"texte {BAD}", "en": f"text {BAD}"}
    concepts = {
        k: c.model_copy(update=both | {"definition": name}) for k, c in corpus.concepts.items()
    }
    claims = {k: c.model_copy(update=both) for k, c in corpus.claims.items()}
    agents = {k: a.model_copy(update={"name": name}) for k, a in corpus.agents.items()}
    works = {
        key: work.model_copy(update={"title": BAD, "author": (CslName(literal=BAD),)})
        for key, work in corpus.works.items()
    }
    pointers = tuple(p.model_copy(update={"as_": BAD}) for p in corpus.pointers)
    source = corpus.source.model_copy(update={"label": name})
    return tf.KnowledgeBase(
        replace(
            corpus, source=source, concepts=concepts, claims=claims, agents=agents, works=works,
            pointers=pointers,
        )
    )  # fmt: skip
