"""An OrderedDict as a queue and as a cache: both ends, copies, clearing, against a list of pairs."""

from __future__ import annotations

import copy
from collections import OrderedDict


class Random:
    def __init__(self, seed: int) -> None:
        self.state = seed

    def below(self, limit: int) -> int:
        self.state = (self.state * 1103515245 + 12345) % 2**31
        return (self.state >> 8) % limit


def check(steps: int, seed: int) -> str:
    random = Random(seed)
    table: OrderedDict[int, str] = OrderedDict()
    model: list[tuple[int, str]] = []
    counts = dict.fromkeys(["set", "first", "last", "move", "front", "delete", "copy", "clear", "empty"], 0)
    for step in range(steps):
        key = random.below(30)
        kind = random.below(100)
        known = [pair for pair in model if pair[0] == key]
        if kind < 40:
            table[key] = f"v{step}"
            if known:
                model[model.index(known[0])] = (key, f"v{step}")
            else:
                model.append((key, f"v{step}"))
            counts["set"] += 1
        elif kind < 65:
            last = kind >= 55
            try:
                item = table.popitem(last=last)
                assert item == model.pop(-1 if last else 0), (item, step)
                counts["last" if last else "first"] += 1
            except KeyError as error:
                assert not model and error.args == ("dictionary is empty",), error
                counts["empty"] += 1
        elif kind < 80 and known:
            last = kind < 76
            table.move_to_end(key, last=last)
            model.remove(known[0])
            model.insert(len(model) if last else 0, known[0])
            counts["move" if last else "front"] += 1
        elif kind < 92 and known:
            del table[key]
            model.remove(known[0])
            counts["delete"] += 1
        elif kind < 98:
            table = copy.copy(table) if kind < 95 else table.copy()
            counts["copy"] += 1
        elif kind == 99 and random.below(5) == 0:
            table.clear()
            model.clear()
            counts["clear"] += 1
        assert list(table.items()) == model and len(table) == len(model), step
    return f"{seed}: {counts} {list(table.items())[:3]}"


class Cache:
    """The least recently used entry leaves first."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.entries: OrderedDict[str, int] = OrderedDict()
        self.hits = self.misses = 0

    def get(self, key: str) -> int:
        if key in self.entries:
            self.entries.move_to_end(key)
            self.hits += 1
            return self.entries[key]
        self.misses += 1
        value = self.entries[key] = sum(map(ord, key))
        if len(self.entries) > self.size:
            self.entries.popitem(last=False)
        return value


class Settings:
    """What `**` takes without being a Mapping."""

    def __init__(self, **values: int) -> None:
        self.values = values

    def keys(self) -> list[str]:
        return sorted(self.values)

    def __getitem__(self, name: str) -> int:
        return self.values[name]


def box(width: int, height: int = 1, **more: int) -> str:
    return f"{width}x{height} {more}"


for seed in range(1, 6):
    print(check(600, seed))
cache = Cache(50)
random = Random(7)
total = sum(cache.get(f"k{random.below(random.below(90) + 1)}") for _ in range(5000))
print(total, cache.hits, cache.misses, list(cache.entries)[:3], list(cache.entries)[-3:])
queue = OrderedDict((n, n * n) for n in range(5000))
print(sum(queue.popitem(last=False)[1] for _ in range(4990)), list(queue))
print(box(**Settings(width=2, depth=3)), box(**Settings(height=4, width=1)), dict(**Settings(a=1)))
print(dict(Settings(b=2)), {**Settings(c=3)}, box(5, **Settings(x=1), y=2))
try:
    box(1, **Settings(width=2))
except TypeError as error:
    print(error)
