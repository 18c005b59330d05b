"""Scanners: Pattern.scanner-like loops with match(pos), lookaheads and lookbehinds, conditionals, split with groups, flags."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    NUMBER = auto()
    NAME = auto()
    STRING = auto()
    OP = auto()
    COMMENT = auto()
    NEWLINE = auto()
    INDENT = auto()
    DEDENT = auto()


@dataclass(frozen=True)
class Token:
    kind: Kind
    text: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.kind.name}:{self.text!r}@{self.line}:{self.column}"


class LexError(SyntaxError):
    pass


TOKENS = re.compile(
    r"""
    (?P<NUMBER>  0[xX][0-9a-fA-F]+ | \d+ (?: \. \d* )? (?: [eE] [+-]? \d+ )? )
  | (?P<NAME>    [^\W\d] \w* )
  | (?P<STRING>  (?P<prefix> [rb] )? (?P<quote> ["'] ) (?: (?(prefix) [^"'] | (?: \\. | (?! (?P=quote) ) [^\n\\] ) ) )* (?P=quote) )
  | (?P<COMMENT> \# .* )
  | (?P<OP>      \*\* =? | // =? | [-+*/%<>=!] =? | -> | [()\[\]{},:.] )
  | (?P<NEWLINE> \n+ )
  | (?P<space>   [ \t]+ )
    """,
    re.VERBOSE,
)


def tokens(source: str) -> Iterator[Token]:
    at, line, start = 0, 1, 0
    levels = [0]
    fresh = True
    while at < len(source):
        if fresh:
            margin = re.compile(r"[ ]*").match(source, at)
            assert margin is not None
            depth = margin.end() - at
            if source[margin.end() : margin.end() + 1] not in ("\n", "#", ""):
                if depth > levels[-1]:
                    levels.append(depth)
                    yield Token(Kind.INDENT, " " * depth, line, 0)
                while depth < levels[-1]:
                    levels.pop()
                    if depth > levels[-1]:
                        raise LexError(f"line {line}: no such level {depth}")
                    yield Token(Kind.DEDENT, "", line, depth)
            fresh = False
        found = TOKENS.match(source, at)
        if found is None:
            raise LexError(f"line {line}, column {at - start}: {source[at : at + 5]!r}")
        kind = found.lastgroup or ""
        kind = "STRING" if found["STRING"] else kind
        if kind != "space":
            yield Token(Kind[kind], found[0], line, at - start)
        at = found.end()
        if kind == "NEWLINE":
            line += found[0].count("\n")
            start, fresh = at, True
    for _ in levels[1:]:
        yield Token(Kind.DEDENT, "", line, 0)


def show(pattern: str, text: str, flags: int = 0) -> None:
    found = [(m.span(), *m.groups()) if m.re.groups else m[0] for m in re.finditer(pattern, text, flags)]
    print(f"{pattern:34} {found}")


def password_faults(text: str) -> list[str]:
    checks = {
        "short": r".{8,}", "no digit": r"(?=.*\d)", "no upper": r"(?=.*[A-Z])", "no symbol": r"(?=.*[^\w\s])",
        "three in a row": r"(?!.*(.)\1\1)", "space": r"\S*\Z", "year": r"(?!.*(?:19|20)\d\d)",
    }  # fmt: skip
    return [fault for fault, pattern in checks.items() if not re.match(pattern, text)]


def csv_fields(line: str) -> list[str]:
    pattern = re.compile(r'(?:^|,)(?:"((?:[^"]|"")*)"|([^,"]*))')
    return [
        quoted.replace('""', '"') if m.start(1) >= 0 else plain
        for m in pattern.finditer(line)
        for quoted, plain in [(m[1] or "", m[2] or "")]
    ]


def main() -> None:
    source = "def f(x):  # doc\n    if x >= 0x1F:\n        return 'it\\'s' + r\"\\d\"\n\n    y = 1.5e-3 ** x\nprint(f(é_1))\n"
    for token in tokens(source):
        print(token, end=" ")
        if token.kind is Kind.NEWLINE:
            print()
    print()
    for bad in ("a $ b", "  x\n y\nz", "'open", "if:\n    a\n  b"):
        out: list[str] = []
        try:
            for token in tokens(bad):
                out.append(token.kind.name)
        except LexError as error:
            print(out, type(error).__name__, error)
        else:
            print(out)
    show(r"\b\w+(?=,)", "one, two, three")
    show(r"(?<=\$)\d+(?!\d|\.)", "$10 $20.5 30 $7")
    show(r"(?<!\w)[A-Z]{2,}(?!\w)", "NASA x USA. aBC ID_ UN")
    show(r"(?=(\w{3}))", "abcde")
    show(r"(\()?\d+(?(1)\)|!)", "(12) 34! (5! 6)")
    show(r"(?i:straße)|(?-i:K)", "STRASSE Straße k K", re.I)
    show(r"(?s)a.b|(?m)^c$".replace("|(?m)", "|"), "a\nb\nc\nc", re.M)
    show(r"(?P<d>['\"])(.*?)(?P=d)", 'say \'a "b" c\' or "d\'s"')
    show(r"(?>a+)b|(?>a|ab)c", "aab abc ac")
    show(r"a{2,3}?|b{,2}|c{2}", "aaaa bbb ccc")
    show(r"x*+x|y?+z", "xxx z yz")
    show(r"[^\W\d_]+", "abc_def1éß٣ß")
    show(r"\d+", "12 ٣٤ ५", re.A)
    show(r"^\s*(\w+)\s*=\s*(.*?)\s*$", "a = 1 \n b=\n =c", re.M)
    show(r"[]\-^a]+|[^]a]", "]-^a b]")
    print({p: password_faults(p) for p in ("secret", "Secr3t!x", "aaa BBB 1999 !", "Pass-word-2024")})
    for line in ('a,b,,"c,d"', '"say ""hi""",x', "", ",", '"open,x'):
        print(csv_fields(line))
    print(
        re.split(r"([,;])\s*", "a, b;c,,d"),
        re.split(r"\b", "hi you"),
        re.split(r"(?<=[.!?])\s+", "One. Two! Three", maxsplit=1),
        re.split("(x)|y", "axbyc"),
    )
    print(
        re.split(r"(?=[A-Z])", "camelCaseXY"),
        re.split("", "ab"),
        re.findall(r"(a)(b)?", "aab"),
        re.findall(r"\w(\d)?", "a1b"),
    )
    word = re.compile(r"(?P<first>\w)(?P<rest>\w*)", re.I | re.X)
    found = word.search("  hello world", 4)
    assert found is not None
    print(
        found,
        found.span("rest"),
        found.pos,
        found.endpos,
        found.groupdict(),
        found.lastindex,
        found.expand(r"\g<rest>\1"),
        found.regs,
    )
    print(
        word.groupindex,
        word.flags,
        word,
        word.fullmatch("ab", 1),
        word.match("ab", 2),
        word.fullmatch("ab cd", 3, 5),
    )
    tries: list[Callable[[], object]] = [
        lambda: re.compile("(?<=a+)b"), lambda: re.compile("[z-a]"), lambda: re.compile("(?P<1a>x)"), lambda: re.compile("a**"), lambda: re.compile("(?P=no)"),
        lambda: found.group("none"), lambda: found.group(9), lambda: re.compile(r"(?i)a(?i)"), lambda: re.compile("x{3,2}"), lambda: re.compile("\\"),
    ]  # fmt: skip
    for attempt in tries:
        try:
            print(attempt())
        except (re.error, IndexError) as error:
            print(type(error).__name__, error, getattr(error, "pos", None))


main()
