"""Which of the formats we have a client wants, by its Accept header (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["GRAPHS", "TABLES", "TRUTHS", "choose"]

#: Media type to format, the preferred first, for each form of answer.
TABLES: dict[str, str] = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "text/html": "html",
}
TRUTHS = {media: name for media, name in TABLES.items() if name not in ("csv", "tsv")}
GRAPHS: dict[str, str] = {
    "text/turtle": "ttl",
    "application/n-triples": "nt",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdf",
    "application/trig": "trig",
    "application/n-quads": "nq",
    "text/html": "html",
}


def choose(accept: str, offered: Mapping[str, str]) -> tuple[str, str] | None:
    """The media type and format that suit a client best; None when it accepts none of them."""
    wanted = [_range(part) for part in accept.split(",") if part.strip()] or [("*", "*", 1.0)]
    best: tuple[float, str] | None = None
    for media in offered:
        quality = _quality(media, wanted)
        if quality > 0 and (best is None or quality > best[0]):
            best = (quality, media)
    return (best[1], offered[best[1]]) if best else None


def _range(part: str) -> tuple[str, str, float]:
    media, *parameters = (piece.strip().lower() for piece in part.split(";"))
    kind, _, subtype = media.partition("/")
    quality = 1.0
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                quality = min(max(float(value), 0.0), 1.0)
            except ValueError:
                quality = 0.0
    return kind, subtype, quality


def _quality(media: str, wanted: list[tuple[str, str, float]]) -> float:
    """The quality of the most exact range that holds a media type."""
    kind, _, subtype = media.partition("/")
    found = (-1, 0.0)
    for own, sub, quality in wanted:
        if own in (kind, "*") and sub in (subtype, "*"):
            found = max(found, ((own != "*") + (sub != "*"), quality))
    return found[1]
