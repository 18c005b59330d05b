"""Dataclasses written out without their names; `replace` of a union; objects with and without a `__dict__`."""

from __future__ import annotations
from dataclasses import dataclass, fields, is_dataclass, replace, field
from typing import Any
import json


@dataclass
class A:
    x: int
    y: list[int]


@dataclass(slots=True)
class B:
    s: str
    a: A | None = None


@dataclass(kw_only=True)
class C(A):
    z: float = 1.5


def dump(o: Any) -> Any:
    if is_dataclass(o) and not isinstance(o, type):
        return {f.name: dump(getattr(o, f.name)) for f in fields(o)}
    return o


def dump2(o: object) -> object:
    if is_dataclass(o) and not isinstance(o, type):
        return {k: dump2(v) for k, v in vars(o).items()}
    if isinstance(o, list):
        return [dump2(v) for v in o]
    return o


def zero(o: A | B) -> A | B:
    match o:
        case A():
            return replace(o, x=0)
    return o


class P:
    q = 1


print(dump(A(1, [2])), dump(B("x", A(3, []))), dump(3), dump(B), dump(C(1, [], z=2)))
print(dump2(A(1, [2])), dump2(C(1, [3], z=2)))
try:
    print(dump2(B("x")))
except TypeError as e:
    print(e)
things: list[A | B] = [A(1, [2]), B("x"), C(1, [3], z=2)]
print([replace(t) for t in things], [zero(t) for t in things])


def grow(t: A | C, n: int) -> A | C:
    return replace(t, x=n)


print(grow(A(1, []), 5), grow(C(1, []), 6), replace(things[0]) is things[0], replace(things[2]) == things[2])


class Node:
    __slots__ = ("v", "__weakref__")

    def __init__(self, v: int) -> None:
        self.v = v


class Wide(Node):
    def __init__(self, v: int) -> None:
        super().__init__(v)
        self.w = v * 2


def state(n: Node) -> dict[str, Any]:
    return dict(vars(n)) if hasattr(n, "__dict__") else {}


def kept(o: A | B | Node | None) -> bool:
    return hasattr(o, "__dict__")


print(state(Node(1)), state(Wide(2)), [kept(o) for o in (A(1, []), B("q"), Node(1), Wide(2), None, C(1, []))])
n: Node = Wide(3)
print(n.__dict__.items())
try:
    n = Node(1)
    print(n.__dict__.items())
except AttributeError as e:
    print(e)
