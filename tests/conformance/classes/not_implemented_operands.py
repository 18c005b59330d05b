"""NotImplemented sends an operator to the other operand; TypeError when both decline."""

from __future__ import annotations

from collections.abc import Callable


class Metres:
    def __init__(self, value: float) -> None:
        self.value = value

    def __add__(self, other: object) -> Metres:
        if isinstance(other, Metres):
            return Metres(self.value + other.value)
        if isinstance(other, (int, float)):
            return Metres(self.value + other)
        return NotImplemented

    def __radd__(self, other: object) -> Metres:
        if isinstance(other, (int, float)):
            return Metres(other + self.value)
        return NotImplemented

    def __sub__(self, other: Metres) -> Metres:
        return Metres(self.value - other.value)

    def __mul__(self, factor: float) -> Metres:
        return Metres(self.value * factor) if isinstance(factor, (int, float)) else NotImplemented

    __rmul__ = __mul__

    def __iadd__(self, other: object) -> Metres:
        if not isinstance(other, Metres):
            return NotImplemented
        self.value += other.value
        return self

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Metres):
            return NotImplemented
        return self.value == other.value

    def __lt__(self, other: object) -> bool:
        if isinstance(other, Metres):
            return self.value < other.value
        return NotImplemented

    def __le__(self, other: object) -> bool:
        if isinstance(other, Metres):
            return self.value <= other.value
        return NotImplemented

    def __hash__(self) -> int:
        return hash(self.value)

    def __repr__(self) -> str:
        return f"{self.value}m"


class Feet:
    def __init__(self, value: float) -> None:
        self.value = value

    def __radd__(self, other: object) -> Metres:
        if isinstance(other, Metres):
            return Metres(other.value + self.value * 0.3048)
        return NotImplemented

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Metres):
            return abs(other.value - self.value * 0.3048) < 1e-9
        return NotImplemented

    def __gt__(self, other: object) -> bool:
        if isinstance(other, Metres):
            return self.value * 0.3048 > other.value
        return NotImplemented

    def __rmatmul__(self, other: Metres) -> str:
        return f"{other} @ {self}"

    def __repr__(self) -> str:
        return f"{self.value}ft"


class Anything:
    def __eq__(self, other: object) -> bool:
        return True

    def __ne__(self, other: object) -> bool:
        print("ne", other)
        return False

    def __radd__(self, other: object) -> str:
        return f"{other!r} + anything"

    def __rmod__(self, other: object) -> str:
        return f"{other!r} % anything"

    def __contains__(self, item: object) -> bool:
        return item is not None


m, f, any_ = Metres(1.5), Feet(10.0), Anything()
print(m + m, m + 2, 2 + m, m + f, m * 2, 2 * m, m @ f, m - Metres(0.5))
print(
    m == m, m == Metres(1.5), m == f, Metres(3.048) == f, f == Metres(3.048), m == 1.5, f == 1, m != f, m != 3
)
print(m < Metres(2), m < f, m > Metres(1), m <= Metres(1.5), m >= Metres(3))
print(m == any_, any_ == m, None == any_, any_ == None, "x" == any_, 1 == any_, [1] == any_, (1, 2) == any_)  # noqa: E711
print(m != any_, any_ != 3, any_ in [1, 2], 5 in any_, None in any_, [any_] == [3], (1, any_) == (1, m))  # type: ignore[comparison-overlap]
print(1 + any_, [1] + any_, "text" + any_, (1, 2) + any_, 3 % any_)
values: list[object] = [m, 2, 2.5, f, "s", None]
for a in values:
    print(a, [a == b for b in values])
total = Metres(0)
before = total
total += m
print(total is before, total)
total += 3
print(total is before, total)
print(
    sum([Metres(1), Metres(2)], Metres(0)),
    sorted([Metres(3), Metres(1), Metres(2)]),
    max(Metres(4), Metres(9)),
)
print({Metres(1): "one"}[Metres(1.0)], Metres(2) in {Metres(2)}, [Metres(1), Metres(2)].index(Metres(2)))
failing: list[Callable[[], object]] = [
    lambda: m + "x",
    lambda: "x" + m,
    lambda: [1] + m,
    lambda: m < 3,
    lambda: 3 < m,  # type: ignore[operator]
    lambda: m >= f,  # type: ignore[operator]
    lambda: f < f,
    lambda: f + 1,  # type: ignore[operator]
    lambda: 1 + f,
    lambda: m // m,  # type: ignore[operator]
    lambda: f @ m,  # type: ignore[operator]
    lambda: None + m,
    lambda: sorted([Metres(1), 2]),  # type: ignore[type-var]
]
for attempt in failing:
    try:
        print(attempt())
    except TypeError as error:
        print("TypeError:", error)
try:
    m += "y"
except TypeError as error:
    print("TypeError:", error)
print(m.__add__(3), m.__eq__(m), m.__lt__(Metres(9)))


class Base:
    def __init__(self, n: int) -> None:
        self.n = n

    def __eq__(self, other: object) -> bool:
        print("Base eq")
        return self.n == other.n if isinstance(other, Base) else NotImplemented

    def __add__(self, other: Base) -> str:
        return "Base add"

    def __radd__(self, other: object) -> str:
        return "Base radd"


class Derived(Base):
    def __eq__(self, other: object) -> bool:
        print("Derived eq")
        return super().__eq__(other)

    def __radd__(self, other: object) -> str:
        return "Derived radd"


print(Base(1) == Derived(1), Derived(1) == Base(2), Derived(1) == 3, Base(1) == 3)
print(Base(1) + Derived(1), Derived(1) + Base(1), Derived(1) + Derived(2), Base(1) + Base(2))


# The methods of built-in classes, called by name.
class Plain:
    pass


class Word(str):
    pass


class Row(list[int]):
    pass


p = Plain()
print(p.__eq__(1), p.__eq__(p), p.__ne__(1), p.__ne__(p), object.__eq__(p, 3), object.__eq__(p, p))
print(
    (1).__eq__("a"),
    "a".__eq__(1),
    (1).__eq__(1),
    [1].__eq__((1,)),
    (1.5).__eq__("x"),
    None.__eq__(1),
    {}.__eq__(1),
    {1}.__eq__([1]),
)
print(
    (1,).__eq__([1]),
    (1).__ne__("a"),
    "a".__ne__("b"),
    [1].__ne__(3),
    [1.5].__eq__([1.5]),
    [1.5].__eq__(2),
    (1).__eq__(1.0),
    (1.0).__eq__(1),
    True.__eq__(1),
)
print(
    Word("a").__eq__("a"),
    Word("a").__eq__(2),
    Row([1]).__eq__([1]),
    Row([1]).__eq__(2),
    Row([2]).__ne__(Row()),
    str.__eq__("a", 3),
    int.__eq__(3, 3.0),
)
print(bytearray(b"a").__eq__(b"a"))
print(
    b"a".__eq__("a"),
    b"a".__eq__(bytearray(b"a")),
    range(3).__eq__(range(3)),
    range(3).__eq__(3),
    (1j).__eq__(1),
    frozenset("a").__eq__({"a"}),
)
if p.__eq__(p):
    print("same")


def same_text(a: str, b: object) -> bool:
    return a.__eq__(b) is True


print(same_text("a", "a"), same_text("a", 1), all(x.__eq__(x) for x in [1, 2]))
