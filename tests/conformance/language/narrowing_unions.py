"""Unions and Any narrowed by isinstance, is None, literals, callable, type(), sentinel objects and match."""

from __future__ import annotations

from enum import Enum
from typing import Any, Callable, Final, Literal, Sequence, TypeGuard, Union, assert_never


class Missing(Enum):
    TOKEN = 0


MISSING: Final = Missing.TOKEN
Json = Union[None, bool, int, float, str, "list[Json]", "dict[str, Json]"]
Level = Literal["low", "mid", "high"]


def size(x: Json) -> int:
    if x is None or isinstance(x, bool):
        return 1
    if isinstance(x, (int, float)):
        return 8
    if isinstance(x, str):
        return len(x)
    if isinstance(x, list):
        return sum(map(size, x))
    return sum(len(k) + size(v) for k, v in x.items())


def get(d: dict[str, int], key: str, default: int | Missing = MISSING) -> int:
    if key in d:
        return d[key]
    if default is MISSING:
        raise KeyError(key)
    return default


def rank(level: Level) -> int:
    if level == "low":
        return 0
    elif level == "mid":
        return 1
    elif level == "high":
        return 2
    else:
        assert_never(level)


def all_ints(items: Sequence[object]) -> TypeGuard[Sequence[int]]:
    return all(type(i) is int for i in items)


def describe(x: int | str | list[int] | tuple[str, int] | Callable[[int], int] | None) -> str:
    if callable(x):
        return f"call {x(20)}"
    if not x:
        return f"empty {x!r}"
    match x:
        case int():
            return f"int {x + 1}"
        case str():
            return f"str {x.upper()}"
        case (str(name), int(n)):
            return f"pair {name * n}"
        case [first, *_]:
            return f"list {first + len(x)}"
    return "never"


class Leaf:
    def __init__(self, value: int) -> None:
        self.value = value


class Node:
    def __init__(self, left: Tree, right: Tree) -> None:
        self.left, self.right = left, right


Tree = Union[Leaf, Node, None]


def total(tree: Tree) -> int:
    if tree is None:
        return 0
    return tree.value if isinstance(tree, Leaf) else total(tree.left) + total(tree.right)


def mixed(x: Any) -> str:
    parts = []
    if isinstance(x, str):
        parts.append(x.title())
    elif isinstance(x, (list, tuple)) and x:
        head, *tail = x
        parts.append(f"{head}+{len(tail)}")
    elif hasattr(x, "items"):
        parts.append(",".join(f"{k}={v}" for k, v in x.items()))
    else:
        parts.append(type(x).__name__)
    parts.append(str(bool(x)))
    return "/".join(parts)


def widest(*values: int | float | str | bytes) -> int | float | str | bytes:
    best = values[0]
    for value in values[1:]:
        if isinstance(value, (int, float)) and isinstance(best, (int, float)):
            best = max(best, value)
        elif isinstance(value, str):
            best = value if not isinstance(best, str) or len(value) > len(best) else best
        elif type(value) is type(best):
            best = value
    return best


print(size({"a": [1, 2.5, None, True], "bb": "xyz", "c": {}}), size([]), size("é"))
print(get({"a": 1}, "a"), get({}, "a", 5), rank("mid"), [rank(level) for level in ("low", "high")])  # type: ignore[arg-type]
values: list[object] = [1, 2, 3]
if all_ints(values):
    print(sum(values), max(values))
print(all_ints([1, True]), all_ints(("a",)), all_ints(()))
print([describe(x) for x in (5, 0, "hey", "", [3, 4], [], ("ab", 2), None, abs, lambda n: n // 3)])
print(total(Node(Node(Leaf(1), None), Node(Leaf(2), Leaf(3)))), total(None))
print([mixed(x) for x in ("some words", [1, 2, 3], (), {"k": 1}, 3.5, None, b"", ["only"], range(0))])
print(widest(1, 2.5, True), widest("a", "bcd", "ef"), widest(b"x", b"y"), widest(1, "z", 3))


def flatten(x: int | list[Any]) -> list[int]:
    return [x] if isinstance(x, int) else [leaf for part in x for leaf in flatten(part)]


print(flatten([1, [2, [3, [], [[4]]]], 5]))


def parse(token: str) -> int | float | str | bool | None:
    if token in ("true", "false"):
        return token == "true"
    for kind in (int, float):
        try:
            return kind(token)
        except ValueError:
            pass
    return token or None


parsed = [parse(t) for t in "1 2.5 true x 1e3 0x1 -7".split()] + [parse("")]
print(parsed, [type(p).__name__ for p in parsed], sum(p for p in parsed if isinstance(p, (int, float))))
print(sorted(parsed, key=lambda p: (type(p).__name__, str(p))))
unknown: Any = parsed
print(unknown[0] + unknown[1], unknown[3] * 2, -unknown[6], unknown[2] is True, unknown[7] is None)
rank("none")  # type: ignore[arg-type]
