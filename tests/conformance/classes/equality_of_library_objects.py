"""Equality of objects of library classes, every kind with every other, and decorators made by context managers."""

from datetime import timedelta, date
from fractions import Fraction
from collections import deque, UserDict, Counter
from types import SimpleNamespace

xs: list[object] = [
    timedelta(1),
    5,
    date(2020, 1, 1),
    Fraction(1, 2),
    0.5,
    "x",
    None,
    deque([1]),
    UserDict({1: 2}),
    {1: 2},
    {1}.union(),
    frozenset({1}),
    (1,),
    Counter([1]),
    SimpleNamespace(a=1),
    SimpleNamespace(a=1),
    range(1),
    b"x",
    bytearray(b"x"),
    {1: 2}.keys(),
    {1: 2}.items(),
    1j,
    True,
]
for x in xs:
    print("".join(".X"[x == y] for y in xs), "".join(".X"[x != y] for y in xs))
