"""Keys and items as sets: of dicts and of mappings of ones own, with sets, iterators and other views."""

from collections.abc import Mapping, Iterator
from typing import Any
a = {"x": 1, "y": 2}
b = {"y": 2, "z": 4}
common: set[str] = a.keys() & b.keys()
print(common, sorted(a.keys() | b.keys()), sorted(a.keys() ^ b.keys()), a.keys() - b.keys(), sorted(a.keys() ^ ["y", "q"]))
print(sorted(a.items() & b.items()), sorted(a.items() - b.items()), sorted(a.items() ^ b.items()), sorted(a.items() | {("n", 0)}))
def f(m: Mapping[str, int], n: Mapping[str, int]) -> set[str]:
    return m.keys() - n.keys()
print(f(a, b), a.keys() & iter(["x"]), a.keys() >= {"x"}, a.items() <= b.items())
class M(Mapping[int, int]):
    def __getitem__(self, k: int) -> int:
        if k > 3:
            raise KeyError(k)
        return k * k
    def __iter__(self) -> Iterator[int]:
        return iter(range(4))
    def __len__(self) -> int:
        return 4
m = M()
print(m.keys() & {1, 9}, m.keys() | {7}, (2, 4) in m.items(), (9, 9) in m.items(), m.keys() ^ {0, 8}, m == {0: 0, 1: 1, 2: 4, 3: 9})
allowed = frozenset({"x", "z"})
print(allowed & a.keys(), sorted(allowed | b.keys()), sorted(allowed - a.keys()), sorted(allowed ^ a.keys()))
print(type(allowed & a.keys()), type(allowed | a.items()), type(a.keys() & allowed), type(allowed & set(a)))
given = a.keys()
given_as_set: object = allowed & given
print(isinstance(given_as_set, frozenset), frozenset({("x", 1)}) & a.items(), frozenset({1, 5}) & m.keys())
anything: Any = allowed
print(anything & a.keys(), type(anything - b.keys()), type(anything | allowed))
