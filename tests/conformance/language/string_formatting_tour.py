"""Formatting: f-strings with nested specs and conversions, format(), %, templates, alignment of wide characters."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from string import Template
from typing import Any


@dataclass
class Money:
    cents: int

    def __format__(self, spec: str) -> str:
        match spec.partition(":"):
            case ("", "", ""):
                return str(self)
            case ("long", _, rest):
                return format(f"{self.cents // 100} euros and {self.cents % 100} cents", rest)
            case (other, _, _):
                return format(self.cents / 100, other)
        raise AssertionError

    def __str__(self) -> str:
        return f"€{self.cents / 100:.2f}"


width, precision, name = 12, 3, "Zoë"
value = 3.14159265
print(f"|{value:{width}.{precision}f}|{value:<{width}}|{value!r:^{width}}|{name:*^{len(name) + 4}}|{name!a}|")
print(f"{name=} {value=:.2f} {width + 1 = } {name!r:>8}", f"{'nested ' + f'{width:03}'}", f"{{literal}} {name[0]}{name[-1]}")
print(f"{1234567.891:,.1f} {1234567:_d} {0.000012:g} {1e100:.3e} {0.5:%} {255:#06x} {-5:=+6d} {5: d} {True:d} {True}")
print("{:>10}|{:^10}|{:<10}|{!r}|{!s:.2}".format("right", "mid", "left", "q", "cut"))
print("{0}{1}{0} {a[0]}{a[1]} {b} {c[key]}".format("x", "y", a=[1, 2], b=Money(5), c={"key": "v"}))
print("{:{}}|{:{fill}{align}{w}}".format("s", 4, "t", fill=".", align=">", w=5))
print("%5.1f|%-6s|%06d|%x|%%|%c|%r|%+d|%s" % (2.25, "ab", -42, 255, "z", "q", 7, [1]))
print("%(a)s and %(b)05.1f" % {"a": "dict", "b": 2.0}, "%s" % ((1, 2),), "%s" % None, "%3d%%" % 50)
print(Template("$who owes ${amount}$$").substitute(who="Ann", amount=Money(250)), Template("$x $y").safe_substitute(x=1))
money = Money(123456)
print(f"{money} {money:long} {money:long:>40} {money:10.1f} {money!s:>12} {money!r}", format(money), f"{money:,.2f}")
day = date(2024, 2, 28)
print(f"{day:%d/%m/%Y} {day + timedelta(days=2):%A %j} {day}", f"{day!r}")
rows: list[tuple[Any, ...]] = [("item", "n", "price"), ("tea", 12, 3.5), ("a long name", 1, 1234.125), ("日本", 3, -1)]
widths = [max(len(str(r[c])) for r in rows) for c in range(3)]
for row in rows:
    print(" | ".join(f"{cell!s:{'<' if c == 0 else '>'}{w}}" for c, (cell, w) in enumerate(zip(row, widths))))
for i, text in enumerate(["x", "yy"] * 2, 1):
    print(f"{i:>{i}}{text:{'<>^'[i % 3]}{i * 2}}|", end=" ")
print()
lines = f"""{name}
  {"multi":>8} {
    value
    :.1f} {(lambda x: x * 2)(3)} {'a' if value > 3 else 'b'} { {'k': 1}['k'] } {[*range(3)]}
"""
print(lines, repr(lines))
print(ascii("ñ\n\t\x7f😀"), repr('it\'s "x"'), str(b"b\xff"), repr("\u200b\xad"), "tab\there".expandtabs(4), "\N{BULLET}")
loose: Any = "x"
two, words, named = "{}{}", "%s %s", "{a}"
for bad in (lambda: f"{loose:d}", lambda: f"{1.5:d}", lambda: two.format(1), lambda: "%d" % loose, lambda: words % (1,), lambda: f"{1:.2}", lambda: f"{[]:>5}", lambda: named.format(), lambda: f"{5:5.}", lambda: Template("$x").substitute()):
    try:
        print(bad())
    except (ValueError, TypeError, IndexError, KeyError) as error:
        print(type(error).__name__, error)
print("{0:>{1}}".format(money.cents, width), "%*d" % (6, 42))
named = "{} {missing}"
print(named.format(1, present=2))
