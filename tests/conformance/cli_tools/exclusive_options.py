# args: convert --to roman 2024 14 4000 0 x
"""Sub-commands with exclusive groups, custom actions, choices, defaults from parents, and errors caught per item."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from typing import Any

PAIRS = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
]
ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()


class Unconvertible(ValueError):
    pass


def roman(number: int) -> str:
    if not 0 < number < 4000:
        raise Unconvertible(f"no roman numeral for {number}")
    text = ""
    for value, letters in PAIRS:
        count, number = divmod(number, value)
        text += letters * count
    return text


def words(number: int) -> str:
    if number < 0:
        return "minus " + words(-number)
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + ("-" + ONES[number % 10] if number % 10 else "")
    for size, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            joint = " and " if rest < 100 else " "
            return f"{words(number // size)} {name}" + (joint + words(rest) if rest else "")
    raise AssertionError(number)


def binary(number: int) -> str:
    return f"{number:#_b}"


FORMS: dict[str, Callable[[int], str]] = {"roman": roman, "words": words, "binary": binary}


class Pair(argparse.Action):
    """Collects KEY=VALUE into a dict."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        key, equal, value = str(values).partition("=")
        if not equal:
            parser.error(f"{option_string} wants KEY=VALUE, not {values!r}")
        found = dict(getattr(namespace, self.dest) or {})
        found[key] = value
        setattr(namespace, self.dest, found)


def build() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="num", description="Numbers as text.")
    commands = parser.add_subparsers(dest="command", required=True)
    convert = commands.add_parser("convert")
    convert.add_argument("numbers", nargs="*")
    convert.add_argument("--to", choices=sorted(FORMS), default="words")
    loudness = convert.add_mutually_exclusive_group()
    loudness.add_argument("-q", "--quiet", action="store_true")
    loudness.add_argument("-v", "--verbose", action="count", default=0)
    table = commands.add_parser("table")
    table.add_argument("--rows", type=int, default=3, metavar="N")
    table.add_argument("-D", dest="rename", action=Pair, metavar="KEY=VALUE")
    return parser


def convert(options: argparse.Namespace) -> int:
    bad = 0
    for text in options.numbers:
        try:
            result = FORMS[options.to](int(text, 0))
        except ValueError as error:
            bad += 1
            if not options.quiet:
                print(f"{text}: {type(error).__name__}: {error}")
            continue
        print(f"{text} is {result}" if options.verbose else result, "!" * max(0, options.verbose - 1))
    return bad


def table(options: argparse.Namespace) -> int:
    names = {name: (options.rename or {}).get(name, name) for name in FORMS}
    print(" | ".join(f"{title:<10}" for title in names.values()).rstrip())
    for number in range(1, options.rows + 1):
        print(" | ".join(f"{FORMS[name](number):<10}" for name in names).rstrip())
    return 0


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {"convert": convert, "table": table}


def main(arguments: list[str] | None) -> int:
    options = build().parse_args(arguments)
    return COMMANDS[options.command](options)


print("->", main(None))
for line in [
    "convert -vv 7 -- -12",
    "convert -q --to roman 0 9",
    "table --rows=2 -D roman=Rome -Dwords=Text",
    "convert",
    "convert 1234567 0x10 100 1001 90",
]:
    print(f"$ num {line}\n->", main(line.split()))
for line in ["", "convert -q -v 1", "convert --to latin", "table -D x", "table --rows two", "tabel"]:
    try:
        main(line.split())
    except SystemExit as leave:
        sys.stderr.write(f"[{line}] left with {leave.code}\n")
sys.exit(main(["convert", "--to", "roman", "5000", "-q"]) + 4)
