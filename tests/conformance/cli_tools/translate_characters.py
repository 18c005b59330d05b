# args: "a-zé" "A-ZÉ"
# stdin: Déjà vu: caféine,  tabs\tand   spaces\n0123456789 hello...\n
"""The sets of `tr`: ranges, classes, escapes, complement, squeezing, deletion."""

from __future__ import annotations

import string
import sys
from collections.abc import Callable

CLASSES: dict[str, str] = {
    "digit": string.digits,
    "lower": string.ascii_lowercase,
    "upper": string.ascii_uppercase,
    "alpha": string.ascii_letters,
    "alnum": string.digits + string.ascii_letters,
    "punct": string.punctuation,
    "space": " \t\n\r\x0b\x0c",
}
ESCAPES = {"n": "\n", "t": "\t", "\\": "\\", "-": "-"}


class SetError(ValueError):
    def __init__(self, message: str, text: str, at: int) -> None:
        super().__init__(f"{message} at {at} of {text!r}")
        self.at = at


def expand(text: str) -> list[str]:
    """The characters a set stands for, in order."""
    result: list[str] = []
    index = 0

    def one() -> str:
        nonlocal index
        char = text[index]
        index += 1
        if char != "\\":
            return char
        if index == len(text):
            raise SetError("lonely backslash", text, index - 1)
        escape = text[index]
        index += 1
        try:
            return ESCAPES[escape]
        except KeyError:
            raise SetError(f"unknown escape {escape!r}", text, index - 1) from None

    while index < len(text):
        if text.startswith("[:", index):
            end = text.find(":]", index)
            name = text[index + 2 : end] if end > 0 else ""
            if name not in CLASSES:
                raise SetError(f"no class {name!r}", text, index)
            result += CLASSES[name]
            index = end + 2
            continue
        start = one()
        if index + 1 < len(text) and text[index] == "-":
            index += 1
            stop = one()
            if ord(stop) < ord(start):
                raise SetError(f"range {start}-{stop} is reversed", text, index)
            result.extend(map(chr, range(ord(start), ord(stop) + 1)))
        else:
            result.append(start)
    return result


def translator(first: str, second: str, complement: bool = False) -> Callable[[str], str]:
    source, target = expand(first), expand(second)
    if not target:
        raise ValueError("the second set is empty")
    if complement:
        members = set(source)
        return lambda text: "".join(c if c in members else target[-1] for c in text)
    target += target[-1:] * (len(source) - len(target))
    table = str.maketrans(dict(zip(source, target)))
    return lambda text: text.translate(table)


def deleter(chars: str, complement: bool = False) -> Callable[[str], str]:
    members = frozenset(expand(chars))
    return lambda text: "".join(c for c in text if (c in members) == complement)


def squeezer(chars: str) -> Callable[[str], str]:
    members = frozenset(expand(chars))

    def squeeze(text: str) -> str:
        return "".join(c for i, c in enumerate(text) if i == 0 or c != text[i - 1] or c not in members)

    return squeeze


def chain(*steps: Callable[[str], str]) -> Callable[[str], str]:
    def run(text: str) -> str:
        for step in steps:
            text = step(text)
        return text

    return run


data = sys.stdin.buffer.read().decode("latin-1").encode("latin-1").decode("utf-8", "replace")
print(translator(sys.argv[1], sys.argv[2])("déjà vu, caféine"))
upper = translator("[:lower:]", "[:upper:]")
for name, step in {
    "upper": upper,
    "digits gone": deleter("0-9"),
    "only letters": deleter("[:alpha:]\\n", complement=True),
    "spaces": squeezer("[:space:]."),
    "masked": translator("0-9", "#"),
    "words": chain(translator("[:alpha:]", "\\n", complement=True), squeezer("\\n")),
    "rot13": translator("A-Za-z", "N-ZA-Mn-za-m"),
}.items():
    plain = data.encode("ascii", "ignore").decode()
    print(f"{name:>12}: {step(plain)!r}")
print(expand("a-c\\-x-z"), len(expand("[:alnum:][:punct:]")), expand("-a"), expand("a-"))
for bad in ["z-a", "[:vowel:]", "abc\\", "\\q"]:
    try:
        print(expand(bad))
    except SetError as error:
        print(type(error).__name__, error, error.at)
try:
    translator("a", "")
except ValueError as error:
    print(error)
