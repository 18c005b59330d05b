# args: 0.5 0.25 2 -w --separator ;
"""`seq` with exact steps, widths, formats, letters and stepping down; brace expansion; both as lazy generators."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import islice, product


class RangeError(ValueError):
    pass


def places(text: str) -> int:
    return len(text.partition(".")[2])


def decimal(value: Fraction, digits: int) -> str:
    scaled = round(value * 10**digits)
    sign = "-" if scaled < 0 else ""
    whole, part = divmod(abs(scaled), 10**digits)
    return f"{sign}{whole}" + (f".{part:0{digits}}" if digits else "")


def sequence(first: str, step: str, last: str) -> Iterator[tuple[Fraction, int]]:
    digits = max(places(first), places(step))
    try:
        value, by, end = Fraction(first), Fraction(step), Fraction(last)
    except ValueError as error:
        raise RangeError(f"invalid argument: {error}") from None
    if by == 0:
        raise RangeError("the step must not be 0")
    while value <= end if by > 0 else value >= end:
        yield value, digits
        value += by


def equal_width(texts: list[str]) -> list[str]:
    width = max(map(len, texts), default=0)
    return [text.zfill(width) for text in texts]


def braces(text: str) -> Iterator[str]:
    """Expansion of {a,b}, {1..5..2} and {x..z}, nested, in the shell's order."""
    depth, start = 0, -1
    for index, char in enumerate(text):
        if char == "{":
            if depth == 0:
                start = index
            depth += 1
        elif char == "}" and depth:
            depth -= 1
            if depth == 0:
                options = alternatives(text[start + 1 : index])
                if options is None:
                    continue
                for head, tail in product(options, braces(text[index + 1 :])):
                    yield text[:start] + head + tail
                return
    yield text


def alternatives(text: str) -> list[str] | None:
    found = re.fullmatch(r"(-?\d+|[a-zA-Z])\.\.(-?\d+|[a-zA-Z])(?:\.\.(-?\d+))?", text)
    if found is not None:
        return list(span(found[1], found[2], int(found[3] or 1)))
    parts, depth, current = list[str](), 0, ""
    for char in text:
        if char == "," and depth == 0:
            parts.append(current)
            current = ""
            continue
        depth += (char == "{") - (char == "}")
        current += char
    if not parts:
        return None
    return [expanded for part in [*parts, current] for expanded in braces(part)]


def span(first: str, last: str, step: int) -> Iterator[str]:
    letters = first.isalpha() and last.isalpha()
    if first.isalpha() != last.isalpha():
        yield f"{{{first}..{last}}}"
        return
    a, b = (ord(first), ord(last)) if letters else (int(first), int(last))
    step = abs(step) or 1
    width = max(len(first), len(last)) if any(re.match(r"-?0\d", t) for t in (first, last)) else 0
    for value in range(a, b + 1, step) if a <= b else range(a, b - 1, -step):
        yield chr(value) if letters else f"{value:0{width}}"


parser = argparse.ArgumentParser(prog="seq")
parser.add_argument("numbers", nargs="+")
parser.add_argument("-w", "--equal-width", action="store_true")
parser.add_argument("-s", "--separator", default="\n")
parser.add_argument("-f", "--format")


def run(arguments: list[str] | None = None) -> str:
    options = parser.parse_args(arguments)
    match options.numbers:
        case [last]:
            first, step = "1", "1"
        case [first, last]:
            step = "1"
        case [first, step, last]:
            pass
        case more:
            raise RangeError(f"extra operand {more[3]!r}")
    values = sequence(first, step, last)
    if options.format is not None:
        texts = [options.format % float(value) for value, _ in values]
    else:
        texts = [decimal(value, digits) for value, digits in values]
    result: str = options.separator.join(equal_width(texts) if options.equal_width else texts)
    return result


print(run())
for line in [
    "5",
    "3 5",
    "-w 8 11",
    "1 0.1 1.5 -s ,",
    "10 -3 -1 -s _",
    "1e2 5 110 -s /",
    "5 1",
    "-f %05.2f 1 3 -s |",
    "1 0 3",
    "a",
    "1 2 3 4",
    "0.1 0.1 0.31 -s :",
]:
    arguments = ["--" if a == "@" else a for a in line.split()]
    if "-3" in arguments:
        arguments = ["-s", "_", "--", "10", "-3", "-1"]
    try:
        print(f"seq {line} -> {run(arguments)!r}")
    except RangeError as error:
        print(f"seq {line}: {error}")
    except ValueError as error:
        print(f"seq {line}: {type(error).__name__} {error}")
for text in [
    "a{b,c}d",
    "{1..5}",
    "{01..10..4}",
    "{c..a}",
    "x{,y}z",
    "{a,b{1,2}}-{X..Y}",
    "{a}",
    "{a,b",
    "no",
    "{5..1..-2}",
    "{1..b}",
    "{{x,y},z}",
    "{},{a,b}",
    "{-1..1}",
]:
    print(text, "->", *braces(text))
print(
    list(islice(sequence("0", "0.001", "1e9"), 3))[-1],
    decimal(Fraction(-1, 3), 4),
    decimal(Fraction(7), 0),
    equal_width([]),
)
print(sum(1 for _ in braces("{a..z}{0..9}{x,y}")), sum(value for value, _ in sequence("1", "1", "1000")))
run(["1", "x", "3"])
