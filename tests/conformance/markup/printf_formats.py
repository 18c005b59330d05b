"""printf by hand, checked against the language's own formatting; strftime-like patterns and column templates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

SPEC = re.compile(
    r"%(?:\((?P<name>\w*)\))?(?P<flags>[-+ #0]*)(?P<width>\*|\d+)?(?:\.(?P<prec>\*|\d*))?(?P<kind>[diouxXeEfFgGcrsa%])"
)


class FormatError(Exception):
    pass


@dataclass
class Spec:
    flags: str
    width: int
    precision: int | None
    kind: str

    def digits(self, value: int, base: int) -> str:
        if value == 0:
            return "0"
        result = ""
        while value:
            value, digit = divmod(value, base)
            result = "0123456789abcdef"[digit] + result
        return result

    def sign(self, negative: bool) -> str:
        return "-" if negative else "+" if "+" in self.flags else " " if " " in self.flags else ""

    def integer(self, value: int) -> str:
        base = {"o": 8, "x": 16, "X": 16}.get(self.kind, 10)
        body = self.digits(abs(value), base).rjust(self.precision or 0, "0")
        prefix = {"o": "0o", "x": "0x", "X": "0X"}.get(self.kind, "") if "#" in self.flags else ""
        body = body.upper() if self.kind == "X" else body
        return self.padded(self.sign(value < 0) + prefix, body)

    def floating(self, value: float) -> str:
        precision = 6 if self.precision is None else self.precision
        alternate = "#" if "#" in self.flags else ""
        body = format(abs(value), f"{alternate}.{precision}{self.kind}")
        return self.padded(self.sign(str(value).startswith("-")), body)

    def padded(self, prefix: str, body: str) -> str:
        room = self.width - len(prefix) - len(body)
        if "-" in self.flags:
            return prefix + body + " " * room
        if "0" in self.flags and self.kind not in "crsa":
            return prefix + "0" * room + body
        return " " * room + prefix + body

    def apply(self, value: Any) -> str:
        match self.kind:
            case "d" | "i" | "u" | "o" | "x" | "X":
                if isinstance(value, float) and self.kind in "diu":
                    value = int(value)
                if not isinstance(value, int):
                    raise FormatError(f"%{self.kind} wants a number, not {type(value).__name__}")
                return self.integer(value)
            case "c":
                text = chr(value) if isinstance(value, int) else value
                return self.padded("", text)
            case "s" | "r" | "a":
                convert: dict[str, Callable[[object], str]] = {"s": str, "r": repr, "a": ascii}
                return self.padded("", convert[self.kind](value)[: self.precision])
            case _:
                if not isinstance(value, (int, float)):
                    raise FormatError(f"%{self.kind} wants a float, not {type(value).__name__}")
                return self.floating(float(value))


def sprintf(template: str, *values: Any, **names: Any) -> str:
    rest = iter(values)

    def following(what: str) -> Any:
        for value in rest:
            return value
        raise FormatError(f"no value for {what}")

    def pieces() -> Iterator[str]:
        at = 0
        while (percent := template.find("%", at)) >= 0:
            yield template[at:percent]
            found = SPEC.match(template, percent)
            if found is None:
                raise FormatError(f"bad format at {percent}: {template[percent : percent + 4]!r}")
            at = found.end()
            if found["kind"] == "%":
                yield "%"
                continue
            flags = found["flags"]
            width = following("width") if found["width"] == "*" else int(found["width"] or 0)
            if width < 0:
                flags, width = flags + "-", -width
            precision = (
                following("precision") if found["prec"] == "*" else found["prec"] and int(found["prec"])
            )
            spec = Spec(flags, width, 0 if precision == "" else precision, found["kind"])
            if found["name"] is not None:
                if found["name"] not in names:
                    raise FormatError(f"no name {found['name']!r}")
                yield spec.apply(names[found["name"]])
            else:
                yield spec.apply(following(found[0]))
        yield template[at:]

    result = "".join(pieces())
    if left := list(rest):
        raise FormatError(f"{len(left)} values left over")
    return result


CASES: list[tuple[str, Sequence[Any]]] = [
    ("%d|%5d|%-5d|%05d|%+d|% d", (42, 42, 42, 42, 42, 42)), ("%d %i %u", (-1, True, 10**25)), ("%.5d|%8.3d|%-8.3d|", (42, -7, 7)),
    ("%x %X %o %#x %#X %#o", (255, 255, 8, 255, 255, 8)), ("%#010x|%+x|%x", (255, 16, -255)), ("%f %.2f %8.3f %-8.1f|", (3.14159, 2.5, -1.0, 9)),
    ("%e %.0e %E", (12345.678, 5e-10, -0.0)), ("%g %g %g %#g %.3g", (1e10, 0.0001, 1e-5, 1.0, 1234.5)), ("%08.2f|%+.1f|% .1f", (-3.14159, 2.25, 2.35)),
    ("%s|%10s|%-10s|%.2s|%5.1s|", ("abc", "abc", "abc", "abc", "abc")), ("%r %a %s", ("é", "é", None)), ("%c%c%5c|", ("x", 9731, "z")),
    ("100%% %s", ("sure",)), ("%*d|%-*d|%.*f", (6, 42, 6, 42, 2, 2.71828)), ("%d", (3.99,)), ("%s %s", ([1, "a"], {"k": (1,)})),
    ("%f %5.1f %g", (float("inf"), float("nan"), float("-inf"))), ("%", ()), ("%d", ("x",)), ("%d %d", (1,)), ("%d", (1, 2)), ("%q", (1,)), ("plain", ()),
]  # fmt: skip
for template, values in CASES:
    try:
        mine = sprintf(template, *values)
        print(
            f"{template!r} -> {mine!r}",
            "" if mine == template % tuple(values) else f"DIFFERS {template % tuple(values)!r}",
        )
    except FormatError as error:
        print(f"{template!r}: {error}")
        try:
            print("   python:", template % tuple(values))
        except (TypeError, ValueError) as problem:
            print(f"   {type(problem).__name__}: {problem}")
print(sprintf("%(a)s-%(b)03d-%(a).1s", a="xy", b=7), "%(a)s-%(b)03d-%(a).1s" % {"a": "xy", "b": 7})
try:
    sprintf("%(zz)s", a=1)
except FormatError as error:
    print(error)
print(sprintf("%-*s|", -8, "w"), sprintf("%*s|", -8, "w"), "%*s|" % (-8, "w"))
sprintf("%f", "text")
