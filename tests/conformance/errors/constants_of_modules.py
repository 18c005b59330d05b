"""Globals with one value: read before it is there, deleted, assigned again, of every type, in functions."""

from __future__ import annotations

from collections.abc import Callable


def size() -> int:
    return SIZE * 2


def described() -> str:
    return f"{NAME}:{SIZE}:{RATIO}:{FLAG}:{PAIR[1]}:{NOTHING}"


def tried(call: Callable[[], object]) -> None:
    try:
        print(call())
    except NameError as error:
        print(type(error).__name__, error)


tried(size)
SIZE = 21
tried(size)
tried(described)
NAME = "name"
RATIO = -0.0
tried(described)
FLAG = True
PAIR = (1, "two", 2.5)
NOTHING: int | None = None
tried(described)

again = 1


def bump() -> int:
    global again
    again = 2
    return again


def read_again() -> int:
    return again


print(read_again(), bump(), read_again())

GONE = 5


def gone() -> int:
    return GONE


tried(gone)
del GONE
tried(gone)
GONE = 5
tried(gone)

if SIZE > 20:
    CHOSEN = "large"
else:
    CHOSEN = "small"
print(CHOSEN)

for counted in (1, 2):
    LAST = 7
print(LAST, counted)


class Settings:
    limit = 10
    label = "settings"
    debug = False

    def over(self, n: int) -> bool:
        return n > self.limit or self.debug


def main() -> None:
    settings = Settings()
    print(settings.over(11), settings.over(9), Settings.limit, Settings.label)
    settings.limit = 3
    print(settings.over(9), Settings.limit)
    total = 0
    for i in range(SIZE):
        if FLAG and i % PAIR[0] == 0:
            total += i
    print(total, PAIR, SIZE is not None, RATIO, 1 << SIZE)


main()
