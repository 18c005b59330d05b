"""The format mini-language as a table: every alignment, sign, grouping and type on ints, floats, strings and bools."""

from __future__ import annotations

from itertools import product
from typing import Any

INT_SPECS = ["", "d", "5", "<5", "^5", "05", "+", " ", "-", "=+6", ",", "_", "x", "#x", "#010x", "X", "o", "#o", "b", "#b", "_b", "_x", "c", "e", ".2f", "%", ".1%", "n", "*^9,d", "g", "08.2f", "+,.3e"]
FLOAT_SPECS = ["", "f", ".0f", "#.0f", ".3", "e", ".0e", "E", "g", "#g", ".10g", "G", "%", ",.2f", "_.1f", "+010.2f", "^12.1f", " ", "z.0f", "n", "s<9", ">+8.1e"]
TEXT_SPECS = ["", "s", "8", ">8", "^8", "*<8", ".2", "=^7.3s", "0>4", "08"]


def shown(value: Any, spec: str) -> str:
    try:
        return format(value, spec)
    except (ValueError, OverflowError) as error:
        return f"!{error}"


for spec in INT_SPECS:
    print(f"{spec!r:>10}", *(f"[{shown(value, spec)}]" for value in (0, 65, -1234567, 2**70, True)))
for spec in FLOAT_SPECS:
    print(f"{spec!r:>10}", *(f"[{shown(value, spec)}]" for value in (0.0, -0.0, 0.5, 1234567.891, -1e-10, 1e22, float("inf"), float("nan"))))
for spec in TEXT_SPECS:
    print(f"{spec!r:>10}", *(f"[{shown(value, spec)}]" for value in ("", "é", "longer text", "日本")))
bad = [(5, "s"), (5, ".2"), (5, ".2d"), ("x", "d"), ("x", "+"), ("x", "=5"), ("x", ","), (1.5, "d"), (1.5, "x"), (5, "q"), (5, ",_"), (5, ",x"), (-1, "c"), (5, "+c"), (5, "5.5.5"), ("x", "5 5"), ([1], ">5"), (None, "5"), (1.5, ",n"), (3, "{}")]
for value, spec in bad:
    try:
        print(format(value, spec))
    except (ValueError, TypeError, OverflowError) as error:
        print(f"{value!r:>6} {spec!r:<8} {type(error).__name__}: {error}")
widths = [(f"{value:{fill}{align}{width}.{precision}f}") for value, fill, align, width, precision in product((3.14159,), "*0", "<>^", (9,), (0, 2))]
print(widths)
name, width, number = "total", 12, -1234.5
print(f"{name:.<{width}}|{number:>{width},.2f}|{number!r:^{width}}|{name!s:>{len(name) + 2}}|{width:0{width // 2}b}|{'{}'}|{{{name}}}")
print("{0:{1}{2}} {0!r:>8} {name[0]} {obj[key]} {obj[n][1]} {}".format if False else "{0:{1}{2}} {0!r:>8} {name[0]} {obj[key]}".format("v", "^", 5, name="abc", obj={"key": 7}))
print("{:>{}}|{:{}.{}}|{!a}|{:%}".format("r", 4, 2.71828, 8, 3, "é", 0.25), f"{number=}", f"{number = :.1f}", f"{name.upper()=!s}", f"{ {'a': 1}['a'] }", f"{'a' 'b'}{1}")
for template, arguments in (("{} {}", (1,)), ("{0} {}", (1, 2)), ("{", ()), ("}", ()), ("{!x}", (1,)), ("{5}", ()), ("{:{}}", (1,)), ("{a}", ())):
    try:
        print(template.format(*arguments))
    except (IndexError, ValueError, KeyError) as error:
        print(f"{template!r:<8} {type(error).__name__}: {error}")
print("{:.3d}".format(7))
