"""Layers of settings as objects: deep merges, dotted paths, coercion by declared types, differences, freezing, text dumps."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from types import MappingProxyType
from typing import Any, Union

Tree = dict[str, Any]
Scalar = Union[str, int, float, bool, None]
MISSING = object()


def merge(base: object, over: object) -> object:
    """Dicts merge, lists marked with '+' extend, None removes, anything else replaces."""
    if isinstance(base, dict) and isinstance(over, dict):
        out: Tree = dict(base)
        for key, value in over.items():
            if value is None:
                out.pop(key, None)
            elif isinstance(key, str) and key.endswith("+"):
                out[key[:-1]] = [*out.get(key[:-1], []), *value]
            else:
                out[key] = merge(out.get(key, MISSING), value)
        return out
    return over


def get(tree: object, path: str, default: object = MISSING) -> Any:
    for part in path.split("."):
        try:
            if isinstance(tree, Mapping):
                tree = tree[part]
            elif isinstance(tree, Sequence) and not isinstance(tree, str):
                tree = tree[int(part)]
            else:
                raise KeyError(part)
        except (KeyError, IndexError, ValueError):
            if default is MISSING:
                raise LookupError(f"{path}: nothing at {part!r} in {type(tree).__name__}") from None
            return default
    return tree


def put(tree: MutableMapping[str, Any], path: str, value: object) -> None:
    *parents, last = path.split(".")
    for part in parents:
        tree = tree.setdefault(part, {})
    tree[last] = value


def flat(tree: object, prefix: str = "") -> Iterator[tuple[str, Scalar]]:
    match tree:
        case dict() if tree:
            for key, value in tree.items():
                yield from flat(value, f"{prefix}.{key}" if prefix else str(key))
        case list() if tree:
            for i, value in enumerate(tree):
                yield from flat(value, f"{prefix}.{i}")
        case str() | int() | float() | bool() | None:
            yield prefix, tree
        case _:
            yield prefix, repr(tree)


def guess(text: str) -> Scalar:
    lowered = text.strip().lower()
    if lowered in ("true", "yes", "on", "false", "no", "off"):
        return lowered in ("true", "yes", "on")
    if lowered in ("", "null"):
        return None
    convert: Callable[[str], int | float]
    for convert in (int, float):
        try:
            return convert(text)
        except ValueError:
            continue
    return text


def coerce(value: object, wanted: str) -> object:
    match wanted, value:
        case "int", bool():
            raise TypeError("a truth value is no int")
        case "int", int() | str() | float():
            return int(value)
        case "float", int() | float() | str():
            return float(value)
        case "bool", str():
            return bool(guess(value))
        case "bool", _:
            return bool(value)
        case "str", _:
            return str(value)
        case "list", str():
            return value.split(",")
        case "list", Iterable():
            return list(value)
    raise TypeError(f"{type(value).__name__} is no {wanted}")


def difference(old: object, new: object) -> Iterator[str]:
    before, after = dict(flat(old)), dict(flat(new))
    for key in dict.fromkeys([*before, *after]):
        a, b = before.get(key, MISSING), after.get(key, MISSING)
        if a is MISSING:
            yield f"+{key}={b!r}"
        elif b is MISSING:
            yield f"-{key}"
        elif a != b or type(a) is not type(b):
            yield f"{key}: {a!r} -> {b!r}"


def frozen(tree: object) -> object:
    if isinstance(tree, dict):
        return MappingProxyType({k: frozen(v) for k, v in tree.items()})
    if isinstance(tree, (list, tuple)):
        return tuple(map(frozen, tree))
    return frozenset(tree) if isinstance(tree, set) else tree


@dataclass
class Server:
    host: str
    port: int
    debug: bool = False
    ratio: float = 1.0

    @classmethod
    def load(cls, tree: Mapping[str, object]) -> Server:
        values: Tree = {}
        problems: list[str] = []
        for f in fields(cls):
            if f.name in tree:
                try:
                    values[f.name] = coerce(tree[f.name], TYPES[f.name])
                except (TypeError, ValueError) as error:
                    problems.append(f"{f.name}: {error}")
        if problems:
            raise ValueError("; ".join(problems))
        return cls(**values)


TYPES = {"host": "str", "port": "int", "debug": "bool", "ratio": "float"}


def main() -> None:
    defaults: Tree = {
        "server": {"host": "localhost", "port": 80, "tags": ["a"]},
        "limits": {"cpu": 0.5, "memory": "1G"},
        "mode": "dev",
    }
    site: Tree = json.loads(
        '{"server": {"port": 8080, "tags+": ["b", 3]}, "limits": {"memory": null, "disk": {"size": 5}}, "mode": {"name": "prod"}}'
    )
    user: Tree = {}
    for argument in (
        "server.debug=yes",
        "server.ratio=0.75",
        "limits.cpu=2",
        "new.deep.er=x y",
        "server.host=",
        "flag=off",
    ):
        key, _, text = argument.partition("=")
        put(user, key, guess(text))
    layers: list[Tree] = [defaults, site, user]
    result: object = {}
    for layer in layers:
        before, result = result, merge(result, layer)
        print(list(difference(before, result)))
    print(json.dumps(result, sort_keys=True))
    print(
        defaults["server"],
        get(result, "server.tags.1"),
        get(result, "server.tags.9", "none"),
        get(result, "limits.disk.size") + 1,
    )
    for path in ("server.tags.x", "mode.name.first", "nowhere.at.all"):
        try:
            print(get(result, path))
        except LookupError as error:
            print(error)
    print([guess(t) for t in ("1", "-2.5", "1e3", "0x10", "ON", " no ", "null", "1_000", "nan?", "inf")])
    server = get(result, "server") | {"host": 10}
    print(
        Server.load(server),
        is_dataclass(Server),
        Server.load({"host": None, "port": "7", "debug": "off", "ratio": True}),
    )
    for bad in ({"host": "h", "port": "x", "ratio": []}, {"host": "h", "port": True}, {"host": "h"}):
        try:
            print(Server.load(bad))
        except (ValueError, TypeError) as error:
            print(type(error).__name__, error)
    ice = frozen({"a": [1, {"b": {2}}], "c": ()})
    print(ice, hash(get(ice, "c")), type(get(ice, "a")).__name__)
    values: list[object] = [1, True, 1.0, "1", None, [1], (1,), {"1": 1}, {1}, b"1", 1 + 0j]
    print(
        [[int(a == b) for b in values] for a in values[:4]],
        sorted((type(v).__name__ for v in values)),
        sum(isinstance(v, int) for v in values),
    )
    total: Any = 0
    for value in values:
        try:
            total = total + value
        except TypeError as error:
            print(str(error).split(": ")[1], end=" ")
    print(total, len({v for v in values if not isinstance(v, (list, dict, set))}))
    try:
        anything: Any = ice
        anything["a"] = 1
    except TypeError as error:
        print(error)


main()
