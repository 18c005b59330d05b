"""JSON pointers, patches and merge patches; a structural diff that makes patches; failing operations."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any


class PatchError(Exception):
    pass


def split(pointer: str) -> list[str]:
    if pointer == "":
        return []
    if not pointer.startswith("/"):
        raise PatchError(f"pointer {pointer!r} does not start with /")
    return [part.replace("~1", "/").replace("~0", "~") for part in pointer[1:].split("/")]


def join(*parts: object) -> str:
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts)


def resolve(document: Any, parts: list[str]) -> Any:
    for depth, part in enumerate(parts):
        try:
            document = document[int(part)] if isinstance(document, list) else document[part]
        except (KeyError, IndexError, ValueError, TypeError) as error:
            raise PatchError(f"nothing at {join(*parts[: depth + 1])}") from error
    return document


def apply(document: Any, operations: list[dict[str, Any]]) -> Any:
    document = copy.deepcopy(document)
    for operation in operations:
        parts = split(operation["path"])
        match operation:
            case {"op": "test", "value": value}:
                found = resolve(document, parts)
                if found != value:
                    raise PatchError(f"test failed: {json.dumps(found)} is not {json.dumps(value)}")
                continue
            case {"op": "move" | "copy" as kind, "from": source}:
                value = copy.deepcopy(resolve(document, split(source)))
                if kind == "move":
                    document = change(document, split(source), "remove", None)
                document = change(document, parts, "add", value)
            case {"op": "add" | "replace" | "remove" as kind, **rest}:
                document = change(document, parts, kind, rest.get("value"))
            case {"op": other}:
                raise PatchError(f"unknown operation {other}")
    return document


def change(document: Any, parts: list[str], kind: str, value: Any) -> Any:
    if not parts:
        return value
    parent = resolve(document, parts[:-1])
    last = parts[-1]
    if isinstance(parent, list):
        place = len(parent) if last == "-" else int(last)
        if place > len(parent) - (kind != "add"):
            raise PatchError(f"index {last} of {len(parent)}")
        if kind == "add":
            parent.insert(place, value)
        elif kind == "replace":
            parent[place] = value
        else:
            parent.pop(place)
    elif isinstance(parent, dict):
        if kind != "add" and last not in parent:
            raise PatchError(f"no member {last!r} to {kind}")
        if kind == "remove":
            del parent[last]
        else:
            parent[last] = value
    else:
        raise PatchError(f"{join(*parts[:-1])} holds {type(parent).__name__}")
    return document


def diff(old: Any, new: Any, path: str = "") -> Iterator[dict[str, Any]]:
    if isinstance(old, dict) and isinstance(new, dict):
        for key in old:
            if key not in new:
                yield {"op": "remove", "path": path + join(key)}
            else:
                yield from diff(old[key], new[key], path + join(key))
        yield from ({"op": "add", "path": path + join(key), "value": new[key]} for key in new if key not in old)
    elif isinstance(old, list) and isinstance(new, list):
        common = min(len(old), len(new))
        for place in range(common):
            yield from diff(old[place], new[place], path + join(place))
        yield from ({"op": "remove", "path": path + join(place)} for place in range(len(old) - 1, common - 1, -1))
        yield from ({"op": "add", "path": path + join("-"), "value": item} for item in new[common:])
    elif type(old) is not type(new) or old != new:
        yield {"op": "replace", "path": path, "value": new}


def merge(target: Any, patch: Any) -> Any:
    if not isinstance(patch, dict):
        return patch
    result = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = merge(result.get(key), value)
    return result


def leaves(document: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    items = document.items() if isinstance(document, dict) else enumerate(document) if isinstance(document, list) else None
    if not items:
        yield path, document
        return
    for key, value in items:
        yield from leaves(value, path + join(key))


DOCUMENT = json.loads('{"foo": ["bar", "baz"], "": 0, "a/b": 1, "m~n": 8, "deep": {"list": [{"x": null}, [], true]}}')
for pointer in ("", "/foo", "/foo/1", "/", "/a~1b", "/m~0n", "/deep/list/0/x", "/nope", "/foo/2", "/foo/x", "/a~1b/c", "bad"):
    try:
        print(f"{pointer!r:<18} {json.dumps(resolve(DOCUMENT, split(pointer)))}")
    except PatchError as error:
        print(f"{pointer!r:<18} {error} ({type(error.__cause__).__name__})")
print(dict(leaves(DOCUMENT)))
patched = apply(DOCUMENT, [
    {"op": "test", "path": "/foo/0", "value": "bar"}, {"op": "add", "path": "/foo/1", "value": {"new": [1]}}, {"op": "add", "path": "/foo/-", "value": "end"},
    {"op": "move", "from": "/a~1b", "path": "/moved"}, {"op": "copy", "from": "/foo", "path": "/deep/copy"}, {"op": "remove", "path": "/deep/list/1"}, {"op": "replace", "path": "/", "value": -1},
])
print(json.dumps(patched), DOCUMENT["foo"])
patch = list(diff(DOCUMENT, patched))
print(len(patch), patch[:2], apply(DOCUMENT, patch) == patched, list(diff(patched, patched)))
print(list(diff({"n": 1, "b": True}, {"n": 1.0, "b": 1})), list(diff([1, 2, 3], [1])), apply([1, 2, 3], list(diff([1, 2, 3], [1]))))
print(merge({"a": {"b": 1, "c": 2}, "d": 3}, {"a": {"b": None, "e": {"f": None, "g": 5}}, "d": [None]}), merge([1], {"x": 1}), merge({"x": 1}, 5))
for bad in ([{"op": "remove", "path": "/zz"}], [{"op": "test", "path": "/", "value": False}, {"op": "test", "path": "/", "value": 1}], [{"op": "spin", "path": ""}], [{"op": "add", "path": "/foo/9", "value": 0}], [{"op": "add", "path": "/m~0n/x", "value": 0}]):
    try:
        print(apply(DOCUMENT, bad))
    except PatchError as error:
        print(error)
apply(DOCUMENT, [{"op": "move", "from": "/lost", "path": "/x"}])
