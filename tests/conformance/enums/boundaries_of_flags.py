"""Boundaries of flags: what becomes of bits that no member has."""

from enum import CONFORM, EJECT, KEEP, STRICT, Flag, IntFlag


class B(Flag, boundary=EJECT):
    R = 1
    W = 2
print(B(1), B(3))
value = B(8)
print(value, repr(value), isinstance(value, int), isinstance(value, B))
def parse(n: int) -> object:
    return B(n)
print([parse(n) for n in range(6)])
print(B.R | B.W, ~B.R, B.R ^ B.W)


class A(IntFlag, boundary=CONFORM):
    R = 1
    W = 2
class C(Flag, boundary=CONFORM):
    R = 1
    W = 2
class D(IntFlag, boundary=STRICT):
    R = 1
    W = 2
class K(Flag, boundary=KEEP):
    R = 1
print(A(9), repr(A(9)), A.R | 8)
print(C(9), repr(C(9)))
try:
    print(D(9))
except ValueError as e:
    print(e)
print(K(9), repr(K(9)))
