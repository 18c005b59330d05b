"""Linked lists and recursion: Takeuchi's function on lists (are-we-fast-yet "List")."""

from __future__ import annotations

from measuring import measure


class Element:
    def __init__(self, value: int, following: Element | None) -> None:
        self.value = value
        self.following = following

    def length(self) -> int:
        if self.following is None:
            return 1
        return 1 + self.following.length()


def make(length: int) -> Element | None:
    if length == 0:
        return None
    return Element(length, make(length - 1))


def is_shorter(x: Element | None, y: Element | None) -> bool:
    while y is not None:
        if x is None:
            return True
        x = x.following
        y = y.following
    return False


def tail(x: Element | None, y: Element | None, z: Element | None) -> Element | None:
    if not is_shorter(y, x):
        return z
    assert x is not None and y is not None
    first = tail(x.following, y, z)
    second = tail(y.following, z, x)
    assert z is not None
    return tail(first, second, tail(z.following, x, y))


def run() -> bool:
    good = True
    for _ in range(100):
        result = tail(make(15), make(10), make(6))
        good = good and result is not None and result.length() == 10
    return good


if __name__ == "__main__":
    measure(run)
