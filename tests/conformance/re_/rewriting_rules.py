"""Substitutions that compute: templates, counters, case of parts, nested patterns by repeated passes, inflections, markup."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial, reduce
from typing import Final

Rewrite = Callable[[str], str]


def camel(text: str) -> str:
    return re.sub(r"[_\s-]+(\w)", lambda m: m[1].upper(), text.lower())


def snake(text: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", text).lower()


def title(text: str) -> str:
    small = {"a", "an", "and", "of", "the", "in", "to"}
    return re.sub(
        r"(?P<first>^)?(?P<word>[^\W\d_]+(?:'[^\W\d_]+)?)",
        lambda m: m["word"] if m["word"] in small and m["first"] is None else m["word"].capitalize(),
        text,
    )


def group_digits(text: str) -> str:
    return re.sub(r"(?<![\d.])\d{4,}(?!\d)", lambda m: re.sub(r"\B(?=(?:\d{3})+$)", ",", m[0]), text)


class Renumber:
    """Footnotes [^name] get numbers by first use; the definitions follow."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def __call__(self, found: re.Match[str]) -> str:
        number = self.numbers.setdefault(found["name"], len(self.numbers) + 1)
        return f"[{number}]" if found["colon"] is None else f"[{number}]:"

    def run(self, text: str) -> str:
        return re.sub(r"\[\^(?P<name>[^\]\s]+)\](?P<colon>:)?", self, text)


PLURALS: Final[list[tuple[str, str]]] = [
    (r"(?i)(quiz)$", r"\1zes"),
    (r"(?i)^(ox)$", r"\1en"),
    (r"(?i)(matr|vert|ind)(?:ix|ex)$", r"\1ices"),
    (r"(?i)(x|ch|ss|sh)$", r"\g<1>es"),
    (r"(?i)([^aeiouy]|qu)y$", r"\1ies"),
    (r"(?i)(?:([^f])fe|([lr])f)$", r"\1\2ves"),
    (r"(?i)sis$", "ses"),
    (r"(?i)$", "s"),
]


def plural(word: str) -> str:
    for pattern, replacement in PLURALS:
        text, count = re.subn(pattern, replacement, word, count=1)
        if count:
            return text
    return word


def expand(template: str, values: dict[str, str]) -> str:
    """${name}, ${name:-default}, ${name^^}, ${name/old/new}; innermost first until nothing changes."""
    pattern = re.compile(r"\$\{(?P<name>\w+)(?:(?P<op>:-|\^\^|,,|/)(?P<rest>[^{}]*))?\}")

    def one(found: re.Match[str]) -> str:
        name, op, rest = found.group("name", "op", "rest")
        value = values.get(name)
        match op:
            case ":-":
                return value if value else rest
            case "^^":
                return (value or "").upper()
            case ",,":
                return (value or "").lower()
            case "/":
                old, _, new = rest.partition("/")
                return (value or "").replace(old, new)
        if value is None:
            raise KeyError(f"{name} (columns {found.start()} to {found.end()})")
        return value

    while True:
        template, count = pattern.subn(one, template)
        if not count:
            return template


def markup(text: str) -> str:
    rules: Iterable[Rewrite] = (
        partial(re.sub, r"&(?!\w+;)", "&amp;"),
        partial(re.sub, r"\*\*(?=\S)(.+?)(?<=\S)\*\*", r"<b>\1</b>"),
        partial(re.sub, r"(?<!\w)_(?=\S)(.+?)(?<=\S)_(?!\w)", r"<i>\1</i>"),
        partial(re.sub, r"`([^`]+)`", r"<code>\1</code>"),
        partial(
            re.sub,
            r"\[([^\]]*)\]\(([^)\s]+)(?:\s+\"(.*?)\")?\)",
            lambda m: f'<a href="{m[2]}"{f" title={m[3]!r}" if m[3] else ""}>{m[1]}</a>',
        ),
        partial(re.sub, r"(?m)^(#+)\s*(.*?)\s*#*$", lambda m: f"<h{len(m[1])}>{m[2]}</h{len(m[1])}>"),
    )
    return reduce(lambda t, rule: rule(t), rules, text)


def calculate(text: str) -> str:
    number = r"(-?\d+(?:\.\d+)?)"
    steps = [
        (rf"\({number}\)", lambda m: m[1]),
        (rf"{number}\s*([*/])\s*{number}", arithmetic),
        (rf"{number}\s*([+-])\s*{number}(?!\s*[*/])", arithmetic),
    ]
    while True:
        for pattern, action in steps:
            text, count = re.subn(pattern, action, text, count=1)
            if count:
                break
        else:
            return text


def arithmetic(found: re.Match[str]) -> str:
    a, b = float(found[1]), float(found[3])
    return f"{ {'+': a + b, '-': a - b, '*': a * b}.get(found[2], a / b if b else 0.0):g}"


def main() -> None:
    for text in ("hello_big world", "HTTPServerError", "getURL2Path", "--x--y", "ALREADY_UPPER", "é_ünï"):
        print(camel(text), snake(text), snake(camel(text)))
    print(title("the art of war and the joy of it's end, in 2 acts"), title("ÉCOLE d'été"))
    print(group_digits("1234 and 1234567.8901 but 12.34567 and x99999y 100000000000"))
    notes = Renumber()
    print(notes.run("See[^b] and[^a], again[^b].\n[^a]: alpha\n[^b]: beta"), notes.numbers)
    print(
        [
            plural(w)
            for w in "cat Box city day wolf wife leaf quiz OX matrix analysis soliloquy Index church key".split()
        ]
    )
    values = {"USER": "Ann", "HOME": "/home/ann", "which": "USER", "EMPTY": ""}
    for template in (
        "${USER} in ${HOME/ann/bob}",
        "${${which}^^} ${NONE:-nobody} ${EMPTY:-${USER,,}!}",
        "$USER {USER} ${",
        "${NONE}",
    ):
        try:
            print(expand(template, values))
        except KeyError as error:
            print("KeyError", error)
    print(
        markup('# Title #\n**bold _both_** 2*3*4 snake_case_name & &lt; `a*b` [x](y "z w") [](q)\n### three')
    )
    print(calculate("2+3*(4-1)"), calculate("(1.5*4)/(1+1)-10"), calculate("7-2-1"), calculate("nothing"))
    print(
        re.sub(r"(\w)(\w*)", r"\2\1ay", "pig latin"),
        re.sub("x*", "-", "abxd"),
        re.sub(r"\b", "|", "a b"),
        re.sub("", "-", "ab", count=2),
    )
    print(
        re.sub(r"(?P<y>\d+)-(?P<m>\d+)", r"\g<m>/\g<y>\g<0>\x5c\n".replace(r"\x5c", ""), "2024-05"),
        re.subn("[aeiou]", "", "education"),
    )
    print(
        re.sub(r"(a)|(b)", r"<\1\2>", "abc"),
        re.sub(r"(.)\1+", lambda m: f"{m[1]}{len(m[0])}", "aaabccdddd"),
        re.escape("a.b*[c]\n-é#"),
    )
    words = Counter(
        m[0].lower()
        for m in re.finditer(
            r"[^\W_]+(?:['-][^\W_]+)*", "It's a well-known fact: it's WELL-KNOWN, a_b isn't."
        )
    )
    print(words.most_common(3), len(words))
    for pattern, replacement in (
        (r"a", r"\1"),
        (r"(a)", r"\g<name>"),
        ("a", "\\q"),
        ("(a)", r"\g<1"),
        ("(", ""),
        ("a", r"\g<>"),
    ):
        try:
            print(re.sub(pattern, replacement, "banana"))
        except (re.error, IndexError) as error:
            print(type(error).__name__, error)


main()
