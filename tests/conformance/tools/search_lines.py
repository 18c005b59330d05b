"""A small grep: patterns from the command line, context lines, counts, inverted matches, exit status."""
# args: -n -i -C 1 --color=never error|fatal
# stdin: boot ok\nLoading modules\nERROR: disk full\nretrying\nok\nok\nfatal: gave up\nbye\n

from __future__ import annotations

import argparse
import re
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Hit(NamedTuple):
    number: int
    text: str
    matched: bool


def select(lines: Iterable[str], pattern: re.Pattern[str], invert: bool, context: int) -> Iterator[Hit | None]:
    """Matching lines with context; None stands between groups that do not touch."""
    before: deque[Hit] = deque(maxlen=context) if context else deque(maxlen=0)
    after = 0
    last = 0
    for number, line in enumerate(lines, 1):
        text = line.rstrip("\n")
        found = (pattern.search(text) is not None) != invert
        if found:
            first = before[0].number if before else number
            if last and first > last + 1 and context:
                yield None
            yield from before
            before.clear()
            yield Hit(number, text, True)
            last = number
            after = context
        elif after:
            after -= 1
            last = number
            yield Hit(number, text, False)
        else:
            before.append(Hit(number, text, False))


def paint(text: str, pattern: re.Pattern[str], always: bool) -> str:
    if not always:
        return text
    return pattern.sub(lambda m: f"\x1b[1m{m[0]}\x1b[0m", text)


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="search", add_help=False)
    parser.add_argument("pattern")
    parser.add_argument("-n", dest="numbers", action="store_true")
    parser.add_argument("-i", dest="flags", action="store_const", const=re.IGNORECASE, default=re.NOFLAG)
    parser.add_argument("-v", dest="invert", action="store_true")
    parser.add_argument("-c", dest="count", action="store_true")
    parser.add_argument("-C", dest="context", type=int, default=0)
    parser.add_argument("--color", choices=["always", "never"], default="never")
    options = parser.parse_args(argv)
    pattern = re.compile(options.pattern, options.flags)
    lines = TEXT
    hits = list(select(lines, pattern, options.invert, options.context))
    matched = sum(1 for hit in hits if hit is not None and hit.matched)
    if options.count:
        print(matched)
    else:
        for hit in hits:
            if hit is None:
                print("--")
                continue
            mark = ":" if hit.matched else "-"
            prefix = f"{hit.number}{mark}" if options.numbers else ""
            print(prefix + paint(hit.text, pattern, options.color == "always"))
    return 0 if matched else 1


TEXT = sys.stdin.readlines()
print("exit", main())
for arguments in (["-c", "ok"], ["-v", "-n", "o"], ["nothing"], ["--color", "always", r"\b(\w)\1?ok?\b"], ["-C", "2", "bye"]):
    print("$", *arguments)
    print("exit", main(arguments))
try:
    main(["(unclosed"])
except re.error as error:
    print("bad pattern:", error, error.pos, error.lineno, error.colno)
sys.exit(main(["absent"]) + 2)
