"""Containers of one's own that hold something before `super().__init__(...)`, which adds to a dict and empties the others."""

from __future__ import annotations

from collections import Counter, OrderedDict, UserDict, defaultdict, deque
from collections.abc import Iterable
from typing import Any


class Settings(dict[str, int]):
    def __init__(self, *args: Any, **named: int) -> None:
        self["first"] = 1
        super().__init__(*args, **named)
        self["last"] = len(self)


class Registry(dict[str, type]):
    """Checks what is set, but not what the dict is made of: dict.__init__ does not call __setitem__."""

    def __init__(self, known: Iterable[tuple[str, type]] = ()) -> None:
        self.seen: list[str] = []
        self["object"] = object
        super().__init__(known)

    def __setitem__(self, name: str, kind: type) -> None:
        self.seen.append(name)
        super().__setitem__(name, kind)


class Twice(dict[str, int]):
    def __init__(self) -> None:
        super().__init__(a=1)
        super().__init__([("b", 2), ("a", 3)])
        super().__init__({"c": 4})


class Steps(OrderedDict[str, int]):
    def __init__(self, rest: dict[str, int]) -> None:
        self["start"] = 0
        super().__init__(rest)
        self.move_to_end("start")


class Groups(defaultdict[str, list[int]]):
    def __init__(self) -> None:
        super().__init__(list, {"odd": [1]})
        self["even"].append(2)
        super().__init__(list, odd=[3])


class Votes(Counter[str]):
    def __init__(self, text: str) -> None:
        self["z"] = 2
        super().__init__(text)


class Layered(UserDict[str, int]):
    def __init__(self, base: dict[str, int]) -> None:
        super().__init__(base)
        self["own"] = 1


class Stack(list[int]):
    def __init__(self, items: Iterable[int]) -> None:
        self.append(-1)
        super().__init__(items)


class Window(deque[int]):
    def __init__(self) -> None:
        self.append(5)
        super().__init__([1, 2, 3], 2)


class Tags(set[str]):
    def __init__(self, *names: str) -> None:
        self.add("hidden")
        super().__init__(names)


print(Settings({"a": 7}), Settings(b=2), Settings([("x", 3)], y=4), Settings())
registry = Registry([("int", int), ("str", str)])
registry["list"] = list
print(sorted(registry), registry.seen, registry["int"]("12") + 1)
print(Twice(), Steps({"middle": 1, "end": 2}), Groups(), Groups()["none"])
print(
    Votes("aabz"), Votes("").most_common(), Layered({"b": 2}), Stack([1, 2]), Window(), sorted(Tags("a", "b"))
)
plain = {"k": 1}
plain.__init__({"z": 2})  # type: ignore[misc]
print(plain)
votes = Counter(a=1)
votes.__init__({"a": 2, "b": 1})  # type: ignore[misc]
votes.__init__("ab", a=5)  # type: ignore[misc]
print(votes)
