from typing import Any


class D(dict[str, int]):
    def __new__(cls, *args: Any) -> "D":
        made = super().__new__(cls)
        made["x"] = 1
        return made


class L(list[int]):
    def __new__(cls) -> "L":
        made = super().__new__(cls)
        made.append(3)
        return made


class S(set[int]):
    def __new__(cls) -> "S":
        made = super().__new__(cls)
        made.add(3)
        return made


class E(ValueError):
    def __new__(cls, *args: Any) -> "E":
        made = super().__new__(cls, *args)
        print(made.args, made)
        made.code = 3
        return made

    code: int


print(D(), L(), S(), repr(E("a")), E("b").code)
from collections import OrderedDict, defaultdict, deque


class C(dict[str, int]):
    made = 0

    def __new__(cls, *args: Any, **kwargs: Any) -> "C":
        self = dict.__new__(cls)
        cls.made += 1
        self["first"] = cls.made
        return self


print(C(), C({"a": 1}), C(b=2), C([("x", 1)], y=2))


class Q(deque[int]):
    def __new__(cls, *args: Any) -> "Q":
        self = super().__new__(cls)
        self.append(9)
        print(list(self))
        return self


print(Q(), Q([1, 2]))


class L2(list[int]):
    def __new__(cls, *a: Any) -> "L2":
        self = list.__new__(cls)
        self.append(7)
        print(self)
        return self

    def __init__(self, *a: int) -> None:
        print("init", self)
        super().__init__(a)


print(L2(1, 2), L2())


class DD(defaultdict[str, list[int]]):
    def __new__(cls, *a: Any) -> "DD":
        return super().__new__(cls, *a)


dd = DD(list)
dd["x"].append(1)
print(dd)


class O(OrderedDict[str, int]):
    def __new__(cls, *a: Any) -> "O":
        o = super().__new__(cls)
        o["z"] = 0
        return o


print(O(), O({"a": 1}), O.__new__(O))
bare = L.__new__(L)
print(bare, len(bare), D.__new__(D))


class B(bytearray):
    def __new__(cls, *a: Any) -> "B":
        made = super().__new__(cls)
        made.extend(b"ab")
        print(bytes(made))
        return made


print(B(), B(b"xyz"))


class Base(dict[str, int]):
    pass


b = Base.__new__(Base)
b["k"] = 1
print(b, set.__new__(S), dict.__new__(Base))
