"""A set of ones own: in-place operators with others and with itself; symmetric difference of a view."""

from collections.abc import MutableSet, Iterator


class Bag(MutableSet[int]):
    def __init__(self, items: list[int]) -> None:
        self.items = list(items)

    def __contains__(self, item: object) -> bool:
        return item in self.items

    def __iter__(self) -> Iterator[int]:
        return iter(list(self.items))

    def __len__(self) -> int:
        return len(self.items)

    def add(self, value: int) -> None:
        if value not in self.items:
            self.items.append(value)

    def discard(self, value: int) -> None:
        if value in self.items:
            self.items.remove(value)


b = Bag([1, 2, 3])
b -= Bag([2])
print(sorted(b))
b ^= Bag([3, 9])
print(sorted(b))
same = b
b -= same
print(sorted(b), len(b))
c = Bag([4])
c ^= c
print(len(c))
d = {1: 2, 3: 4}
print(sorted(d.items() ^ {(1, 2), (5, 6)}))
