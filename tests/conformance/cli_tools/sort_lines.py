# args: -k 2n -k 1r --unique
# stdin: pear 10\napple 9\nfig 10\nápple 9\npear 10\nplum -3\nkiwi\nApple 9\n
"""A sort with several keys, each with its own flags, stable, with merging of sorted inputs and checks."""

import argparse
import heapq
import re
import sys
from functools import cmp_to_key
from typing import NamedTuple


class Key(NamedTuple):
    field: int
    numeric: bool
    reverse: bool
    fold: bool


def key_of(text: str) -> Key:
    found = re.fullmatch(r"(\d+)([nrf]*)", text)
    if found is None or found[1] == "0":
        raise argparse.ArgumentTypeError(f"bad key {text!r}")
    flags = set(found[2])
    return Key(int(found[1]), "n" in flags, "r" in flags, "f" in flags)


def number(text: str) -> float:
    found = re.match(r"\s*[-+]?\d+(\.\d*)?", text)
    return float(found.group()) if found else 0.0


class Comparer:
    def __init__(self, keys: list[Key]) -> None:
        self.keys = keys
        self.calls = 0

    @staticmethod
    def part(line: str, field: int) -> str:
        words = line.split()
        return words[field - 1] if field <= len(words) else ""

    def __call__(self, left: str, right: str) -> int:
        self.calls += 1
        for key in self.keys:
            a, b = self.part(left, key.field), self.part(right, key.field)
            if key.numeric:
                x, y = number(a), number(b)
                order = (x > y) - (x < y)
            else:
                if key.fold:
                    a, b = a.casefold(), b.casefold()
                order = (a > b) - (a < b)
            if order:
                return -order if key.reverse else order
        return 0


def unique(lines: list[str], compare: Comparer) -> list[str]:
    kept: list[str] = []
    for line in lines:
        if not kept or compare(kept[-1], line) != 0:
            kept.append(line)
    return kept


def disorder(lines: list[str], compare: Comparer) -> tuple[int, str] | None:
    """The first line out of order."""
    for index in range(1, len(lines)):
        if compare(lines[index - 1], lines[index]) > 0:
            return index + 1, lines[index]
    return None


parser = argparse.ArgumentParser(prog="sort")
parser.add_argument("-k", "--key", type=key_of, action="append", default=[])
parser.add_argument("-u", "--unique", action="store_true")
options = parser.parse_args()
compare = Comparer(options.key or [Key(1, False, False, False)])
lines = sys.stdin.read().splitlines()
print("before:", disorder(lines, compare))
ordered = sorted(lines, key=cmp_to_key(compare))
if options.unique:
    ordered = unique(ordered, compare)
print(*ordered, sep="\n")
print("after:", disorder(ordered, compare))
print("comparisons at least", len(lines) - 1, compare.calls >= len(lines) - 1)

for spec in ["1", "1f", "2n", "2nr", "3"]:
    one = Comparer([key_of(spec)])
    print(f"{spec:>4}:", [Comparer.part(line, 1) for line in sorted(lines, key=cmp_to_key(one))])

wrap = cmp_to_key(Comparer([key_of("1n")]))
streams = [["1 a", "4 a", "9 a"], ["2 b", "4 b"], [], ["0 c", "10 c"]]
print(list(heapq.merge(*streams, key=wrap)))
print(min(["10", "9", "-2"], key=wrap), max(["10", "9", "-2"], key=wrap))
print(wrap("3") == wrap("3.0"), wrap("2") < wrap("10"))
sys.exit(0 if disorder(ordered, compare) is None else 1)
