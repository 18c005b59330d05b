"""A JSON parser and printer written out, compared with the library's on good and bad documents."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any

ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


class Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def error(self, message: str, at: int | None = None) -> json.JSONDecodeError:
        return json.JSONDecodeError(message, self.text, self.at if at is None else at)

    def space(self) -> None:
        while self.at < len(self.text) and self.text[self.at] in " \t\r\n":
            self.at += 1

    def document(self) -> Any:
        self.space()
        value = self.value()
        self.space()
        if self.at != len(self.text):
            raise self.error("Extra data")
        return value

    def value(self) -> Any:
        match self.text[self.at : self.at + 1]:
            case "{":
                return dict(self.members())
            case "[":
                return list(self.elements())
            case '"':
                return self.string()
            case c if c and c in "-0123456789":
                return self.number()
        for word, value in (("null", None), ("true", True), ("false", False)):
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return value
        raise self.error("Expecting value")

    def number(self) -> int | float:
        start = self.at
        whole = True
        self.at += self.text[self.at] == "-"
        while self.at < len(self.text) and (self.text[self.at].isdigit() or self.text[self.at] in ".eE+-"):
            whole = whole and self.text[self.at].isdigit()
            self.at += 1
        text = self.text[start : self.at]
        return int(text) if whole else float(text)

    def string(self) -> str:
        start = self.at
        out: list[str] = []
        self.at += 1
        while True:
            if self.at >= len(self.text):
                raise self.error("Unterminated string starting at", start)
            char = self.text[self.at]
            if char == '"':
                self.at += 1
                return "".join(out)
            if char < " ":
                raise self.error("Invalid control character at")
            if char != "\\":
                out.append(char)
                self.at += 1
                continue
            kind = self.text[self.at + 1 : self.at + 2]
            if kind == "u":
                code = int(self.text[self.at + 2 : self.at + 6], 16)
                self.at += 6
                if 0xD800 <= code < 0xDC00 and self.text[self.at : self.at + 2] == "\\u":
                    low = int(self.text[self.at + 2 : self.at + 6], 16)
                    if 0xDC00 <= low < 0xE000:
                        code = 0x10000 + (code - 0xD800 << 10 | low - 0xDC00)
                        self.at += 6
                out.append(chr(code))
            elif kind in ESCAPES:
                out.append(ESCAPES[kind])
                self.at += 2
            else:
                raise self.error("Invalid \\escape")

    def elements(self) -> Iterator[Any]:
        self.at += 1
        self.space()
        if self.text[self.at : self.at + 1] == "]":
            self.at += 1
            return
        while True:
            yield self.value()
            self.space()
            sign = self.text[self.at : self.at + 1]
            if sign == "]":
                self.at += 1
                return
            if sign != ",":
                raise self.error("Expecting ',' delimiter")
            self.at += 1
            self.space()

    def members(self) -> Iterator[tuple[str, Any]]:
        self.at += 1
        self.space()
        if self.text[self.at : self.at + 1] == "}":
            self.at += 1
            return
        while True:
            if self.text[self.at : self.at + 1] != '"':
                raise self.error("Expecting property name enclosed in double quotes")
            key = self.string()
            self.space()
            if self.text[self.at : self.at + 1] != ":":
                raise self.error("Expecting ':' delimiter")
            self.at += 1
            self.space()
            yield key, self.value()
            self.space()
            sign = self.text[self.at : self.at + 1]
            if sign == "}":
                self.at += 1
                return
            if sign != ",":
                raise self.error("Expecting ',' delimiter")
            self.at += 1
            self.space()


def pretty(value: Any, depth: int = 0) -> Iterator[str]:
    pad = "  " * depth
    match value:
        case dict() if value:
            yield "{\n"
            for number, (key, item) in enumerate(value.items()):
                yield f"{pad}  {json.dumps(key)}: "
                yield from pretty(item, depth + 1)
                yield ",\n" if number < len(value) - 1 else "\n"
            yield pad + "}"
        case [first, *rest]:
            yield "[\n" + pad + "  "
            yield from pretty(first, depth + 1)
            for item in rest:
                yield ",\n" + pad + "  "
                yield from pretty(item, depth + 1)
            yield f"\n{pad}]"
        case _:
            yield json.dumps(value)


GOOD = [
    '{"a": [1, -2.5e3, 0.1, 1E400, "\\u00e9\\ud83d\\ude00\\n\\/"], "b": {}, "c": [], "": null, "t": true}', " [ ] ", '"\\ud800"', "-0", "12345678901234567890123", "[[[[1]]], {}]",
    '{"k": 1, "k": 2}', "1.7976931348623157e308", '"tab\\tquote\\""',
]
BAD = ["", "[1,", "[1 2]", '{"a" 1}', '{"a": }', "{a: 1}", '"open', '"\x01"', '"\\q"', "nul", "[1]]", '{"a": 1,}', "{", "[", '  {"x":\n  oops}', "tru", '{"a": 1 "b"}']
for text in GOOD:
    mine, theirs = Parser(text).document(), json.loads(text)
    assert repr(mine) == repr(theirs), (text, mine, theirs)
    shown = "".join(pretty(mine))
    assert shown == json.dumps(theirs, indent=2), shown
    print(ascii(mine), len(shown), math.inf in mine["a"] if isinstance(mine, dict) and "a" in mine else "")
same = 0
for text in BAD:
    try:
        json.loads(text)
    except json.JSONDecodeError as theirs_error:
        try:
            Parser(text).document()
        except json.JSONDecodeError as error:
            same += str(error) == str(theirs_error)
            print(ascii(text), error, error.lineno, error.colno, error.pos, str(error) == str(theirs_error) or theirs_error)
print(same, len(BAD))


class Sorted(json.JSONEncoder):
    def default(self, o: Any) -> Any:
        return sorted(o) if isinstance(o, set) else super().default(o)


values: list[Any] = [None, "é", [], {}, [()], {"a": {}}, [[1], [2, [3, "x"]]], {1: 2, None: 3, True: [4], 2.5: "x"}]
for indent in (None, 0, "-"):
    print([list(json.JSONEncoder(indent=indent, ensure_ascii=False).iterencode(value)) for value in values])
print(list(Sorted(sort_keys=True, skipkeys=True).iterencode({"b": {3, 1}, "a": [{2}], (1,): 5})))
loop: list[Any] = [1]
loop.append({"x": loop})
for bad in (loop, [1, object], {(1, 2): 3}, [math.nan]):
    got: list[str] = []
    try:
        for piece in json.JSONEncoder(allow_nan=False).iterencode(bad):
            got.append(piece)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error, got)
json.loads('{"trailing": [1, 2,\n]}')
