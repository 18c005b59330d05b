"""A type alias that names itself: values as JSON has them."""

from __future__ import annotations
from typing import Union
Value = Union[None, bool, int, float, str, "list[Value]", "dict[str, Value]"]

def total(value: Value) -> int:
    if isinstance(value, dict):
        return sum(len(name) + total(item) for name, item in value.items())
    if isinstance(value, list):
        return sum(total(item) for item in value)
    if isinstance(value, str):
        return len(value)
    return 3 if value is None else int(value)

made: Value = {"a": [1, 2.5, None, True, "xyz"], "b": {"c": [[[]]]}}
print(total(made), made)

Tree = Union[int, "tuple[Tree, Tree]"]


def depth(tree: Tree) -> int:
    if isinstance(tree, int):
        return 0
    left, right = tree
    return 1 + max(depth(left), depth(right))


def mirrored(tree: Tree) -> Tree:
    return tree if isinstance(tree, int) else (mirrored(tree[1]), mirrored(tree[0]))


def parsed(text: str) -> Value:
    """Numbers, names, and lists in brackets."""
    found: list[Value] = []
    for word in text.split():
        found.append(float(word) if "." in word else int(word) if word.isdigit() else word)
    return {"words": found, "count": len(found)} if found else None


tree: Tree = ((1, 2), ((3, 4), 5))
print(depth(tree), mirrored(tree), tree)
print(parsed("a 1 2.5"), parsed(""), total(parsed("a 1 2.5 bcd")))
values: list[Value] = [parsed("x"), 1.5, True, [None]]
values.append(values[:1])
print(values, [isinstance(value, dict) for value in values])
