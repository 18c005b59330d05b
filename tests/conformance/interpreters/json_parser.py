"""A JSON parser and pretty printer by hand, with error positions, beside the library's results."""

from __future__ import annotations

import json
from typing import Union

Json = Union[None, bool, int, float, str, "list[Json]", "dict[str, Json]"]


class ParseError(ValueError):
    def __init__(self, what: str, text: str, at: int) -> None:
        self.line = text.count("\n", 0, at) + 1
        self.column = at - text.rfind("\n", 0, at)
        super().__init__(f"{what} at {self.line}:{self.column}")


class Parser:
    ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "/": "/", "\\": "\\", '"': '"'}
    WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0

    def fail(self, what: str) -> ParseError:
        return ParseError(what, self.text, self.at)

    def skip(self) -> str:
        while self.at < len(self.text) and self.text[self.at] in " \t\r\n":
            self.at += 1
        return self.text[self.at : self.at + 1]

    def take(self, ch: str) -> bool:
        if self.skip() == ch:
            self.at += 1
            return True
        return False

    def value(self) -> Json:
        ch = self.skip()
        if ch == "{":
            return self.object()
        if ch == "[":
            return self.array()
        if ch == '"':
            return self.string()
        if ch and ch in "-0123456789":
            return self.number()
        for word, meaning in self.WORDS.items():
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return meaning
        raise self.fail("value expected" if ch else "unexpected end")

    def object(self) -> dict[str, Json]:
        self.at += 1
        result: dict[str, Json] = {}
        if self.take("}"):
            return result
        while True:
            if self.skip() != '"':
                raise self.fail("name expected")
            name = self.string()
            if not self.take(":"):
                raise self.fail("':' expected")
            result[name] = self.value()
            if self.take("}"):
                return result
            if not self.take(","):
                raise self.fail("',' or '}' expected")

    def array(self) -> list[Json]:
        self.at += 1
        result: list[Json] = []
        if self.take("]"):
            return result
        while True:
            result.append(self.value())
            if self.take("]"):
                return result
            if not self.take(","):
                raise self.fail("',' or ']' expected")

    def string(self) -> str:
        self.at += 1
        parts: list[str] = []
        while (ch := self.text[self.at : self.at + 1]) != '"':
            if not ch or ch < " ":
                raise self.fail("unterminated string")
            if ch == "\\":
                self.at += 1
                escape = self.text[self.at : self.at + 1]
                if escape == "u":
                    unit = int(self.text[self.at + 1 : self.at + 5], 16)
                    self.at += 4
                    if 0xD800 <= unit < 0xDC00 and self.text[self.at + 1 : self.at + 3] == "\\u":
                        low = int(self.text[self.at + 3 : self.at + 7], 16)
                        unit = 0x10000 + (unit - 0xD800 << 10) + (low - 0xDC00)
                        self.at += 6
                    parts.append(chr(unit))
                elif escape in self.ESCAPES:
                    parts.append(self.ESCAPES[escape])
                else:
                    raise self.fail(f"bad escape {escape!r}")
            else:
                parts.append(ch)
            self.at += 1
        self.at += 1
        return "".join(parts)

    def number(self) -> int | float:
        start = self.at
        while self.at < len(self.text) and self.text[self.at] in "+-0123456789.eE":
            self.at += 1
        word = self.text[start : self.at]
        try:
            return float(word) if any(c in word for c in ".eE") else int(word)
        except ValueError as error:
            self.at = start
            raise self.fail("bad number") from error


def parse(text: str) -> Json:
    parser = Parser(text)
    result = parser.value()
    if parser.skip():
        raise parser.fail("extra text")
    return result


def pretty(value: Json, indent: int = 0) -> str:
    pad = "  " * (indent + 1)
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case int() | float():
            return repr(value)
        case str():
            return json.dumps(value)
        case []:
            return "[]"
        case list():
            if all(isinstance(item, (int, float)) for item in value):
                return "[" + ", ".join(pretty(item) for item in value) + "]"
            return "[\n" + ",\n".join(pad + pretty(item, indent + 1) for item in value) + "\n" + pad[2:] + "]"
        case dict():
            rows = (f"{pad}{json.dumps(k)}: {pretty(v, indent + 1)}" for k, v in value.items())
            return "{\n" + ",\n".join(rows) + "\n" + pad[2:] + "}" if value else "{}"


def depth(value: Json) -> int:
    if isinstance(value, dict):
        return 1 + max(map(depth, value.values()), default=0)
    if isinstance(value, list):
        return 1 + max((depth(v) for v in value), default=0)
    return 0


SAMPLE = r"""
{"name": "caf\u00e9 \ud83d\ude00\n", "tags": ["a", "b\tc", []], "size": [1, -2.5e3, 0.1],
 "deep": {"er": {"est": [[[1]]], "none": null}}, "ok": true, "big": 123456789012345678901234567890}
"""
tree = parse(SAMPLE)
print(pretty(tree))
print(depth(tree), tree == json.loads(SAMPLE), parse(pretty(tree)) == tree)
for bad in ('{"a" 1}', "[1, 2", '["x\\q"]', "\n\n  [tru]", "[1-2]", "", '{"a": 1,}', '"abc', "[] []"):
    try:
        print(parse(bad))
    except ParseError as error:
        print(f"{bad!r}: {error} cause={error.__cause__!r}")
parse('{"a": [1, 2\n, {"b": nope}]}')
