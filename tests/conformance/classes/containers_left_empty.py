"""Classes derived from containers whose `__init__` leaves the container alone."""

from collections import OrderedDict, defaultdict, deque
from dataclasses import dataclass
from typing import Any


class L(list):
    def __init__(self, x: Any) -> None:
        self.x = x


class S(set):
    def __init__(self) -> None:
        pass


class DL(list[int]):
    def __init__(self) -> None:
        self.k = 1


def main() -> None:
    a = L(3)
    print(a, a.x)
    a.append(4)
    print(a)
    s = S()
    print(len(s))
    s.add(3)
    print(s)
    b = DL()
    b.append(3)
    print(b)


class Q(deque[int]):
    def __init__(self, name: str) -> None:
        self.name = name


class DD(defaultdict[str, int]):
    def __init__(self) -> None:
        self.n = 3


class OD(OrderedDict[str, int]):
    def __init__(self) -> None:
        self["a"] = 1


class BA(bytearray):
    def __init__(self, k: int) -> None:
        self.k = k


@dataclass
class Marked(list[str]):
    mark: str


def rest() -> None:
    q = Q("q")
    q.append(3)
    print(q.name, list(q), q.maxlen)
    d = DD()
    d["a"] = 4
    try:
        d["z"]
    except KeyError as e:
        print("KeyError", e, d.default_factory, dict(d))
    print(dict(OD()))
    b = BA(4)
    b.append(65)
    print(bytes(b), b.k)
    m = Marked("!")
    m.append("x")
    print(list(m), m.mark)


main()
rest()
