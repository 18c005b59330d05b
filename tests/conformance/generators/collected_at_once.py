"""Generator expressions handed to join, sorted, list and tuple, and sums of list comprehensions."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator

calls: list[str] = []
nothing: list[int] = []


def source(n: int) -> Iterator[int]:
    for i in range(n):
        calls.append(f"s{i}")
        yield i
    calls.append("end")


def shown() -> None:
    print(" ".join(calls))
    calls.clear()


class Key:
    def __init__(self, n: int) -> None:
        calls.append(f"made {n}")
        self.n = n

    def __lt__(self, other: Key) -> bool:
        calls.append(f"{self.n}<{other.n}")
        return self.n < other.n


class Path:
    def join(self, parts: Iterable[str]) -> str:
        calls.append("join called")
        return "/".join(part for part in parts)


def joined() -> None:
    words = ["b", "a", "", "ccc"]
    print(", ".join(word.upper() for word in words if word), "".join(c for c in "héllo€😀" if c != "l"))
    print("-".join(str(n) for n in range(5)), "|".join(f"{k}={v}" for k, v in {"x": 1, "y": 2}.items()))
    print(
        repr("".join(str(n) for n in nothing)),
        ";".join(" ".join(f"{x * y}" for x in range(3)) for y in range(2)),
    )
    text = ""
    for i in range(3):
        text += ",".join(text + str(i) for _ in range(2))
    print(text)
    print(Path().join(f"p{i}" for i in source(2)))
    shown()


def collected() -> None:
    print(sorted(n % 4 for n in range(9)), sorted((len(w), w) for w in ("aa", "b", "")))
    print(sorted((w for w in ("bb", "a", "ccc")), key=len, reverse=True))
    print(sorted((-n for n in source(3)), key=lambda n: -n))
    shown()
    print([key.n for key in sorted(Key(n) for n in (2, 3, 1))])
    shown()
    print(
        tuple(n * n for n in range(4)),
        tuple(n for n in nothing),
        list(n for n in (1, 2)),
        list(x for x in "ab"),
    )
    mixed: list[object] = list(x for x in (1, 2))
    mixed.append("three")
    floats: list[float] = list(float(x) for x in range(2))
    print(mixed, floats, tuple((a, b) for a in range(2) for b in "xy" if a or b == "y"))
    x = 9
    print(tuple(x for x in range(2)), x, list([x for _ in range(x)] for x in range(3)), x)
    makers = list((lambda: n) for n in range(2))
    print([make() for make in makers], len(tuple(y := z for z in range(3))), y)
    items = [1, 2, 3]
    print(list(items.pop() for _ in range(2)), items)


def sums() -> None:
    values = [0.5, 1.5, -0.0]
    print(sum([v * 2 for v in values]), sum([v for v in values if v > 9.0]), sum([v > 0 for v in values]))
    print(sum([len(w) for w in ("a", "bc")]), sum([[1], [2]], []), sum([1 << 70 for _ in range(3)]))
    numbers: list[float] = [1, 2.5]
    print(sum([n for n in numbers]), sum([n * 2 for n in numbers[:1]]))
    print(sum([sum([i * j for j in range(3)]) for i in range(3)]))


def failing(kind: int) -> object:
    numbers = [1, 0, 2]
    if kind == 0:
        return ", ".join(str(6 // n) for n in numbers)
    if kind == 1:
        return sorted(6 // n for n in numbers)
    if kind == 2:
        return tuple(6 // n for n in numbers)
    if kind == 3:
        return list(next(iter(numbers[3:])) for _ in numbers)
    if kind == 4:
        return sum([6 // n for n in numbers])
    if kind == 5:
        return sum([int(text) for text in ("1", "x")])
    unsortable: list[object] = [1, "x"]
    return sorted(x for x in unsortable)  # type: ignore[type-var]


def lazily() -> Iterator[str]:
    for n in range(3):
        yield "+".join(str(k) for k in range(n + 1))


def main() -> None:
    joined()
    collected()
    sums()
    print(list(lazily()))
    for kind in range(7):
        try:
            print(failing(kind))
        except Exception as error:
            print(kind, type(error).__name__, error, repr(error.__cause__))
            frames = traceback.extract_tb(error.__traceback__)
            print([(frame.name, frame.lineno) for frame in frames])
    failing(2)


if __name__ == "__main__":
    main()
