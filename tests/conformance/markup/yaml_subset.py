"""A reader and a writer of a subset of YAML: indentation, lists, mappings, scalars, quotes, anchors, and errors."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Union

Data = Union[None, bool, int, float, str, list["Data"], dict[str, "Data"]]
KEY = re.compile(r"(?P<key>\"(?:[^\"\\]|\\.)*\"|[^\s\"'\[{#&*-][^:#]*?)\s*:(?:\s+(?P<rest>.*))?$")


class YamlError(Exception):
    def __init__(self, number: int, message: str) -> None:
        super().__init__(message)
        self.number = number

    def __str__(self) -> str:
        return f"{self.args[0]} on line {self.number}"


@dataclass(frozen=True)
class Line:
    number: int
    indent: int
    text: str


def lines_of(source: str) -> list[Line]:
    result = []
    for number, raw in enumerate(source.splitlines(), 1):
        text = re.sub(r"(^|\s)#.*$", "", raw).rstrip()
        if not text or text == "---":
            continue
        if "\t" in text[: len(text) - len(text.lstrip())]:
            raise YamlError(number, "tab in indentation")
        result.append(Line(number, len(text) - len(text.lstrip(" ")), text.lstrip(" ")))
    return result


def scalar(text: str, number: int) -> Data:
    match text:
        case "" | "~" | "null":
            return None
        case "true" | "false":
            return text == "true"
        case _ if text[0] == '"':
            if len(text) < 2 or text[-1] != '"':
                raise YamlError(number, "unclosed quote")
            escapes = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}
            return re.sub(r"\\(.)", lambda m: escapes.get(m[1], m[0]), text[1:-1])
        case _ if text[0] == "'":
            return text[1:-1].replace("''", "'")
        case _ if text[0] == "[":
            if text[-1] != "]":
                raise YamlError(number, "unclosed list")
            return (
                [scalar(part.strip(), number) for part in text[1:-1].split(",")] if text[1:-1].strip() else []
            )
        case _ if re.fullmatch(r"[-+]?\d[\d_]*", text):
            return int(text)
        case _ if re.fullmatch(r"0x[0-9a-f]+", text):
            return int(text, 16)
        case _ if re.fullmatch(r"[-+]?(\d+\.\d*|\.\d+|\d+)(e[-+]?\d+)?", text):
            return float(text)
    return text


class Loader:
    def __init__(self, source: str) -> None:
        self.lines = lines_of(source)
        self.at = 0
        self.anchors: dict[str, Data] = {}

    def load(self) -> Data:
        if not self.lines:
            return None
        value = self.block(self.lines[0].indent)
        if self.at < len(self.lines):
            raise YamlError(self.lines[self.at].number, "bad indentation")
        return value

    def peek(self, indent: int) -> Line | None:
        if self.at < len(self.lines) and self.lines[self.at].indent == indent:
            return self.lines[self.at]
        return None

    def block(self, indent: int) -> Data:
        line = self.lines[self.at]
        if line.text == "-" or line.text.startswith("- "):
            return self.sequence(indent)
        if KEY.match(line.text):
            return self.mapping(indent)
        self.at += 1
        return scalar(line.text, line.number)

    def sequence(self, indent: int) -> list[Data]:
        result: list[Data] = []
        while (line := self.peek(indent)) is not None and (line.text == "-" or line.text.startswith("- ")):
            rest = line.text[1:].lstrip()
            if KEY.match(rest) or rest.startswith("- "):
                inner = indent + len(line.text) - len(rest)
                self.lines[self.at] = Line(line.number, inner, rest)
                result.append(self.block(inner))
            else:
                self.at += 1
                result.append(self.value(rest, line, indent))
        return result

    def mapping(self, indent: int) -> dict[str, Data]:
        result: dict[str, Data] = {}
        seen: set[str] = set()
        while (line := self.peek(indent)) is not None:
            found = KEY.match(line.text)
            if found is None:
                raise YamlError(line.number, f"expected a key, found {line.text!r}")
            key = str(scalar(found["key"], line.number)) if found["key"][0] == '"' else found["key"]
            if key in seen:
                raise YamlError(line.number, f"key {key!r} again")
            seen.add(key)
            self.at += 1
            value = self.value(found["rest"] or "", line, indent)
            if key == "<<" and isinstance(value, dict):
                result = {**value, **result}
            else:
                result[key] = value
        return result

    def value(self, rest: str, line: Line, indent: int) -> Data:
        anchor = None
        if rest.startswith("&"):
            anchor, _, rest = rest[1:].partition(" ")
        value: Data
        if rest.startswith("*"):
            try:
                value = self.anchors[rest[1:]]
            except KeyError:
                raise YamlError(line.number, f"unknown anchor {rest[1:]}") from None
        elif rest in ("|", ">"):
            value = self.literal(indent, "\n" if rest == "|" else " ")
        elif rest:
            value = scalar(rest, line.number)
        else:
            deeper = self.at < len(self.lines) and self.lines[self.at].indent > indent
            same = (following := self.peek(indent)) is not None and following.text.startswith("- ")
            listed = same and not line.text.startswith("- ")
            value = self.block(self.lines[self.at].indent) if deeper or listed else None
        if anchor is not None:
            self.anchors[anchor] = value
        return value

    def literal(self, indent: int, glue: str) -> str:
        parts: list[str] = []
        first = self.lines[self.at].indent if self.at < len(self.lines) else 0
        while self.at < len(self.lines) and self.lines[self.at].indent > indent:
            line = self.lines[self.at]
            parts.append(" " * (line.indent - first) + line.text)
            self.at += 1
        return glue.join(parts) + "\n"


def dump(data: Data, indent: int = 0) -> str:
    pad = " " * indent
    match data:
        case dict() if data:
            return "\n".join(
                f"{pad}{key}:"
                + (
                    "\n" + dump(value, indent + 2)
                    if value and isinstance(value, (list, dict))
                    else f" {dump(value)}"
                )
                for key, value in data.items()
            )
        case list() if data:
            return "\n".join(f"{pad}- {dump(value, indent + 2).lstrip()}" for value in data)
        case dict() | list():
            return "[]"
        case None:
            return "~"
        case bool():
            return str(data).lower()
        case str() if data != data.strip() or scalar(data, 0) != data or set(data) & set(":#\n\"'"):
            return '"' + data.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    return str(data)


SOURCE = """
# settings
name: demo   # trailing
version: 1.50
count: 1_000
hex: 0xff
"quoted key": "a: b\\n\\"c\\""
single: 'it''s'
empty:
yes: true
list: [1, two, 3.5, ~]
defaults: &base
  host: localhost
  port: 80
servers:
- name: one
  <<: *base
  port: 8080
- name: two
  tags:
    - a
    - - nested
      - list
-
text: |
  line one
    indented
  line two
folded: >
  several
  words
exponent: -1e3
last: *base
"""
loaded = Loader(SOURCE.replace("-\ntext", "text")).load()
assert isinstance(loaded, dict)
for key, value in loaded.items():
    print(f"{key:<11} {value!r}")
print(dump(loaded))
print(
    Loader(dump(loaded)).load() == loaded,
    Loader("").load(),
    Loader("just text").load(),
    Loader("- 1\n- x").load(),
)
print(loaded["last"] is loaded["defaults"])
for bad in [
    "a: 1\n b: 2",
    "a: 1\na: 2",
    "\ta: 1",
    "a: *b",
    'a: "x',
    "a: [1",
    "a: 1\n- b",
    "a:\n  - 1\n c: 2",
]:
    try:
        print(Loader(bad).load())
    except YamlError as error:
        print(repr(bad), error)
Loader("x:\n  - y\n  z").load()
