"""An error in a value of an f-string is shown at the value: é makes the file not ASCII."""

from __future__ import annotations


def fail(n: int, *more: object) -> str:
    if n:
        raise ValueError(n)
    return "ok"


name = "x"
flag = True


def one() -> None:
    print(f"{name:<10}{'selective' if flag else 'go-back-n':<10}w={flag} {fail(1, name)}")


def two() -> None:
    print(f"{name} {fail(2)}")


def three() -> None:
    print(f"{name:<10} {fail(3, 'a')} {name}")


def four() -> None:
    print(f"{'a' if flag else 'b'} {fail(4)}")


def five() -> None:
    text = f"é {name} {fail(5)}"
    print(text)


def six() -> None:
    print(f"a{name}{fail(6)}")


def seven() -> None:
    print(f"{name:<10}{'s' if flag else 'g'}w={flag} {fail(7, name, flag, name, 1)}")


import traceback

for f in (one, two, three, four, five, six, seven):
    try:
        f()
    except ValueError:
        traceback.print_exc()
