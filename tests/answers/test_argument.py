"""Reasons, objections and replies as a tree; disagreements; what stands without answer."""

from techfeod_graph.answers.argue import argument, only_against
from techfeod_graph.answers.controversies import KINDS, controversies
from techfeod_graph.answers.gaps import unanswered, uncited, unsupported
from techfeod_graph.answers.links import Links, inference
from techfeod_graph.terms import AGAINST, FOR


def nodes(tree):
    yield tree
    for reason in tree["reasons"]:
        for below in (*reason["premises"], *reason["undercut_by"]):
            yield from nodes(below)
    for below in (*tree["attacked_by"], *tree["qualified_by"]):
        yield from nodes(below)


def test_a_tree_has_linked_premises_undercuts_and_holders(tiny):
    tree = argument(tiny, "vanne-pouvoir")
    (reason,) = tree["reasons"]
    assert [node["claim"] for node in reason["premises"]] == ["eau-rente", "paient-sans-produire"]
    assert (reason["scheme"], reason["basis"]) == ("cause-to-effect", "inferred")
    (cut,) = reason["undercut_by"]
    assert (cut["claim"], cut["link"]) == ("siege-timide", {"at": ["P07.1"], "basis": "inferred"})
    stances = [(p["holder"], p["side"]) for p in reason["premises"][0]["positions"]]
    assert stances == [("meuniers", "for"), ("vannelle", "for")]


def test_an_objection_carries_its_own_argument(tiny):
    tree = argument(tiny, "farine-moins-chere")
    (objection,) = tree["attacked_by"]
    assert objection["claim"] == "faute-des-meules"
    assert [p["side"] for p in objection["positions"]] == ["for", "against"]


def test_depth_cuts_the_tree_and_says_so(tiny):
    assert argument(tiny, "vanne-pouvoir", 0)["cut"]
    tree = argument(tiny, "vanne-pouvoir", 1)
    assert not tree["cut"]
    assert [node["cut"] for node in tree["reasons"][0]["premises"]] == [False, False]


def test_a_circle_ends_where_it_closes(edited):
    corpus = edited(
        "claims.yaml",
        (
            "  about: [peage]\nfarine",
            "  because: [{premises: [vanne-pouvoir], at: P02.3, basis: stated}]\nfarine",
        ),
    )
    tree = argument(corpus, "vanne-pouvoir")
    again = [node for node in nodes(tree) if node["repeated"]]
    assert [node["claim"] for node in again] == ["vanne-pouvoir"]
    assert Links(corpus).grounds("vanne-pouvoir") == ["eau-rente", "paient-sans-produire"]


def test_every_published_tree_ends_and_unfolds_a_claim_once_a_level(published):
    deepest = 0
    for key in published.claims:
        found = list(nodes(argument(published, key)))
        deepest = max(deepest, len(found))
        grounds = (
            {key, *Links(published).grounds(key)} if key == "fronts-de-lutte-multiples" else ()
        )
        assert set(grounds) <= {node["claim"] for node in found}
        assert not any(node["cut"] for node in found)
    assert deepest > 40


def test_only_what_speaks_against_is_kept(tiny, published):
    tree = only_against(argument(tiny, "vanne-pouvoir"))
    assert [len(reason["premises"]) for reason in tree["reasons"]] == [0]
    assert tree["reasons"][0]["undercut_by"]
    assert only_against(argument(tiny, "communs"))["reasons"] == []
    for key in published.claims:
        for node in nodes(only_against(argument(published, key))):
            for reason in node["reasons"]:
                assert reason["undercut_by"] or reason["premises"]


def test_controversies_name_their_kinds_and_sides(tiny):
    rows = {row["claim"]: row for row in controversies(tiny)}
    assert rows["faute-des-meules"]["kinds"] == ["opposed"]
    assert rows["faute-des-meules"]["sides"] == {
        "for": ["tremie"],
        "against": ["bluteau"],
        "open": [],
    }
    assert rows["farine-moins-chere"]["kinds"] == ["attacked"]
    assert rows["farine-moins-chere"]["attacked_by"][0]["holders"] == ["tremie"]
    assert rows["vanne-pouvoir"]["undercut_by"][0]["by"] == "eau-rente"
    assert rows["siege"]["kinds"] == ["qualified"]
    assert set(rows) == {"faute-des-meules", "farine-moins-chere", "vanne-pouvoir", "siege"}
    assert [row["claim"] for row in controversies(tiny, ("attacked",))] == ["farine-moins-chere"]


def test_no_published_disagreement_is_left_out(published):
    """Counted again from the records, without the code under test."""
    wanted = set()
    for key, claim in published.claims.items():
        held = published.positions(claim)
        pro = {p.holder for p in held if p.stance in FOR}
        contra = {p.holder for p in held if p.stance in AGAINST}
        if len(pro | contra) > 1 and pro and contra:
            wanted.add(key)
        wanted |= {link.claim for link in (*claim.attacks, *claim.qualifies, *claim.undercuts)}
    found = controversies(published)
    kinds = ("opposed", "attacked", "undercut", "qualified")
    assert {row["claim"] for row in found if set(row["kinds"]) & set(kinds)} == wanted
    ranks = [KINDS.index(row["kinds"][0]) for row in found]
    assert ranks == sorted(ranks)


def test_an_objection_is_answered_by_an_attack_or_a_stance_against_it(tiny, edited):
    (row,) = unanswered(tiny)
    assert (row["kind"], row["claim"], row["target"], row["by"]) == (
        "undercuts",
        "siege-timide",
        "vanne-pouvoir",
        "eau-rente",
    )
    silent = edited("claims.yaml", ("    - {holder: bluteau, stance: rejects, at: P03.3}\n", ""))
    assert {r["claim"] for r in unanswered(silent)} == {"faute-des-meules", "siege-timide"}


def test_a_reply_to_a_ground_answers_the_objection(edited):
    corpus = edited(
        "claims.yaml",
        (
            "  undercuts:\n",
            "  because: [{premises: [siege], at: P07.1, basis: stated}]\n  undercuts:\n",
        ),
        (
            "  about: [vanne]\n",
            "  about: [vanne]\n  attacks: [{claim: siege, at: P07.2, basis: stated}]\n",
        ),
    )
    assert {row["claim"] for row in unanswered(corpus)} == {"vanne-a-qui-la-graisse"}


def test_premises_without_reason_come_by_what_they_carry(tiny, published):
    rows = unsupported(tiny)
    assert [(row["claim"], row["carries"], row["direct"]) for row in rows] == [
        ("eau-rente", 1, 1),
        ("paient-sans-produire", 1, 1),
    ]
    rows = unsupported(published)
    assert [row["carries"] for row in rows] == sorted((r["carries"] for r in rows), reverse=True)
    for row in rows[:20]:
        assert not published.claims[row["claim"]].because
        assert all(row["claim"] in Links(published).grounds(end) for end in row["conclusions"])


def test_what_is_not_cited(tiny, published):
    kinds = {row["kind"] for row in uncited(published)}
    assert kinds == {"entry", "work", "attribution"}
    assert [row["id"] for row in uncited(tiny, ("entry",))] == ["B01"]
    told = {row["id"] for row in uncited(tiny, ("attribution",))}
    assert "communs" in told
    assert "farine-moins-chere" not in told
    assert "siege-timide" not in told


def test_an_inference_is_named_as_in_the_published_triples(published):
    from techfeod_graph.statements import statements

    subjects = {s.subject for s in statements(published)}
    for key, claim in published.claims.items():
        for reason in claim.because:
            assert f"argument/{inference(key, reason.premises[0])}" in subjects
