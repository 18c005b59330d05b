"""Write src/mirage/runtime/floats_tables.py: `python tools/generate_floats.py`.

Each number is a sum of two floats or more, the first of few bits so that products with it are exact.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from decimal import Decimal, getcontext
from pathlib import Path

getcontext().prec = 110
TARGET = Path(__file__).resolve().parent.parent / "src/mirage/runtime/floats_tables.py"
HALF_PI = Decimal(
    "1.57079632679489661923132169163975144209858469968755291048747229615390820314310449931401741"
)


def top(value: Decimal, bits: int = 26) -> float:
    """The first bits of the value."""
    if value == 0:
        return 0.0
    unit = Decimal(2) ** (
        int((abs(value).ln() / Decimal(2).ln()).to_integral_value(rounding="ROUND_FLOOR")) + 1 - bits
    )
    return float((value / unit).to_integral_value() * unit)


def multiple(value: Decimal, bits: int) -> float:
    """The multiple of 2**-bits nearest to the value."""
    return float((value * 2**bits).to_integral_value() / 2**bits)


def parts(value: Decimal, first: float, count: int = 2) -> list[float]:
    found = [first]
    while len(found) < count:
        found.append(float(value - sum(map(Decimal, found))))
    return found


def sine(x: Decimal) -> Decimal:
    total = term = x
    n = 1
    while abs(term) > Decimal(10) ** -75:
        term = -term * x * x / ((n + 1) * (n + 2))
        total += term
        n += 2
    return total


def arctangent(x: Decimal) -> Decimal:
    halvings = 0
    while abs(x) > Decimal("0.01"):
        x = x / (1 + (1 + x * x).sqrt())
        halvings += 1
    total, power, n = x, x, 1
    while abs(power) > Decimal(10) ** -75:
        power = -power * x * x
        n += 2
        total += power / n
    return total * 2**halvings


def logarithms() -> Iterator[float]:
    """For each 1/128 of [1, 2) a reciprocal r of few bits, and -ln r as a multiple of 2**-42 and the rest."""
    for index in range(128):
        middle = 1 + (Decimal(index) + Decimal("0.5")) / 128
        r = {0: Decimal(1), 127: Decimal("0.5")}.get(index, (512 / middle).to_integral_value() / 512)
        yield float(r)
        yield from parts(-r.ln(), multiple(-r.ln(), 42))


def powers() -> Iterator[float]:
    """2**(index / 64)."""
    for index in range(64):
        value = Decimal(2) ** (Decimal(index) / 64)
        yield from parts(value, top(value))


def sines() -> Iterator[float]:
    """sin(index / 64) and cos(index / 64) up to pi / 4."""
    for index in range(52):
        for value in (sine(Decimal(index) / 64), sine(HALF_PI - Decimal(index) / 64)):
            yield from parts(value, top(value))


def arctangents() -> Iterator[float]:
    """atan(index / 64)."""
    for index in range(65):
        value = arctangent(Decimal(index) / 64)
        yield from parts(value, float(value))


def error_function(x: Decimal) -> Decimal:
    term = total = x
    n = 0
    while abs(term) > Decimal(10) ** -75:
        n += 1
        term = -term * x * x / n
        total += term / (2 * n + 1)
    return total * 2 / (2 * HALF_PI).sqrt()


def errors() -> Iterator[float]:
    """erf(index / 32) and its derivative there."""
    for index in range(193):
        x = Decimal(index) / 32
        value, slope = error_function(x), (-x * x).exp() * 2 / (2 * HALF_PI).sqrt()
        yield from [*parts(value, float(value)), *parts(slope, top(slope))]


def table(name: str, comment: str, values: Iterator[float]) -> str:
    data = b"".join(struct.pack("<d", value) for value in values)
    rows = [data[start : start + 24] for start in range(0, len(data), 24)]
    text = "\n".join('    b"' + "".join(f"\\x{byte:02x}" for byte in row) + '"' for row in rows)
    return f"# {comment}\n{name}: Final = (\n{text}\n)\n"


def constant(name: str, comment: str, values: list[float]) -> str:
    lines = [f"{name}{place}: Final = {value!r}" for place, value in zip("ABCDE", values, strict=False)]
    return f"# {comment}\n" + "\n".join(lines) + "\n"


def main() -> None:
    ln2 = Decimal(2).ln()
    step = ln2 / 64
    first, second = multiple(HALF_PI, 32), 0.0
    second = multiple(HALF_PI - Decimal(first), 65)
    sections = [
        table("LOGARITHMS", "128 times r, -ln r in two floats", logarithms()),
        table("POWERS", "64 times 2**(i / 64) in two floats", powers()),
        table("SINES", "52 times sin(i / 64) and cos(i / 64), each in two floats", sines()),
        table("ARCTANGENTS", "65 times atan(i / 64) in two floats", arctangents()),
        table("ERRORS", "193 times erf(i / 32) and its derivative there, each in two floats", errors()),
        constant("LN2_", "ln 2, the first a multiple of 2**-42", parts(ln2, multiple(ln2, 42))),
        constant("STEP_", "ln 2 / 64, the first a multiple of 2**-42", parts(step, multiple(step, 42))),
        constant("PER_LN2_", "1 / ln 2, the first of 26 bits", parts(1 / ln2, top(1 / ln2))),
        constant(
            "QUARTER_",
            "pi / 2, the first two of 33 bits",
            [*parts(HALF_PI, first, 1), second, float(HALF_PI - Decimal(first) - Decimal(second))],
        ),
        constant("RIGHT_", "pi / 2", parts(HALF_PI, float(HALF_PI))),
        constant("STRAIGHT_", "pi", parts(2 * HALF_PI, float(2 * HALF_PI))),
    ]
    head = '"""Numbers of elementary functions; written by tools/generate_floats.py."""\n\n'
    head += "from typing import Final\n\n"
    TARGET.write_text(head + "\n".join(sections))


if __name__ == "__main__":
    main()
