"""Methods through `type(x)`, and what every object has for `hasattr`; documentation of partial objects."""

import functools


class A:
    """An A."""
    def __init__(self, n: int) -> None:
        self.n = n
    def __hash__(self) -> int:
        return self.n
    def __eq__(self, other: object) -> bool:
        return isinstance(other, A) and other.n == self.n
    def __repr__(self) -> str:
        return f"A({self.n})"
a = A(4)
print(type(1).__hash__(1), type("x").__len__("xyz"), type(a).__hash__(a), type(a).__repr__(a), type(a).__eq__(a, A(4)), type(2.5).__repr__(2.5))
print(type(1).__add__(1, 2), type([1]).__len__([1, 2]), type(True).__repr__(True), type(3).from_bytes(b"\x01", "big"))
print(hasattr(1, "__doc__"), hasattr(a, "__doc__"), hasattr("s", "__doc__"), hasattr(1, "__class__"), hasattr(1, "real"), hasattr(1, "nothing"))
print(hasattr(None, "__doc__"), hasattr([], "__doc__"), hasattr(2.5, "__doc__"), hasattr(A, "__doc__"), hasattr((1,), "__doc__"), hasattr(True, "__doc__"))
x: object = 3
print(hasattr(x, "__doc__"), getattr(a, "__doc__"))
print(functools.partial.__doc__)
def f(x: int) -> int: return x
p = functools.partial(f, 1)
print(p.__doc__ == functools.partial.__doc__)
