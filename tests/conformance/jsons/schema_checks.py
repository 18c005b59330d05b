"""A small JSON schema checker: types, ranges, patterns, required, items, unions, references; all errors with their paths."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Union

Json = Union[None, bool, int, float, str, list["Json"], dict[str, "Json"]]
Rule = Callable[["Checker", Any, Any, "Path"], Iterator["Problem"]]
RULES: dict[str, Rule] = {}


@dataclass(frozen=True)
class Path:
    parts: tuple[str | int, ...] = ()

    def __truediv__(self, part: str | int) -> Path:
        return Path((*self.parts, part))

    def __str__(self) -> str:
        out = "$"
        for part in self.parts:
            out += (
                f"[{part}]" if isinstance(part, int) else f".{part}" if part.isidentifier() else f"[{part!r}]"
            )
        return out


@dataclass(frozen=True, order=True)
class Problem:
    path: str
    rule: str
    message: str = field(compare=False)


class SchemaError(Exception):
    pass


def rule(name: str) -> Callable[[Rule], Rule]:
    def register(function: Rule) -> Rule:
        if name in RULES:
            raise SchemaError(f"two rules {name}")
        RULES[name] = function
        return function

    return register


def kind(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "integer" if value.is_integer() else "number"
        case str():
            return "string"
        case list():
            return "array"
        case dict():
            return "object"
    raise SchemaError(f"not JSON: {value!r}")


@rule("type")
def check_type(checker: Checker, value: Any, wanted: Any, path: Path) -> Iterator[Problem]:
    names = [wanted] if isinstance(wanted, str) else wanted
    found = kind(value)
    if found not in names and not (found == "integer" and "number" in names):
        yield Problem(str(path), "type", f"{found} is not {' or '.join(names)}")


@rule("enum")
def check_enum(checker: Checker, value: Any, options: Any, path: Path) -> Iterator[Problem]:
    if not any(kind(value) == kind(o) and value == o for o in options):
        yield Problem(str(path), "enum", f"{value!r} is not one of {options}")


@rule("minimum")
def check_minimum(checker: Checker, value: Any, low: Any, path: Path) -> Iterator[Problem]:
    if isinstance(value, (int, float)) and not isinstance(value, bool) and value < low:
        yield Problem(str(path), "minimum", f"{value} < {low}")


@rule("length")
def check_length(checker: Checker, value: Any, bounds: Any, path: Path) -> Iterator[Problem]:
    low, high = bounds
    if isinstance(value, (str, list, dict)) and not low <= len(value) <= high:
        yield Problem(str(path), "length", f"{len(value)} is not in {low}..{high}")


@rule("pattern")
def check_pattern(checker: Checker, value: Any, pattern: Any, path: Path) -> Iterator[Problem]:
    if isinstance(value, str) and not re.search(pattern, value):
        yield Problem(str(path), "pattern", f"{value!r} does not match {pattern}")


@rule("items")
def check_items(checker: Checker, value: Any, schema: Any, path: Path) -> Iterator[Problem]:
    if isinstance(value, Sequence) and not isinstance(value, str):
        for i, item in enumerate(value):
            yield from checker.check(item, schema, path / i)


@rule("fields")
def check_fields(checker: Checker, value: Any, fields: Any, path: Path) -> Iterator[Problem]:
    if isinstance(value, Mapping):
        for name, schema in fields.items():
            if name.rstrip("?") in value:
                yield from checker.check(value[name.rstrip("?")], schema, path / name.rstrip("?"))
            elif not name.endswith("?"):
                yield Problem(str(path), "required", f"no {name!r}")
        known = {n.rstrip("?") for n in fields}
        for name in value:
            if name not in known:
                yield Problem(str(path / name), "unknown", "not expected")


@rule("anyOf")
def check_any(checker: Checker, value: Any, schemas: Any, path: Path) -> Iterator[Problem]:
    found = [list(checker.check(value, schema, path)) for schema in schemas]
    if all(found):
        best = min(found, key=len)
        yield Problem(str(path), "anyOf", f"none of {len(schemas)} fits; nearest: {best[0].message}")


@rule("ref")
def check_reference(checker: Checker, value: Any, name: Any, path: Path) -> Iterator[Problem]:
    try:
        schema = checker.definitions[name]
    except KeyError:
        raise SchemaError(f"{path}: no definition {name!r}") from None
    yield from checker.check(value, schema, path)


class Checker:
    def __init__(self, definitions: Mapping[str, Any]) -> None:
        self.definitions = definitions
        self.used: dict[str, int] = dict.fromkeys(sorted(RULES), 0)

    def check(self, value: Json, schema: Any, path: Path = Path()) -> Iterator[Problem]:
        if schema is True:
            return
        for name, argument in schema.items():
            self.used[name] = self.used.get(name, 0) + 1
            function = RULES.get(name)
            if function is None:
                raise SchemaError(f"{path}: unknown rule {name!r}")
            yield from function(self, value, argument, path)


SCHEMA = """{
  "tree": {"fields": {"name": {"ref": "name"}, "weight?": {"type": "number", "minimum": 0}, "children?":
     {"type": "array", "items": {"ref": "tree"}, "length": [0, 3]}}, "type": "object"},
  "name": {"type": "string", "pattern": "^[a-z]\\\\w*$", "length": [1, 8]},
  "colour": {"anyOf": [{"enum": ["red", "blue", 0]}, {"type": "array", "items": {"type": "integer", "minimum": 0}, "length": [3, 3]}]},
  "broken": {"fields": {"a": {"maximum": 3}}},
  "lost": {"ref": "nowhere"}
}"""


def main() -> None:
    checker = Checker(json.loads(SCHEMA))
    documents = [
        ("tree", '{"name": "root", "weight": 1.5, "children": [{"name": "leaf"}, {"name": "x", "children": []}]}'),
        ("tree", '{"name": "Root", "weight": -1, "size?": 2, "children": [{"weight": true}, 5, {"name": "toolongname"}, {"name": ""}]}'),
        ("tree", "[]"),
        ("colour", '"red"'), ("colour", "[1, 2, 3]"), ("colour", "[1, -2, 3.0]"), ("colour", "[1, 2.5]"), ("colour", "false"), ("colour", "0.0"),
        ("broken", '{"a": 1}'), ("lost", "1"), ("tree", '{"name": "r", "a-b": {}, "children": null}'),
    ]  # fmt: skip
    for name, text in documents:
        try:
            problems = list(checker.check(json.loads(text), {"ref": name}))
        except SchemaError as error:
            print(name, "schema error:", error)
            continue
        print(name, "ok" if not problems else f"{len(problems)} problems", text[:30])
        for problem in sorted(problems):
            print(f"   {problem.path:24} {problem.rule:9} {problem.message}")
    print(checker.used, Path() / "a" / 0 / "b c")
    try:
        rule("type")(check_type)
    except SchemaError as error:
        print(error)


main()
