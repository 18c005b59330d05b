"""Elementary and special functions: the quick way equals the exact one, and both C's nearly always."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from fractions import Fraction

import pytest
from number_shim import native, numbers

from mirage.lowlevel import i64

R = numbers()
EXACT = R.floats_elementary
SPECIAL = R.floats_special


def sized(g: random.Random) -> float:
    """Of either sign and any size, near 1 and short ones too."""
    small = math.exp(g.uniform(-30, 0))
    larger = g.uniform(-10, 10), g.uniform(-600, 600), g.randint(-40, 40) / 8
    return g.choice([*larger, -small, small, 1 + small])


def positive(g: random.Random) -> float:
    return abs(sized(g)) or 1.0


def unit(g: random.Random) -> float:
    return g.choice([g.uniform(-1, 1), 1 - math.exp(g.uniform(-36, -1)), g.randint(-64, 64) / 64])


# arguments, the quick way
CASES: dict[str, tuple[Callable[[random.Random], tuple[float, ...]], Callable[..., float]]] = {
    "exp": (lambda g: (sized(g),), R.floats_fast.exp),
    "log": (lambda g: (positive(g) ** 3,), R.floats_fast.log),
    "log2": (lambda g: (positive(g),), R.floats_fast.log2),
    "pow": (
        lambda g: (positive(g), g.choice([g.uniform(-30, 30), 1.5, -1.5, 3.0, 0.25, -7.0, sized(g)])),
        R.floats_fast.pow,
    ),
    "sin": (lambda g: (sized(g) * g.choice([1, 1000]),), lambda x: R.floats_angles.sin_or_cos(x, i64(0))),
    "cos": (lambda g: (sized(g) * g.choice([1, 1000]),), lambda x: R.floats_angles.sin_or_cos(x, i64(1))),
    "tan": (lambda g: (sized(g),), R.floats_angles.tan),
    "atan2": (lambda g: (sized(g), sized(g)), R.floats_angles.atan2),
    "asin": (lambda g: (unit(g),), R.floats_angles.asin),
    "acos": (lambda g: (unit(g),), R.floats_angles.acos),
    "erf": (lambda g: (min(1e-8 + positive(g) / 60, 5.9),), SPECIAL._erf_quickly),
}


def nothing(*_: object) -> float:
    return math.nan


@pytest.mark.parametrize("name", sorted(CASES))
def test_the_quick_way_gives_the_exact_result_or_none(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """And what it took for the error's limit is one."""
    generator = random.Random(7)
    arguments_of, quick = CASES[name]
    sums: list[tuple[float, float, float]] = []
    values: list[Fraction] = []
    settled, rounded = R.floats_fast.settled, EXACT.rounded

    def seen(high: float, rest: float, slack: float) -> float:
        sums.append((high, rest, slack))
        answer: float = settled(high, rest, slack)
        return answer

    def exact(value: object, precision: object) -> float:
        values.append(Fraction(native(value)) / Fraction(2) ** native(precision))
        answer: float = rounded(value, precision)
        return answer

    for module in (R.floats_fast, R.floats_angles, SPECIAL):
        monkeypatch.setattr(module, "settled", seen)
    sure = 0
    for _ in range(250):
        arguments = arguments_of(generator)
        sums.clear()
        answer = quick(*arguments)
        if answer != answer:
            continue
        sure += 1
        values.clear()
        with monkeypatch.context() as patch:
            for module, names in (
                (R.floats_fast, "exp log log2 pow"),
                (R.floats_angles, "sin_or_cos tan atan2 asin acos"),
                (SPECIAL, "_erf_quickly"),
            ):
                for function in names.split():
                    patch.setattr(module, function, nothing)
            patch.setattr(EXACT, "rounded", exact)
            patch.setattr(SPECIAL, "rounded", exact)
            assert getattr(SPECIAL if name == "erf" else EXACT, name)(*arguments) == answer, arguments
        if values:  # no special case
            high, rest, slack = sums[-1]
            given, value = abs(Fraction(high) + Fraction(rest)), abs(values[-1])
            while name in ("exp", "pow") and value > given * Fraction(3, 2):
                value /= 2  # it is scaled by a power of two
            while name in ("exp", "pow") and value < given * Fraction(3, 4):
                value *= 2
            assert abs(given - value) <= Fraction(slack), arguments
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
