# stdin: a.txt 'b c.txt' "d\\"e" f\\ g\n# not a comment\n\nlong-argument-number-one x y z\n'unclosed
"""Splitting standard input into commands as xargs does: quoting, batches by count and by size, failures collected."""

from __future__ import annotations

import shlex
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

T = TypeVar("T")


class TooLong(ValueError):
    def __init__(self, word: str, limit: int) -> None:
        super().__init__(f"argument {word!r} is longer than {limit}")


def words(lines: Iterable[str]) -> Iterator[str]:
    """Words of all lines; a line with an open quote is an error that tells its number."""
    for number, line in enumerate(lines, 1):
        try:
            yield from shlex.split(line)
        except ValueError as error:
            raise ValueError(f"line {number}: {error}") from error


def by_count(items: Iterable[T], size: int) -> Iterator[list[T]]:
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


def by_size(items: Iterable[str], limit: int, fixed: int) -> Iterator[list[str]]:
    batch: list[str] = []
    used = fixed
    for word in items:
        if fixed + len(word) + 1 > limit:
            raise TooLong(word, limit)
        if used + len(word) + 1 > limit:
            yield batch
            batch, used = [], fixed
        batch.append(word)
        used += len(word) + 1
    if batch:
        yield batch


@dataclass
class Runner:
    template: list[str]
    replace: str | None = None
    results: Counter[str] = field(default_factory=Counter)
    log: list[str] = field(default_factory=list)

    def command(self, arguments: list[str]) -> list[str]:
        if self.replace is None:
            return [*self.template, *arguments]
        joined = " ".join(arguments)
        return [part.replace(self.replace, joined) for part in self.template]

    def run(self, batches: Iterable[list[str]], act: Callable[[list[str]], int]) -> int:
        worst = 0
        for batch in batches:
            command = self.command(batch)
            try:
                code = act(command)
            except Exception as error:
                self.log.append(f"{type(error).__name__}: {error}")
                code = 126
            self.results["ok" if code == 0 else f"code {code}"] += 1
            self.log.append(f"{shlex.join(command)} -> {code}")
            if code == 255:
                self.log.append("stopped")
                return 124
            worst = max(worst, 123 if code else 0)
        return worst


def pretend(command: list[str]) -> int:
    name, *arguments = command
    match name:
        case "echo":
            return 0
        case "fail":
            return len(arguments)
        case "stop":
            return 255
        case "divide":
            return 10 // (len(arguments) - 2)
        case _:
            raise FileNotFoundError(2, "No such file or directory", name)


lines = sys.stdin.read().splitlines()
good = list(words(lines[:-1]))
print(good)
try:
    list(words(lines))
except ValueError as error:
    print("error:", error, "|", error.__cause__)
for template, batches, replace in [
    (["echo"], by_count(good, 4), None),
    (["echo", "-n"], by_size(good, 30, 7), None),
    (["echo", "<{}>", "{}/{}"], by_count(good, 1), "{}"),
    (["fail"], by_count(good, 5), None),
    (["stop"], by_count(good, 2), None),
    (["divide"], by_count(good[:6], 2), None),
    (["missing", "x"], by_count(good, 99), None),
    (["echo"], by_count([], 3), None),
]:
    runner = Runner(template, replace)
    code = runner.run(batches, pretend)
    print(template, code, dict(runner.results))
    for line in runner.log[:5]:
        print("   ", line)
try:
    print(list(by_size(good, 12, 5)))
except TooLong as error:
    print(error)
text = shlex.join(good)
print(text, shlex.split(text) == good, list(by_count("abcdefg", 3)), list(by_count(range(4), 2)))
print(
    shlex.quote(""),
    shlex.quote("plain"),
    shlex.quote("it's"),
    shlex.split("a #b c", comments=True),
    shlex.split(r"a\ b 'c\d' \"e"),
)
list(words(["fine", 'not "fine']))
