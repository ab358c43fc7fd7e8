"""Whatever is done to the files, the answer is faults with places, never an exception."""

import random
import shutil

import pytest

from techfeod_graph.checks import check
from techfeod_graph.errors import Problem
from techfeod_graph.loading import try_load
from techfeod_graph.rdf import compiled

from ..broken_data import TINY

MARKS = ["[", "]", "{", "}", ":", "- ", "\n", "  ", "'", '"', "&a ", "*a", "!!", "#", "\x00", "|"]
PIECES = ["[x]", "{a: b}", " : ", "\n- x\n", "null", "~", "? ", "<<: ", "\u202e"]


def mutated(text, chance):
    at = chance.randrange(len(text))
    match chance.randrange(4):
        case 0:
            return text[:at] + text[at + chance.randrange(1, 40) :]
        case 1:
            lines = text.split("\n")
            lines.pop(chance.randrange(len(lines)))
            return "\n".join(lines)
        case 2:
            return text[:at] + chance.choice(MARKS) + text[at + 1 :]
        case _:
            return text[:at] + chance.choice(PIECES) + text[at:]


@pytest.mark.parametrize("seed", range(120))
def test_a_mutation_is_reported_or_harmless(seed, tmp_path):
    chance = random.Random(seed)
    shutil.copytree(TINY, tmp_path, dirs_exist_ok=True)
    names = sorted(p.name for p in TINY.iterdir() if p.suffix in (".yaml", ".lock"))
    path = tmp_path / chance.choice(names)
    path.write_text(mutated(path.read_text(encoding="utf-8"), chance), encoding="utf-8")
    corpus, problems = try_load(tmp_path)
    if corpus is not None:
        problems += check(corpus)
        if not problems:
            assert compiled(corpus)
    for problem in problems:
        assert isinstance(problem, Problem)
        assert problem.place.line >= 1
        assert problem.place.column >= 1
    assert corpus is not None or problems
