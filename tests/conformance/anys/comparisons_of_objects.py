"""Comparisons that make expressions: a query builder held as Any, and methods `__ne__` of one's own."""
from __future__ import annotations

import operator
from dataclasses import dataclass
from typing import Any


class Expression:
    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return f"<{self.text}>"

    def _with(self, sign: str, other: Any) -> Expression:
        return Expression(f"{self.text} {sign} {other.text if isinstance(other, Expression) else repr(other)}")

    def __eq__(self, other: Any) -> Any:
        return self._with("=", other)

    def __ne__(self, other: Any) -> Any:
        return self._with("<>", other)

    def __lt__(self, other: Any) -> Any:
        return NotImplemented if other is None else self._with("<", other)

    def __le__(self, other: Any) -> Any:
        return self._with("<=", other)

    def __gt__(self, other: Any) -> Any:
        return self._with(">", other)

    def __ge__(self, other: Any) -> Any:
        return self._with(">=", other)

    def __bool__(self) -> bool:
        raise TypeError(f"{self!r} has no truth")


class Tri:
    """A truth of three values: text "yes", "no" or "" for unknown."""

    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        if not isinstance(other, Tri):
            return NotImplemented
        return "" if None in (self.value, other.value) else "yes" if self.value == other.value else "no"


@dataclass
class Shy:
    name: str

    def __ne__(self, other: object) -> bool:
        print("asked", self.name)
        return not isinstance(other, Shy)


class Louder(Shy):
    def __ne__(self, other: object) -> bool:
        print("asked loudly", self.name)
        return True


def column(name: str) -> Any:
    return Expression(name)


def pairs(a: Any, b: Any) -> None:
    for sign, call in (("==", operator.eq), ("!=", operator.ne), ("<", operator.lt)):
        try:
            print(sign, call(a, b), end="; ")
        except TypeError as error:
            print(sign, error, end="; ")
    print()


def main() -> None:
    age, name = column("age"), column("name")
    print(age == 18, age != 18, age < 18, age <= 18, age > 18, age >= 18)
    print(18 == age, 18 != age, 18 < age, 18 <= age, 18 > age, 18 >= age, "x" == name, 1.5 > age)
    print(age == name, None == name, name == None, [1] == name, name == [1])  # noqa: E711
    where = [age > 18, name == "ann", column("when") != None]  # noqa: E711
    print(" and ".join(one.text for one in where))
    try:
        if age == 18:
            print("never")
    except TypeError as error:
        print(error)
    try:
        print(1 < age < 10)
    except TypeError as error:
        print(error)
    try:
        print(age in [name])
    except TypeError as error:
        print(error)
    pairs(age, 1)
    pairs(age, None)
    pairs(None, None)
    pairs("a", "b")
    pairs(1, 1.0)
    yes: Any = Tri(True)
    unknown: Any = Tri(None)
    print(repr(yes == Tri(True)), repr(yes == unknown), yes != Tri(True), yes != unknown, yes == 3, yes != 3, 3 != yes)
    print("then" if yes == unknown else "else", [yes] == [unknown], yes in [unknown, Tri(False)])
    shy: Any = Shy("a")
    loud: Any = Louder("b")
    print(shy != Shy("a"), shy == Shy("a"), shy != 3, 3 != shy, shy != loud, loud != shy, shy != None)  # noqa: E711
    print([shy] != [shy], (1, shy) != (1, loud))
    held: object = shy
    print(held != 5, 5 != held, held == Shy("a"))
    pairs(shy, loud)


main()
