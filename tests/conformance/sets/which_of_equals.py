"""Which of two equal objects a set keeps, and sets of dict keys beside frozensets."""

from __future__ import annotations

from dataclasses import dataclass, field
from weakref import WeakSet


@dataclass(frozen=True)
class Tag:
    name: str
    source: str = field(default="", compare=False)

    def __repr__(self) -> str:
        return f"{self.name}@{self.source}"


def shown(tags: set[Tag] | frozenset[Tag]) -> str:
    return " ".join(sorted(map(repr, tags)))


left = {Tag("a", "left"), Tag("b", "left")}
right = {Tag("a", "right"), Tag("b", "right")}
wide = right | {Tag("c", "right"), Tag("d", "right")}
print("&", shown(left & right), "|", shown(right & left), "|", shown(left & wide), "|", shown(wide & left))
print(
    "intersection",
    shown(left.intersection(wide)),
    shown(wide.intersection(left)),
    shown(left.intersection(list(right))),
)
print("|", shown(left | right), "-", shown(wide - left), "^", shown(left ^ wide))
kept = left.copy()
kept &= right
print("&=", shown(kept))
kept.update(wide)
print("update", shown(kept))
kept.add(Tag("a", "new"))
print("add", shown(kept), Tag("a", "x") in kept)
frozen = frozenset(left)
print(shown(frozen & right), shown(frozen | right), frozen == right, hash(frozen) == hash(frozenset(right)))
print(shown(left & left), left & left is left)
words = {"Straße", "b"}
numbers = {2**70, 1}
print(words & {"b"}, {2**70} & numbers, numbers & {2**70, 5, 6})
keep = {tag: tag.source for tag in left}
keep[Tag("a", "later")] = "value"
print(sorted((repr(k), v) for k, v in keep.items()), shown(set(keep) & right))


class Node:
    """Compared by identity."""


node = Node()
weak, strong = WeakSet([node]), {node}
print(weak == strong, strong == weak, weak != strong, weak == WeakSet([node]), {"a": 1}.keys() == {"a"}, {"a"} == {"a": 1}.keys())
data = b"abc"
print(data * 1 is data, data + b"" is data, b"" + data is data, 1 * data is data, data * 2)
