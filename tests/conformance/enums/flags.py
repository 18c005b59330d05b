"""Flag and IntFlag: operators, iteration, composites, boundaries, aliases, errors."""

from enum import CONFORM, KEEP, Flag, IntFlag, auto


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
    NONE = 0

    def short(self) -> str:
        return "".join(f.name[0].lower() if f.name else "?" for f in self)


class Mode(IntFlag):
    A = 1
    B = 2
    C = 8


class Loose(Flag, boundary=CONFORM):
    ONE = 1
    TWO = 2


class Keeping(Flag, boundary=KEEP):
    ONE = 1
    FOUR = 4


p = Perm.R | Perm.X
print(p, repr(p), p.value, p.name, Perm.RW, repr(Perm.RW), Perm.R | Perm.W, (Perm.R | Perm.W) is Perm.RW, Perm.NONE, repr(Perm.NONE))
print(list(Perm), len(Perm), list(p), len(p), p.short(), list(Perm.__members__), [x.name for x in ~p])
print(Perm.R in p, Perm.W in p, Perm.RW in Perm.RW, bool(p & Perm.W), bool(Perm.NONE), p & Perm.R, p ^ Perm.R, ~p, ~Perm.RW, ~Perm.NONE)
print(repr(p & Perm.W), str(Perm(0)), Perm(3), repr(Perm(7)), Perm["RW"], p == Perm(5), hash(p) == hash(Perm(5)), p is Perm.X | Perm.R)
q = Perm.R
q |= Perm.W
q &= ~Perm.R
print(q, q is Perm.W, {Perm.R | Perm.W: "rw"}[Perm.RW], f"{p}", f"{p:>12}|", sorted(Perm, key=lambda f: -f.value))
for bad in (8, 16, "R", -100):
    try:
        print(Perm(bad))
    except ValueError as error:
        print("ValueError:", error)
m = Mode.A | Mode.C
print(m, repr(m), str(m), f"{m:03d}", m + 1, m == 9, m | 2, repr(m | 4), repr(Mode(4)), repr(Mode(0)), 16 | Mode.A, repr(16 | Mode.A))
print(list(Mode), list(m), Mode.A in m, Mode.B in m, ~Mode.A, repr(~Mode.A), m & 8, repr(m & 8), m ^ Mode.C, isinstance(m, int), m * 2, bool(Mode(0)))
print(Mode.A < Mode.B, sum(Mode), [0, 1, 2][Mode.B], {1: "x"}[Mode.A], max(Mode), Mode.B == 2, Mode(3).name, Mode(3).value, Mode["C"])
print(Loose(7), repr(Loose(5)), repr(Loose(4)), repr(Keeping(7)), repr(Keeping(2)), Keeping.ONE | Keeping.FOUR)


def allowed(flags: Perm) -> list[str]:
    found = []
    if flags & Perm.R:
        found.append("read")
    if Perm.W in flags:
        found.append("write")
    if flags & Perm.X:
        found.append("run")
    return found


print(allowed(Perm.RW), allowed(Perm.NONE), allowed(Perm.R | Perm.W | Perm.X), allowed(~Perm.R))
match p & Perm.RW:
    case Perm.R:
        print("reads")
    case _:
        print("other")
