# args: --warn cpu>80 --fail mem>=95 --window 3
# stdin: t=0 cpu=10 mem=50\nt=1 cpu=85 mem=60.5\nt=2 cpu=95 mem=70\nt=3 mem=96\nt=4 cpu=abc mem=97\nt=5 cpu=88 mem=98\n\nt=6 cpu=20 mem=10\n
"""Metrics from standard input watched with rules from the command line: windows, hysteresis, exit code by severity."""

from __future__ import annotations

import argparse
import operator
import re
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from statistics import fmean


class Level(IntEnum):
    OK = 0
    WARNING = 1
    CRITICAL = 2

    def __format__(self, spec: str) -> str:
        return format(self.name.lower(), spec)


SIGNS: dict[str, Callable[[float, float], bool]] = {
    ">=": operator.ge, "<=": operator.le, ">": operator.gt, "<": operator.lt, "=": operator.eq,
}  # fmt: skip


@dataclass(frozen=True)
class Rule:
    metric: str
    sign: str
    limit: float
    level: Level

    @classmethod
    def parser(cls, level: Level) -> Callable[[str], Rule]:
        def parse(text: str) -> Rule:
            found = re.fullmatch(r"(\w+)(>=|<=|>|<|=)(-?\d+(?:\.\d+)?)", text)
            if found is None:
                raise argparse.ArgumentTypeError(f"not a rule: {text!r}")
            return cls(found[1], found[2], float(found[3]), level)

        return parse

    def broken(self, value: float) -> bool:
        return SIGNS[self.sign](value, self.limit)

    def __str__(self) -> str:
        return f"{self.metric}{self.sign}{self.limit:g}"


@dataclass
class Watch:
    rule: Rule
    window: int
    recent: deque[float] = field(init=False)
    state: Level = Level.OK
    changes: list[tuple[str, Level, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.recent = deque(maxlen=self.window)

    def feed(self, when: str, value: float) -> Level | None:
        """The new state when it changes: all of the window must be broken to raise, and none to end."""
        self.recent.append(value)
        broken = [self.rule.broken(v) for v in self.recent]
        full = len(broken) == self.window
        following = self.state
        if self.state is Level.OK and full and all(broken):
            following = self.rule.level
        elif self.state is not Level.OK and not any(broken[-2:]):
            following = Level.OK
        if following is self.state:
            return None
        self.state = following
        self.changes.append((when, following, fmean(self.recent)))
        return following


def samples(lines: Iterable[str]) -> Iterator[dict[str, str]]:
    for line in lines:
        pairs = (word.partition("=") for word in line.split())
        if sample := {key: value for key, _, value in pairs}:
            yield sample


def watch(lines: Iterable[str], rules: list[Rule], window: int) -> tuple[Level, list[Watch]]:
    watches = [Watch(rule, window) for rule in rules]
    worst = Level.OK
    for sample in samples(lines):
        when = sample.get("t", "?")
        for each in watches:
            text = sample.get(each.rule.metric)
            if text is None:
                continue
            try:
                changed = each.feed(when, float(text))
            except ValueError as error:
                print(f"t={when}: {each.rule.metric}: {error}", file=sys.stderr)
                continue
            if changed is not None:
                print(
                    f"t={when}: {each.rule!s:<10} {changed:>8} mean {fmean(each.recent):.2f} of {list(each.recent)}"
                )
                worst = max(worst, changed)
    return worst, watches


parser = argparse.ArgumentParser(prog="watch")
parser.add_argument("--warn", type=Rule.parser(Level.WARNING), action="append", default=[], dest="rules")
parser.add_argument("--fail", type=Rule.parser(Level.CRITICAL), action="append", dest="rules")
parser.add_argument("--window", type=int, default=1)
options = parser.parse_args()
lines = sys.stdin.read().splitlines()
worst, watches = watch(lines, options.rules, options.window)
print(worst, f"{worst}", repr(worst), [(w.state.name, len(w.changes)) for w in watches])
print("-- window 1")
worst, watches = watch(lines, [Rule("cpu", "<", 15, Level.WARNING), Rule("mem", "=", 10, Level.CRITICAL)], 1)
print(f"{worst:^12}|", watches[0].changes, Level(1) < Level.CRITICAL, max(Level), sum(Level))
print(watch([], options.rules, 2)[0].name, list(samples(["", "a=1=2 b", "="])))
for text in ["cpu", "cpu>x", ">3", "mem<-5.5"]:
    try:
        print(Rule.parser(Level.OK)(text))
    except argparse.ArgumentTypeError as error:
        print("error:", error)
sys.exit(worst)
