"""What a corpus holds, kind by kind, for comparing with what a reader of an export finds."""

from __future__ import annotations

from techfeod_graph.statements import position_path


def expected(corpus):
    """Ids or counts of each kind of information of the corpus."""
    claims = corpus.claims.values()
    positions = [(c, p) for c in claims for p in corpus.positions(c)]
    reports = {
        position_path(claim.id, position, depth)
        for claim, position in positions
        for depth in range(1, len(position.reported_by) + 1)
    }
    stances = {}
    for _claim, position in positions:
        stances[position.stance] = stances.get(position.stance, 0) + 1
    return {
        "concepts": len(corpus.concepts),
        "definitions": sum(concept.definition is not None for concept in corpus.concepts.values()),
        "relations": sum(len(claim.says) for claim in claims),
        "claims": len(corpus.claims),
        "positions": len(positions),
        "attribution": len(reports),
        "stances": stances,
        "reasons": {
            "inferences": sum(len(claim.because) for claim in claims),
            "premises": sum(len(r.premises) for claim in claims for r in claim.because),
        },
        "conflicts": sum(len(claim.attacks) for claim in claims),
        "undercuts": sum(len(claim.undercuts) for claim in claims),
        "qualifications": {
            name: sum(len(getattr(claim, name)) for claim in claims)
            for name in ("qualifies", "elaborates", "presupposes")
        },
        "ambiguity": sum(len(c.ambiguous.holders) for c in claims if c.ambiguous),
        "agents": len(corpus.agents),
        "works": len(corpus.works),
        "pointers": len(corpus.pointers),
        "slips": len(corpus.discrepancies),
        "anchors": sum(len(claim.at) for claim in claims),
    }


def agree(entry, found, corpus):
    """A reader found everything that the format carries whole, and nothing that it cannot."""
    wanted = expected(corpus)
    assert found.keys() >= entry.whole, entry.whole - found.keys()
    assert found.keys() <= entry.whole | entry.part, found.keys() - entry.whole - entry.part
    for kind, value in found.items():
        assert value == wanted[kind], kind
