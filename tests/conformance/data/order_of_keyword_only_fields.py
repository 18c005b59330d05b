"""Keyword-only fields stay where they are defined in repr, comparison, fields and asdict; only __init__ takes them last."""

from __future__ import annotations

from dataclasses import KW_ONLY, asdict, astuple, dataclass, field, fields, replace


@dataclass(order=True)
class Base:
    a: int
    k: int = field(default=0, kw_only=True)
    b: str = "b"


@dataclass(order=True)
class Child(Base):
    c: float = 0.5
    k: int = field(default=7, kw_only=True)
    _: KW_ONLY
    d: int = 1


@dataclass(kw_only=True)
class All(Base):
    e: int
    f: int = 2


for item in (Base(1, k=5), Child(1, "x", 2.5, d=3), All(1, e=4), All(1, "z", k=9, e=0, f=1)):
    print(item, [f.name for f in fields(item)], asdict(item), astuple(item))
print(Base(1, "a", k=2) < Base(1, "b", k=1), Base(1, "a", k=1) < Base(1, "b", k=1), Child(1) == Child(1, k=7), Child.__match_args__)
print(replace(Child(1), k=3, c=9.0), max(Base(2), Base(1, k=99)), repr(replace(All(5, e=6), e=7, b="q")))
match Child(1, "y", k=2):
    case Child(a, b, c, k=k, d=d):
        print(a, b, c, k, d)
