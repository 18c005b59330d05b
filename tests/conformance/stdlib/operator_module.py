"""Every function of `operator`, and its getters."""

from __future__ import annotations

import operator
from dataclasses import dataclass
from operator import attrgetter, itemgetter, methodcaller
from typing import Any


@dataclass
class Address:
    city: str
    number: int


@dataclass
class Person:
    name: str
    age: int
    home: Address

    def greet(self, other: str, *, mark: str = "!") -> str:
        return f"{self.name} greets {other}{mark}"

    def __index__(self) -> int:
        return self.age


class Matrix:
    def __init__(self, *rows: int) -> None:
        self.rows = list(rows)

    def __matmul__(self, other: Matrix) -> int:
        return sum(a * b for a, b in zip(self.rows, other.rows))

    def __imatmul__(self, other: Matrix) -> Matrix:
        self.rows += other.rows
        return self

    def __len__(self) -> int:
        return len(self.rows)


def main() -> None:
    print(
        operator.lt(1, 2),
        operator.le("b", "a"),
        operator.eq(1, 1.0),
        operator.ne("a", "b"),
        operator.ge(2, 2),
        operator.gt([2], [1, 5]),
    )
    print(operator.not_([]), operator.truth("x"), operator.is_(None, None), operator.is_not(1, None))
    print(
        operator.abs(-4),
        operator.abs(-2.5),
        operator.index(True),
        operator.inv(5),
        operator.invert(0),
        operator.neg(3),
        operator.pos(-1.5),
    )
    print(
        operator.add(1, 2),
        operator.add("a", "b"),
        operator.sub(5, 2.5),
        operator.mul("ab", 3),
        operator.truediv(7, 2),
        operator.floordiv(-7, 2),
    )
    print(
        operator.mod(-7, 3),
        operator.pow(2, 10),
        operator.lshift(1, 5),
        operator.rshift(100, 3),
        operator.and_(12, 10),
        operator.or_(12, 3),
        operator.xor(6, 3),
    )
    print(
        operator.and_({1, 2}, {2, 3}),
        operator.matmul(Matrix(1, 2), Matrix(3, 4)),
        operator.concat([1], [2]),
        operator.concat("x", "y"),
    )
    print(
        operator.contains([1, 2], 2),
        operator.contains("abc", "bc"),
        operator.countOf([1, 2, 1, 1.0], 1),
        operator.indexOf("hello", "l"),
    )
    values: list[Any] = [1, 2, 3, 4]
    operator.setitem(values, 0, 10)
    operator.delitem(values, 1)
    print(
        values,
        operator.getitem(values, 0),
        operator.getitem(values, slice(1, None)),
        operator.getitem({"k": 5}, "k"),
    )
    table = {"a": 1}
    operator.setitem(table, "b", 2)
    operator.delitem(table, "a")
    print(
        table, operator.length_hint([1, 2, 3]), operator.length_hint(5, 7), operator.length_hint(Matrix(1, 2))
    )
    items = [1]
    same = operator.iadd(items, [2])
    print(
        same is items,
        items,
        operator.iadd(1, 2),
        operator.isub(5, 3),
        operator.imul("a", 3),
        operator.itruediv(9, 2),
        operator.ifloordiv(9, 2),
    )
    print(
        operator.imod(9, 4),
        operator.ipow(3, 3),
        operator.ilshift(1, 2),
        operator.irshift(8, 2),
        operator.iand(7, 2),
        operator.ior(4, 1),
        operator.ixor(5, 1),
    )
    print(
        len(operator.imatmul(Matrix(1), Matrix(2, 3))),
        operator.iconcat("a", "b"),
        operator.call(max, 3, 9),
        operator.call(sorted, [2, 1], reverse=True),
    )
    people = [
        Person("ann", 30, Address("Rome", 5)),
        Person("bob", 25, Address("Oslo", 9)),
        Person("cyd", 30, Address("Bern", 1)),
    ]
    print(
        [p.name for p in sorted(people, key=attrgetter("age", "name"))],
        list(map(attrgetter("home.city"), people)),
    )
    print(
        attrgetter("name", "home.number")(people[0]),
        max(people, key=attrgetter("home.number")).name,
        attrgetter("real")(5),
    )
    rows = [("x", 3, 1.5), ("y", 1, 0.5), ("z", 2, 2.5)]
    print(
        sorted(rows, key=itemgetter(1)),
        list(map(itemgetter(0, 2), rows)),
        itemgetter(slice(0, 2))("hello"),
        itemgetter("k")({"k": 1}),
    )
    print(sorted({"b": 1, "a": 2}.items(), key=itemgetter(1), reverse=True), itemgetter(-1)([1, 2, 3]))
    print(list(map(methodcaller("greet", "you"), people)), methodcaller("greet", "me", mark="?")(people[1]))
    print(
        list(map(methodcaller("upper"), ["a", "b"])),
        methodcaller("split", ",")("a,b"),
        methodcaller("count", 1)([1, 2, 1]),
    )
    print(attrgetter("a", "b.c"), itemgetter(1, "x"), methodcaller("m", 1, k=2))
    print(operator.index(people[0]), operator.__add__(2, 3), operator.__lt__(1, 2))
    for attempt in (
        lambda: attrgetter("nope")(people[0]),
        lambda: itemgetter(9)([1]),
        lambda: operator.indexOf([1], 5),
        lambda: methodcaller("nope")(3),
    ):
        try:
            print(attempt())
        except (AttributeError, IndexError, ValueError) as error:
            print(type(error).__name__, error)


main()
