"""`__new__` of subclasses of tuple, str and bytes that have subclasses of their own."""

from typing import Any


class H(tuple[bytes, bytes]):
    indexable = True

    def __new__(cls, *args: Any) -> "H":
        return tuple.__new__(cls, args)


class N(H):
    indexable = False

    def __new__(cls, *args: Any) -> "N":
        return tuple.__new__(cls, args)


class M(H):
    def first(self) -> bytes:
        return self[0]


class MM(M):
    pass


class T(str):
    def __new__(cls, x: str) -> "T":
        return super().__new__(cls, x.strip())

    def loud(self) -> str:
        return self.upper() + "!"


class U(T):
    def loud(self) -> str:
        return super().loud() * 2


class B(bytes):
    def __new__(cls, n: int) -> "B":
        made = super().__new__(cls, n)
        return made


class C(B):
    pass


for k in (H, N, M, MM):
    x = k(b"a", b"b")
    print(type(x).__name__, x, x.indexable, isinstance(x, M), x == (b"a", b"b"))
print(MM(b"z", b"").first(), T(" a ").loud(), U(" b ").loud(), type(U("c")), C(2), type(C(1)), B(0))
