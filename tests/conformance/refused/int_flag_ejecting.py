# expect-refusal: unsupported
"""Operators of an IntFlag that give an int for bits that no member has."""

from enum import EJECT, IntFlag


class Access(IntFlag, boundary=EJECT):
    READ = 1
    WRITE = 2


print(Access.READ | 8)
