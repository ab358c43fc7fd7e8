"""What the argument leaves standing: objections without reply, premises without reason, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from techfeod_graph.answers.links import Links, by_place

if TYPE_CHECKING:
    from techfeod_graph.corpus import Corpus

__all__ = ["UNCITED", "unanswered", "uncited", "unsupported"]

#: What :func:`uncited` looks for.
UNCITED = ("entry", "work", "attribution")


def unanswered(corpus: Corpus) -> list[dict[str, Any]]:
    """Every objection that nothing in the essay answers, in the order of the essay.

    An objection is a claim that attacks another or undercuts an inference. It is answered when
    something attacks it or a ground of it, undercuts an inference to either, or when somebody
    takes a stance against it. Rows: ``kind`` (``attacks`` or ``undercuts``), ``claim``,
    ``holders``, ``target``, ``by`` (the first premise of the inference undercut, or None),
    ``target_holders``, ``at``, ``basis``.
    """
    return list(corpus.kept("unanswered", lambda: {"all": _unanswered(corpus)})["all"])


def _unanswered(corpus: Corpus) -> list[dict[str, Any]]:
    links = Links(corpus)
    found = []
    for key in by_place(corpus, corpus.claims):
        claim = corpus.claims[key]
        objections: list[tuple[str, Any, str | None]] = [
            *(("attacks", link, None) for link in claim.attacks),
            *(("undercuts", cut, cut.by) for cut in claim.undercuts),
        ]
        if not objections or _answered(links, key):
            continue
        for kind, link, by in objections:
            row: dict[str, Any] = {"kind": kind, "claim": key, "holders": links.holders(key)}
            row |= {"target": link.claim, "by": by, "target_holders": links.holders(link.claim)}
            found.append(row | {"at": list(link.at), "basis": link.basis})
    return found


def _answered(links: Links, objection: str) -> bool:
    for key in (objection, *links.grounds(objection)):
        if links.attacked.get(key) or links.holders(key, "against"):
            return True
        if any(links.undercut.get(name) for name in links.inferences(key)):
            return True
    return False


def unsupported(corpus: Corpus) -> list[dict[str, Any]]:
    """Every premise for which the essay gives no reason, those that carry most first.

    Rows: ``claim``, ``at``, ``holders``, ``carries`` (how many claims rest on it, directly or
    through others), ``conclusions`` (their ids), ``direct`` (how many of them directly).
    """
    return list(corpus.kept("unsupported", lambda: {"all": _unsupported(corpus)})["all"])


def _unsupported(corpus: Corpus) -> list[dict[str, Any]]:
    links = Links(corpus)
    rows = []
    for key in by_place(corpus, links.supports):
        claim = corpus.claims[key]
        if not claim.because:
            conclusions = by_place(corpus, links.conclusions(key))
            row: dict[str, Any] = {
                "claim": key,
                "at": list(claim.at),
                "holders": links.holders(key),
            }
            row |= {"carries": len(conclusions), "direct": len(links.supports[key])}
            rows.append(row | {"conclusions": conclusions})
    return sorted(rows, key=lambda row: (-row["carries"], -row["direct"]))


def uncited(corpus: Corpus, kinds: tuple[str, ...] = UNCITED) -> list[dict[str, Any]]:
    """What lacks its counterpart among the references; rows of ``kind``, ``id``, ``at``, ``work``.

    ``entry``: a bibliography item that nothing in the essay points to (``id`` and ``at`` its
    locator). ``work``: a work the essay points to that has no bibliography item. ``attribution``: a
    claim told of another that names no work and in whose sentences, and their notes, no work is
    pointed to (``id`` the claim; ``holders`` is added).
    """
    pointed = {pointer.to for pointer in corpus.pointers}
    rows: list[dict[str, Any]] = []
    if "entry" in kinds:
        for key, work in corpus.works.items():
            item = work.custom.bibliography
            if item and key not in pointed:
                rows.append({"kind": "entry", "id": item, "at": [item], "work": key})
        rows.sort(key=lambda row: corpus.order(row["id"]))
    if "work" in kinds:
        for key, work in corpus.works.items():
            if key in pointed and not work.custom.bibliography:
                places = dict.fromkeys(p.at for p in corpus.pointers if p.to == key)
                rows.append({"kind": "work", "id": key, "at": list(places), "work": key})
    if "attribution" in kinds:
        rows += _attributions(corpus)
    return rows


def _attributions(corpus: Corpus) -> list[dict[str, Any]]:
    places = {pointer.at for pointer in corpus.pointers}
    places |= {pointer.at.partition(".")[0] for pointer in corpus.pointers}
    found = []
    for key in by_place(corpus, corpus.claims):
        claim = corpus.claims[key]
        told = [p for p in corpus.positions(claim) if p.reported_by]
        if not told or claim.cites:
            continue
        at = dict.fromkeys((*claim.at, *(place for p in told for place in p.at)))
        notes = {note for place in at for note in corpus.passages[place].calls}
        if not places & {*at, *notes}:
            holders = list(dict.fromkeys(p.holder for p in told))
            row = {"kind": "attribution", "id": key, "at": list(at), "work": None}
            found.append(row | {"holders": holders})
    return found
