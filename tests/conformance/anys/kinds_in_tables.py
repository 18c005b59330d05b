"""Classes in tables, called at run time: None among them; counting by numbers of any kind."""

from itertools import count, islice
from typing import Any
import types
from types import NoneType

t: Any = type(None)
print(t(), t() is None, t, bool(t()))


def make(kind: Any) -> Any:
    return kind()


print([make(k) for k in (int, str, type(None), list, float, NoneType)])
try:
    t(1)
except TypeError as e:
    print(e)
table: dict[str, Any] = {"null": type(None), "int": int}
print({k: v() for k, v in table.items()})
print(list(islice(count(10.0, 2.5), 3)))
print(list(islice(count(1.0, 0.5), 3)), count(10.0, 2.5), count(step=2))
x: Any = 10
y: Any = 2.5
print(list(islice(count(x, y), 3)), list(islice(count(y, x), 3)), count(x, y))
