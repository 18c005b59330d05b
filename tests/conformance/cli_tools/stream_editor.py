# stdin: # header\nalpha=1\nbeta=22\n\ngamma=333\n# end\nalpha=again\nlast line\n
"""A small `sed`: addresses by number, pattern and range; s, d, p, y, i, a, =, q and negation."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field


class ScriptError(Exception):
    pass


@dataclass(frozen=True)
class Address:
    line: int | None = None
    pattern: re.Pattern[str] | None = None
    last: bool = False

    def hits(self, number: int, text: str, final: bool) -> bool:
        if self.last:
            return final
        if self.line is not None:
            return self.line == number
        return self.pattern is not None and self.pattern.search(text) is not None


@dataclass
class Command:
    name: str
    start: Address | None = None
    end: Address | None = None
    negated: bool = False
    arguments: tuple[str, ...] = ()
    active: bool = field(default=False, compare=False)

    def selected(self, number: int, text: str, final: bool) -> bool:
        return self._inside(number, text, final) != self.negated

    def _inside(self, number: int, text: str, final: bool) -> bool:
        if self.start is None:
            return True
        if self.end is None:
            return self.start.hits(number, text, final)
        if self.active:
            if self.end.hits(number, text, final) or (self.end.line is not None and number >= self.end.line):
                self.active = False
            return True
        if self.start.hits(number, text, final):
            self.active = self.end.line is None or self.end.line > number
            return True
        return False


class Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def peek(self) -> str:
        return self.text[self.at : self.at + 1]

    def until(self, stop: str) -> str:
        result = ""
        while self.at < len(self.text):
            char = self.text[self.at]
            self.at += 1
            if char == stop:
                return result
            if char == "\\" and self.peek() == stop:
                char = stop
                self.at += 1
            result += char
        raise ScriptError(f"unterminated {stop!r} in {self.text!r}")

    def address(self) -> Address | None:
        char = self.peek()
        if char == "$":
            self.at += 1
            return Address(last=True)
        if char == "/":
            self.at += 1
            return Address(pattern=re.compile(self.until("/")))
        digits = re.match(r"\d+", self.text[self.at :])
        if digits is None:
            return None
        self.at += digits.end()
        return Address(line=int(digits.group()))

    def command(self) -> Command:
        start = self.address()
        end = None
        if self.peek() == ",":
            self.at += 1
            end = self.address()
            if end is None:
                raise ScriptError(f"second address missing in {self.text!r}")
        negated = self.peek() == "!"
        self.at += negated
        name = self.peek()
        self.at += 1
        match name:
            case "s" | "y":
                stop = self.peek()
                self.at += 1
                first, second = self.until(stop), self.until(stop)
                if name == "y" and len(first) != len(second):
                    raise ScriptError("y needs sets of the same length")
                arguments: tuple[str, ...] = (first, second, self.text[self.at :])
            case "i" | "a":
                arguments = (self.text[self.at :].lstrip(),)
            case "d" | "p" | "=" | "q":
                arguments = ()
            case "":
                raise ScriptError("command missing")
            case _:
                raise ScriptError(f"unknown command {name!r}")
        return Command(name, start, end, negated, arguments)


def edit(script: list[str], lines: list[str], quiet: bool = False) -> Iterator[str]:
    commands = [Reader(text).command() for text in script]
    for number, text in enumerate(lines, 1):
        final = number == len(lines)
        after: list[str] = []
        deleted = stop = False
        for command in commands:
            if not command.selected(number, text, final):
                continue
            match command:
                case Command(name="s", arguments=(pattern, replacement, flags)):
                    text, done = re.subn(pattern, replacement, text, count=0 if "g" in flags else 1)
                    if done and "p" in flags:
                        yield text
                case Command(name="y", arguments=(first, second, _)):
                    text = text.translate(str.maketrans(first, second))
                case Command(name="i", arguments=(extra,)):
                    yield extra
                case Command(name="a", arguments=(extra,)):
                    after.append(extra)
                case Command(name="p"):
                    yield text
                case Command(name="="):
                    yield str(number)
                case Command(name="d"):
                    deleted = True
                    break
                case Command(name="q"):
                    stop = True
                    break
        if not quiet and not deleted:
            yield text
        yield from after
        if stop:
            return


source = sys.stdin.read().splitlines()
for script, quiet in [
    (["/^#/d", "/^$/d", "s/=/ = /"], False),
    (["2,4!d", r"s/(\w+)=(\d+)/\2:\1/"], False),
    (["s/a/[A]/gp", "$="], True),
    (["/^$/,/#/p"], True),
    (["1i top", "$a bottom", "y/abc/xyz/"], False),
    (["3q"], False),
    (["/gamma/,2s/3/*/g"], False),
    ([r"s|\||/|", "s/l\\/x/y/"], False),
]:
    print("--", script)
    print("\n".join(edit(script, source, quiet)))
print(list(edit(["p"], [])))
for bad in ["s/a/b", "k", "3,", "y/ab/c/", "5"]:
    try:
        print(list(edit([bad], source)))
    except ScriptError as error:
        print("script error:", error)
try:
    list(edit(["s/(/x/"], source))
except re.error as problem:
    print("pattern error:", problem)
