"""The order of base classes computed by hand and compared with what super() does, in diamonds, ladders and mixins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


class InconsistentOrder(TypeError):
    pass


def merge(sequences: list[list[str]]) -> list[str]:
    out: list[str] = []
    while sequences := [s for s in sequences if s]:
        for sequence in sequences:
            head = sequence[0]
            if not any(head in other[1:] for other in sequences):
                break
        else:
            raise InconsistentOrder(f"no order for {', '.join(s[0] for s in sequences)}")
        out.append(head)
        for sequence in sequences:
            if sequence[0] == head:
                del sequence[0]
    return out


def linearise(name: str, bases: Mapping[str, Sequence[str]]) -> list[str]:
    parents = bases.get(name, ())
    return [name, *merge([linearise(p, bases) for p in parents] + [list(parents)])]


class Root:
    log: list[str] = []

    def __init__(self, **rest: object) -> None:
        if rest:
            raise TypeError(f"left over: {sorted(rest)}")
        self.log.append("Root")

    def trace(self) -> list[str]:
        return ["Root"]

    def weight(self, base: int = 1) -> int:
        return base


class A(Root):
    def __init__(self, *, a: int = 0, **rest: object) -> None:
        self.log.append(f"A{a}")
        super().__init__(**rest)

    def trace(self) -> list[str]:
        return ["A"] + super().trace()

    def weight(self, base: int = 1) -> int:
        return super().weight(base * 2)


class B(Root):
    def __init__(self, *, b: str = "", **rest: object) -> None:
        super().__init__(**rest)
        self.log.append(f"B{b}")

    def trace(self) -> list[str]:
        return ["B"] + super().trace()

    def weight(self, base: int = 1) -> int:
        return super().weight(base + 3)


class C(Root):
    def trace(self) -> list[str]:
        return ["C"] + super().trace()


class AB(A, B):
    def trace(self) -> list[str]:
        return ["AB"] + super().trace()


class BA(B, A):
    def trace(self) -> list[str]:
        return ["BA"] + super().trace()


class CAB(C, AB):
    def trace(self) -> list[str]:
        return ["CAB"] + super().trace()


class Last(CAB, B):
    def trace(self) -> list[str]:
        return ["Last"] + super(CAB, self).trace()

    def all_of(self) -> list[list[str]]:
        return [
            super().trace(),
            super(AB, self).trace(),
            super(A, self).trace(),
            super(B, self).trace(),
            A.trace(self),
        ]


class Loud(str):
    def shout(self) -> str:
        return self.upper() + "!"


class Tagged:
    tag = "plain"

    @classmethod
    def describe(cls) -> str:
        return f"{cls.__name__}:{cls.tag}"

    @property
    def label(self) -> str:
        return self.tag


class Boxed(Tagged):
    tag = "boxed"

    @classmethod
    def describe(cls) -> str:
        return f"[{super().describe()}]"

    @property
    def label(self) -> str:
        return f"<{super().label}>"


class Starred(Tagged):
    @classmethod
    def describe(cls) -> str:
        return f"*{super().describe()}*"

    @property
    def label(self) -> str:
        return f"*{super().label}*"


class Both(Boxed, Starred):
    pass


class Turned(Starred, Boxed):
    tag = "turned"


def main() -> None:
    hierarchy = {"A": ["Root"], "B": ["Root"], "C": ["Root"], "AB": "A B".split(), "BA": ["B", "A"], "CAB": ["C", "AB"],
                 "Last": ["CAB", "B"]}  # fmt: skip
    for cls in (Root, A, AB, BA, CAB, Last):
        names = [c.__name__ for c in cls.__mro__]
        print(names, names[:-1] == linearise(cls.__name__, hierarchy))
    for thing in (A(a=1), AB(a=2, b="x"), BA(b="y", a=3), CAB(a=4), Last(b="z")):
        print(type(thing).__name__, thing.trace(), thing.weight(), thing.log)
        Root.log.clear()
    print(Last().all_of())
    try:
        BA(a=1, c=2, d=3)
    except TypeError as error:
        print(error, Root.log)
    for wrong in (
        {"X": ["A", "B"], "Y": ["B", "A"], "Z": ["X", "Y"]},
        {"P": [], "Q": ["P"], "Z": ["P", "Q"]},
    ):
        try:
            print(linearise("Z", wrong))
        except InconsistentOrder as error:
            print(error)
    print(linearise("Z", {"K1": list("ABC"), "K2": list("DBE"), "K3": list("DA"), "Z": ["K1", "K2", "K3"]}))
    for tagged in (Both(), Turned()):
        print(tagged.describe(), tagged.label, type(tagged).describe(), isinstance(tagged, Boxed))
    print(
        issubclass(Turned, (int, Starred)),
        issubclass(Boxed, Both),
        Both.__bases__ == (Boxed, Starred),
        Last.__base__,
    )
    print(
        Loud("hey").shout(),
        Loud("a") + Loud("b"),
        isinstance(Loud("x").upper(), Loud),
        Loud.__bases__,
    )
    print(
        B.weight(Last(), 5),
        Last().weight(5),
        [c.__name__ for c in bool.__mro__],
        [c.__name__ for c in KeyError.__mro__],
    )


main()
