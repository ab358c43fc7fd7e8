"""The argument around a claim, drawn as AIF: claims in boxes, inferences and conflicts as nodes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from techfeod_graph.model import Reason
from techfeod_graph.site.figures.links import Href, Links, term
from techfeod_graph.site.figures.svg import DOT, SMALL, Box, Sheet, clipped, figure, wrapped
from techfeod_graph.site.figures.words import count, say
from techfeod_graph.terms import Language

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["claim_figure"]

#: Width of the drawing in a wide and in a narrow column.
WIDTHS: Final = {"wide": 660.0, "narrow": 340.0}
#: Records beside the claim that are drawn at most; neighbours above which their own reasons are
#: only counted; reasons and objections that are drawn of one neighbour.
MOST: Final = 16
DEEP: Final = 8
FEW: Final = 3
_GAP: Final = 12.0
_LINE: Final = 22.0
_TRUNK: Final = 14.0
_SIGN: Final = 38.0
_INDENT: Final = 62.0


class _Above(NamedTuple):
    """A record above the claim: the word of the link, its line's class, sign and direction."""

    words: str
    kind: str
    sign: str
    key: str
    incoming: bool
    basis: str


def claim_figure(
    links: Links, key: str, language: Language, href: Href, hops: int = 2
) -> Markup | None:
    """The argument within some steps of a claim; None when it has none.

    Reasons stand below, what speaks against it above, an undercut at the inference it weakens.
    What is not drawn is counted, and the count leads to ``href("map/claim/…")``.
    """
    claim = links.corpus.claims[key]
    if not (_above(links, key, language) or claim.because):
        return None
    drawings = [
        _Drawing(links, language, href, WIDTHS[name], hops).of(key, name) for name in WIDTHS
    ]
    return figure(drawings, say("claim-caption", language), "argument")


def _above(links: Links, key: str, language: Language) -> list[_Above]:
    claim = links.corpus.claims[key]
    found = []
    for other, reason in links.supports[key]:
        rest = len(reason.premises) - 1
        words = say("supports", language)
        if rest:
            words += f" {count('with', rest, language)}"
        found.append(_Above(words, "support", "inference", other.id, False, reason.basis))
    for attack in claim.attacks:
        words = say("attacks", language)
        found.append(_Above(words, "against", "conflict", attack.claim, False, attack.basis))
    for cut in claim.undercuts:
        premise = clipped(links.wording(cut.by, language), 220, SMALL)
        words = say("undercuts", language, premise=premise)
        found.append(_Above(words, "against", "conflict", cut.claim, False, cut.basis))
    for link in claim.qualifies:
        words = say("qualifies", language)
        found.append(_Above(words, "nuance", "", link.claim, False, link.basis))
    for other, link in links.qualified[key]:
        words = say("qualified", language)
        found.append(_Above(words, "nuance", "", other.id, True, link.basis))
    for other, attack in links.attacked[key]:
        words = say("attacked", language)
        found.append(_Above(words, "against", "conflict", other.id, True, attack.basis))
    return found


def _class(kind: str, basis: str) -> str:
    return f"{kind} inferred" if basis == "inferred" else kind


class _Drawing:
    """One drawing in the making: the sheet, how far down it is filled, and what is on it."""

    def __init__(
        self, links: Links, language: Language, href: Href, width: float, hops: int
    ) -> None:
        self.links = links
        self.language: Language = language
        self.href = href
        self.hops = hops
        self.sheet = Sheet(width)
        self.y = 2.0
        self.drawn: set[str] = set()

    def of(self, key: str, name: str) -> Markup:
        above = _above(self.links, key, self.language)
        self.drawn.add(key)
        joints = self._rows(above[: MOST // 2], key)
        self._more(_INDENT, len(above) - MOST // 2, key)
        focal = self._claim(key, 1.0, "focal")
        for row, at in joints:
            self._join(row, at, focal)
        self._below(key, focal, 1, _TRUNK)
        title = say("claim-title", self.language, label=self.links.wording(key, self.language))
        about = say("claim-desc", self.language)
        return self.sheet.markup(self.y + 2, name, title, about)

    def _claim(self, key: str, x: float, kind: str, under: str = "") -> Box:
        """A claim in a box, with its holders, from the left edge to the right of the sheet."""
        holders = self.links.holders(key, self.language)
        small = f"{holders}{DOT}{under}" if under else holders
        width = self.sheet.width - x - 1
        link = None if kind == "focal" else self.href(f"claim/{key}")
        wording = self.links.wording(key, self.language)
        box = self.sheet.box(x, self.y, width, wording, small, link, kind)
        self.y = box.bottom + _GAP
        return box

    def _words(self, x: float, words: str, basis: str) -> None:
        """The words of a link on their own line."""
        told = f"{words}{DOT}{say('inferred', self.language)}" if basis == "inferred" else words
        for line in wrapped(told, self.sheet.width - x, SMALL):
            self.sheet.words(x, self.y + 11, line)
            self.y += 15
        self.y += 3

    def _more(self, x: float, number: int, key: str) -> None:
        """How many were not drawn, as a link to where they are."""
        if number > 0:
            words = count("more", number, self.language)
            self.sheet.words(x, self.y + 11, words, "more", self.href(f"map/claim/{key}"))
            self.y += _LINE

    def _rows(self, above: Sequence[_Above], key: str) -> list[tuple[_Above, float]]:
        """The records above the claim, each with the height at which its line leaves it."""
        joints = []
        for row in above:
            self._words(_INDENT, row.words, row.basis)
            again = row.key in self.drawn
            under = say("again", self.language) if again else self._untold(row.key)
            self.drawn.add(row.key)
            box = self._claim(row.key, _INDENT, row.kind, under)
            joints.append((row, box.middle))
        return joints

    def _untold(self, key: str) -> str:
        """How many reasons and objections of a claim are not drawn."""
        reasons = len(self.links.corpus.claims[key].because)
        against = len(self.links.attacked[key])
        told = [count("grounds", reasons, self.language)] if reasons else []
        told += [count("objections", against, self.language)] if against else []
        return DOT.join(told)

    def _join(self, row: _Above, at: float, focal: Box) -> None:
        """The line between a record above and the claim, over its inference or conflict."""
        kind = _class(row.kind, row.basis)
        x = _TRUNK + 12 if row.incoming else _TRUNK - 4
        head = "bar" if row.kind == "against" else "arrow"
        if row.incoming:
            self.sheet.line([(_INDENT, at), (x, at), (x, focal.y)], kind, head)
        else:
            self.sheet.line([(x, focal.y), (x, at), (_INDENT, at)], kind, head)
        if row.sign:
            self.sheet.sign(_SIGN if not row.incoming else _SIGN + 4, at, row.sign, kind)

    def _below(self, key: str, box: Box, hop: int, trunk: float) -> None:
        """The reasons of a claim under its box, and of each premise while steps are left."""
        claim = self.links.corpus.claims[key]
        few = claim.because if hop == 1 else claim.because[:FEW]
        shown: list[Reason] = []
        total = len(self.drawn)
        for reason in few:
            total += len(reason.premises)
            if total <= MOST + 1 or (hop == 1 and not shown):
                shown.append(reason)
        if hop == 1 and sum(len(reason.premises) for reason in shown) > DEEP:
            self.hops = 1
        tip = box.bottom
        for reason in shown:
            tip = self._reason(key, reason, (trunk, tip), hop)
        if hop > 1:
            self._objections(key, box, trunk)
        self._more(trunk + 10, len(claim.because) - len(shown), key)

    def _reason(self, key: str, reason: Reason, tip: tuple[float, float], hop: int) -> float:
        """An inference and its premises, hung on the trunk; the height of its node."""
        kind = _class("support", reason.basis)
        trunk = tip[0]
        x, at = trunk + 24, self.y + 6
        head = "arrow" if at - tip[1] < 2 * _LINE else ""
        words = say("reasons" if len(reason.premises) > 1 else "reason", self.language)
        if reason.scheme:
            words += f"{DOT}{term('schemes', reason.scheme, self.language)}"
        self.sheet.line([(x, at), (trunk, at), tip], kind, head)
        self._words(x + 16, words, reason.basis)
        self._undercuts(key, reason, x, at)
        joint = at
        for premise in reason.premises:
            left = trunk + 48
            again = premise in self.drawn
            self.drawn.add(premise)
            deeper = hop < self.hops and not again
            note = say("again", self.language) if again else ""
            own = self._claim(premise, left, "", note or ("" if deeper else self._untold(premise)))
            self.sheet.line([(left, own.middle), (x, own.middle), (x, joint)], kind)
            joint = own.middle
            if deeper:
                self._below(premise, own, hop + 1, left + _TRUNK)
        self.sheet.sign(x, at, "inference", kind)
        return at

    def _undercuts(self, key: str, reason: Reason, x: float, at: float) -> None:
        """What weakens an inference, tied to its node and not to its claims."""
        for other, cut in self.links.undercut[key, reason.premises[0]]:
            kind = _class("against", cut.basis)
            words = say("undercut", self.language)
            level = self.y + 7
            self._words(x + 42, words, cut.basis)
            box = self._claim(other.id, x + 42, "against")
            self.drawn.add(other.id)
            self.sheet.line(
                [(x + 42, box.middle), (x + 24, box.middle), (x + 24, level), (x + 24, at + 12),
                 (x + 9, at + 12), (x + 2, at + 12)],
                kind, "bar",
            )  # fmt: skip
            self.sheet.sign(x + 24, box.middle, "conflict", kind)

    def _objections(self, key: str, box: Box, trunk: float) -> None:
        """What speaks against a premise, under its box."""
        against = self.links.attacked[key][:FEW]
        for other, attack in against:
            if other.id in self.drawn or len(self.drawn) > MOST:
                continue
            self.drawn.add(other.id)
            kind = _class("against", attack.basis)
            self._words(trunk + 48, say("attacked", self.language), attack.basis)
            own = self._claim(other.id, trunk + 48, "against", self._untold(other.id))
            points = [(trunk + 48, own.middle), (trunk, own.middle), (trunk, box.bottom)]
            self.sheet.line(points, kind, "bar")
            self.sheet.sign(trunk + 26, own.middle, "conflict", kind)
