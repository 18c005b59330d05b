"""A converter of units with a graph of factors; a mutually exclusive group and a failing conversion (exit 2)."""
# args: 3.5 km mi --digits 4 --compare 12 in

from __future__ import annotations

import argparse
import math
import sys
from collections import deque
from fractions import Fraction

FACTORS: list[tuple[str, str, Fraction]] = [
    ("km", "m", Fraction(1000)),
    ("m", "cm", Fraction(100)),
    ("in", "cm", Fraction("2.54")),
    ("ft", "in", Fraction(12)),
    ("yd", "ft", Fraction(3)),
    ("mi", "yd", Fraction(1760)),
    ("kg", "g", Fraction(1000)),
    ("lb", "g", Fraction("453.59237")),
    ("oz", "lb", Fraction(1, 16)),
    ("h", "min", Fraction(60)),
    ("min", "s", Fraction(60)),
    ("week", "day", Fraction(7)),
    ("day", "h", Fraction(24)),
]


class UnitError(LookupError):
    def __init__(self, source: str, target: str) -> None:
        super().__init__(source, target)
        self.source = source
        self.target = target

    def __str__(self) -> str:
        return f"cannot turn {self.source!r} into {self.target!r}"


def graph() -> dict[str, dict[str, Fraction]]:
    edges: dict[str, dict[str, Fraction]] = {}
    for big, small, factor in FACTORS:
        edges.setdefault(big, {})[small] = factor
        edges.setdefault(small, {})[big] = 1 / factor
    return edges


def factor(source: str, target: str) -> tuple[Fraction, list[str]]:
    edges = graph()
    queue: deque[tuple[str, Fraction, list[str]]] = deque([(source, Fraction(1), [source])])
    seen = {source}
    while queue:
        unit, product, path = queue.popleft()
        if unit == target:
            return product, path
        for neighbour, step in edges.get(unit, {}).items():
            if neighbour not in seen:
                seen.add(neighbour)
                queue.append((neighbour, product * step, path + [neighbour]))
    raise UnitError(source, target)


def positive(text: str) -> float:
    value = float(text)
    if not math.isfinite(value) or value < 0:
        raise argparse.ArgumentTypeError(f"{text} is not a quantity")
    return value


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="convert")
    parser.add_argument("amount", type=positive)
    parser.add_argument("source")
    parser.add_argument("target")
    shape = parser.add_mutually_exclusive_group()
    shape.add_argument("--digits", type=int, default=2)
    shape.add_argument("--exact", action="store_true")
    parser.add_argument("--compare", nargs=2, metavar=("AMOUNT", "UNIT"))
    options = parser.parse_args(argv)
    try:
        ratio, path = factor(options.source, options.target)
    except UnitError as error:
        parser.error(str(error))
    amount = Fraction(options.amount)
    result = amount * ratio
    shown = str(result) if options.exact else f"{float(result):,.{options.digits}f}"
    print(f"{options.amount:g} {options.source} = {shown} {options.target}  via {' > '.join(path)}")
    if options.compare:
        other = Fraction(options.compare[0]) * factor(options.compare[1], options.target)[0]
        print("compared:", (result > other) - (result < other), f"ratio {float(result / other):.6e}")
    return 0


main(sys.argv[1:])
for line in ("1 week s", "2.5 lb oz --exact", "1e-3 mi in", "0 ft m --digits 0", "1000000 h week --digits=3"):
    main(line.split())
for line in ("1 km kg", "nan m cm", "1 m cm --exact --digits 3", "1 m"):
    try:
        main(line.split())
    except SystemExit as leave:
        print("left with", leave.code)
sys.exit(main(["-5", "m", "cm"]))
