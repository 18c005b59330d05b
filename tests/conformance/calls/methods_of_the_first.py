"""`set.union(*sets)`: the object of an unbound method is the first of what a star gives."""

from typing import Any
sets = [{1, 2, 3}, {2, 3}, {3, 4}]
print(set.intersection(*sets), set.union(*sets), set.union(*(set(x) for x in ("ab", "b"))) == {"a", "b"})
print(set.intersection(*map(set, ["abc", "bcd"])) == {"b", "c"}, set.union({1}, *sets), frozenset.union(*[frozenset("a")]))
print(str.join(*(",", ["a", "b"])), dict.get(*({"a": 1}, "a")))
class P:
    def __init__(self, n: int) -> None: self.n = n
    def add(self, *o: "P", k: int = 0) -> int: return self.n + sum(x.n for x in o) + k
ps = [P(1), P(2)]
print(P.add(*ps), P.add(*ps, k=5))
d: dict[str, set[int]] = {"a": {1}, "b": {1, 2}}
print(set.intersection(*d.values()))
for f in (lambda: set.union(*[]), lambda: P.add(*())):  # type: ignore
    try:
        print(f())
    except TypeError as e:
        print(e)
