"""The argument drawn: one map for Graphviz, one map a section for Mermaid."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from techfeod_graph.export.edition import Edition, argument_key
from techfeod_graph.model import Claim, Reason
from techfeod_graph.terms import Language

__all__ = ["dot", "mermaid"]

_WIDTH = 42
#: Kept below what Mermaid refuses: 50,000 characters, 500 edges.
_MAX_CHARACTERS = 45_000
_MAX_EDGES = 450
#: What the edges are called, in French and English.
_EDGES = {
    "supports": ("", ""),
    "attacks": ("attaque", "attacks"),
    "undercuts": ("affaiblit", "undercuts"),
    "qualifies": ("nuance", "qualifies"),
    "elaborates": ("développe", "elaborates"),
    "presupposes": ("présuppose", "presupposes"),
}
_COLOURS = {
    "supports": "#33691e",
    "attacks": "#b71c1c",
    "undercuts": "#b71c1c",
    "qualifies": "#8a5a00",
    "elaborates": "#455a64",
    "presupposes": "#455a64",
}
_WHY = ("parce que", "because")


class _Link(NamedTuple):
    source: str
    kind: str
    target: str

    def name(self, language: Language) -> str:
        return _EDGES[self.kind][language == "en"]


def _links(key: str, claim: Claim) -> Iterator[_Link]:
    """What is drawn from a claim; a reason is a node between its premises and the claim."""
    for reason in claim.because:
        inference = f"argument/{argument_key(key, reason)}"
        for premise in reason.premises:
            yield _Link(f"claim/{premise}", "supports", inference)
        yield _Link(inference, "supports", f"claim/{key}")
    for attack in claim.attacks:
        yield _Link(f"claim/{key}", "attacks", f"claim/{attack.claim}")
    for cut in claim.undercuts:
        yield _Link(f"claim/{key}", "undercuts", f"argument/{cut.claim}.by.{cut.by}")
    for kind in ("qualifies", "elaborates", "presupposes"):
        for link in getattr(claim, kind):
            yield _Link(f"claim/{key}", kind, f"claim/{link.claim}")


def _parts(edition: Edition, claim: Claim) -> list[str]:
    """What a box says: the claim, its voices, its places."""
    voices = (f"— {voice}" for voice in edition.voices(claim))
    return [edition.wording(claim), *voices, ", ".join(claim.at)]


def _why(edition: Edition, reason: Reason) -> str:
    return f"{_WHY[edition.language == 'en']} · {', '.join(reason.at)}"


def _sections(edition: Edition) -> dict[str, dict[str, Claim]]:
    """The claims of each section, in the order of the essay."""
    found: dict[str, dict[str, Claim]] = {section: {} for section in edition.corpus.source.sections}
    for key, claim in edition.corpus.claims.items():
        found[edition.section(claim)][key] = claim
    return {section: claims for section, claims in found.items() if claims}


def dot(edition: Edition) -> bytes:
    """One directed graph: a cluster a section, a box a claim, a point a reason."""
    lines = [
        "digraph argument {",
        '  graph [rankdir="BT", fontname="sans-serif", compound="true"];',
        '  node [shape="box", style="rounded", fontname="sans-serif", fontsize="10"];',
        '  edge [fontname="sans-serif", fontsize="9"];',
    ]
    for section, claims in _sections(edition).items():
        label = getattr(edition.corpus.source.sections[section], edition.language)
        lines.append(f"  subgraph {_quoted('cluster_' + section)} {{")
        lines.append(f"    label={_quoted(label)};")
        for key, claim in claims.items():
            lines += _dot_nodes(edition, key, claim)
        lines.append("  }")
    for key, claim in edition.corpus.claims.items():
        for link in _links(key, claim):
            name, colour = link.name(edition.language), _COLOURS[link.kind]
            ends = f"{_quoted(link.source)} -> {_quoted(link.target)}"
            lines.append(f"  {ends} [label={_quoted(name)}, color={_quoted(colour)}];")
    return "\n".join((*lines, "}", "")).encode()


def _dot_nodes(edition: Edition, key: str, claim: Claim) -> Iterator[str]:
    parts = _parts(edition, claim)
    lines = [line for part in parts for line in textwrap.wrap(part, _WIDTH) or [""]]
    label = _quoted("\n".join(lines))
    yield f"    {_quoted(f'claim/{key}')} [label={label}];"
    for reason in claim.because:
        name = _quoted(f"argument/{argument_key(key, reason)}")
        yield f'    {name} [shape="ellipse", label={_quoted(_why(edition, reason))}];'


def _quoted(text: str) -> str:
    """A quoted string of DOT, in which no backslash or entity means anything."""
    plain = text.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
    return '"' + plain.replace("\n", "\\n") + '"'


def mermaid(edition: Edition) -> Mapping[str, bytes]:
    """A flowchart a section: its claims and all that is drawn from them.

    Mermaid draws no map of more than 500 edges or 50,000 characters; a larger section is parted.
    """
    files: dict[str, bytes] = {}
    for section, claims in _sections(edition).items():
        parts = list(_within_limits(edition, list(claims.items())))
        for number, part in enumerate(parts, 1):
            files[f"{section}-{number}.mmd" if len(parts) > 1 else f"{section}.mmd"] = part
    return files


def _within_limits(edition: Edition, claims: Sequence[tuple[str, Claim]]) -> Iterator[bytes]:
    chart = _flowchart(edition, dict(claims))
    fits = len(chart.decode()) < _MAX_CHARACTERS and chart.count(b" --") < _MAX_EDGES
    if fits or len(claims) == 1:
        yield chart
    else:
        middle = len(claims) // 2
        yield from _within_limits(edition, claims[:middle])
        yield from _within_limits(edition, claims[middle:])


def _flowchart(edition: Edition, claims: Mapping[str, Claim]) -> bytes:
    lines = ["flowchart BT"]
    links = [link for key, claim in claims.items() for link in _links(key, claim)]
    own = {f"claim/{key}" for key in claims}
    for key, claim in claims.items():
        lines.append(f'  {_name(f"claim/{key}")}["{_entities(_parts(edition, claim))}"]')
        for reason in claim.because:
            own.add(node := f"argument/{argument_key(key, reason)}")
            lines.append(f'  {_name(node)}(["{_entities([_why(edition, reason)])}"])')
    elsewhere = dict.fromkeys(end for link in links for end in (link.source, link.target))
    for node in elsewhere:
        if node not in own:
            lines.append(f'  {_name(node)}["{_entities([_elsewhere(edition, node)])}"]:::elsewhere')
    for source, kind, target in links:
        name = _EDGES[kind][edition.language == "en"]
        arrow = f'-- "{name}" -->' if name else "-->"
        lines.append(f"  {_name(source)} {arrow} {_name(target)}")
    lines.append("  classDef elsewhere stroke-dasharray: 4 3")
    return ("\n".join(lines) + "\n").encode()


def _elsewhere(edition: Edition, node: str) -> str:
    claim = edition.corpus.claims[node.partition("/")[2].partition(".by.")[0]]
    section = f"§{edition.section(claim)[1:]}"
    return f"{section} · {edition.wording(claim)}"


def _name(node: str) -> str:
    """An id of Mermaid: letters, digits and underscores, so that no word of its own is met."""
    return node.replace("/", "__").replace(".by.", "__by__").replace("-", "_")


def _entities(lines: Iterable[str]) -> str:
    """Text in which everything that Mermaid or HTML could read as markup is an entity code."""
    return "<br/>".join(
        "".join(c if c.isalnum() or c in " ,;’'()–—·«»…" else f"#{ord(c)};" for c in line)
        for line in lines
    )
