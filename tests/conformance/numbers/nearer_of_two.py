"""min and max of two numbers: which object comes back, nan, bools, big ints, mixed numbers."""

from __future__ import annotations

NAN = float("nan")


def ints(a: int, b: int) -> tuple[int, int, int, int]:
    return min(a, b), max(a, b), min(b, a), max(b, a)


def floats(a: float, b: float) -> tuple[float, float, float, float]:
    return min(a, b), max(a, b), min(b, a), max(b, a)


def either(a: float, b: int) -> tuple[float, float]:
    return min(a, b), max(a, b)


def clamp(value: int, low: int, high: int) -> int:
    return max(low, min(value, high))


def counted(log: list[str]) -> int:
    def one() -> int:
        log.append("one")
        return 1

    def two() -> int:
        log.append("two")
        return 2

    return max(one(), two()) * 10 + min(one(), two())


class Money:
    def __init__(self, cents: int) -> None:
        self.cents = cents

    def __lt__(self, other: Money) -> bool:
        return self.cents < other.cents

    def __gt__(self, other: Money) -> bool:
        return self.cents > other.cents


def main() -> None:
    for a in (0, 1, -5, 2**61, 2**62, -(2**62), 2**70, True):
        for b in (0, 1, False, True, 2**62 - 1, -(2**70)):
            print(a, b, ints(a, b))
    for x in (0.0, -0.0, 1.5, NAN, float("inf"), -1e300):
        for y in (0.0, -0.0, 2.5, NAN, -float("inf")):
            print(x, y, floats(x, y))
    print(either(1.5, 2), either(2.0, 2), either(NAN, 1), either(-0.0, 0), floats(1, 2.0), floats(2, 2.0))
    print([clamp(n, -3, 4) for n in range(-6, 8)])
    log: list[str] = []
    print(counted(log), log)
    print(min("b", "a"), max((1, 2), (1, 3)), max(Money(3), Money(5)).cents, min(Money(3), Money(5)).cents)
    print(min(3, 1, 2), max(3, 1, key=lambda n: -n), max([4, 9, 2]), min([], default=7), min(*[5, 6]))
    try:
        print(max(1, *[]))
    except TypeError as error:
        print(type(error).__name__)
    print(max(1, 2.5), min(1, 1.0), min(1.0, 1), max(True, 1), max(1, True))


if __name__ == "__main__":
    main()
