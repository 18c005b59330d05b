"""Views of dicts, sets of sets, memory views and numbers made of text, through Any."""

import copy
from typing import Any


class Priced(str):
    """A text that is worth one more than it says."""

    def __float__(self) -> float:
        return float(str(self)) + 1

    def __int__(self) -> int:
        return 5


class HashedSet(set[int]):
    def __hash__(self) -> int:  # type: ignore[override]
        return 7


class Words(frozenset[str]):
    pass


def attempt(label: str, what: Any, *args: Any) -> None:
    try:
        print(label, what(*args))
    except Exception as error:
        print(label, type(error).__name__, error)


def views() -> None:
    stock: Any = {"a": 1, "b": 2}
    for view in (stock.keys(), stock.values(), stock.items()):
        print(view.mapping, view.mapping == stock, len(view.mapping))
        attempt("copy", copy.copy, view)
        attempt("deepcopy", copy.deepcopy, view)
    mapping = stock.keys().mapping
    stock["c"] = 3
    print(mapping, mapping["c"])
    for item in (1, (), (1,), ("a", 1), ("a", 2), ("a", 1, 2), [1, 2], "ab"):
        print(item, item in stock.items(), stock.items().isdisjoint([item]))
    stock["values"] = stock.values()
    stock["items"] = stock.items()
    print(stock)


def sets() -> None:
    word: Any = set("abc")
    groups: Any = {frozenset("abc"), frozenset("xy")}
    frozen: Any = frozenset(groups)
    print(word in groups, word in frozen, set("ab") in groups)
    groups.discard(word)
    print(len(groups))
    attempt("remove", groups.remove, set("xy"))
    attempt("remove", groups.remove, {"q"})
    attempt("list", groups.__contains__, [1])
    hashed: Any = HashedSet([1])
    odd: Any = {hashed, 7, frozenset([1])}
    print(hashed in odd, len(odd), {1} in odd)
    typed = {frozenset([1, 2]), frozenset([3])}
    print({2, 1} in typed, {4} in typed)
    words = Words(["x"])
    again = words.copy()
    print(type(again).__name__, again == words, again is words, frozenset([1]).copy() == {1})


def memory() -> None:
    data = bytearray(b"abcdef")
    view: Any = memoryview(data)
    print(view[(1,)])
    view[(2,)] = 90
    print(data)
    for key in ((), (1, 2), (slice(0, 1), slice(0, 2)), (0.5,), (slice(0, 1), 0), "a", 0.0):
        attempt("get", view.__getitem__, key)
        attempt("set", view.__setitem__, key, 65)
    for text in (b"12.5", b" 7 ", b"x", b"1_0"):
        cut: Any = memoryview(text)
        attempt("int", int, cut)
        attempt("float", float, cut[:3]) if text != b"x" else None
        attempt("bytearray", float, bytearray(text))
        attempt("base", int, cut, 16)
    solid = memoryview(b"abc")
    known = hash(solid)
    solid.release()
    print(hash(solid) == known == hash(b"abc"))
    attempt("released", len, solid)
    other = memoryview(b"abc")
    other.release()
    attempt("hash", hash, other)
    attempt("copy", copy.copy, view)

    class Releasing:
        def __index__(self) -> int:
            victim.release()
            return 2

    victim = memoryview(bytearray(b"\xff" * 6))
    print(victim[: Releasing()].tolist())
    attempt("len", len, victim)
    victim = memoryview(bytearray(b"\xff" * 6))
    attempt("set", victim.__setitem__, slice(Releasing(), 4), b"xy")
    victim = memoryview(bytearray(b"\xff" * 6))
    attempt("set one", victim.__setitem__, Releasing(), 1)


views()
sets()
memory()
price: Any = Priced("8")
print(float(price), int(price), float(Priced("2")), price)
