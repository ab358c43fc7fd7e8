"""Citations of a claim's place in the essay, ready to paste, made only of what the data holds.

A claim is worded by this knowledge base: no style sets that wording in the quotation marks of a
quotation from the essay, and each says whose words it is.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from techfeod_graph.answers.links import positions
from techfeod_graph.words import STANCES, say

if TYPE_CHECKING:
    from techfeod_graph.corpus import Corpus

__all__ = ["ESSAY", "STYLES", "citation", "write"]

#: The key of the essay in CSL, BibTeX and RIS.
ESSAY = "essay"
STYLES = ("text", "markdown", "csl", "bibtex", "ris")
_WORDS = {
    "review": ("recension de", "review of"),
    "paragraph": ("§", "§"),
    "note": ("note", "note"),
    "sentence": ("phrase", "sentence"),
    "page": ("p. {} du livre recensé", "p. {} of the book reviewed"),
    "wording": ("formulation de techfeod, non citation", "worded by techfeod, not a quotation"),
    "after": ("d’après", "after"),
    "in": ("dans", "in"),
    "open": ("attribution ouverte :", "open attribution:"),
}


def citation(corpus: Corpus, key: str) -> dict[str, Any]:
    """What a citation of a claim is made of.

    ``claim``, ``fr``, ``en``, ``iri``; ``holders``: its positions; ``author``: the essay's, by
    name; ``label``: ours of the essay (``fr``, ``en``; its title is not in the data); ``address``
    or None; ``language``; ``reviewed``: ``authors`` and ``title``; ``locators``: of each sentence
    ``at``, ``unit`` (``paragraph`` or ``note``), ``number``, ``sentence``; ``pages``: pages of the
    reviewed book that these sentences point to; ``works``: ids of the works the claim rests on;
    ``open``: the possible holders where the essay leaves the holder open.
    """
    claim, source = corpus.claims[key], corpus.source
    held = positions(corpus, key)
    at = dict.fromkeys((*claim.at, *(place for p in held for place in p["at"])))
    book = corpus.works[source.reviews]
    names = [n.literal or " ".join(filter(None, (n.given, n.family))) for n in book.author]
    label = source.label
    pages = [p.page for p in corpus.pointers if p.page and p.at in at and p.to == source.reviews]
    return {
        "claim": key,
        "fr": claim.fr,
        "en": claim.en,
        "iri": f"{source.base}claim/{key}",
        "holders": held,
        "author": corpus.agents[source.author].labels.fr,
        "label": {"fr": label.fr, "en": label.en},
        "address": source.address,
        "language": source.language,
        "reviewed": {"authors": names, "title": book.labels.fr},
        "locators": [_locator(place) for place in at],
        "pages": list(dict.fromkeys(pages)),
        "works": list(claim.cites),
        "open": list(claim.ambiguous.holders) if claim.ambiguous else [],
    }


def _locator(at: str) -> dict[str, str]:
    unit, _, sentence = at.partition(".")
    kind = "paragraph" if at[0] == "P" else "note"
    return {"at": at, "unit": kind, "number": str(int(unit[1:])), "sentence": sentence}


def write(corpus: Corpus, key: str, style: str, language: str) -> str:
    """The citation in one of :data:`STYLES`, without a final line feed.

    ``text`` and ``markdown``: one sentence. ``csl``: a citation and its items in CSL-JSON, as
    citeproc takes them. ``bibtex``: an entry and the command of natbib or biblatex that cites it.
    ``ris``: one record.

    :raises KeyError: for another style.
    """
    styles = {"text": _text, "markdown": _markdown, "csl": _csl, "bibtex": _bibtex, "ris": _ris}
    return styles[style](corpus, citation(corpus, key), language)


def _say(word: str, language: str) -> str:
    return _WORDS[word][language == "en"]


def _place(found: dict[str, Any], language: str) -> str:
    """The locators in words: «§ 5, phrase 3; note 4, phrases 1»."""
    units: dict[tuple[str, str], list[str]] = {}
    for row in found["locators"]:
        units.setdefault((row["unit"], row["number"]), []).append(row["sentence"])
    told = []
    for (unit, number), sentences in units.items():
        many = "s" if len(sentences) > 1 else ""
        listed = ", ".join(sentences)
        told.append(f"{_say(unit, language)} {number}, {_say('sentence', language)}{many} {listed}")
    return "; ".join(told)


def _name(corpus: Corpus, agent: str, language: str) -> str:
    return str(getattr(corpus.agents[agent].labels, language))


def _holders(corpus: Corpus, found: dict[str, Any], language: str) -> str:
    """Who takes which stance, after whom; nothing where the essay's author simply asserts."""
    author = corpus.source.author
    if all(p["holder"] == author and p["stance"] == "asserts" for p in found["holders"]):
        return ""
    code: Any = language
    told = []
    for held in found["holders"]:
        stance = say(STANCES, held["stance"], code)
        inner = [_name(corpus, agent, language) for agent in held["reported_by"][:-1]]
        chain = "".join(f", {_say('after', language)} {name}" for name in inner)
        told.append(f"{_name(corpus, held['holder'], language)} ({stance}{chain})")
    reported = any(held["reported_by"] or held["holder"] == author for held in found["holders"])
    return f"{', '.join(dict.fromkeys(told))}, {_say('after' if reported else 'in', language)}"


def _sentence(corpus: Corpus, found: dict[str, Any], language: str, title: str) -> str:
    """The claim, whose words it is in, who holds it, and in whose review of what and where."""
    own = _say("wording", language)
    if found["open"]:
        names = " / ".join(_name(corpus, agent, language) for agent in found["open"])
        own += f"; {_say('open', language)} {names}"
    lead = f"{_holders(corpus, found, language)} ".lstrip()
    authors = ", ".join(found["reviewed"]["authors"])
    essay = f"{found['author']}, {_say('review', language)} {authors}, {title}"
    pages = ", ".join(found["pages"])
    page = f" ({_say('page', language).format(pages)})" if pages else ""
    address = f", {found['address']}" if found["address"] else ""
    place = _place(found, language)
    return f"{found[language]} [{own}] {lead}{essay}, {place}{page}{address}."


def _text(corpus: Corpus, found: dict[str, Any], language: str) -> str:
    title = found["reviewed"]["title"]
    return f"{_sentence(corpus, found, language, title)} {found['iri']}"


def _markdown(corpus: Corpus, found: dict[str, Any], language: str) -> str:
    title = f"*{found['reviewed']['title']}*"
    return f"{_sentence(corpus, found, language, title)} <{found['iri']}>"


def _essay(found: dict[str, Any], language: str) -> dict[str, Any]:
    """The essay as a CSL item; our label stands in brackets where its title would."""
    item = {
        "id": ESSAY,
        "type": "review-book",
        "title": f"[{found['label'][language]}]",
        "author": [{"literal": found["author"]}],
        "reviewed-title": found["reviewed"]["title"],
        "reviewed-author": [{"literal": name} for name in found["reviewed"]["authors"]],
        "language": found["language"],
    }
    return item | ({"URL": found["address"]} if found["address"] else {})


def _csl(corpus: Corpus, found: dict[str, Any], language: str) -> str:
    cited = []
    for unit in ("paragraph", "note"):
        numbers = dict.fromkeys(r["number"] for r in found["locators"] if r["unit"] == unit)
        if numbers:
            cited.append({"id": ESSAY, "label": unit, "locator": ", ".join(numbers)})
    if cited and (lead := _holders(corpus, found, language)):
        cited[0] = cited[0] | {"prefix": lead}
    whole = {"citationItems": cited, "items": [_essay(found, language)]}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _bibtex(corpus: Corpus, found: dict[str, Any], language: str) -> str:
    from techfeod_graph.export.references import latex

    authors = ", ".join(found["reviewed"]["authors"])
    about = f"{_say('review', language)} {authors}, {found['reviewed']['title']}"
    fields = {
        "author": latex(found["author"]),
        "title": "{" + latex(f"[{found['label'][language]}]") + "}",
        "note": latex(about[0].upper() + about[1:]),
        "url": found["address"] or "",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    place = latex(_place(found, language)).replace("§ ", "§~")
    lead = f"[{latex(_holders(corpus, found, language))}]".replace("[]", "")
    return "\n".join((f"@misc{{{ESSAY},", *lines, "}", f"\\cite{lead}[{place}]{{{ESSAY}}}"))


def _ris(corpus: Corpus, found: dict[str, Any], language: str) -> str:
    del corpus
    authors = ", ".join(found["reviewed"]["authors"])
    lines = [
        "TY  - GEN",
        f"ID  - {ESSAY}",
        f"AU  - {found['author']}",
        f"TI  - [{found['label'][language]}]",
        f"RI  - {authors}, {found['reviewed']['title']}",
        f"LA  - {found['language']}",
        f"SP  - {_place(found, language)}",
        f"UR  - {found['address']}" if found["address"] else "",
        "ER  - ",
    ]
    return "\n".join(line for line in lines if line)
