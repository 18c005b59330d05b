"""Views of mappings of floats and bools, declared as views of less: what they hold has its own layout."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, KeysView, Mapping, Sequence, ValuesView
from typing import SupportsFloat


def items(e: Mapping[str, object]) -> str:
    return ",".join(f"{k}={v}" for k, v in e.items())


def total(e: Mapping[str, SupportsFloat]) -> float:
    return sum(float(v) for _, v in e.items())


def values(e: Mapping[str, float | str]) -> list[float | str]:
    return sorted(e.values(), key=str)


def keys(e: Mapping[float, object]) -> list[float]:
    return list(e.keys())


def view(e: ItemsView[str, object], v: ValuesView[object], k: KeysView[object]) -> str:
    return f"{len(e)} {sorted(map(str, v))} {('a', 1.5) in e} {sorted(map(str, k))} {1.5 in v}"


def nested(e: Mapping[str, Sequence[object]]) -> int:
    return sum(len(v) for v in e.values())


class Own(Mapping[str, float]):
    def __init__(self, held: dict[str, float]) -> None:
        self.held = held

    def __getitem__(self, key: str) -> float:
        return self.held[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.held)

    def __len__(self) -> int:
        return len(self.held)


held = {"a": 1.5, "b": -2.0}
flags = {"x": True, "y": False}
floats = {1.5: True, 2.5: False}
print(items(held), items(flags), total(held), total(flags), values(held))
print(keys(floats), view(held.items(), held.values(), held.keys()))
own = Own(held)
print(items(own), total(own), values(own), list(own.items()), list(own.values()), len(own.keys()))
print(
    view(own.items(), own.values(), own.keys()), nested({"f": [1.5], "g": [2.5, 3.5]}), nested({"h": "text"})
)
mixed: Mapping[str, object] = held
print(dict(mixed) == held, [type(v).__name__ for v in mixed.values()])
print(sum(held.values()), max(held.items(), key=lambda kv: kv[1]))
