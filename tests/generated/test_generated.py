"""Random programs do the same under CPython and compiled.

300 of them in 5 images, always the same; `./mirage selftest tests/generated --hypothesis-profile=long` tries
20,000 others.  A failure prints the seed; `programs.py` beside this file runs one seed, or snippets of it.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).resolve().parent))

import programs  # noqa: E402

IMAGES = 5  # of programs.SNIPPETS snippets each
SEEDS = st.integers(0, 2**32 - 1)


@pytest.mark.slow
@pytest.mark.more_in_long_mode(67)
@settings(
    max_examples=IMAGES, phases=[Phase.explicit, Phase.generate], suppress_health_check=list(HealthCheck)
)
@given(SEEDS)
def test_random_programs_do_what_they_do_under_cpython(seed: int) -> None:
    found = programs.differences(seed, programs.snippets(seed))
    assert not found, f"seed {seed}\n" + "\n".join(f"{d.snippet.text}\n{d.report}" for d in found)


@settings(max_examples=20)
@given(SEEDS)
def test_a_seed_always_gives_the_same_programs_of_every_topic(seed: int) -> None:
    made = programs.snippets(seed)
    assert made == programs.snippets(seed)
    assert {s.name.rpartition("_")[0] for s in made} == set(programs.TOPICS)
    ast.parse(programs.program_text(seed, made))


def test_a_difference_is_found_and_named() -> None:
    lines = b"== a_0\n1\n== b_1\n2\n"
    same = programs.harness.Outcome(lines, b"", 0)
    crashed = programs.harness.Outcome(b"== a_0\n1\n== b_1\n", b"trap", -11)
    assert programs.outputs(same) == {"a_0": "\n1\n", "b_1": "\n2\n"}
    assert "exit code -11" in programs.outputs(crashed)["b_1"]
