"""Conversions and the numeric special methods of a class of ones own."""

from __future__ import annotations


class Num:
    def __init__(self, n: int) -> None:
        self.n = n

    def __bool__(self) -> bool:
        return self.n != 0

    def __int__(self) -> int:
        return self.n

    def __index__(self) -> int:
        return self.n

    def __float__(self) -> float:
        return self.n / 2

    def __round__(self, digits: int | None = None) -> str:
        return f"round {self.n} {digits}"

    def __trunc__(self) -> int:
        return self.n + 100

    def __floor__(self) -> int:
        return self.n - 1

    def __ceil__(self) -> int:
        return self.n + 1

    def __abs__(self) -> int:
        return abs(self.n)

    def __neg__(self) -> Num:
        return Num(-self.n)

    def __pos__(self) -> str:
        return "pos"

    def __invert__(self) -> str:
        return "invert"

    def __divmod__(self, other: int) -> tuple[int, int]:
        return divmod(self.n, other)

    def __rdivmod__(self, other: int) -> str:
        return f"rdivmod {other}"

    def __pow__(self, other: int, mod: int | None = None) -> str:
        return f"{self.n}**{other}%{mod}"

    def __rpow__(self, other: int) -> str:
        return f"{other}**{self.n}"

    def __str__(self) -> str:
        return f"str {self.n}"

    def __repr__(self) -> str:
        return f"Num({self.n})"

    def __format__(self, spec: str) -> str:
        return f"<{spec}|{self.n}>"

    def __bytes__(self) -> bytes:
        return b"n" * self.n

    def __len__(self) -> int:
        return self.n

    def __hash__(self) -> int:
        return 7

    def __complex__(self) -> complex:
        return complex(self.n, 1)


x = Num(5)
print(bool(x), bool(Num(0)), not x, int(x), float(x), [10, 20, 30, 40, 50, 60][x], list(range(x)), hex(x), bin(x), oct(x))
print(round(x), round(x, 2), abs(-x), -x, +x, ~x)
print(divmod(x, 3), divmod(17, x), x**2, 2**x, pow(x, 2), pow(x, 2, 3))
print(str(x), repr(x), f"{x}", f"{x:>10}", f"{x!r}", f"{x!s}", "{:05}".format(x), format(x), format(x, "abc"))
print(bytes(x), len(x), hash(x), {x: 1}, [x], (x,))
print("abc" * x, [0] * x, "abcdefgh"[:x], "abcdefgh"[Num(1):x], range(10)[x])
import math
print(math.floor(x), math.ceil(x), math.trunc(x), math.sqrt(x), math.factorial(x))
