from collections.abc import Callable
from typing import Any


class A:
    def foo(self, cls: Any) -> str:
        return f"spam {cls.__name__}"


def plain(*args: Any) -> str:
    return f"plain {args}"


def named(cls: Any, n: int = 0) -> str:
    return f"{cls.__name__} {n}"


class B:
    bar = classmethod(A().foo)
    made = classmethod(named)
    still = staticmethod(plain)
    count = staticmethod(len)

    def own(self) -> str:
        return "own"


print(B.bar(), B().bar(), B.made(), B().made(3), B.still(1), B().still(2), B.count("abc"))
w: Any = staticmethod(plain)
print(w(1), w.__func__ is plain, w.__wrapped__ is plain, w.__get__(None, B)(5), repr(w).split(" at ")[0])
c: Any = classmethod(named)
print(
    c.__func__ is named,
    c.__wrapped__ is named,
    c.__get__(B())(),
    c.__get__(None, B)(7),
    c.__get__(B(), A)(),
    repr(c).split(" at ")[0],
)
try:
    c(1)
except TypeError as error:
    print(error)
x = staticmethod(plain)
print(x(4))
print(c.__name__, w.__name__, w.__qualname__)


def wrap(kind: Any) -> Any:
    return kind(plain)


print(wrap(staticmethod)(3), wrap(classmethod).__get__(B())())
