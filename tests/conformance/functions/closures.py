"""Closures, nonlocal, counters, late binding of loop variables."""

from typing import Callable


def counter(start: int) -> Callable[[], int]:
    count = start

    def step() -> int:
        nonlocal count
        count += 1
        return count

    return step


one, ten = counter(0), counter(10)
print(one(), one(), ten(), one(), ten())


def account() -> tuple[Callable[[int], None], Callable[[], int]]:
    balance = 0

    def deposit(amount: int) -> None:
        nonlocal balance
        balance += amount

    def read() -> int:
        return balance

    return deposit, read


deposit, read = account()
deposit(5)
deposit(7)
print(read())
late: list[Callable[[], int]] = [lambda: i for i in range(3)]
print([f() for f in late])


def constant(value: int) -> Callable[[], int]:
    return lambda: value


early = [constant(i) for i in range(3)]
print([f() for f in early])


def adders() -> list[Callable[[int], int]]:
    made: list[Callable[[int], int]] = []
    for n in range(3):

        def add(x: int) -> int:
            return x + n

        made.append(add)
    return made


print([add(10) for add in adders()])
