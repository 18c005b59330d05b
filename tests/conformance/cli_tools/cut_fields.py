# args: -d , -f 3-,1 --output-delimiter " | "
# stdin: name,age,town,zip\nAda,36,Londón,N1\nno delimiter here\n\nGrace,85,"New York",10001,extra\n
"""Choose fields of lines as `cut` does: lists of ranges, open at either end, errors with a hint."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Span:
    """Fields low..high, counted from one; no high is the last."""

    low: int
    high: int | None

    @classmethod
    def parse(cls, text: str) -> Span:
        left, dash, right = text.partition("-")
        try:
            if not dash:
                low = high = int(left)
            else:
                low, high = int(left or "1"), int(right) if right else sys.maxsize
        except ValueError:
            raise argparse.ArgumentTypeError(f"invalid field value {text!r}") from None
        if not left and not right:
            raise argparse.ArgumentTypeError("invalid range with no endpoint: -")
        if low < 1:
            raise argparse.ArgumentTypeError("fields are numbered from 1")
        if high < low:
            raise argparse.ArgumentTypeError("invalid decreasing range")
        return cls(low, None if high == sys.maxsize else high)

    def __contains__(self, number: int) -> bool:
        return number >= self.low and (self.high is None or number <= self.high)


def spans(text: str) -> list[Span]:
    return merged(Span.parse(part) for part in text.split(","))


def merged(ranges: Iterable[Span]) -> list[Span]:
    result: list[Span] = []
    for span in sorted(ranges, key=lambda s: (s.low, s.high or sys.maxsize)):
        if result and (result[-1].high is None or span.low <= result[-1].high + 1):
            last = result.pop()
            high = None if last.high is None or span.high is None else max(last.high, span.high)
            result.append(Span(last.low, high))
        else:
            result.append(span)
    return result


def cut(lines: Iterable[str], chosen: list[Span], delimiter: str, out: str, only: bool) -> Iterator[str]:
    for line in lines:
        text = line.rstrip("\n")
        if delimiter not in text:
            if not only:
                yield text
            continue
        fields = text.split(delimiter)
        yield out.join(f for n, f in enumerate(fields, 1) if any(n in span for span in chosen))


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="cut", description="Choose fields of each line.")
    parser.add_argument("-d", "--delimiter", default="\t")
    parser.add_argument("-f", "--fields", type=spans, required=True)
    parser.add_argument("-s", "--only-delimited", action="store_true")
    parser.add_argument("--output-delimiter")
    options = parser.parse_args(argv)
    if len(options.delimiter) != 1:
        parser.error("the delimiter must be a single character")
    out: str = options.delimiter if options.output_delimiter is None else options.output_delimiter
    count = 0
    for line in cut(sys.stdin, options.fields, options.delimiter, out, options.only_delimited):
        print(line)
        count += 1
    return count


print("lines:", main())
for text in ["1", "2,3", "5-,1-2", "1-3,2-6,9", "-4,3-", "7,7,6"]:
    print(f"{text:>10} ->", " ".join(f"{s.low}..{'end' if s.high is None else s.high}" for s in spans(text)))
for bad in ["0", "3-1", "-", "x", "1,,2"]:
    try:
        print(spans(bad))
    except argparse.ArgumentTypeError as error:
        print(f"{bad!r}: {error}")
print(list(cut(["a b c", "abc"], spans("2"), " ", "+", True)))
main(["-f", "2-1"])
