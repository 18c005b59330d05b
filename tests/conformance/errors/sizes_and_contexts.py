"""The edges: contexts of StopIteration, sizes too large, dicts that change under iteration."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator


def attempt(what: str, action: Callable[[], object]) -> None:
    try:
        result = action()
        print(what, "->", result)
    except BaseException as error:
        print(what, "->", type(error).__name__, error)


def keys_replaced() -> int:
    d = {i: i for i in range(5)}
    seen = 0
    for k in d:
        seen += 1
        del d[k]
        d[k + 100] = k
    return seen


def grown() -> int:
    d = {1: 1}
    for k in d:
        d[k + 1] = 1
    return 0


def grown_items() -> int:
    d = {1: 1}
    for k, v in d.items():
        d[k + 1] = v
    return 0


def replaced_values() -> int:
    d = {i: i for i in range(5)}
    seen = 0
    for v in d.values():
        seen += v
        d.pop(v)
        d[v + 100] = v
    return seen


def set_changed() -> int:
    s = {1, 2, 3}
    for x in s:
        s.add(x + 10)
    return 0


class Countdown:
    def __init__(self, n: int) -> None:
        self.n = n

    def __iter__(self) -> Iterator[int]:
        return self

    def __next__(self) -> int:
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


def context_of_stop() -> None:
    try:
        raise ValueError("first")
    except ValueError:
        try:
            next(iter([0][:0]))
        except StopIteration as stop:
            print("list iterator:", repr(stop.__context__))
        try:
            next(Countdown(0))
        except StopIteration as stop:
            print("own iterator:", repr(stop.__context__))
        try:
            next(x for x in range(0))
        except StopIteration as stop:
            print("generator:", repr(stop.__context__))
    try:
        next(Countdown(0))
    except StopIteration as stop:
        print("none:", repr(stop.__context__))


zero: int = len("")
big: int = 2**62
two63: int = 2**63
two70: int = 2**70


def main() -> None:
    attempt("keys replaced", keys_replaced)
    attempt("grown", grown)
    attempt("grown items", grown_items)
    attempt("values replaced", replaced_values)
    attempt("set", set_changed)
    context_of_stop()
    attempt("pop", lambda: [1, 2].pop(two63))
    attempt("pop -", lambda: [1, 2].pop(-two63 - 1))
    attempt("c", lambda: f"{2**64:c}")
    attempt("c", lambda: f"{0x110000:c}")
    attempt("%c", lambda: "%c" % two70)
    attempt("chr", lambda: chr(two70))
    attempt("list *", lambda: [0] * big)
    attempt("list * 63", lambda: [0] * two63)
    attempt("str * 63", lambda: "a" * two63)
    attempt("str * 62", lambda: "a" * big)
    attempt("bytes * 63", lambda: b"ab" * two63)
    attempt("tuple * 63", lambda: (1, 2) * two63)
    attempt("bytearray * 63", lambda: bytearray(b"ab") * two63)
    attempt("bytes", lambda: bytes(two70))
    attempt("bytearray", lambda: bytearray(two70))
    attempt("bytes neg", lambda: bytes(-5))
    attempt("[] * 63", lambda: [] * two63)
    attempt("index", lambda: [1, 2][two70])
    attempt("str index", lambda: "ab"[two70])
    attempt("insert", lambda: [1].insert(two70, 1))
    attempt("slice", lambda: [1, 2, 3][-two70:two70])
    attempt("len range", lambda: len(range(two70)))
    attempt("range index", lambda: range(two70)[two70 - 1])
    attempt("1 <<", lambda: 1 << two70)
    attempt("0 <<", lambda: zero << two70)
    attempt("1 >>", lambda: 1 >> two70)
    attempt("to_bytes", lambda: (5).to_bytes(two70, "big"))
    attempt("ljust", lambda: "a".ljust(two70))
    attempt("ljust", lambda: "a".ljust(two63 - 1))
    attempt("zfill", lambda: "a".zfill(two70))
    attempt("center", lambda: "a".center(two70))
    attempt("split", lambda: "a b".split(" ", two70))
    attempt("replace", lambda: "aa".replace("a", "b", two70))
    random.seed(2**1000 + 7)
    print(random.randrange(10**6))
    random.seed(-(3**500))
    print(random.random())


main()
