"""The iterator protocol by hand."""

from typing import Iterator


class Countdown:
    def __init__(self, start: int) -> None:
        self.n = start

    def __iter__(self) -> "Countdown":
        return self

    def __next__(self) -> int:
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


class Squares:
    def __init__(self, count: int) -> None:
        self.count = count

    def __iter__(self) -> Iterator[int]:
        for i in range(self.count):
            yield i * i

    def __reversed__(self) -> Iterator[int]:
        for i in range(self.count - 1, -1, -1):
            yield i * i


print(list(Countdown(4)), sum(Countdown(10)), [n for n in Countdown(3)], max(Countdown(5)), 2 in Countdown(5))
squares = Squares(4)
print(list(squares), list(squares), list(reversed(squares)), dict(zip("abc", squares)), sorted(Countdown(3)))
it = Countdown(2)
print(next(it), next(it), next(it, None))
try:
    next(it)
except StopIteration:
    print("stopped")
a, b, c = Countdown(3)
print(a, b, c, tuple(Squares(3)), *Countdown(2))


class OldStyle:
    def __getitem__(self, index: int) -> str:
        if index > 2:
            raise IndexError
        return "xyz"[index]


print(OldStyle()[1])
