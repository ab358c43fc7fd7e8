"""Pages read without a browser: their links, ids and texts, each text with its language."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import PurePosixPath
from urllib.parse import unquote, urldefrag

VOID = frozenset(
    "area base br col embed hr img input link meta source track wbr".split()  # noqa: SIM905
)
#: Elements whose text is in no language.
SILENT = frozenset({"script", "style", "code", "pre", "textarea"})
#: Attributes whose value a reader sees or hears.
SPOKEN = ("title", "aria-label", "placeholder", "alt")


class Reader(HTMLParser):
    """The links, the ids, the elements and the texts of a page."""

    def __init__(self, html):
        super().__init__()
        self.links, self.ids, self.elements, self.texts = [], [], [], []
        self.open = []
        self.feed(html)

    @property
    def language(self):
        return next((lang for _, lang in reversed(self.open) if lang), "")

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.elements.append((tag, given))
        self.links += [given[name] for name in ("href", "src") if name in given]
        if "id" in given:
            self.ids.append(given["id"])
        self.open.append((tag, given.get("lang")))
        self.texts += [(self.language, given[name]) for name in SPOKEN if given.get(name)]
        if tag in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, text):
        if text.strip() and not (self.open and self.open[-1][0] in SILENT):
            self.texts.append((self.language, " ".join(text.split(" ")).strip("\n ")))


def read(room):
    """Every page of a site, by its address."""
    return {name: Reader(data.decode()) for name, data in room.items() if name.endswith(".html")}


def broken_links(room, pages=None):
    """Every link of every page that leads to nothing, as (page, link)."""
    pages = pages or read(room)
    ids = {name: set(page.ids) for name, page in pages.items()}
    found = []
    for name, page in pages.items():
        for link in page.links:
            if re.match(r"https?:|data:", link):
                continue
            path, fragment = urldefrag(link)
            target = resolved(name, path) if path else name
            if target not in room or (fragment and not reached(room, ids, target, fragment)):
                found.append((name, link))
    return found


def reached(room, ids, target, fragment):
    """Whether a page has an element of an id, a map its record, or a query is its page's."""
    language, _, page = target.partition("/")
    if page.startswith(("map", "network", "timeline")) and "/" in fragment:
        return f"{language}/{fragment.partition('?')[0]}.html" in room
    if page == "sparql.html" and fragment.startswith("q="):
        return True
    return unquote(fragment) in ids[target]


def resolved(page, link):
    """The address that a relative link of a page means."""
    parts = list(PurePosixPath(page).parts[:-1])
    for part in link.split("/"):
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return "/".join(parts)
