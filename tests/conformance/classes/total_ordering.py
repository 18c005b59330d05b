from functools import total_ordering


@total_ordering
class Lt:
    def __init__(self, n: int) -> None:
        self.n = n

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lt) and self.n == other.n

    def __lt__(self, other: "Lt") -> bool:
        return self.n < other.n


@total_ordering
class Le:
    def __init__(self, n: int) -> None:
        self.n = n

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Le) and self.n == other.n

    def __le__(self, other: "Le") -> bool:
        return self.n <= other.n


@total_ordering
class Gt:
    def __init__(self, n: int) -> None:
        self.n = n

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Gt) and self.n == other.n

    def __gt__(self, other: "Gt") -> bool:
        return self.n > other.n


@total_ordering
class Ge:
    def __init__(self, n: int) -> None:
        self.n = n

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Ge) and self.n == other.n

    def __ge__(self, other: "Ge") -> bool:
        return self.n >= other.n


for i in range(2):
    for j in range(2):
        print(Lt(i) < Lt(j), Lt(i) <= Lt(j), Lt(i) > Lt(j), Lt(i) >= Lt(j))
        print(Le(i) < Le(j), Le(i) <= Le(j), Le(i) > Le(j), Le(i) >= Le(j))
        print(Gt(i) < Gt(j), Gt(i) <= Gt(j), Gt(i) > Gt(j), Gt(i) >= Gt(j))
        print(Ge(i) < Ge(j), Ge(i) <= Ge(j), Ge(i) > Ge(j), Ge(i) >= Ge(j))
print([x.n for x in sorted([Gt(3), Gt(1), Gt(2)])], max(Le(1), Le(5)).n, min([Ge(4), Ge(2)]).n)
