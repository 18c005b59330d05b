"""Defaults of fields: shared ones are refused as on CPython; deleted attributes, InitVars, `fields` twice."""

from dataclasses import dataclass, field, fields, replace, InitVar
from typing import Any

@dataclass
class P:
    x: int = 0

try:
    @dataclass
    class Q:
        p: P = P()
    print(Q())
except ValueError as error:
    print(error)

@dataclass
class C:
    x: int
    y: InitVar[int | None] = None
    z: InitVar[int] = 42
    def __post_init__(self, y: int | None, z: int) -> None:
        if y is not None:
            self.x += y
        self.x += z
c = C(x=1, y=10, z=1)
print(c)
print(replace(c))
print(replace(c, y=4), replace(c, y=4, z=1))
print(fields(C) == fields(c), fields(C)[0] is fields(c)[0])

@dataclass
class D:
    x: int
    y: int = field(repr=False)
    t: int = field(default=100)
    u: list[int] = field(default_factory=list)
print(hasattr(D, "x"), hasattr(D, "y"), hasattr(D, "t"), hasattr(D, "u"), D.t)
d = D(1, 2, 3)
del d.t
print(d.t)
for make in range(5):
    try:
        if make == 0:
            @dataclass
            class A1:
                items: list[int] = []
        elif make == 1:
            @dataclass
            class A2:
                n: int
                table: dict[str, int] = field(default={})
        elif make == 2:
            @dataclass(frozen=True)
            class Frozen:
                x: int = 1
            @dataclass
            class A3:
                f: Frozen = Frozen(2)
                t: tuple[int, ...] = (1, 2)
            print(A3())
        elif make == 3:
            class Plain:
                def __eq__(self, other: object) -> bool:
                    return True
            @dataclass
            class A4:
                p: Plain = Plain()
        else:
            class Same:
                pass
            @dataclass
            class A5:
                p: Same = Same()
            print("made")
    except ValueError as error:
        print(str(error).replace("__main__.", ""))


@dataclass
class Later:
    x: int
    y: InitVar[int] = None
    z: InitVar[int] = 42
    def __post_init__(self, y: int | None, z: int | None) -> None:
        if y is not None:
            self.x += y
        if z is not None:
            self.x += z
later = Later(x=1, y=10, z=1)
print(replace(later), replace(later, y=4), replace(later, y=4, z=1), Later(3), Later(3, z=0))
def local(n: int) -> tuple[object, ...]:
    @dataclass
    class D:
        a: int = n
    print(fields(D) == fields(D(1)), fields(D)[0] is fields(D)[0], fields(D)[0].default)
    return fields(D)
print(local(1) == local(2), local(3)[0] is local(3)[0])
