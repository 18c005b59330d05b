"""A Forth with colon definitions, conditionals, loops and strings, compiled to closures."""

from __future__ import annotations

from typing import Callable, Optional

Word = Callable[["Forth"], None]


class ForthError(RuntimeError):
    pass


def binary(f: Callable[[int, int], int]) -> Word:
    def word(forth: Forth) -> None:
        b = forth.pop()
        a = forth.pop()
        forth.push(f(a, b))

    return word


class Forth:
    def __init__(self) -> None:
        self.data: list[int] = []
        self.returns: list[int] = []
        self.out: list[str] = []
        self.words: dict[str, Word] = {
            "+": binary(lambda a, b: a + b),
            "-": binary(lambda a, b: a - b),
            "*": binary(lambda a, b: a * b),
            "/mod": Forth.divmod,
            "=": binary(lambda a, b: -(a == b)),
            "<": binary(lambda a, b: -(a < b)),
            "dup": lambda f: f.push(f.data[-1]),
            "drop": lambda f: f.data.pop() and None or None,
            "swap": lambda f: f.roll(2),
            "rot": lambda f: f.roll(3),
            "over": lambda f: f.push(f.data[-2]),
            ".": lambda f: f.out.append(f"{f.pop()} "),
            "cr": lambda f: f.out.append("\n"),
            "i": lambda f: f.push(f.returns[-1]),
            ".s": lambda f: f.out.append(f"<{len(f.data)}> {f.data} "),
        }

    def push(self, value: int) -> None:
        self.data.append(value)

    def pop(self) -> int:
        if not self.data:
            raise ForthError("stack underflow")
        return self.data.pop()

    def roll(self, n: int) -> None:
        self.data.append(self.data.pop(-n))

    def divmod(self) -> None:
        b, a = self.pop(), self.pop()
        quotient, rest = divmod(a, b)
        self.data += [rest, quotient]

    def run(self, text: str) -> str:
        self.out.clear()
        words = text.split()
        at = 0
        while at < len(words):
            if words[at] == ":":
                name = words[at + 1]
                body, at = self.compile(words, at + 2, {";"})
                self.words[name] = sequence(body)
            else:
                code, at = self.compile_one(words, at)
                code(self)
        return "".join(self.out)

    def compile(self, words: list[str], at: int, ends: set[str]) -> tuple[list[Word], int]:
        body: list[Word] = []
        while at < len(words):
            if words[at] in ends:
                return body, at + 1
            code, at = self.compile_one(words, at)
            body.append(code)
        raise ForthError(f"missing {' or '.join(sorted(ends))}")

    def compile_one(self, words: list[str], at: int) -> tuple[Word, int]:
        word = words[at]
        if word == "if":
            yes, after = self.compile(words, at + 1, {"then", "else"})
            no: list[Word] = []
            if words[after - 1] == "else":
                no, after = self.compile(words, after, {"then"})
            return conditional(sequence(yes), sequence(no)), after
        if word == "do":
            body, after = self.compile(words, at + 1, {"loop"})
            return counted(sequence(body)), after
        if word == "begin":
            body, after = self.compile(words, at + 1, {"until"})
            return until(sequence(body)), after
        if word == '."':
            end = next(k for k in range(at, len(words)) if words[k].endswith('"') and k > at)
            text = " ".join(words[at + 1 : end + 1])[:-1]
            return (lambda f: f.out.append(text)), end + 1
        number = parse(word)
        if number is not None:
            return (lambda f, n=number: f.push(n)), at + 1  # type: ignore[misc]

        def late(f: Forth) -> None:
            try:
                code = f.words[word]
            except KeyError as missing:
                raise ForthError(f"{word} ?") from missing
            code(f)

        return late, at + 1


def parse(word: str) -> Optional[int]:
    base = 10
    if word.startswith("$"):
        word, base = word[1:], 16
    try:
        return int(word, base)
    except ValueError:
        return None


def sequence(body: list[Word]) -> Word:
    def word(forth: Forth) -> None:
        for code in body:
            code(forth)

    return word


def conditional(yes: Word, no: Word) -> Word:
    return lambda f: yes(f) if f.pop() else no(f)


def counted(body: Word) -> Word:
    def word(forth: Forth) -> None:
        start, limit = forth.pop(), forth.pop()
        for i in range(start, limit):
            forth.returns.append(i)
            try:
                body(forth)
            finally:
                forth.returns.pop()

    return word


def until(body: Word) -> Word:
    def word(forth: Forth) -> None:
        body(forth)
        while not forth.pop():
            body(forth)

    return word


f = Forth()
for line in (
    "1 2 3 rot .s",
    ": square dup * ; 12 square . $ff .",
    ": sign dup 0 < if drop .\" negative\" else 0 = if .\" zero\" else .\" positive\" then then ; -5 sign 0 sign 7 sign",
    ": table 6 1 do i square . loop ; table",
    ": fib over + swap ; 0 1 90 0 do fib loop . .",
    ": countdown begin dup . 1 - dup 0 = until drop ; 4 countdown",
    "17 5 /mod . . -17 5 /mod . .",
    "drop drop drop . ",
    ": broken if 1",
    "nosuch",
    ": fact dup 2 < if drop 1 else dup 1 - fact * then ; 25 fact .",
    "4 0 do i 3 = if 1 0 /mod then loop",
):
    try:
        print(f"{line!r:.30} -> {f.run(line)}ok {f.data}")
    except (ForthError, ZeroDivisionError, IndexError) as error:
        print(f"{line!r:.30} -> {type(error).__name__}: {error}; cause {error.__cause__!r} {f.returns}")
        f.data.clear()
