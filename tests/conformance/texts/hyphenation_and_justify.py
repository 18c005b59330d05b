"""Justified paragraphs by dynamic programming, greedy wrapping for comparison, drop caps, tabs and columns."""

from __future__ import annotations

from functools import cache
from itertools import accumulate, zip_longest

TEXT = (
    "In olden times when wishing still helped one, there lived a king whose daughters were all beautiful; and the youngest was so "
    "beautiful that the sun itself, which has seen so much, was astonished whenever it shone in her face."
)


def greedy(words: list[str], width: int) -> list[list[str]]:
    lines: list[list[str]] = [[]]
    for word in words:
        if lines[-1] and sum(map(len, lines[-1])) + len(lines[-1]) + len(word) > width:
            lines.append([])
        lines[-1].append(word)
    return lines


def optimal(words: list[str], width: int) -> list[list[str]]:
    sums = [0, *accumulate(len(word) + 1 for word in words)]

    @cache
    def best(start: int) -> tuple[int, int]:
        """(cost, end) of the best first line from start."""
        if start == len(words):
            return 0, start
        choices: list[tuple[int, int]] = []
        for end in range(start + 1, len(words) + 1):
            length = sums[end] - sums[start] - 1
            if length > width:
                break
            slack = 0 if end == len(words) else (width - length) ** 3
            choices.append((slack + best(end)[0], end))
        if not choices:
            raise ValueError(f"{words[start]!r} is wider than {width}")
        return min(choices)

    lines: list[list[str]] = []
    at = 0
    while at < len(words):
        _, end = best(at)
        lines.append(words[at:end])
        at = end
    return lines


def justify(line: list[str], width: int, last: bool = False) -> str:
    if last or len(line) == 1:
        return " ".join(line)
    spaces = width - sum(map(len, line))
    each, extra = divmod(spaces, len(line) - 1)
    out = line[0]
    for number, word in enumerate(line[1:]):
        out += " " * (each + (number < extra)) + word
    return out


def cost(lines: list[list[str]], width: int) -> int:
    return sum((width - len(" ".join(line))) ** 3 for line in lines[:-1])


def columns(lines: list[str], count: int, gap: str = " | ") -> list[str]:
    height = -(-len(lines) // count)
    parts = [lines[i * height : (i + 1) * height] for i in range(count)]
    width = max(map(len, lines))
    return [gap.join(cell.ljust(width) for cell in row).rstrip() for row in zip_longest(*parts, fillvalue="")]


words = TEXT.split()
for width in (34, 50):
    rough, fine = greedy(words, width), optimal(words, width)
    print(width, cost(rough, width), cost(fine, width), len(rough), len(fine), cost(fine, width) <= cost(rough, width))
    for number, line in enumerate(fine):
        print("|" + justify(line, width, number == len(fine) - 1).ljust(width) + "|")
print("\n".join(columns([" ".join(line) for line in greedy(words, 20)], 3)))
big = ["███ ", "█   ", "███ "]
first = [justify(line, 30) for line in greedy(words[1:], 30)[:3]]
print("\n".join(a + b for a, b in zip(big, first)))
print([len(justify(line, 40)) for line in optimal(words, 40)[:-1]], "a\tbc\tdef\tg".expandtabs(4), "tab\tstop".expandtabs(), "x".center(5, "·"), justify(["one"], 9))
print(optimal(["short", "incomprehensibilities", "x"], 12))
