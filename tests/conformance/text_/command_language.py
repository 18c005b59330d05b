"""A command language on shlex: quoting round trips, comments, operators as tokens, variables, pipelines of small commands."""

from __future__ import annotations

import io
import re
import shlex
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

Stream = Iterable[str]
Command = Callable[["Shell", list[str], Stream], Iterator[str]]
COMMANDS: dict[str, Command] = {}


class ShellError(Exception):
    def __init__(self, command: str, reason: str, status: int = 1) -> None:
        super().__init__(f"{command}: {reason}")
        self.status = status


def command(function: Command) -> Command:
    COMMANDS[function.__name__.removeprefix("do_")] = function
    return function


@command
def do_echo(shell: Shell, args: list[str], stream: Stream) -> Iterator[str]:
    end = args[:1] != ["-n"]
    yield " ".join(args if end else args[1:]) + ("\n" if end else "")


@command
def do_set(shell: Shell, args: list[str], stream: Stream) -> Iterator[str]:
    for arg in args:
        name, eq, value = arg.partition("=")
        if not eq or not name.isidentifier():
            raise ShellError("set", f"bad assignment {shlex.quote(arg)}")
        shell.variables[name] = value
    yield from (f"{k}={shlex.quote(v)}\n" for k, v in sorted(shell.variables.items()) if not args)


@command
def do_seq(shell: Shell, args: list[str], stream: Stream) -> Iterator[str]:
    yield from (f"{n}\n" for n in range(*map(int, args)))


@command
def do_grep(shell: Shell, args: list[str], stream: Stream) -> Iterator[str]:
    flip = "-v" in args
    pattern = re.compile([a for a in args if a != "-v"][0])
    yield from (line for line in stream if bool(pattern.search(line)) != flip)


@command
def do_sort(shell: Shell, args: list[str], stream: Stream) -> Iterator[str]:
    key: Callable[[str], object] = (lambda line: int(line)) if "-n" in args else str
    yield from sorted(stream, key=key, reverse="-r" in args)  # type: ignore[arg-type]


@command
def do_wc(shell: Shell, args: list[str], stream: Stream) -> Iterator[str]:
    lines = list(stream)
    yield f"{len(lines)} {sum(len(line.split()) for line in lines)} {sum(map(len, lines))}\n"


@command
def do_read(shell: Shell, args: list[str], stream: Stream) -> Iterator[str]:
    words = next(iter(stream), "").split(maxsplit=max(0, len(args) - 1))
    for name, word in zip(args, words):
        shell.variables[name] = word.rstrip("\n")
    if False:
        yield ""


@dataclass
class Shell:
    variables: dict[str, str] = field(default_factory=lambda: {"HOME": "/root", "x": "a b"})
    files: dict[str, str] = field(default_factory=dict)
    status: int = 0

    def tokens(self, line: str) -> list[str]:
        lexer = shlex.shlex(line, posix=False, punctuation_chars="|;<>&")
        lexer.commenters = "#"
        lexer.whitespace_split = True
        return list(lexer)

    def expand(self, token: str) -> str:
        quote = token[0] if token[:1] in "'\"" and token[:1] else ""
        body = shlex.split(token)[0] if token and shlex.split(token) else ""
        if quote == "'":
            return body
        return re.sub(r"\$(\w+|\{(\w+)\})", lambda m: self.variables.get(m[2] or m[1], ""), body)

    def run(self, line: str) -> str:
        out = io.StringIO()
        parts: list[list[str]] = [[]]
        for token in [*self.tokens(line), ";"]:
            if token in (";", "&&", "||"):
                if parts != [[]]:
                    self.pipeline(parts, out)
                parts = [[]]
                if token == "&&" and self.status or token == "||" and not self.status:
                    break
            elif token == "|":
                parts.append([])
            else:
                parts[-1].append(token)
        return out.getvalue()

    def pipeline(self, parts: list[list[str]], out: io.StringIO) -> None:
        stream: Stream = []
        target: str | None = None
        try:
            for words in parts:
                args: list[str] = []
                source = iter(words)
                for word in source:
                    match word:
                        case ">" | ">>":
                            target = self.expand(next(source))
                            if word == ">":
                                self.files[target] = ""
                        case "<":
                            stream = self.files[self.expand(next(source))].splitlines(True)
                        case _:
                            args.append(self.expand(word))
                if not args:
                    raise ShellError("shell", "empty command", 2)
                if args[0] not in COMMANDS:
                    raise ShellError(args[0], "not found", 127)
                stream = list(COMMANDS[args[0]](self, args[1:], stream))
            text = "".join(stream)
            if target is None:
                out.write(text)
            else:
                self.files[target] += text
            self.status = 0
        except ShellError as error:
            out.write(f"! {error}\n")
            self.status = error.status
        except (KeyError, ValueError, IndexError, StopIteration) as error:
            out.write(f"! {type(error).__name__} {error}\n")
            self.status = 1


def main() -> None:
    for words in ([], ["a b", "c"], ["it's", '"', "", "$x", "é~", "a=b", "\n", "safe-1.2/_@%+:,"]):
        line = shlex.join(words)
        print(line, shlex.split(line) == words)
    print(
        shlex.split("a 'b c' \"d \\\"e\\\" $f\" g\\ h ''x # no"),
        shlex.split("a # c", comments=True),
        shlex.split(r"a\b 'c\d'", posix=False),
    )
    shell = Shell()
    script = [
        "echo hello   world", "echo '$x' \"$x!\" ${x} # comment", "set y=3 z='1 2'; set", "seq 1 12 | grep 1 | sort -n -r", "seq 3 > f; seq 5 7 >> f; wc < f; sort -r < f | grep -v 5",
        "echo one; nosuch && echo no || echo yes", "set 1bad=2 || echo failed", "echo -n a; echo b", "echo 'p q r' | read u v; set", "wc < missing", "| echo", "seq x", "grep", 'echo "a|b;c" | grep "b;"', "echo $HOME/$nope.txt",
    ]  # fmt: skip
    for line in script:
        print(f"$ {line}")
        print(shell.run(line), end="")
    print(shell.status, shell.files, sorted(COMMANDS))
    for bad in ("echo 'open", 'a "b', "x\\"):
        try:
            print(shlex.split(bad))
        except ValueError as error:
            print(error)
    lexer = shlex.shlex("a.b + c-d 'q r' /*x", posix=True)
    lexer.wordchars += "."
    lexer.push_token("pushed")
    first = lexer.get_token()
    print(first, list(lexer), lexer.lineno, list(shlex.shlex("a && b || c; d>e", punctuation_chars=True)))


main()
