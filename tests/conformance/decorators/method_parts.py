"""partialmethod of every kind of method; wraps that takes over a part of the names."""

import functools
from typing import Any

def capture(*args: Any, **kw: Any) -> Any:
    return args[1:], kw

class A(object):
    positional = functools.partialmethod(capture, 1)
    nested: functools.partialmethod[Any] = functools.partialmethod(positional, 5)
    over_partial = functools.partialmethod(functools.partial(capture, c=6), 7)
    static = functools.partialmethod(staticmethod(capture), 8)
    cls: functools.partialmethod[Any] = functools.partialmethod(classmethod(capture), d=9)

a = A()
print(a.positional(3))
print(a.nested(6, d=7))
print(A.nested(a, 6, d=7))
print(a.over_partial(1))
print(a.static(1, x=3), A.static(1))
print(a.cls(1, x=3), A.cls(1))

def f() -> None:
    """Doc of f."""

@functools.wraps(f, (), ())
def wrapper() -> None:
    pass
@functools.wraps(f, assigned=("__name__",))
def second() -> None:
    """Own."""
print(wrapper.__name__, wrapper.__qualname__, wrapper.__doc__, wrapper.__wrapped__ is f)
print(second.__name__, second.__qualname__, second.__doc__)

