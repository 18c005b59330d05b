"""Elementary and special functions: the quick way equals the exact one, and both C's nearly always."""

from __future__ import annotations

import math
import random
from collections.abc import Callable

import pytest
from number_shim import numbers

from mirage.lowlevel import i64, u64

R = numbers()
EXACT = R.floats_elementary
QUICK = R.floats_fast
QUICK.int_to_u64_wrapping = u64

CASES: dict[str, Callable[[random.Random], tuple[float, ...]]] = {
    "exp": lambda g: (g.uniform(-700, 700) * g.random() ** 3,),
    "log": lambda g: (math.exp(g.uniform(-700, 700)) if g.random() < 0.5 else g.uniform(0.01, 20),),
    "sin": lambda g: (g.uniform(-10, 10) if g.random() < 0.5 else g.uniform(-1e5, 1e5),),
    "cos": lambda g: (g.uniform(-10, 10) if g.random() < 0.5 else g.uniform(-1e5, 1e5),),
    "pow": lambda g: (
        math.exp(g.uniform(-20, 20)),
        g.choice([g.uniform(-30, 30), 1.5, -1.5, 3.0, 0.25, -7.0]),
    ),
}


def nothing(*_: object) -> float:
    return math.nan


@pytest.mark.parametrize("name", sorted(CASES))
def test_the_quick_way_gives_the_exact_result_or_none(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    generator = random.Random(7)
    quick = {"sin": lambda x: QUICK.sin_or_cos(x, i64(0)), "cos": lambda x: QUICK.sin_or_cos(x, i64(1))}.get(
        name, getattr(QUICK, name, None)
    )
    sure = 0
    for _ in range(250):
        arguments = CASES[name](generator)
        answer = quick(*arguments)
        if answer == answer:
            sure += 1
            with monkeypatch.context() as patch:
                for function in ("exp", "log", "pow", "sin_or_cos"):
                    patch.setattr(QUICK, function, nothing)
                assert getattr(EXACT, name)(*arguments) == answer, arguments
    assert sure > 200


@pytest.mark.parametrize("name", "exp log log2 sin cos tan atan asin acos exp2".split())
def test_results_are_those_of_the_c_library_nearly_always(name: str) -> None:
    generator = random.Random(11)
    different = 0
    for _ in range(200):
        x = generator.uniform(0.001, 1.0) if name in ("asin", "acos") else generator.uniform(0.001, 60.0)
        expected = getattr(math, name)(x)
        result = getattr(EXACT, name)(x)
        different += result != expected
        assert abs(result - expected) <= math.ulp(expected)
    assert different <= 8


@pytest.mark.parametrize("name", "expm1 log1p log10 sinh cosh tanh asinh acosh atanh".split())
def test_hyperbolic_functions_take_the_steps_of_fdlibm(name: str) -> None:
    generator = random.Random(13)
    different = 0
    for _ in range(200):
        x = generator.uniform(-3, 3) * 10.0 ** generator.randint(-6, 0)
        if name == "acosh":
            x = 1.0 + abs(x)
        elif name in ("log10", "log1p"):
            x = abs(x) * 10.0 ** generator.randint(-3, 8)
        elif name == "atanh":
            x = math.sin(x) * 0.999
        different += getattr(R.floats_hyperbolic, name)(x) != getattr(math, name)(x)
    assert different <= 4


def test_special_arguments_of_pow_and_atan2() -> None:
    values = [0.0, -0.0, 1.0, -1.0, math.inf, -math.inf, 2.5, -2.5, 0.5, 3.0, -3.0]
    for x in values:
        for y in values:
            assert repr(EXACT.atan2(x, y)) == repr(math.atan2(x, y))
            try:
                expected = math.pow(x, y)
            except ValueError:
                continue
            assert repr(EXACT.pow(x, y)) == repr(expected)


def test_ties_of_small_powers_round_to_even() -> None:
    for base in [134217729.0, 3.0, 94906267.0, 208065.0]:
        for exponent in range(2, 40):
            try:
                expected = float(int(base) ** exponent)
            except OverflowError:
                break
            assert EXACT.pow(base, float(exponent)) == expected


@pytest.mark.parametrize("name", ["gamma", "lgamma"])
def test_gamma_agrees_within_an_ulp(name: str) -> None:
    generator = random.Random(3)
    for _ in range(100):
        x = generator.uniform(-20, 100)
        expected = getattr(math, name)(x)
        assert math.isclose(getattr(R.floats_special, name)(x), expected, rel_tol=1e-14, abs_tol=1e-14)


def test_norms_are_nearest() -> None:
    generator = random.Random(5)
    for _ in range(100):
        values = [generator.uniform(-1, 1) * 10.0 ** generator.randint(-170, 170) for _ in range(3)]
        assert R.floats_special.norm(values) == math.hypot(*values)
