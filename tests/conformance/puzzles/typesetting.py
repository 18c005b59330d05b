"""Paragraphs set by least badness, hyphenated by patterns, in columns, with footnotes."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import zip_longest
from typing import Final

TEXT: Final = (
    "It was a bright cold day in April, and the typesetter considered the extraordinary possibilities of "
    "hyphenation.* Unfortunately the paragraphs, although short, contained considerable difficulties: "
    "internationalisation† of apparently straightforward sentences."
)
NOTES: Final = {"*": "After patterns.", "†": "Twenty letters."}
PATTERNS: Final = (
    "1tion 2n1s i1ti 1si er1a n1t 1na 1li 1fi r1g o1f s1p b1l 2s1i a1ph pa1ra hy1ph en1a u1na 1ties"
)


@lru_cache(maxsize=None)
def pattern(text: str) -> tuple[str, tuple[int, ...]]:
    letters, points = "", [0]
    for char in text:
        if char.isdigit():
            points[-1] = int(char)
        else:
            letters += char
            points.append(0)
    return letters, tuple(points)


def hyphenated(word: str, least: int = 3) -> list[str]:
    lowered = word.lower()
    points = [0] * (len(word) + 1)
    for source in PATTERNS.split():
        letters, values = pattern(source)
        at = lowered.find(letters)
        while at >= 0:
            for offset, value in enumerate(values):
                points[at + offset] = max(points[at + offset], value)
            at = lowered.find(letters, at + 1)
    parts, start = [], 0
    for at in range(least, len(word) - least + 1):
        if points[at] % 2 and at - start >= 2 and word[at - 1 : at + 1].isalpha():
            parts.append(word[start:at])
            start = at
    return [*parts, word[start:]]


@dataclass(slots=True)
class Piece:
    text: str
    glued: bool = False  # follows the one before without a space
    width: int = field(init=False)

    def __post_init__(self) -> None:
        self.width = len(self.text)


def pieces(text: str) -> Iterator[Piece]:
    for word in text.split():
        for number, part in enumerate(hyphenated(word)):
            yield Piece(part, glued=number > 0)


def natural(line: Sequence[Piece]) -> tuple[int, int]:
    """Width without spaces, and how many of these there are."""
    return sum(p.width for p in line), sum(not p.glued for p in line[1:])


def set_lines(items: Sequence[Piece], width: int) -> list[tuple[list[Piece], bool]]:
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(items) + 1):
        broken = end < len(items) and items[end].glued
        options = []
        for start in range(end - 1, -1, -1):
            letters, gaps = natural(items[start:end])
            letters += broken
            if letters + gaps > width:
                break
            last = end == len(items)
            spare = 0 if last else width - letters - gaps
            badness = (spare / max(1, gaps)) ** 3 + 40 * broken + (30 if gaps == 0 and not last else 0)
            options.append((best[start][0] + badness + 10, start))
        best.append(min(options, default=(float("inf"), end - 1)))
    lines, end = [], len(items)
    while end:
        start = best[end][1]
        lines.append((list(items[start:end]), end < len(items) and items[end].glued))
        end = start
    return lines[::-1]


def justified(line: list[Piece], hyphen: bool, width: int, last: bool) -> str:
    letters, gaps = natural(line)
    spare = 0 if last or not gaps else width - letters - hyphen - gaps
    out = line[0].text
    place = 0
    for piece in line[1:]:
        if not piece.glued:
            extra, more = divmod(spare, gaps)
            out += " " * (1 + extra + (place < more))
            place += 1
        out += piece.text
    return out + "-" * hyphen


def paragraph(text: str, width: int) -> list[str]:
    lines = set_lines(list(pieces(text)), width)
    return [
        justified(line, hyphen, width, number == len(lines)) for number, (line, hyphen) in enumerate(lines, 1)
    ]


def columns(lines: list[str], count: int, width: int, gap: str = " | ") -> Iterator[str]:
    height = -(-len(lines) // count)
    parts = [lines[n * height : (n + 1) * height] for n in range(count)]
    for row in zip_longest(*parts, fillvalue=""):
        yield gap.join(cell.ljust(width) for cell in row).rstrip()


for word in ("hyphenation", "extraordinary", "considerable", "internationalisation", "cat", "difficulties:"):
    print("-".join(hyphenated(word)))
decorate: Callable[[str, int], str] = "{:<{}}|".format
for width in (30, 44):
    lines = paragraph(TEXT, width)
    print(f"-- {width}: {len(lines)} lines, {sum(line.endswith('-') for line in lines)} hyphens")
    for line in lines:
        print(decorate(line, width))
    assert all(len(line) <= width for line in lines)
print(*columns(paragraph(TEXT, 24), 2, 24), sep="\n")
marks = [char for char in TEXT if char in NOTES]
print(*(f"{mark} {NOTES[mark]}" for mark in marks), sep="\n", file=sys.stdout)
print(paragraph("", 10), paragraph("a", 1), pattern.cache_info().misses)
