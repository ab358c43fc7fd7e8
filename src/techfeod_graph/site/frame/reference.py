"""A work as a bibliography writes it, from its CSL fields."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup, escape

from techfeod_graph.model import Work

__all__ = ["reference"]

_EDITION = {"fr": "{} éd.", "en": "{} ed."}
_FIRST = {"fr": "première parution {}", "en": "first published {}"}
_IN = {"fr": "dans", "en": "in"}


def reference(work: Work, title: str, language: str) -> Markup:
    """Authors, title, container, publisher and year, in this order; what is unknown is left out.

    ``title`` is the label of the work in the language.
    """
    text = Markup(", ").join(_parts(work, language))
    names = [" ".join(filter(None, (a.given, a.family))) or a.literal or "" for a in work.author]
    head = Markup("{}, ").format(", ".join(names)) if names else Markup("")
    end = "" if not text and title[-1:] in "?!." else "."
    return Markup("{}<cite>{}</cite>{}{}").format(
        head, title, Markup(", ") + text if text else "", end
    )


def _parts(work: Work, language: str) -> Iterator[Markup]:
    if work.container_title:
        volume = " ".join(filter(None, (work.volume, work.issue and f"({work.issue})")))
        yield Markup("{} <i>{}</i>{}").format(
            _IN[language], work.container_title, f" {volume}" if volume else ""
        )
    if work.edition:
        number = work.edition.isdigit()
        yield escape(_EDITION[language].format(work.edition) if number else work.edition)
    if work.publisher:
        yield escape(work.publisher)
    if work.issued:
        yield escape(work.issued.year)
    if work.page:
        yield escape(f"p. {work.page}")
    if work.original_date:
        yield escape(_FIRST[language].format(work.original_date.year))
