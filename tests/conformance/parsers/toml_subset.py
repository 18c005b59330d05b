"""A reader for a subset of TOML: tables, dotted keys, arrays, inline tables, dates, strings with escapes."""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from typing import Any, NoReturn

DOCUMENT = r'''
title = "TOML \u00e9xample\t!"
path = 'C:\no\escape'
[owner]
name = "Ada"
born = 1815-12-10
seen = 2024-01-02T03:04:05

[database]
ports = [8000, 8001, [1, 2,], ]
limits = { cpu = 0.5, memory = 2_048, "odd key" = true }
mask = 0xff_ff
ratio = -1.5e3
nothing = []
servers.alpha.ip = "10.0.0.1"
servers.alpha.role = "front"   # a comment

[[products]]
name = "hammer"
sku = +738594937

[[products]]
name = "nail"
colors = ["grey",
  "black", # last
]
'''

SCALAR = re.compile(r"[+\-\w.:]+")
ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "r": "\r", "b": "\b"}


class TomlError(ValueError):
    pass


class Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def fail(self, message: str) -> NoReturn:
        line = self.text.count("\n", 0, self.at) + 1
        column = self.at - (self.text.rfind("\n", 0, self.at) + 1) + 1
        raise TomlError(f"{message} (line {line}, column {column})")

    def peek(self) -> str:
        return self.text[self.at : self.at + 1]

    def skip(self, newlines: bool = False) -> None:
        while char := self.peek():
            if char == "#":
                end = self.text.find("\n", self.at)
                self.at = len(self.text) if end < 0 else end
            elif char in " \t" or (newlines and char in "\r\n"):
                self.at += 1
            else:
                break

    def expect(self, char: str) -> None:
        if self.peek() != char:
            self.fail(f"expected {char!r}, found {self.peek()!r}")
        self.at += 1

    def string(self) -> str:
        quote = self.peek()
        self.at += 1
        out: list[str] = []
        while True:
            char = self.peek()
            if char in ("", "\n"):
                self.fail("string not closed")
            self.at += 1
            if char == quote:
                return "".join(out)
            if char == "\\" and quote == '"':
                kind = self.peek()
                self.at += 1
                if kind in "uU":
                    size = 4 if kind == "u" else 8
                    out.append(chr(int(self.text[self.at : self.at + size], 16)))
                    self.at += size
                elif kind in ESCAPES:
                    out.append(ESCAPES[kind])
                else:
                    self.fail(f"unknown escape \\{kind}")
            else:
                out.append(char)

    def key(self) -> list[str]:
        parts: list[str] = []
        while True:
            self.skip()
            if self.peek() in ('"', "'"):
                parts.append(self.string())
            elif found := re.compile(r"[\w-]+").match(self.text, self.at):
                parts.append(found[0])
                self.at = found.end()
            else:
                self.fail("no key")
            self.skip()
            if self.peek() != ".":
                return parts
            self.at += 1

    def value(self) -> Any:
        self.skip()
        match self.peek():
            case '"' | "'":
                return self.string()
            case "[":
                self.at += 1
                items: list[Any] = []
                self.skip(True)
                while self.peek() != "]":
                    items.append(self.value())
                    self.skip(True)
                    if self.peek() == ",":
                        self.at += 1
                        self.skip(True)
                    elif self.peek() != "]":
                        self.fail("array not closed")
                self.at += 1
                return items
            case "{":
                self.at += 1
                table: dict[str, Any] = {}
                self.skip()
                while self.peek() != "}":
                    self.pair(table)
                    self.skip()
                    if self.peek() == ",":
                        self.at += 1
                        self.skip()
                self.at += 1
                return table
        found = SCALAR.match(self.text, self.at)
        if found is None:
            self.fail("no value")
        word = found[0]
        if word in ("true", "false"):
            result: Any = word == "true"
        elif re.fullmatch(r"\d{4}-\d\d-\d\d", word):
            result = date.fromisoformat(word)
        elif re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+", word):
            result = datetime.fromisoformat(word)
        else:
            try:
                result = int(word, 0)
            except ValueError:
                try:
                    result = float(word)
                except ValueError:
                    self.fail(f"bad value {word!r}")
        self.at = found.end()
        return result

    def pair(self, table: dict[str, Any]) -> None:
        *path, last = self.key()
        self.expect("=")
        for part in path:
            table = table.setdefault(part, {})
        if last in table:
            self.fail(f"key {last!r} twice")
        table[last] = self.value()

    def document(self) -> dict[str, Any]:
        root: dict[str, Any] = {}
        table = root
        while True:
            self.skip(True)
            if not self.peek():
                return root
            if self.peek() == "[":
                self.at += 1
                many = self.peek() == "["
                self.at += many
                *path, last = self.key()
                self.expect("]")
                if many:
                    self.expect("]")
                parent = root
                for part in path:
                    parent = parent.setdefault(part, {})
                if many:
                    table = {}
                    parent.setdefault(last, []).append(table)
                else:
                    table = parent.setdefault(last, {})
            else:
                self.pair(table)
                self.skip()
                if self.peek() not in ("", "\n"):
                    self.fail("text after a value")


data = Reader(DOCUMENT).document()
print(json.dumps(data, indent=2, default=lambda moment: f"<{type(moment).__name__} {moment}>"))
print(data["owner"]["seen"] - datetime(2024, 1, 1), data["database"]["mask"], type(data["database"]["ratio"]).__name__)
for bad in ("a = ", "a = 1\na = 2", 'x = "open', "y = [1 2]", "[t", "z = 12:99x", 'w = "\\q"', "q = 1 2", "= 3"):
    try:
        print(Reader(bad).document())
    except TomlError as error:
        print(repr(bad), "->", error)
