"""How a page speaks one language and points to others: what templates find as global names."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Mapping
from functools import cached_property
from typing import Any, Final

from markupsafe import Markup, escape

from techfeod_graph.model import Discrepancy, Name, Passage
from techfeod_graph.queries import KINDS
from techfeod_graph.site.figures import many
from techfeod_graph.site.frame.material import Material
from techfeod_graph.site.frame.reference import reference
from techfeod_graph.site.strings import typeset
from techfeod_graph.site.texts import TEXTS
from techfeod_graph.site.wording import TERMS
from techfeod_graph.terms import AGAINST, FOR, Language

__all__ = ["LANGUAGES", "Speech"]

LANGUAGES: Final[tuple[Language, Language]] = ("fr", "en")


class Speech:
    """The words of one language and the links of pages that lie ``depth`` folders deep in it.

    ``pages`` are the addresses of all pages of the site.
    """

    def __init__(
        self, material: Material, language: Language, depth: int, pages: Container[str] = ()
    ) -> None:
        self.material = material
        self.pages = pages
        self.lang: Language = language
        self.other = LANGUAGES[language == LANGUAGES[0]]
        self.up = "../" * depth

    def names(self) -> dict[str, Any]:
        """The global names of templates."""
        given = {name: getattr(self, name) for name in self.__class__.__dict__ if name[0] != "_"}
        source = self.material.corpus.source
        return given | {
            "speech": self,
            "kind_words": json.dumps({kind: self.t(f"one-{kind}") for kind in KINDS}),
            "lang": self.lang,
            "other": self.other,
            "source": source,
            "stats": self.material.stats,
            "records": self.material.records,
            "passages": self.material.corpus.passages,
        }

    def text(self, name: Name | Mapping[str, str] | None) -> str:
        """A name or text of the data in this language, typeset."""
        if name is None:
            return ""
        return self.say(
            str(name[self.lang] if isinstance(name, Mapping) else getattr(name, self.lang))
        )

    def say(self, words: str) -> str:
        """A text that is in this language already, typeset."""
        return typeset(words) if self.lang == "fr" else words

    def t(self, key: str, **given: Any) -> str:
        """A text of the interface; numbers in it are written as the language writes them."""
        words = TEXTS[key][LANGUAGES.index(self.lang)]
        if given:
            words = words.format_map(
                {k: self.num(v) if isinstance(v, int) else v for k, v in given.items()}
            )
        return self.say(words)

    def n(self, key: str, count: int, **given: Any) -> str:
        """A text with a count in it, singular or plural: ``"{n} claim|{n} claims"``."""
        one, _, many = TEXTS[key][LANGUAGES.index(self.lang)].partition("|")
        single = count < 2 if self.lang == "fr" else count == 1
        return self.say((one if single else many).format_map({"n": self.num(count), **given}))

    def num(self, count: int) -> str:
        """A whole number with its thousands parted."""
        return f"{count:,}".replace(",", "\u202f") if self.lang == "fr" else f"{count:,}"

    def decimal(self, number: str) -> str:
        """A decimal number, given with a point, with the mark of the language."""
        return number.replace(".", ",") if self.lang == "fr" else number

    def word(self, group: str, term: str) -> str:
        """The word for a term of the model; the groups are those of ``wording.TERMS``."""
        return self.say(TERMS[group][term][self.lang])

    def does(self, holder: str, stance: str) -> str:
        """The word for a stance, in the plural for a holder that is named so."""
        return self.word("stancesMany" if self.plural(holder) else "stances", stance)

    def plural(self, holder: str) -> bool:
        """Whether an agent is named in the plural, in the language of the page."""
        agent = self.material.corpus.agents[holder]
        return many(agent.is_, getattr(agent.name, self.lang))

    def polarity(self, stance: str) -> str:
        """Whether a stance is ``for`` a claim, ``against`` it or leaves it ``open``."""
        return "for" if stance in FOR else "against" if stance in AGAINST else "open"

    def label(self, kind: str, key: str) -> str:
        """The label of a record; of a claim, its wording."""
        return self.text(self.material.labels[kind, key])

    def href(self, address: str, language: Language | None = None) -> str:
        """The relative link to a page, by its address with or without a fragment."""
        path, _, fragment = address.partition("#")
        across = f"../{language}/" if language and language != self.lang else ""
        return f"{self.up}{across}{path}.html" + (f"#{fragment}" if fragment else "")

    def figure_link(self, path: str) -> str | None:
        """Where a drawing leads: a record, or the map when there is one (``map/claim/rente``)."""
        if not path.startswith("map/"):
            return self.href(path)
        which = "map/argument" if path.startswith("map/claim/") else "map"
        return self.href(f"{which}#{path[4:]}?hops=1") if which in self.pages else None

    def file(self, address: str) -> str:
        """The relative link to a file of the site that no language owns (``assets/site.css``)."""
        return f"{self.up}../{address}"

    def link(self, kind: str, key: str) -> Markup:
        """A link to a record, with its label."""
        return Markup('<a href="{}{}">{}</a>').format(
            self.up, Markup(f"{kind}/{key}.html"), self._labels[kind, key]
        )

    def links(self, kind: str, keys: Iterable[str], between: str = ", ") -> Markup:
        """Links to several records of a kind."""
        return Markup(between).join(self.link(kind, key) for key in keys)

    def at(self, locators: Iterable[str]) -> Markup:
        """Locators, each a link to its place among the sentences of its section."""
        return Markup(" ").join(self._place(locator) for locator in locators)

    def section_of(self, locator: str) -> str:
        """The section that a passage stands in."""
        return self.material.corpus.passages[locator].section

    def passage_of(self, locator: str) -> Passage:
        """What proves a passage: its length and its digest."""
        return self.material.corpus.passages[locator]

    def slip_of(self, key: str) -> Discrepancy:
        """A slip of the source."""
        return self.material.corpus.discrepancies[key]

    def reference(self, key: str) -> Markup:
        """A work as a bibliography writes it."""
        return reference(self.material.corpus.works[key], self.label("work", key), self.lang)

    def unit_name(self, unit: str) -> str:
        """A paragraph or note by its number: P05 is the fifth paragraph."""
        return self.t(f"unit-{unit[0]}", n=str(int(unit[1:])))

    def place(self, locator: str) -> str:
        """The address of a passage: its section's page, at the sentence."""
        return f"section/{self.material.corpus.passages[locator].section}#{locator}"

    def passage(self, locator: str) -> str | None:
        """The address of a passage in the essay itself, where one is configured."""
        address = self.material.corpus.source.address
        found = self.material.corpus.passages.get(locator)
        return f"{address}#{found.fragment}" if address and found and found.fragment else None

    def _place(self, locator: str) -> Markup:
        if locator not in self.material.corpus.passages:
            return escape(locator)
        where = self.href(self.place(locator))
        return Markup('<a class="at" href="{}">{}</a>').format(where, locator)

    @cached_property
    def _labels(self) -> dict[tuple[str, str], Markup]:
        return {name: escape(self.text(given)) for name, given in self.material.labels.items()}
