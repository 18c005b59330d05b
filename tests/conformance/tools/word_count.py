"""A word counter in the manner of wc: flags choose columns, standard input is the text."""
# args: -l -w -c --top 4 --min-length=3
# stdin: the quick brown fox\njumps over the lazy dog\n\nThe end, the very END.\n

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Totals:
    """What was counted so far."""

    lines: int = 0
    words: int = 0
    characters: int = 0
    longest: str = ""
    histogram: Counter[str] = field(default_factory=Counter)

    def feed(self, line: str) -> None:
        self.lines += line.endswith("\n")
        self.characters += len(line)
        words = line.split()
        self.words += len(words)
        stripped = line.rstrip("\n")
        if len(stripped) > len(self.longest):
            self.longest = stripped
        self.histogram.update(word.strip(".,;:!?").lower() for word in words)


def build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="wc", description="Count lines, words and characters.")
    parser.add_argument("-l", "--lines", action="store_true", help="print the number of lines")
    parser.add_argument("-w", "--words", action="store_true", help="print the number of words")
    parser.add_argument("-c", "--chars", action="store_true", help="print the number of characters")
    parser.add_argument("-L", "--longest", action="store_true", help="print the longest line")
    parser.add_argument("--top", type=int, default=0, metavar="N", help="the N most common words")
    parser.add_argument("--min-length", type=int, default=1)
    return parser


def main() -> int:
    options = build_parser().parse_args()
    totals = Totals()
    for line in sys.stdin:
        totals.feed(line)
    columns: list[str] = []
    if options.lines:
        columns.append(f"{totals.lines:>7}")
    if options.words:
        columns.append(f"{totals.words:>7}")
    if options.chars:
        columns.append(f"{totals.characters:>7}")
    if options.longest:
        columns.append(totals.longest)
    print("".join(columns))
    eligible = Counter({word: n for word, n in totals.histogram.items() if len(word) >= options.min_length})
    width = max(map(len, eligible), default=0)
    for rank, (word, count) in enumerate(eligible.most_common(options.top), start=1):
        share = count / totals.words
        print(f"{rank:2}. {word:<{width}} {count:3d} {share:6.1%} {'#' * count}")
    print(repr(totals.longest), totals.histogram.total(), len(totals.histogram), file=sys.stderr)
    return 0 if totals.words else 1


if __name__ == "__main__":
    sys.exit(main())
