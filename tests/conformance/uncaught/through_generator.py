"""Two functions that call each other without end, through a method and a generator."""


class Ping:
    def __init__(self) -> None:
        self.calls = 0

    def ping(self, n: int) -> int:
        self.calls += 1
        return self.pong(n) + 1

    def pong(self, n: int) -> int:
        return n


def fact(n: int) -> int:
    if n == 0:
        raise ValueError("bottom reached")
    return n * fact(n - 1)


def total(items: list[int]) -> int:
    return sum(fact(item) for item in items)


print(Ping().ping(3))
print(total([6]))
