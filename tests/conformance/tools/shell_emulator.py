"""A tiny shell: words by shlex, pipelines of generator commands, variables, redirection to memory, exit status."""
# stdin: set NAME=world\necho "hello $NAME" again | upper\nseq 5 | tac | head 2\nseq 3 > numbers\ncat numbers | sum\nfail\necho 'single $NAME' # comment\necho "open\nseq x\nexit 4\necho never\n

from __future__ import annotations

import shlex
import string
import sys
from collections.abc import Callable, Iterator

Lines = Iterator[str]


class Exit(Exception):
    def __init__(self, code: int) -> None:
        self.code = code


class Shell:
    def __init__(self) -> None:
        self.variables: dict[str, str] = {"NAME": "nobody", "?": "0"}
        self.files: dict[str, list[str]] = {}
        self.commands: dict[str, Callable[[list[str], Lines], Lines]] = {
            "echo": lambda words, _: iter([" ".join(words)]),
            "upper": lambda _, lines: (line.upper() for line in lines),
            "tac": lambda _, lines: reversed(list(lines)),
            "seq": self.seq,
            "head": self.head,
            "sum": lambda _, lines: iter([str(sum(map(int, lines)))]),
            "cat": self.cat,
            "set": self.set,
            "exit": self.leave,
        }

    def seq(self, words: list[str], _: Lines) -> Lines:
        for number in range(1, int(words[0]) + 1):
            yield str(number)

    def head(self, words: list[str], lines: Lines) -> Lines:
        for _, line in zip(range(int(words[0])), lines):
            yield line

    def cat(self, words: list[str], lines: Lines) -> Lines:
        if not words:
            yield from lines
        for name in words:
            yield from self.files[name]

    def set(self, words: list[str], _: Lines) -> Lines:
        for word in words:
            name, _sign, value = word.partition("=")
            self.variables[name] = value
        return iter(())

    def leave(self, words: list[str], _: Lines) -> Lines:
        raise Exit(int(words[0]) if words else 0)

    def expand(self, text: str) -> str:
        return string.Template(text).safe_substitute(self.variables)

    def run(self, line: str) -> list[str]:
        lexer = shlex.shlex(line, posix=True, punctuation_chars=True)
        words = list(lexer)
        stages: list[list[str]] = [[]]
        target: str | None = None
        stream = iter(words)
        for word in stream:
            if word == "|":
                stages.append([])
            elif word == ">":
                target = next(stream)
            else:
                stages[-1].append(self.expand(word))
        lines: Lines = iter(())
        for stage in stages:
            if not stage:
                return []
            if stage[0] not in self.commands:
                raise LookupError(f"{stage[0]}: command not found")
            lines = self.commands[stage[0]](stage[1:], lines)
        output = list(lines)
        if target is not None:
            self.files[target] = output
            return []
        return output


shell = Shell()
for line in sys.stdin:
    line = line.rstrip("\n")
    print("$", line)
    try:
        for out in shell.run(line):
            print(out)
        shell.variables["?"] = "0"
    except LookupError as error:
        shell.variables["?"] = "127"
        print("shell:", error)
    except ValueError as error:
        shell.variables["?"] = "1"
        print("error:", error)
    except Exit as leave:
        print("leaving;", shell.variables, sorted(shell.files.items()))
        print(shlex.join(["a b", "it's", "", "plain", "$x"]), shlex.split("a\\ b 'c d' \"e\\\"f\""))
        sys.exit(leave.code)
