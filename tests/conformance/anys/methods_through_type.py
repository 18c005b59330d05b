import types
from typing import Any


def a() -> Any:
    yield 1


def b() -> Any:
    yield 1


async def c() -> Any:
    yield 1


x, y = a(), b()
print(type(x) is type(y), type(x) == type(y), type(x))
print(isinstance(x, types.GeneratorType), type(x) is types.GeneratorType)
z = c()
print(type(z) is types.AsyncGeneratorType)
k: Any = z
print(type(type(k).__anext__(k)).__name__)
q: Any = [1, 2]
type(q).append(q, 3)
print(type(q).__len__(q), q, type(q).pop(q), type(x).__next__(x), type(q).index(q, 2))
q = {1: 2}
print(list(type(q).__iter__(q)), type(q).get(q, 1))
q = 7
print(type(q).__add__(q, 1), type(q).__name__)
try:
    print(type(q).nothing)
except AttributeError as e:
    print(e)
