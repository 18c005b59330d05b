"""Checking and transforming data of unknown shape, as a program does that reads JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any


@dataclass
class User:
    name: str
    age: int
    tags: list[str]


class Invalid(Exception):
    pass


def read_user(data: Any, path: str = "$") -> User:
    match data:
        case {"name": str(name), "age": int(age), **rest} if not isinstance(age, bool):
            match rest:
                case {"tags": [*tags]}:
                    words = []
                    for i, tag in enumerate(tags):
                        match tag:
                            case str():
                                words.append(tag)
                            case other:
                                raise Invalid(f"{path}.tags[{i}]: {type(other).__name__}")
                    return User(name, age, words)
                case {"tags": wrong}:
                    raise Invalid(f"{path}.tags: {wrong!r}")
                case {}:
                    return User(name, age, [])
        case {"name": str(), "age": bad}:
            raise Invalid(f"{path}.age: {bad!r}")
        case {"name": _} | {"age": _}:
            raise Invalid(f"{path}: half a user {sorted(data)}")
        case []:
            raise Invalid(f"{path}: empty list")
        case [*_]:
            raise Invalid(f"{path}: list of {len(data)}")
    raise Invalid(f"{path}: {data!r}")


for text in [
    '{"name": "Ann", "age": 3}',
    '{"name": "Bob", "age": 4, "tags": ["x", "y"], "more": null}',
    '{"name": "Cid", "age": "5"}',
    '{"name": "Dan", "age": true}',
    '{"name": "Eve", "age": 6, "tags": ["x", 7]}',
    '{"name": "Fay", "age": 6, "tags": "x"}',
    '{"age": 1}',
    "[]",
    "[1, 2]",
    "null",
    "1.5",
]:
    try:
        print(read_user(json.loads(text)))
    except Invalid as error:
        print("invalid", error)


def size(x: Any) -> int:
    match x:
        case None | True | False:
            return 1
        case int() | float():
            return len(str(x))
        case str():
            return len(x) + 2
        case [*items]:
            return 2 + sum(size(i) for i in items)
        case {**members}:
            return 2 + sum(size(k) + size(v) for k, v in members.items())
        case _:
            raise TypeError(type(x).__name__)


print(size(json.loads('{"a": [1, 2.5, null, {"b": "cc"}], "d": true}')))
try:
    size({"x": {1, 2}})
except TypeError as error:
    print("TypeError", error)


def flatten(x: object, prefix: str = "") -> dict[str, object]:
    found: dict[str, object] = {}
    match x:
        case dict():
            for key, value in x.items():
                found |= flatten(value, f"{prefix}.{key}" if prefix else str(key))
        case list():
            for i, value in enumerate(x):
                found |= flatten(value, f"{prefix}[{i}]")
        case leaf:
            found[prefix] = leaf
    return found


print(flatten({"a": {"b": [1, {"c": None}]}, "d": "e"}))


def lookup(x: object, *path: str | int) -> object:
    for step in path:
        match x, step:
            case dict() as d, str(key) if key in d:
                x = d[key]
            case [*items], int(i) if -len(items) <= i < len(items):
                x = items[i]
            case _, (str() | int()) as missing:
                return f"no {missing!r}"
    return x


data: object = {"rows": [{"id": 1}, {"id": 2, "sub": ["x", "y"]}]}
print(lookup(data, "rows", 1, "sub", -1), lookup(data, "rows", 5), lookup(data, "rows", "id"), lookup(data))
