"""The same numbers from the same seed as CPython."""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from hosted import load

ours = load("random")

CALLS: list[tuple[str, tuple[Any, ...], dict[str, Any]]] = [
    ("random", (), {}),
    ("randint", (-5, 10**30), {}),
    ("randrange", (0, 100, 7), {}),
    ("randrange", (9,), {}),
    ("randrange", (9, -50, -3), {}),
    ("choice", ("abcdefg",), {}),
    ("sample", (range(1000), 10), {}),
    ("sample", (list("abcdef"), 4), {}),
    ("sample", (["a", "b"], 3), {"counts": [3, 2]}),
    ("choices", ([1, 2, 3],), {"k": 5}),
    ("choices", ([1, 2, 3], [1.0, 5.0, 2.5]), {"k": 9}),
    ("choices", ([1, 2],), {"cum_weights": [1.0, 2.0], "k": 4}),
    ("uniform", (1.5, 9.0), {}),
    ("triangular", (1.0, 5.0, 2.0), {}),
    ("triangular", (), {}),
    ("gauss", (0.0, 2.0), {}),
    ("gauss", (), {}),
    ("normalvariate", (), {}),
    ("lognormvariate", (0.0, 0.25), {}),
    ("expovariate", (0.2,), {}),
    ("paretovariate", (3.0,), {}),
    ("weibullvariate", (1.0, 1.5), {}),
    ("vonmisesvariate", (1.0, 2.0), {}),
    ("gammavariate", (0.5, 2.0), {}),
    ("gammavariate", (1.0, 2.0), {}),
    ("gammavariate", (3.0, 2.0), {}),
    ("betavariate", (2.0, 3.0), {}),
    ("getrandbits", (5,), {}),
    ("getrandbits", (32,), {}),
    ("getrandbits", (100,), {}),
    ("getrandbits", (0,), {}),
    ("randbytes", (11,), {}),
]


@pytest.mark.parametrize("seed", [0, 1, 42, -7, 2**32, 2**100 + 3, True, 1.5, 5489])
def test_every_function_after_a_seed(seed: Any) -> None:
    expected, found = random.Random(seed), ours.Random(seed)
    for _ in range(3):
        for name, args, options in CALLS:
            assert getattr(found, name)(*args, **options) == getattr(expected, name)(*args, **options), name
        for length in (0, 1, 2, 30):
            one, two = list(range(length)), list(range(length))
            expected.shuffle(one)
            found.shuffle(two)
            assert one == two


def test_state_is_cpythons() -> None:
    expected, found = random.Random(9), ours.Random(9)
    assert found.getstate() == expected.getstate()
    found.gauss()
    state = found.getstate()
    numbers = [found.random(), found.gauss()]
    found.setstate(state)
    assert [found.random(), found.gauss()] == numbers
    expected.setstate(state)
    assert [expected.random(), expected.gauss()] == numbers


def test_errors() -> None:
    for name, args in [
        ("choice", ([],)),
        ("randrange", (0,)),
        ("randrange", (5, 5)),
        ("randint", (3, 1)),
        ("sample", ([1], 2)),
        ("randrange", (1, 2, 0)),
        ("randrange", (1, 0, 2)),
        ("getrandbits", (-1,)),
        ("choices", ([1], [0.0])),
        ("choices", ([1], [1.0, 2.0])),
        ("gammavariate", (0.0, 1.0)),
    ]:
        outcomes = []
        for module in (random, ours):
            with pytest.raises(Exception) as caught:
                getattr(module.Random(1), name)(*args)
            outcomes.append(repr(caught.value))
        assert outcomes[0] == outcomes[1]


def test_unseeded_generators_differ() -> None:
    assert ours.Random().random() != ours.Random().random()
    assert 0 <= ours.SystemRandom().randint(0, 9) <= 9 and 0.0 <= ours.random() < 1.0
