"""A page for every named query, the list of them, and the page of free text."""

from __future__ import annotations

import base64
import gzip
from collections.abc import Iterator
from typing import Any, Final

from techfeod_graph.engine import Answer, Engine
from techfeod_graph.site.assets import literal, static
from techfeod_graph.site.frame import Asset, Material, Page
from techfeod_graph.site.sparql.gallery import Named, answered, queries
from techfeod_graph.site.sparql.wasm import PACKAGE, VERSION, Wasm, found
from techfeod_graph.site.texts import both
from techfeod_graph.vocabulary import PREFIXES

__all__ = ["sparql"]

_STYLES: Final = ("queries.css",)
#: What the engine needs of the policy: to compile, and to run in a worker made by the page.
_ALLOW: Final = "'wasm-unsafe-eval' blob:"


def sparql(material: Material) -> Iterator[Page | Asset]:
    """The pages of queries, and what they load; free text runs where the engine was brought."""
    engine = Engine(material.corpus)
    listed = list(queries())
    yield Asset("assets/queries.css", static("queries.css").encode())
    yield Asset("assets/queries.js", static("queries.js").encode())
    rows = {}
    for query in listed:
        answers = _answers(engine, query)
        rows[query.id] = len(answers["fr"].rows)
        yield Asset(f"assets/queries/{query.id}.rq", query.file)
        yield _query_page(query, answers)
    given = {"queries": listed, "rows": rows}
    yield Page("queries", "pages/queries.html.j2", both("nav-queries"), given, ("queries.js",),
               _STYLES, menu="queries")  # fmt: skip
    yield from _free_text(material, engine, found(), listed)


def _answers(engine: Engine, query: Named) -> dict[str, Answer]:
    """The answer in each language; computed once where the query has no such parameter."""
    french, english = (query.spoken(language) for language in ("fr", "en"))
    first = answered(engine, french)
    return {"fr": first, "en": first if french == english else answered(engine, english)}


def _query_page(query: Named, answers: dict[str, Answer]) -> Page:
    texts = {language: query.spoken(language).strip() for language in ("fr", "en")}
    given = {"query": query, "answers": answers, "texts": texts}
    address = f"queries/{query.id}"
    return Page(address, "pages/query.html.j2", query.title, given, ("queries.js",), _STYLES,
                menu="queries")  # fmt: skip


def _free_text(
    material: Material, engine: Engine, wasm: Wasm | None, listed: list[Named]
) -> Iterator[Page | Asset]:
    run: tuple[str, ...] = ()
    if wasm:
        yield Asset("assets/oxigraph.js", _engine_script(wasm))
        yield Asset("assets/sparql-data.js", _data_script(material, engine))
        yield Asset(
            "assets/sparql.js",
            (static("picture.js") + static("worker.js") + static("sparql.js")).encode(),
        )
        run = ("sparql.js",)
    first = next((q for q in listed if q.id.startswith("02")), listed[0] if listed else None)
    given = {
        "wasm": wasm is not None,
        "version": VERSION,
        "package": PACKAGE,
        "first": {language: first.spoken(language).strip() if first else ""
                  for language in ("fr", "en")},
        "queries": listed,
    }  # fmt: skip
    allow = _ALLOW if wasm else ""
    yield Page("sparql", "pages/sparql.html.j2", both("nav-sparql"), given, run, _STYLES, allow,
               "queries")  # fmt: skip


def _squeezed(content: bytes) -> str:
    return base64.b64encode(gzip.compress(content, 9, mtime=0)).decode()


def _engine_script(wasm: Wasm) -> bytes:
    """The engine as a script that keeps it until it is asked for."""
    data = {"module": _squeezed(wasm.module), "script": wasm.script}
    head = f"/* {PACKAGE} {VERSION}, MIT OR Apache-2.0, https://github.com/oxigraph/oxigraph */\n"
    return f"{head}window.techfeodEngine={literal(data)};\n".encode()


def _data_script(material: Material, engine: Engine) -> bytes:
    """The compiled data as N-Quads, and the names that make addresses of its IRIs short."""
    pages = {kind: sorted(records) for kind, records in material.records.items()}
    data: dict[str, Any] = {
        "quads": _squeezed(engine.quads()),
        "base": engine.base,
        "prefixes": PREFIXES,
        "pages": pages,
        "sections": {key: p.section for key, p in material.corpus.passages.items()},
    }
    return f"window.techfeodQuads={literal(data)};\n".encode()
