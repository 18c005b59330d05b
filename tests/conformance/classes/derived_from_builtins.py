"""Classes derived from built-ins; `__new__`; recursive reprs; classes without a hash."""

from __future__ import annotations

from typing import Any


class MyList(list[int]):
    def total(self) -> int:
        return sum(self)

    def append(self, x: int) -> None:
        print("append", x)
        super().append(x)


m = MyList([1, 2])
m.append(3)
m.extend([4, 5])
m += [6]
print(m, m.total(), len(m), m[0], m[1:3], type(m[1:3]).__name__, m == [1, 2, 3, 4, 5, 6], isinstance(m, list))


class Default(dict[str, int]):
    def __init__(self, **kw: int) -> None:
        super().__init__(**kw)
        self.misses = 0

    def __missing__(self, key: str) -> int:
        self.misses += 1
        self[key] = len(key)
        return len(key)


d = Default(a=1)
print(d["a"], d["hello"], d, d.misses, d.get("zz"), "zz" in d)


class Tags(set[str]):
    def add(self, x: str) -> None:
        super().add(x.lower())


t = Tags()
t.add("ABC")
print(t, "abc" in t)


class Name(str):
    def shout(self) -> str:
        return self.upper() + "!"

    def __new__(cls, value: str) -> Name:
        return super().__new__(cls, value.strip())


n = Name("  bob ")
print(n, n.shout(), len(n), n == "bob", type(n).__name__, isinstance(n, str), n + "x", repr(n))


class Pair(tuple[int, int]):
    def __new__(cls, a: int, b: int) -> Pair:
        return super().__new__(cls, (a, b))  # type: ignore[return-value]

    @property
    def total(self) -> int:
        return self[0] + self[1]


p = Pair(3, 4)
print(p, p.total, p == (3, 4), len(p), hash(p) == hash((3, 4)))
a, b = p
print(a, b)


class AppError(Exception):
    code = 1

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class NotFound(AppError, KeyError):
    code = 404

    def __str__(self) -> str:
        return f"[{self.code}] {self.args[0]} ({self.hint})"


for kind in (AppError, NotFound):
    try:
        raise kind("oops", hint="look")
    except AppError as e:
        print(type(e).__name__, e, e.args, e.hint, repr(e), isinstance(e, KeyError), isinstance(e, LookupError))


class Single:
    _one: Single | None = None

    def __new__(cls) -> Single:
        if cls._one is None:
            cls._one = super().__new__(cls)
            print("made")
        return cls._one


print(Single() is Single())


class Stamp:
    counter = 0

    def __new__(cls, *args: Any) -> Stamp:
        self = object.__new__(cls)
        Stamp.counter += 1
        self.number = Stamp.counter
        return self

    number: int

    def __init__(self, name: str) -> None:
        self.name = name


s, u = Stamp("a"), Stamp("b")
print(s.number, s.name, u.number, u.name)


class Tree:
    def __init__(self, v: int) -> None:
        self.v = v
        self.kids: list[Tree] = []

    def __repr__(self) -> str:
        return f"Tree({self.v}, {self.kids})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tree) and self.v == other.v


r = Tree(1)
r.kids.append(Tree(2))
print(r)
l: list[Any] = [1]
l.append(l)
print(l)
try:
    print({r: 1})
except TypeError as e:
    print(e)
try:
    hash(r)
except TypeError as e:
    print(e)

class Frozen(frozenset[int]):
    pass

print(Frozen([1, 2]), len(Frozen((1, 2, 3))), Frozen(), frozenset([1]))

class Text(str):
    def __init__(self, value: object = 0) -> None:
        print("init", value)

print(Text("abc"), len(Text("xy")))

class Raw(bytes):
    def __init__(self, *value: object) -> None:
        print("init", value)

print(Raw(b"abc"), len(Raw(b"xy")))

class Row(tuple[int, ...]):
    def __init__(self, value: object = 0) -> None:
        print("init", value)

print(Row([1, 2]), len(Row((1, 2, 3))))

class Kept(frozenset[int]):
    def __init__(self, value: object = 0) -> None:
        self.given = value

print(Kept([1, 2]), len(Kept((1, 2, 3))), Kept([3, 4]).given)
