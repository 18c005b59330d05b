"""A cache with a doubly linked list, generic in keys and values."""

from __future__ import annotations

from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Entry(Generic[K, V]):
    def __init__(self, key: K, value: V) -> None:
        self.key, self.value = key, value
        self.before: Entry[K, V] | None = None
        self.after: Entry[K, V] | None = None


class Cache(Generic[K, V]):
    def __init__(self, size: int) -> None:
        self.size = size
        self.table: dict[K, Entry[K, V]] = {}
        self.newest: Entry[K, V] | None = None
        self.oldest: Entry[K, V] | None = None

    def _unlink(self, entry: Entry[K, V]) -> None:
        if entry.before is None:
            self.newest = entry.after
        else:
            entry.before.after = entry.after
        if entry.after is None:
            self.oldest = entry.before
        else:
            entry.after.before = entry.before
        entry.before = entry.after = None

    def _push(self, entry: Entry[K, V]) -> None:
        entry.after = self.newest
        if self.newest is not None:
            self.newest.before = entry
        self.newest = entry
        if self.oldest is None:
            self.oldest = entry

    def get(self, key: K) -> V | None:
        entry = self.table.get(key)
        if entry is None:
            return None
        self._unlink(entry)
        self._push(entry)
        return entry.value

    def put(self, key: K, value: V) -> None:
        found = self.table.pop(key, None)
        if found is not None:
            self._unlink(found)
        elif len(self.table) >= self.size and self.oldest is not None:
            old = self.oldest
            self._unlink(old)
            del self.table[old.key]
        entry = Entry(key, value)
        self.table[key] = entry
        self._push(entry)

    def keys(self) -> list[K]:
        result: list[K] = []
        entry = self.newest
        while entry is not None:
            result.append(entry.key)
            entry = entry.after
        return result


cache: Cache[str, int] = Cache(3)
for i, key in enumerate("abcabdaeaf"):
    value = cache.get(key)
    print(key, value, end="; ")
    if value is None:
        cache.put(key, i)
print(cache.keys())
numbers: Cache[int, str] = Cache(2)
numbers.put(1, "one")
numbers.put(2, "two")
numbers.put(1, "uno")
numbers.put(3, "three")
print(numbers.keys(), numbers.get(1), numbers.get(2))
