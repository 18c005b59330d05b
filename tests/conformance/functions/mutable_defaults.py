"""Defaults are evaluated once."""

calls = 0


def make() -> int:
    global calls
    calls += 1
    return calls


def collect(item: int, into: list[int] = []) -> list[int]:
    into.append(item)
    return into


def numbered(value: int = make()) -> int:
    return value


print(collect(1), collect(2), collect(3, [0]), collect(4))
print(numbered(), numbered(), numbered(9), calls)
