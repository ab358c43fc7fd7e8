"""The argument in Argdown: statements with their voices as metadata, and inferences."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from techfeod_graph.corpus import Position
from techfeod_graph.export.edition import Edition, argument_key
from techfeod_graph.model import Claim, Reason
from techfeod_graph.terms import FOR

__all__ = ["argdown"]

#: What Argdown reads as markup; a dot only when another may close a shortcode after it.
_MARKUP = re.compile(r"[\\\[\]<>{}#@*_/:|~`]|\.(?=\S)")


def argdown(edition: Edition) -> bytes:
    """One file: every claim as a statement, every reason as an argument with its premises.

    Positions, qualifications and open readings stand in the metadata of the statement, whose
    tags name the holders, with the stance unless they are for it. Conflicts and undercuts are
    relations.
    """
    title = getattr(edition.corpus.source.label, edition.language)
    blocks = [f"===\ntitle: {_json(title)}\n==="]
    for key, claim in edition.corpus.claims.items():
        blocks.append("\n".join(_statement(edition, key, claim)))
    for key, claim in edition.corpus.claims.items():
        blocks += [_argument(key, reason) for reason in claim.because]
    for key, claim in edition.corpus.claims.items():
        for cut in claim.undercuts:
            blocks.append(f"<{cut.claim}.by.{cut.by}>\n  <_ [{key}]")
    return ("\n\n".join(blocks) + "\n").encode()


def _statement(edition: Edition, key: str, claim: Claim) -> Iterator[str]:
    text = _escape(edition.wording(claim))
    positions = edition.corpus.positions(claim)
    tags = " ".join(dict.fromkeys(_tag(position) for position in positions))
    yield f"[{key}]: {text} {tags} {_json(_data(edition, claim))}"
    for attack in claim.attacks:
        yield f"  -> [{attack.claim}]"


def _tag(position: Position) -> str:
    """The holder alone where he is for the claim, else with his stance."""
    holder, stance = position.holder, position.stance
    return f"#{holder}" if stance in FOR else f"#({holder} {stance})"


def _escape(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))


def _json(value: Any) -> str:
    """JSON, which YAML reads too, with the braces of texts written as escapes."""
    return re.sub(
        r'"(?:[^"\\]|\\.)*"',
        lambda found: found[0].replace("{", "\\u007b").replace("}", "\\u007d"),
        json.dumps(value, ensure_ascii=False, separators=(",", ":")),
    )


def _data(edition: Edition, claim: Claim) -> dict[str, Any]:
    positions = [
        {
            "holder": position.holder,
            "stance": position.stance,
            "reportedBy": list(position.reported_by),
            "at": list(position.at),
        }
        for position in edition.corpus.positions(claim)
    ]
    data: dict[str, Any] = {"fr": claim.fr, "en": claim.en, "at": list(claim.at)}
    data["positions"] = positions
    for name in ("qualifies", "elaborates", "presupposes"):
        links = getattr(claim, name)
        if links:
            data[name] = [link.model_dump(mode="json") for link in links]
    if claim.ambiguous:
        data["ambiguous"] = claim.ambiguous.model_dump(mode="json")
    return data


def _argument(key: str, reason: Reason) -> str:
    lines = [f"<{argument_key(key, reason)}>", ""]
    lines += [f"({number}) [{name}]" for number, name in enumerate(reason.premises, 1)]
    data = {"at": list(reason.at), "basis": reason.basis}
    rule = (reason.scheme or "default inference").replace("-", " ")
    lines += ["--", f"{rule} {_json(data)}", "--", f"({len(reason.premises) + 1}) [{key}]"]
    return "\n".join(lines)
