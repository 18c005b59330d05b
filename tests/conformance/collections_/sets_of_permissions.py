"""Roles and permissions with sets and frozensets: closures, set algebra and its errors, sets of frozensets, updates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import reduce
from itertools import chain, combinations

Permission = str


@dataclass(frozen=True)
class Role:
    name: str
    grants: frozenset[Permission] = frozenset()
    parents: tuple[Role, ...] = ()
    denies: frozenset[Permission] = field(default=frozenset(), compare=False)

    def effective(self) -> frozenset[Permission]:
        inherited = frozenset().union(*(parent.effective() for parent in self.parents))
        return (inherited | self.grants) - self.denies


def powerset(items: Iterable[int]) -> set[frozenset[int]]:
    pool = list(items)
    return {frozenset(c) for c in chain.from_iterable(combinations(pool, n) for n in range(len(pool) + 1))}


def show(items: Iterable[object]) -> str:
    return "{" + ", ".join(sorted(map(str, items))) + "}"


guest = Role("guest", frozenset({"read"}))
author = Role("author", frozenset({"write", "draft"}), (guest,))
editor = Role("editor", frozenset({"publish"}), (author,), denies=frozenset({"draft"}))
admin = Role("admin", frozenset({"delete"}), (editor, author))
for role in (guest, author, editor, admin):
    print(f"{role.name:<8}{show(role.effective())}")
print(editor.effective() <= admin.effective(), guest.effective() < author.effective(), author.effective().isdisjoint({"delete"}))
print(show(admin.effective() ^ author.effective()), hash(editor) == hash(Role("editor", frozenset({"publish"}), (author,))))
common = reduce(frozenset.intersection, (r.effective() for r in (author, editor, admin)))
print(show(common), len({guest, author, Role("guest", frozenset(["read"]))}))

subsets = powerset(range(4))
print(len(subsets), frozenset() in subsets, frozenset({0, 3}) in subsets, {1, 2} in subsets, sum(map(sum, subsets)), max(subsets, key=lambda s: (len(s), sum(s))) == {0, 1, 2, 3})
print(sum(1 for a in subsets for b in subsets if a < b), sum(1 for a in subsets for b in subsets if not a & b))

s = {3, 1, 2}
s.update([5, 6], (7,), {1: "one"})
s.intersection_update(range(2, 7), range(10))
s.difference_update([6], {99})
s.symmetric_difference_update({2, 40})
print(sorted(s), s.pop() in (3, 5, 40), len(s))
s = set(range(10))
s -= {1, 2}
s &= set(range(8))
s |= {100}
s ^= {3, 200}
print(sorted(s), s.issuperset({0, 4}), s.issubset(range(300)), s >= {0}, {1} | frozenset({2}), type(frozenset({2}) | {1}).__name__, s.copy() == s, s.copy() is s)
s.discard(12345)
print(sorted(s.union("ab", [1.5]), key=str), sorted({x % 3 for x in range(10)}), {True, 1, 1.0}, {0: "a", False: "b"}, frozenset("hello") == set("olleh"))
tests: list[tuple[str, object]] = [("remove", 777), ("unhashable", [1]), ("pop", None)]
for name, value in tests:
    try:
        if name == "remove":
            s.remove(777)
        elif name == "unhashable":
            {value}
        else:
            set[int]().pop()
    except (KeyError, TypeError) as error:
        print(name, type(error).__name__, error)
try:
    for item in s:
        s.add(item + 1000)
except RuntimeError as error:
    print(error)
print({1, 2} == frozenset([2, 1]), {1} != {2}, not set(), {frozenset({1}): "key"}[frozenset([1])])
print({editor: 1}[guest])
