"""__format__, __str__ and __repr__ together: own mini-languages, nested specifiers, conversions, inheritance, errors."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum


class Duration:
    """Seconds; formats as %H and so on with paddings, or as words."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds

    def __format__(self, spec: str) -> str:
        if not spec:
            return str(self)
        sign = "-" if self.seconds < 0 else ""
        minutes, s = divmod(abs(self.seconds), 60)
        h, m = divmod(minutes, 60)
        names = {"H": h, "M": m, "S": s, "m": minutes, "s": abs(self.seconds)}

        def put(found: re.Match[str]) -> str:
            width, letter = found.groups()
            if letter == "%":
                return "%"
            if letter not in names:
                raise ValueError(f"Unknown format code {letter!r} for {type(self).__name__}")
            return f"{names[letter]:0{width or 2}d}"

        return sign + re.sub(r"%(\d?)(.)", put, spec)

    def __repr__(self) -> str:
        return f"Duration({self.seconds})"

    def __str__(self) -> str:
        return format(self, "%1H:%M:%S")


class Vector(tuple[float, ...]):
    def __format__(self, spec: str) -> str:
        kind = spec[-1:]
        if kind == "p":
            size = sum(x * x for x in self) ** 0.5
            return f"|{size:{spec[:-1]}}|"
        return "(" + ", ".join(format(x, spec) for x in self) + ")"


@dataclass
class Money:
    cents: int
    code: str = field(default="EUR", repr=False)

    def __format__(self, spec: str) -> str:
        align, _, width = spec.rpartition("!")
        text = f"{self.cents / 100:,.2f} {self.code}"
        return f"{text:{align}{width}}"


class Colour(Enum):
    RED = (255, 0, 0)
    GRAY = (128, 128, 128)

    def __format__(self, spec: str) -> str:
        if spec == "x":
            return "#" + "".join(f"{part:02x}" for part in self.value)
        return super().__format__(spec)


class Tree:
    def __init__(self, name: str, *children: Tree) -> None:
        self.name, self.children = name, children

    def __repr__(self) -> str:
        inside = ", ".join(map(repr, self.children))
        return f"{self.name}({inside})" if inside else self.name

    def lines(self, depth: int = 0) -> list[str]:
        out = [f"{'':>{2 * depth}}- {self.name!s:.6}"]
        for child in self.children:
            out += child.lines(depth + 1)
        return out


class OnlyRepr:
    def __repr__(self) -> str:
        return "only-repr é"


class OnlyStr:
    def __str__(self) -> str:
        return "only-str"


class Loud(OnlyRepr):
    def __str__(self) -> str:
        return super().__str__().upper() + "!"


class Broken:
    def __format__(self, spec: str) -> str:
        raise RuntimeError(f"format({spec})")


def main() -> None:
    for d in (Duration(0), Duration(59), Duration(3661), Duration(-90_000)):
        print(f"{d} {d!r} {d!s:>12} {d:%H:%M} {d:%m'%1S\"} {d:%4s%%} [{d!r:^20}] {str(d)!r}")
    v = Vector((3.0, 4.0, -1.5))
    print(f"{v:.1f} {v:+g} {v:.2fp} {v!s} {v!r:.9} {v:08.3f} {'':{'>'}{3}}|".replace("  ", " "))
    m = Money(1234567, "CHF")
    print(f"{m:>!20}|{m:*^!22}|{m:!5}|{m}|{m!r}|{m!r:>30}|")
    print(f"{Colour.RED:x} {Colour.GRAY} {Colour.GRAY:>15} {Colour.RED.name:_<6} {Colour.RED!r}")
    tree = Tree("root", Tree("left", Tree("leaf")), Tree("right-hand"))
    print(tree, *tree.lines(), sep="\n")
    things: list[object] = [
        OnlyRepr(),
        Loud(),
        [OnlyRepr()],
        (Loud(),),
        {"k": OnlyRepr()},
        None,
        1.5,
        b"\xff",
        "q'\"\n",
    ]
    for thing in things:
        print(f"{thing} | {thing!s} | {thing!r} | {thing!a} | {str(thing):>14.9}")
    print(
        f"{OnlyStr()}",
        "OnlyStr object at 0x" in repr(OnlyStr()),
        "{0!s:.4} {0}".format(OnlyStr()),
        "%s %r" % (Loud(), Loud()),
    )
    when = date(2024, 2, 29)
    print(
        f"{when:%d.%m.%y} {when} {when:%j} {when!r:>10} {when + timedelta(366):%A %B}",
        "{:%Y{}}".format(when, "!"),
    )
    width, precision, fill = 12, 3, "."
    print(
        f"{2 / 3:{fill}>{width}.{precision}f} {'abcdef':{fill}^{width}.{precision}} {255:#0{width}x} {7:{'+'}{'d'}}"
    )
    print(
        "{:{}} {:{}.{}}|{:>{w}}".format("a", 4, "bcdef", 6, 2, "z", w=5),
        "{x[1]} {y[k]!r:>6}".format(x="abc", y={"k": "v"}),
    )
    print(
        f"{width=} {width = :>4} {precision=!s} {fill=!r:>5} {v[0]=:.2f} {len(things)=}",
        f"{{}} {{{width}}} {'{'}",
    )
    broken = Broken()
    templates = ["{} {}", "{a}", "{0} {}", "{:d}", "}", "%d", "%s %s"]
    attempts: list[Callable[[], str]] = [
        lambda: f"{broken}",
        lambda: f"{broken:x}",
        lambda: f"{OnlyRepr():>10}",
        lambda: f"{None:5}",
        lambda: f"{[1]:<5}",
        lambda: f"{Duration(1):%q}",
        lambda: templates[0].format(1),
        lambda: templates[1].format(b=1),
        lambda: templates[2].format(1, 2),
        lambda: templates[3].format("x"),
        lambda: templates[4].format(),
        lambda: templates[5] % "x",
        lambda: templates[6] % (1,),
        lambda: templates[6] % (1, 2, 3),
    ]
    for attempt in attempts:
        try:
            print(attempt())
        except (TypeError, ValueError, RuntimeError, LookupError) as error:
            print(type(error).__name__, error)


main()
