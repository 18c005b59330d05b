# args: --min 10 --quiet-passes
# stdin: correct horse battery staple\npassword1\nAbc123!\nzzzzzzzzzzzz\nTr0ub4dor&3\nqwertyuiop\nпароль-и-ключ-42\n2024-05-17aa\n\nabcdefghij\n
"""A password audit: rules as decorated functions in a registry, scores, leet spelling, keyboard walks, a summary."""

from __future__ import annotations

import argparse
import math
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable
from itertools import groupby, pairwise
from typing import NamedTuple

Check = Callable[[str], str | None]


class Rule(NamedTuple):
    code: str
    weight: int
    check: Check


RULES: list[Rule] = []
COMMON = {"password", "qwerty", "letmein", "dragon", "troubador"}
LEET = str.maketrans("013457@$!", "oleastasi")
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890", "abcdefghijklmnopqrstuvwxyz")


def rule(code: str, weight: int = 1) -> Callable[[Check], Check]:
    def register(check: Check) -> Check:
        RULES.append(Rule(code, weight, check))
        return check

    return register


def minimum(length: int) -> None:
    @rule("L1", 3)
    def short(password: str) -> str | None:
        return f"{len(password)} characters, fewer than {length}" if len(password) < length else None


@rule("C1", 5)
def common(password: str) -> str | None:
    plain = password.casefold()
    for text in (plain, plain.translate(LEET)):
        for word in sorted(COMMON):
            if word in text:
                return f"contains {word!r}" + (" in disguise" if word not in plain else "")
    return None


@rule("R1", 2)
def runs(password: str) -> str | None:
    longest = max((sum(1 for _ in group), char) for char, group in groupby(password)) if password else (0, "")
    return f"{longest[1]!r} {longest[0]} times" if longest[0] > 2 else None


@rule("R2", 2)
def walks(password: str) -> str | None:
    text = password.lower()
    for row in ROWS:
        for size in range(len(text), 3, -1):
            for start in range(len(text) - size + 1):
                part = text[start : start + size]
                if part in row or part[::-1] in row:
                    return f"walk {part!r}"
    return None


@rule("K1")
def kinds(password: str) -> str | None:
    found = {unicodedata.category(char)[0] for char in password}
    cases = {char.isupper() for char in password if char.isalpha()}
    variety = len(found) + (len(cases) == 2)
    return f"only {variety} kinds ({''.join(sorted(found))})" if variety < 3 else None


@rule("D1")
def dates(password: str) -> str | None:
    digits = "".join(char if char.isdigit() else " " for char in password).split()
    years = [d for d in digits if len(d) == 4 and 1900 <= int(d) <= 2099]
    return f"a year {years[0]}" if years else None


def entropy(password: str) -> float:
    counts = Counter(password)
    return sum(-n * math.log2(n / len(password)) for n in counts.values())


def steps(password: str) -> int:
    return sum(abs(ord(a) - ord(b)) == 1 for a, b in pairwise(password))


def audit(password: str) -> list[tuple[Rule, str]]:
    return [(rule, problem) for rule in RULES if (problem := rule.check(password)) is not None]


parser = argparse.ArgumentParser(prog="audit")
parser.add_argument("--min", type=int, default=8)
parser.add_argument("--quiet-passes", action="store_true")
options = parser.parse_args()
minimum(options.min)
tally: Counter[str] = Counter()
for number, line in enumerate(sys.stdin.buffer.read().decode().split("\n"), 1):
    password = line.strip()
    if not password:
        continue
    problems = audit(password)
    tally.update(rule.code for rule, _ in problems)
    score = sum(rule.weight for rule, _ in problems)
    if problems or not options.quiet_passes:
        masked = password[:2] + "*" * (len(password) - 2)
        print(
            f"{number}: {masked:<28} score {score:>2} entropy {entropy(password):6.2f} steps {steps(password)}"
        )
        for failed, problem in sorted(problems, key=lambda pair: (-pair[0].weight, pair[0].code)):
            print(f"      {failed.code} {problem}")
print(dict(sorted(tally.items())), tally.most_common(1), [r.code for r in RULES], common.__name__)
print(
    [(r.code, problem) for r, problem in audit("")],
    entropy("") == 0,
    entropy("aab"),
    "pa$$w0rd".translate(LEET),
    steps("abcba"),
)
sys.exit(min(tally.total(), 100))
