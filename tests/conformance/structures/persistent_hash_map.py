"""A persistent hash array mapped trie: versions share structure; collisions, removal, diffs between versions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Generic, TypeVar, Union

K = TypeVar("K")
V = TypeVar("V")
BITS = 3
WIDTH = 1 << BITS
MASK = WIDTH - 1
MAXIMUM = 30


class Entry(Generic[K, V]):
    __slots__ = ("hash", "key", "value")

    def __init__(self, hash: int, key: K, value: V) -> None:
        self.hash, self.key, self.value = hash, key, value


class Inner(Generic[K, V]):
    __slots__ = ("bitmap", "children")

    def __init__(self, bitmap: int, children: tuple[Node[K, V], ...]) -> None:
        self.bitmap = bitmap
        self.children = children

    def place(self, bit: int) -> int:
        return (self.bitmap & (bit - 1)).bit_count()


class Bucket(Generic[K, V]):
    """Entries whose hashes are equal in all bits that are looked at."""

    __slots__ = ("entries",)

    def __init__(self, entries: tuple[Entry[K, V], ...]) -> None:
        self.entries = entries


Node = Union[Entry[K, V], Inner[K, V], Bucket[K, V]]


def bit_of(hash: int, shift: int) -> int:
    return 1 << ((hash >> shift) & MASK)


def insert(node: Node[K, V] | None, entry: Entry[K, V], shift: int) -> tuple[Node[K, V], bool]:
    """The new node, and whether there is one entry more."""
    if node is None:
        return entry, True
    if isinstance(node, Bucket):
        kept = tuple(e for e in node.entries if e.key != entry.key)
        return Bucket(kept + (entry,)), len(kept) == len(node.entries)
    if isinstance(node, Entry):
        if node.hash == entry.hash and node.key == entry.key:
            return entry, False
        if shift > MAXIMUM:
            return Bucket((node, entry)), True
        grown, _ = insert(Inner(bit_of(node.hash, shift), (node,)), entry, shift)
        return grown, True
    bit = bit_of(entry.hash, shift)
    at = node.place(bit)
    if node.bitmap & bit:
        child, more = insert(node.children[at], entry, shift + BITS)
        return Inner(node.bitmap, node.children[:at] + (child,) + node.children[at + 1 :]), more
    return Inner(node.bitmap | bit, node.children[:at] + (entry,) + node.children[at:]), True


def remove(node: Node[K, V], hash: int, key: K, shift: int) -> Node[K, V] | None:
    if isinstance(node, Entry):
        if node.key != key:
            raise KeyError(key)
        return None
    if isinstance(node, Bucket):
        kept = tuple(e for e in node.entries if e.key != key)
        if len(kept) == len(node.entries):
            raise KeyError(key)
        return kept[0] if len(kept) == 1 else Bucket(kept)
    bit = bit_of(hash, shift)
    if not node.bitmap & bit:
        raise KeyError(key)
    at = node.place(bit)
    child = remove(node.children[at], hash, key, shift + BITS)
    if child is None:
        rest = node.children[:at] + node.children[at + 1 :]
        if not rest:
            return None
        if len(rest) == 1 and not isinstance(rest[0], Inner):
            return rest[0]
        return Inner(node.bitmap & ~bit, rest)
    if len(node.children) == 1 and not isinstance(child, Inner):
        return child
    return Inner(node.bitmap, node.children[:at] + (child,) + node.children[at + 1 :])


class PMap(Mapping[K, V]):
    __slots__ = ("_root", "_size")

    def __init__(self, root: Node[K, V] | None = None, size: int = 0) -> None:
        self._root = root
        self._size = size

    @classmethod
    def of(cls, items: Mapping[K, V]) -> PMap[K, V]:
        result: PMap[K, V] = PMap()
        for key, value in items.items():
            result = result.set(key, value)
        return result

    def set(self, key: K, value: V) -> PMap[K, V]:
        root, more = insert(self._root, Entry(hash(key) & 0xFFFFFFFF, key, value), 0)
        return PMap(root, self._size + more)

    def without(self, key: K) -> PMap[K, V]:
        if self._root is None:
            raise KeyError(key)
        return PMap(remove(self._root, hash(key) & 0xFFFFFFFF, key, 0), self._size - 1)

    def __getitem__(self, key: K) -> V:
        node, code, shift = self._root, hash(key) & 0xFFFFFFFF, 0
        while isinstance(node, Inner):
            bit = bit_of(code, shift)
            node = node.children[node.place(bit)] if node.bitmap & bit else None
            shift += BITS
        candidates = node.entries if isinstance(node, Bucket) else (node,) if node is not None else ()
        for entry in candidates:
            if entry.key == key:
                return entry.value
        raise KeyError(key)

    def __iter__(self) -> Iterator[K]:
        stack: list[Node[K, V]] = [self._root] if self._root is not None else []
        while stack:
            node = stack.pop()
            if isinstance(node, Entry):
                yield node.key
            elif isinstance(node, Bucket):
                yield from (e.key for e in node.entries)
            else:
                stack.extend(reversed(node.children))

    def __len__(self) -> int:
        return self._size

    def __repr__(self) -> str:
        return f"PMap({dict(sorted(self.items(), key=lambda i: repr(i[0])))})"


class Clash:
    """Keys that all have the same hash."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __hash__(self) -> int:
        return 42

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Clash) and self.name == other.name

    def __repr__(self) -> str:
        return f"~{self.name}"


def shared(a: Any, b: Any) -> int:
    """How many inner nodes two versions have in common."""
    def inner(node: Any) -> set[int]:
        return {id(node)} | {i for child in node.children for i in inner(child)} if isinstance(node, Inner) else set()

    return len(inner(a._root) & inner(b._root))


base: PMap[int, str] = PMap()
versions = [base]
for n in range(100):
    versions.append(versions[-1].set(n * 37 % 1009, f"v{n}"))
print([len(v) for v in versions[::20]], versions[3], versions[50][37], versions[1].get(37, "none"))
print(shared(versions[99], versions[100]) > 5, versions[100] == {n * 37 % 1009: f"v{n}" for n in range(100)}, versions[5] == versions[6].without(5 * 37))
smaller = versions[100]
for n in range(0, 100, 2):
    smaller = smaller.without(n * 37 % 1009)
print(len(smaller), sorted(smaller)[:5], 0 in smaller, 37 in smaller, len(versions[100]))
for missing in (5, -1, 10**12):
    try:
        smaller.without(missing)
    except KeyError as error:
        print("no", error)
clashes: PMap[Clash, int] = PMap()
for i, name in enumerate("abcab"):
    clashes = clashes.set(Clash(name), i)
print(clashes, clashes[Clash("b")], Clash("z") in clashes, clashes.without(Clash("a")), clashes.without(Clash("a")).without(Clash("b")))
try:
    clashes.without(Clash("q"))
except KeyError as error:
    print(repr(error))
mixed: PMap[object, object] = PMap()
for key in (1, True, 1.0, "1", None, (1, 2), -7, 2**40):
    mixed = mixed.set(key, type(key).__name__)
print(mixed, len(mixed), mixed[1], list(PMap.of({3: "x"}).items()), PMap[int, int]() == {})
