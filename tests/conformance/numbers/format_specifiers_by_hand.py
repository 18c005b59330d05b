"""The format mini-language written out for ints and strings and compared with the built-in over many specifiers."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product

SPEC = re.compile(
    r"(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ])?(?P<alt>\#)?(?P<zero>0)?(?P<width>\d+)?(?P<group>[,_])?(?:\.(?P<precision>\d+))?(?P<kind>[a-zA-Z%])?",
    re.DOTALL,
)


class SpecError(ValueError):
    pass


@dataclass(frozen=True)
class Spec:
    fill: str
    align: str
    sign: str
    alt: bool
    zero: bool
    width: int
    group: str
    precision: int | None
    kind: str

    @classmethod
    def parse(cls, text: str) -> Spec:
        found = SPEC.fullmatch(text)
        if found is None:
            raise SpecError("Invalid format specifier")
        fill, align, sign, alt, zero, width, group, precision, kind = found.groups(default="")
        return cls(
            fill,
            align,
            sign,
            bool(alt),
            bool(zero),
            int(width or 0),
            group,
            int(precision) if precision else None,
            kind,
        )

    def pad(self, head: str, body: str, usual: str) -> str:
        fill = self.fill or ("0" if self.zero else " ")
        align = self.align or ("=" if self.zero and usual == ">" else usual)
        lack = max(0, self.width - len(head) - len(body))
        match align:
            case "<":
                return head + body + fill * lack
            case "^":
                return fill * (lack // 2) + head + body + fill * (lack - lack // 2)
            case "=":
                return head + fill * lack + body
        return fill * lack + head + body


def grouped(digits: str, separator: str, size: int) -> str:
    parts: list[str] = []
    while len(digits) > size:
        parts.append(digits[-size:])
        digits = digits[:-size]
    return separator.join([digits, *reversed(parts)])


def format_int(value: int, text: str) -> str:
    spec = Spec.parse(text)
    kind = spec.kind or "d"
    if kind not in "bcdoxX":
        raise SpecError(f"Unknown format code '{kind}' for object of type 'int'")
    if spec.precision is not None:
        raise SpecError("Precision not allowed in integer format specifier")
    if kind == "c":
        if spec.sign:
            raise SpecError("Sign not allowed with integer format specifier 'c'")
        if spec.alt:
            raise SpecError("Alternate form (#) not allowed with integer format specifier 'c'")
        return spec.pad("", chr(value), "<" if not spec.zero else ">")
    if spec.group == "," and kind != "d":
        raise SpecError(f"Cannot specify ',' with '{kind}'.")
    base = {"b": 2, "d": 10, "o": 8, "x": 16, "X": 16}[kind]
    digits, rest = "", abs(value)
    while True:
        rest, digit = divmod(rest, base)
        digits = "0123456789abcdef"[digit] + digits
        if not rest:
            break
    head = "-" if value < 0 else spec.sign.replace("-", "")
    if spec.alt and kind != "d":
        head += "0" + kind.lower()
    if kind == "X":
        digits, head = digits.upper(), head.upper()
    if spec.group:
        size = 3 if kind == "d" else 4
        inside = spec.zero and not spec.align and not spec.fill or spec.align == "=" and spec.fill == "0"
        if inside:
            while len(head) + len(grouped(digits, spec.group, size)) < spec.width:
                wider = grouped("0" + digits, spec.group, size)
                digits = "0" + digits
                if len(head) + len(wider) >= spec.width:
                    break
        digits = grouped(digits, spec.group, size)
    return spec.pad(head, digits, ">")


def format_text(value: str, text: str) -> str:
    spec = Spec.parse(text)
    if spec.kind not in ("", "s"):
        raise SpecError(f"Unknown format code '{spec.kind}' for object of type 'str'")
    if spec.sign:
        raise SpecError(
            "Space not allowed in string format specifier"
            if spec.sign == " "
            else "Sign not allowed in string format specifier"
        )
    if spec.alt:
        raise SpecError("Alternate form (#) not allowed in string format specifier")
    if spec.align == "=":
        raise SpecError("'=' alignment not allowed in string format specifier")
    if spec.group:
        raise SpecError(f"Cannot specify '{spec.group}' with 's'.")
    return spec.pad("", value[: spec.precision], "<")


def specs() -> Iterator[str]:
    for parts in product(
        ["", "*<", "^", "0=", "=", "é>"],
        ["", "+", " "],
        ["", "#"],
        ["", "0"],
        ["", "1", "13"],
        ["", "_", ","],
        ["", "d", "b", "X", "o"],
    ):
        yield "".join(parts)


def outcome(attempt: Callable[[], str]) -> str:
    try:
        return attempt()
    except (ValueError, OverflowError) as error:
        return str(error)


def main() -> None:
    source = random.Random(4)
    values = [0, 1, -1, 255, -4096, 10**6, -(10**20), 2**64 - 1]
    tally: Counter[str] = Counter()
    shown = 0
    for spec in specs():
        value = source.choice(values)
        try:
            ours = format_int(value, spec)
        except SpecError as error:
            ours = f"error {error}"
        try:
            theirs = format(value, spec)
        except ValueError as error:
            theirs = f"error {error}"
        same = ours == theirs
        tally["same" if same else "other"] += 1
        if not same and shown < 5:
            shown += 1
            print("differs", repr(spec), value, repr(ours), repr(theirs))
        if tally["same"] % 97 == 0:
            print(f"{spec!r:>12} {value} {theirs!r}")
    print(dict(tally))
    for text, spec in product(
        ["", "abc", "ümläut", "日本語テキスト"],
        ["", "5", "<5", ">7", "^8", "*^9.2", ".1", "s", "0", "06", "é^7s", "10.20"],
    ):
        assert format_text(text, spec) == format(text, spec), (text, spec)
    for spec in (
        "+",
        " ",
        "=5",
        ",",
        "_",
        "#",
        "d",
        "q",
        "5.",
        "99999999999999999999",
        "..",
        "c",
        ".2d",
        "+c",
        "#c",
        ",x",
        ",b",
        "__",
        "5x5",
    ):
        attempts: list[tuple[str, Callable[[], str], Callable[[], str]]] = [
            ("int", lambda: format(65, spec), lambda: format_int(65, spec)),
            ("str", lambda: format("A", spec), lambda: format_text("A", spec)),
        ]
        for kind, *pair in attempts:
            both = [outcome(action) for action in pair]
            print(f"{spec!r} {kind}: {both[0]}{'' if both[0] == both[1] else ' *'}", end=" | ")
    print()
    print(
        f"{10**30:,} {-1234567:_x} {5:+b} {True:d} {False!s:>6} {ord('z'):c} {3:^+5}| {0:#x} {-0:+} {12345678:012,} {0xFFFF:#011_x}"
    )


main()
