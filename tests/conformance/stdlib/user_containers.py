"""collections.UserDict, UserList and UserString, used and derived from."""

from collections import UserDict, UserList, UserString
from typing import Any


class CaseInsensitive(UserDict[str, int]):
    def __setitem__(self, key: str, item: int) -> None:
        super().__setitem__(key.lower(), item)

    def __getitem__(self, key: str) -> int:
        return super().__getitem__(key.lower())


class Defaulting(UserDict[str, list[int]]):
    def __missing__(self, key: str) -> list[int]:
        made: list[int] = []
        self[key] = made
        return made


class Bounded(UserList[int]):
    def append(self, item: int) -> None:
        if len(self) >= 3:
            raise ValueError("full")
        super().append(item)

    def total(self) -> int:
        return sum(self)


class Shout(UserString):
    def shout(self) -> "Shout":
        return Shout(self.data.upper() + "!")


def dicts() -> None:
    d = CaseInsensitive({"One": 1, "TWO": 2})
    d["Three"] = 3
    d.update({"FOUR": 4}, five=5)
    print(d, d["ONE"], d["three"], len(d), "four" in d, "FOUR" in d, sorted(d), d.data)
    print(d.get("two"), d.get("six"), d.pop("one"), d.setdefault("Seven", 7), list(d.items()), d == {"two": 2})
    del d["two"]
    print(d, bool(d), bool(CaseInsensitive()), d.copy(), d.copy() is d, type(d.copy()).__name__)
    try:
        print(d["nothing"])
    except KeyError as error:
        print("KeyError", error)
    m = Defaulting()
    m["a"].append(1)
    m["a"].append(2)
    print(m, m["b"], dict(m))
    u: UserDict[str, int] = UserDict(a=1, b=2)
    print(u | {"c": 3}, {"z": 0} | u, u.keys(), list(u.values()))
    u |= {"q": 9}
    print(u, u.popitem(), UserDict([("k", "v")]))
    u.clear()
    print(u)


def lists() -> None:
    b = Bounded([3, 1])
    b.append(2)
    try:
        b.append(4)
    except ValueError as error:
        print(error)
    print(b, b.total(), b[0], b[-1], b[:2], type(b[:2]).__name__, 3 in b, len(b), b.index(1), b.count(3))
    b.sort()
    print(b, b + [9], [8] + b, b * 2, 2 * b, b == [1, 2, 3], b < [2], b != Bounded([1, 2, 3]), sorted(b, reverse=True))
    b.insert(0, 7)
    b[1] = 70
    b[2:] = [5, 6]
    del b[0]
    print(b, b.pop(), b.pop(0), b)
    b.extend([4, 5])
    b += [6]
    b.reverse()
    b.remove(5)
    print(b, b.copy(), [x * 2 for x in b], list(reversed(b)))
    b.clear()
    print(b, bool(b), repr(UserList("abc")), UserList(range(3)))


def strings() -> None:
    s = Shout("hello")
    print(s, repr(s), s.shout(), s.shout().shout(), type(s.upper()).__name__, s + " world", "say " + s, s * 2)
    print(len(s), s[0], s[1:3], "ell" in s, s == "hello", s < "world", hash(s) == hash("hello"), s.find("l"), s.count("l"))
    print(s.title(), s.replace("l", "L"), s.split("l"), s.startswith("he"), s.center(11, "*"), s.isalpha(), [str(c) for c in s])
    print(UserString(42), int(UserString("12")), float(UserString("1.5")), UserString("%d-%s") % (1, "x"), s.encode(), s.join(["a", "b"]))
    table: dict[Any, int] = {s: 1}
    print(table["hello"], UserString("a") + UserString("b"), s.strip("ho"), s.partition("l"), s.zfill(8), s.format(), s.removeprefix("he"))


dicts()
lists()
strings()

lyrics = UserString("la la land")
print(lyrics.count("la", None), lyrics.find("la", 1, None), lyrics.index("la", None, None), lyrics.rfind("la", None, 5))
print(lyrics.rindex("la", 0, None), lyrics.startswith("la", None), lyrics.endswith("nd", None, None), lyrics.find("x", None))
