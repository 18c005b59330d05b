"""A query language for JSON in the manner of jq: paths, indices, slices, pipes, functions."""
# args: .users[].name|upper
# stdin: {"users": [{"name": "ada", "age": 36}, {"name": "grace", "age": 85, "tags": ["navy", "cobol"]}], "total": 2}

from __future__ import annotations

import json
import operator
import re
import sys
from collections.abc import Callable, Iterator
from typing import Any

TOKEN = re.compile(
    r"""
    (?P<field>\.[A-Za-z_]\w*)
  | (?P<all>\[\])
  | (?P<index>\[-?\d+\])
  | (?P<slice>\[(-?\d*):(-?\d*)\])
  | (?P<pipe>\s*\|\s*)
  | (?P<call>[a-z]+)
  | (?P<dot>\.)
    """,
    re.VERBOSE,
)

Stage = Callable[[Any], Iterator[Any]]


class QueryError(Exception):
    pass


def field(name: str) -> Stage:
    def stage(value: Any) -> Iterator[Any]:
        if not isinstance(value, dict):
            raise QueryError(f"cannot take .{name} of {type(value).__name__}")
        yield value.get(name)

    return stage


def apply(function: Callable[[Any], Any]) -> Stage:
    def stage(value: Any) -> Iterator[Any]:
        yield function(value)

    return stage


def every(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list):
        yield from value
    else:
        raise QueryError(f"cannot iterate over {type(value).__name__}")


FUNCTIONS: dict[str, Callable[[Any], Any]] = {
    "length": lambda v: 0 if v is None else len(v),
    "keys": lambda v: sorted(v),
    "upper": lambda v: v.upper(),
    "type": lambda v: type(v).__name__,
    "add": lambda v: sum(v),
    "sort": lambda v: sorted(v),
}


def compile_query(text: str) -> list[Stage]:
    stages: list[Stage] = []
    position = 0
    while position < len(text):
        match = TOKEN.match(text, position)
        if match is None:
            raise QueryError(f"unexpected {text[position:]!r} at {position}")
        kind, body = match.lastgroup, match[0]
        if kind == "field":
            stages.append(field(body[1:]))
        elif kind == "all":
            stages.append(every)
        elif kind == "index":
            number = int(body[1:-1])
            stages.append(apply(operator.itemgetter(number)))
        elif kind == "slice" or (kind is None and body.startswith("[")):
            low, high = body[1:-1].split(":")
            chosen = slice(int(low) if low else None, int(high) if high else None)
            stages.append(apply(operator.itemgetter(chosen)))
        elif kind == "call":
            if body not in FUNCTIONS:
                raise QueryError(f"no function {body}")
            stages.append(apply(FUNCTIONS[body]))
        position = match.end()
    return stages


def run(stages: list[Stage], value: Any) -> Iterator[Any]:
    if not stages:
        yield value
        return
    first, *rest = stages
    for item in first(value):
        yield from run(rest, item)


document = json.load(sys.stdin)
queries = [sys.argv[1], ".", ".users|length", ".users[-1].tags[0]", ".users[0:1]", ".users[].age", "keys", ".users[]|type",
           ".users[1].tags|sort", ".total.deep", ".users[5]", ".users[] | nope", ".a-b", ".nothing", ".users[].tags|length", ".total|add"]
for query in queries:
    print(">", query)
    try:
        for result in run(compile_query(query), document):
            print("  ", json.dumps(result, separators=(",", ":"), sort_keys=True))
    except QueryError as error:
        print("   query error:", error)
    except (IndexError, TypeError) as error:
        print("  ", type(error).__name__, error)
