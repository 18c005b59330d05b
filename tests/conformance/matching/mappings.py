"""Mapping patterns over dicts, other mappings and values of unknown type."""

from collections import Counter, OrderedDict, defaultdict
from collections.abc import Iterator, Mapping
from typing import TypedDict


def event(e: dict[str, str]) -> str:
    match e:
        case {"type": "click", "x": x, "y": y}:
            return f"click at {x},{y}"
        case {"type": "key", "key": key, **rest} if not rest:
            return f"key {key}"
        case {"type": "key", **rest}:
            return f"key with {sorted(rest.items())}"
        case {"type": kind}:
            return f"unknown {kind}"
        case {}:
            return "no type"


print(event({"type": "click", "x": "1", "y": "2", "button": "left"}))
print(event({"type": "key", "key": "q"}))
print(event({"type": "key", "key": "q", "shift": "yes"}))
print(event({"type": "scroll"}))
print(event({}))


def walk(x: object, depth: int = 0) -> Iterator[str]:
    pad = "  " * depth
    match x:
        case {"name": str(name), "children": [*children]}:
            yield f"{pad}{name}:"
            for child in children:
                yield from walk(child, depth + 1)
        case {"name": str(name), **attributes} if attributes:
            yield f"{pad}{name} {attributes}"
        case {"name": name}:
            yield f"{pad}leaf {name!r}"
        case {}:
            yield f"{pad}mapping of {len(x)}"
        case list() | tuple():
            yield f"{pad}list of {len(x)}"
        case _:
            yield f"{pad}{x!r}"


tree: dict[str, object] = {
    "name": "root",
    "children": [
        {"name": "a", "size": 3, "mode": None},
        {"name": "b"},
        {"name": 5},
        {},
        {"other": 1},
        [1, 2],
        (1, 2, 3),
        {"name": "c", "children": [{"name": "d", "children": []}, "text", 4.5]},
        OrderedDict([("name", "ordered")]),
    ],
}
print("\n".join(walk(tree)))


def by_number(d: dict[int, list[int]]) -> str:
    match d:
        case {0: [], 1: [one]}:
            return f"nothing and {one}"
        case {0: [first, *_], **others}:
            return f"{first}, {others}"
        case {-1: last}:
            return f"last {last}"
        case _:
            return "none"


print(by_number({0: [], 1: [7]}), by_number({0: [3, 4], 5: [6]}), by_number({-1: [1]}), by_number({}))


class Point(TypedDict):
    x: int
    y: int


def typed(p: Point) -> str:
    match p:
        case {"x": 0, "y": y}:
            return f"on the axis {y + 1}"
        case {"x": x, "y": y}:
            return f"{x + y}"
        case _:
            return "?"


print(typed({"x": 0, "y": 1}), typed({"x": 3, "y": 4}))


class Lower(Mapping[str, int]):
    """Answers any lower-case word with its length; says what it is asked."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def __getitem__(self, key: str) -> int:
        print("getitem", key)
        if key not in self.words:
            raise KeyError(key)
        return len(key)

    def __iter__(self) -> Iterator[str]:
        print("iter")
        return iter(self.words)

    def __len__(self) -> int:
        print("len")
        return len(self.words)


def lower(m: Mapping[str, int]) -> str:
    match m:
        case {"a": 1, "bb": 3}:
            return "never"
        case {"bb": n, **rest}:
            return f"{n} {rest}"
        case {}:
            return "other"


print(lower(Lower("a", "bb", "ccc")))
print(lower(Lower("a")))
print(lower(Lower()))
print(lower({"a": 1, "bb": 3}), lower({"bb": 5, "z": 26}))

counts: defaultdict[str, int] = defaultdict(int)
match counts:
    case {"missing": n}:
        print("never", n)
    case {}:
        print("nothing was made", dict(counts))

match Counter("hello"):
    case {"l": n, **rest}:
        print(n, sorted(rest))


class Key:
    NAME = "name"
    SAME = "name"


settings = {"name": "n", "value": "v"}
match settings:
    case {Key.NAME: found, "value": v}:
        print(found, v)
try:
    match settings:
        case {Key.NAME: _, Key.SAME: _}:
            print("never")
except ValueError as error:
    print("ValueError:", error)


def keys_of_kinds(d: dict[object, str]) -> str:
    match d:
        case {1: a, "1": b, None: c}:
            return a + b + c
        case {2.5: a, b"x": b}:
            return a + b
        case _:
            return "else"


print(keys_of_kinds({1: "int ", "1": "str ", None: "none"}), keys_of_kinds({2.5: "a", b"x": "b"}))
print(keys_of_kinds({True: "bool ", "1": "str ", None: "none"}), keys_of_kinds({"2.5": "a", "x": "b"}))
print(isinstance(settings, Mapping))
