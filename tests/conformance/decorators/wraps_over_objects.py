"""functools.wraps over objects with `__call__`: they have documentation and a module, and no names."""

import functools
from typing import Any, Callable

def deco(f: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(f)
    def g(*a: Any) -> Any:
        return f(*a)
    return g

@deco
def h(x: int) -> int:
    """doc"""
    return x

class Caller:
    """A caller."""
    def __call__(self, x: int) -> int:
        """calls"""
        return x + 1

class Bare:
    def __call__(self, x: int) -> int:
        return x + 2
print(h(3), h.__name__, h.__doc__)
k = deco(Caller())
print(k(1), k.__doc__, k.__name__, k.__module__)
b = deco(Bare())
print(b(1), b.__doc__, b.__name__)
