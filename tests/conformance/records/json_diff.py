"""The differences of two JSON documents as paths, applied and undone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Union

Json = Union[None, bool, int, float, str, list["Json"], dict[str, "Json"]]
Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Added:
    path: Path
    value: Json


@dataclass(frozen=True)
class Removed:
    path: Path
    value: Json


@dataclass(frozen=True)
class Changed:
    path: Path
    old: Json
    new: Json


Change = Added | Removed | Changed


def same(a: Json, b: Json) -> bool:
    """Equal as JSON: true is not 1."""
    return json.dumps(a, sort_keys=True) == json.dumps(b, sort_keys=True)


def diff(old: Json, new: Json, path: Path = ()) -> Iterator[Change]:
    match old, new:
        case dict(), dict():
            for key in sorted(old.keys() - new.keys()):
                yield Removed((*path, key), old[key])
            for key, value in new.items():
                if key not in old:
                    yield Added((*path, key), value)
                else:
                    yield from diff(old[key], value, (*path, key))
        case list(), list():
            for index, (a, b) in enumerate(zip(old, new)):
                yield from diff(a, b, (*path, index))
            for index in range(len(old) - 1, len(new) - 1, -1):
                yield Removed((*path, index), old[index])
            for index in range(len(old), len(new)):
                yield Added((*path, index), new[index])
        case _:
            if not same(old, new):
                yield Changed(path, old, new)


def shown(path: Path) -> str:
    text = "$"
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}"
    return text


def line(change: Change) -> str:
    match change:
        case Added(path, value):
            return f"+ {shown(path)} {json.dumps(value)}"
        case Removed(path, value):
            return f"- {shown(path)} {json.dumps(value)}"
        case Changed(path, old, new):
            return f"~ {shown(path)} {json.dumps(old)} => {json.dumps(new)}"


def place(document: Json, path: Path) -> Json:
    for part in path:
        if isinstance(document, dict) and isinstance(part, str):
            document = document[part]
        elif isinstance(document, list) and isinstance(part, int):
            document = document[part]
        else:
            raise TypeError(f"no {part!r} in {type(document).__name__}")
    return document


def apply(document: Json, changes: list[Change]) -> Json:
    result: Json = json.loads(json.dumps(document))
    for change in changes:
        if not change.path:
            assert isinstance(change, Changed)
            return change.new
        *front, last = change.path
        holder = place(result, tuple(front))
        if isinstance(holder, dict) and isinstance(last, str):
            if isinstance(change, Removed):
                del holder[last]
            else:
                holder[last] = change.value if isinstance(change, Added) else change.new
        elif isinstance(holder, list) and isinstance(last, int):
            match change:
                case Removed():
                    holder.pop(last)
                case Added(value=value):
                    holder.insert(last, value)
                case Changed(new=value):
                    holder[last] = value
        else:
            raise TypeError(f"cannot change {shown(change.path)}")
    return result


pairs = [
    ('{"a": 1, "b": [1, 2, 3], "c": {"d": null}}', '{"b": [1, 5], "c": {"d": false, "e": {}}, "f": "x"}'),
    ("[1, [2, [3]]]", "[1, [2, [3, 4], 5], 6]"),
    ('{"n": 1, "m": 1.0}', '{"n": true, "m": 1}'),
    ('"text"', '["text"]'),
    ('{"k": []}', '{"k": []}'),
]
for left, right in pairs:
    before, after = json.loads(left), json.loads(right)
    changes = list(diff(before, after))
    print(f"{len(changes)} changes", same(apply(before, changes), after), same(before, json.loads(left)))
    for change in changes:
        print("  " + line(change))
    back = list(diff(after, before))
    print("  back", len(back), same(apply(after, back), before))
for path in (("a", 0), ("c", "x"), ("b", 9)):
    try:
        print(place(json.loads(pairs[0][0]), path))
    except (TypeError, LookupError) as error:
        print(shown(path), type(error).__name__, error)
print(Changed((), 1, 2) == Changed((), 1, 2), Added(("a",), [1]))
