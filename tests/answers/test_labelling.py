"""The grounded labelling against its definition and against software that is not ours."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st
from pygarg.dung import solver

from techfeod_graph.answers.labelling import framework, grounded, labelling

ARGUMENTS = "abcdefg"
GRAPHS = st.lists(st.tuples(st.sampled_from(ARGUMENTS), st.sampled_from(ARGUMENTS)), max_size=14)


def complete(attacks):
    """All complete labellings, by trying every one: in, out and undecided as each must be."""
    by = {a: [x for x, y in attacks if y == a] for a in ARGUMENTS}
    for labels in itertools.product(("in", "out", "undecided"), repeat=len(ARGUMENTS)):
        found = dict(zip(ARGUMENTS, labels, strict=True))
        for name, label in found.items():
            around = {found[x] for x in by[name]}
            wanted = "in" if around <= {"out"} else "out" if "in" in around else "undecided"
            if label != wanted:
                break
        else:
            yield found


@settings(max_examples=40, deadline=None)
@given(GRAPHS)
def test_it_is_the_least_complete_labelling(attacks):
    ours = dict(grounded(ARGUMENTS, attacks))
    every = list(complete(set(attacks)))
    assert ours in every
    accepted = {name for name, label in ours.items() if label == "in"}
    assert all(accepted <= {n for n, label in other.items() if label == "in"} for other in every)


@settings(max_examples=150, deadline=None)
@given(GRAPHS)
def test_it_accepts_what_pygarg_accepts(attacks):
    pairs = sorted([list(pair) for pair in set(attacks)])
    theirs = set(solver.compute_grounded_extension(list(ARGUMENTS), pairs))
    assert {n for n, label in grounded(ARGUMENTS, attacks).items() if label == "in"} == theirs


def test_the_published_framework_is_labelled_as_pygarg_does(published):
    arguments, attacks = framework(published)
    attacked = {name for pair in attacks for name in pair}
    pairs = [list(pair) for pair in attacks]
    theirs = set(solver.compute_grounded_extension(sorted(attacked), pairs))
    ours = grounded(arguments, attacks)
    assert {name for name in attacked if ours[name] == "in"} == theirs
    assert all(ours[name] == "in" for name in arguments if name not in attacked)


def test_an_attack_on_a_premise_reaches_the_inference_and_a_qualification_nothing(tiny):
    arguments, attacks = framework(tiny)
    assert ("claim/siege-timide", "argument/vanne-pouvoir.by.eau-rente") in attacks
    assert not any(target == "claim/siege" for _, target in attacks)
    found = labelling(tiny)
    assert found["counts"] == {"in": len(arguments) - 2, "out": 2, "undecided": 0}
    assert {row["argument"]: row["label"] for row in found["rows"]} == {
        "claim/farine-moins-chere": "out",
        "argument/vanne-pouvoir.by.eau-rente": "out",
    }


def test_the_report_states_its_semantics_and_counts_every_argument(published):
    found = labelling(published)
    assert found["semantics"] == "grounded (Dung 1995)"
    assert sum(found["counts"].values()) == found["arguments"]
