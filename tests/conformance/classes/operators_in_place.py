"""Every operator: plain, reflected and in place; NotImplemented on both sides; subclasses first; names bound again."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from typing import Any


class Trace:
    """Writes down what is done to it."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return f"<{self.text}>"

    @staticmethod
    def show(other: object) -> str:
        return other.text if isinstance(other, Trace) else repr(other)

    def __add__(self, other: object) -> Trace:
        return Trace(f"({self.text} + {self.show(other)})")

    def __radd__(self, other: object) -> Trace:
        return Trace(f"({self.show(other)} r+ {self.text})")

    def __sub__(self, other: object) -> Trace:
        return Trace(f"({self.text} - {self.show(other)})")

    def __rsub__(self, other: object) -> Trace:
        return Trace(f"({self.show(other)} r- {self.text})")

    def __mul__(self, other: object) -> Trace:
        return Trace(f"({self.text} * {self.show(other)})")

    def __matmul__(self, other: object) -> Trace:
        return Trace(f"({self.text} @ {self.show(other)})")

    def __rmatmul__(self, other: object) -> Trace:
        return Trace(f"({self.show(other)} r@ {self.text})")

    def __truediv__(self, other: object) -> Trace:
        return Trace(f"({self.text} / {self.show(other)})")

    def __rfloordiv__(self, other: object) -> Trace:
        return Trace(f"({self.show(other)} r// {self.text})")

    def __mod__(self, other: object) -> Trace:
        return Trace(f"({self.text} % {self.show(other)})")

    def __rdivmod__(self, other: object) -> tuple[Trace, str]:
        return self, f"rdivmod {other!r}"

    def __pow__(self, other: object, modulus: object = None) -> Trace:
        return Trace(f"({self.text} ** {self.show(other)} mod {modulus})")

    def __rpow__(self, other: object) -> Trace:
        return Trace(f"({self.show(other)} r** {self.text})")

    def __lshift__(self, other: object) -> Trace:
        return Trace(f"({self.text} << {self.show(other)})")

    def __rrshift__(self, other: object) -> Trace:
        return Trace(f"({self.show(other)} r>> {self.text})")

    def __and__(self, other: object) -> Trace:
        return Trace(f"({self.text} & {self.show(other)})")

    def __ror__(self, other: object) -> Trace:
        return Trace(f"({self.show(other)} r| {self.text})")

    def __xor__(self, other: object) -> Trace:
        return Trace(f"({self.text} ^ {self.show(other)})")

    def __iadd__(self, other: object) -> Trace:
        self.text += f" += {self.show(other)}"
        return self

    def __imatmul__(self, other: object) -> Trace:
        return Trace(f"new from {self.text} @= {self.show(other)}")

    def __neg__(self) -> str:
        return f"neg {self.text}"

    def __pos__(self) -> str:
        return f"pos {self.text}"

    def __invert__(self) -> str:
        return f"inv {self.text}"

    def __abs__(self) -> str:
        return f"abs {self.text}"

    def __round__(self, digits: int | None = None) -> str:
        return f"round {self.text} {digits}"

    def __divmod__(self, other: object) -> str:
        return f"divmod {self.text} {self.show(other)}"


class Special(Trace):
    """A subclass: its reflected methods come first when it stands right of a Trace."""

    def __radd__(self, other: object) -> Trace:
        return Trace(f"({self.show(other)} special+ {self.text})")

    def __rsub__(self, other: object) -> Trace:
        return Trace(f"({self.show(other)} special- {self.text})")


class Picky:
    """Knows only ints on its left and strs on its right."""

    def __mul__(self, other: object) -> str:
        return "picky * " + other if isinstance(other, str) else NotImplemented

    def __rmul__(self, other: object) -> str:
        return f"{other} r* picky" if isinstance(other, int) else NotImplemented

    def __lt__(self, other: object) -> bool:
        return True if isinstance(other, Picky) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return other == 1 or NotImplemented


class Bag:
    """A multiset with set operators, all of them also in place."""

    def __init__(self, items: Iterable[str] = ()) -> None:
        self.counts: dict[str, int] = {}
        for item in items:
            self.counts[item] = self.counts.get(item, 0) + 1

    def _with(self, other: Bag, choose: Callable[[int, int], int]) -> dict[str, int]:
        keys = dict.fromkeys([*self.counts, *other.counts])
        sizes = {k: choose(self.counts.get(k, 0), other.counts.get(k, 0)) for k in keys}
        return {k: n for k, n in sizes.items() if n > 0}

    @classmethod
    def _of(cls, counts: dict[str, int]) -> Bag:
        bag = cls()
        bag.counts = counts
        return bag

    def __or__(self, other: Bag) -> Bag:
        return self._of(self._with(other, max))

    def __and__(self, other: Bag) -> Bag:
        return self._of(self._with(other, min))

    def __sub__(self, other: Bag) -> Bag:
        return self._of(self._with(other, operator.sub))

    def __xor__(self, other: Bag) -> Bag:
        return self._of(self._with(other, lambda a, b: abs(a - b)))

    def __ior__(self, other: Bag) -> Bag:
        self.counts = self._with(other, max)
        return self

    def __iand__(self, other: Bag) -> Bag:
        self.counts = self._with(other, min)
        return self

    def __isub__(self, other: Bag) -> Bag:
        self.counts = self._with(other, lambda a, b: a - b)
        return self

    def __imul__(self, times: int) -> Bag:
        for key in self.counts:
            self.counts[key] *= times
        return self

    def __str__(self) -> str:
        return "".join(k * n for k, n in sorted(self.counts.items())) or "-"


def main() -> None:
    a, b, s = Trace("a"), Trace("b"), Special("s")
    print(
        a + b,
        a + 1,
        1 + a,
        a - b,
        "x" - a,
        a * 2,
        a @ b,
        [1] @ a,
        a / 3,
        7 // a,
        a % "p",
        a**2,
        2**a,
        a << 1,
        8 >> a,
    )
    print(
        a & 1,
        {1} | a,
        a ^ None,
        -a,
        +a,
        ~a,
        abs(a),
        round(a),
        round(a, 2),
        divmod(a, 2),
        divmod(5, a),
        pow(a, 2, 7),
    )
    print(a + s, s + a, a - s, s - s, (1 + s) * a)
    same = a
    a += 1
    a += b
    print(a, same, a is same)
    a @= b
    print(a, same, a is same)
    a -= 5
    a **= b
    holder: dict[str, Any] = {"t": Trace("t"), "n": 5, "l": [1]}
    holder["t"] += holder["n"]
    holder["n"] -= 2
    holder["l"] += "ab"
    holder["l"] *= 2
    holder["n"] <<= 3
    print(a, holder)
    p = Picky()
    print(p * "s", 3 * p, p < Picky(), p > Picky(), p >= 1, 1 <= p)
    q: Any = p
    r: Any = a
    empty: Any = []
    tries: list[Callable[[], object]] = [
        lambda: q * 3, lambda: "s" * q, lambda: q < 1, lambda: 1 < q, lambda: q >= 2, lambda: q + q, lambda: -q,
        lambda: 5 % r, lambda: r // 2, lambda: r >> 1, lambda: pow(2, q), lambda: pow(r, b), lambda: empty @ [],
    ]  # fmt: skip
    for attempt in tries:
        try:
            print(attempt())
        except TypeError as error:
            print("TypeError", error)
    x, y = Bag("mississippi"), Bag("miss piss")
    print(x | y, x & y, x - y, y - x, x ^ y, Bag() & x)
    alias = x
    x |= Bag("zz")
    x &= Bag("missz")
    x *= 2
    x -= Bag("s")
    print(x, alias is x, y)
    names = ["add", "iadd", "sub", "matmul", "imatmul", "and_", "xor", "pow"]
    functions = [operator.add, operator.iadd, operator.sub, operator.matmul, operator.imatmul, operator.and_, operator.xor,
                 operator.pow]  # fmt: skip
    print([f"{name}: {function(Trace('l'), Trace('r'))}" for name, function in zip(names, functions)])
    pair: tuple[list[int], int] = ([1], 2)
    try:
        pair[0] += [9]
    except TypeError as error:
        print(error, pair)


main()
