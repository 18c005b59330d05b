"""Signatures of functions, methods, classes and partials."""
import inspect
import functools
from dataclasses import dataclass, field
from typing import Any, Callable, NamedTuple, Optional
import collections


def plain(a, b=1, *args, c, d="x", **kw):
    return a


def typed(a: int, /, b: Optional[str] = None, *, c: list[int] = [1, 2]) -> dict[str, int]:
    return {}


LIMIT = 10


def evaluated(limit: int = LIMIT * 2, /, *, names: tuple[str, ...] = tuple("ab")) -> None: ...


class Shape:
    def __init__(self, name: str, sides: int = 4) -> None:
        self.name = name

    def area(self, scale: float = 1.5) -> float:
        return scale

    @classmethod
    def make(cls, name: str = "sq") -> "Shape":
        return cls(name)

    @staticmethod
    def help(topic: str) -> str:
        return topic

    def __call__(self, x: int) -> int:
        return x


class Square(Shape):
    pass


@dataclass
class Point:
    x: int
    y: int = 0
    tags: list[str] = field(default_factory=list)
    label: Optional[str] = field(default=None, kw_only=True)


class Pair(NamedTuple):
    left: int
    right: int = 5


Q = collections.namedtuple("Q", "a b", defaults=[2])


def logged(f: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(f)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        return f(*args, **kwargs)
    return wrapper


@logged
def wrapped(n: int, times: int = 3) -> str:
    return "x"


def outer(k: int) -> Callable[..., int]:
    def inner(a: int, b: int = k * 2, c: int = 3) -> int:
        return a + b + k
    return inner


things: list[Any] = [plain, typed, evaluated, Shape, Square, Shape.area, Shape("a").area, Shape.make, Shape.help,
    Shape("b"), Point, Pair, Q, wrapped, outer(5), lambda q, *r: q, functools.partial(plain, 1, d="y"), functools.partial(typed, 1, b="k")]
for one in things:
    sig = inspect.signature(one)
    print(sig)
    for name, p in sig.parameters.items():
        print("   ", name, p.kind, p.kind.description, p.default is inspect.Parameter.empty, p.annotation, repr(p))
print(inspect.signature(plain).bind(1, 2, 3, c=4, e=5))
b = inspect.signature(plain).bind_partial(1)
b.apply_defaults()
print(b, b.args, b.kwargs)
for args, kw in [((), {}), ((1,), {}), ((1,), {"a": 2, "c": 1})]:
    try:
        print(inspect.signature(plain).bind(*args, **kw))
    except TypeError as e:
        print("TypeError", e)
try:
    inspect.signature(evaluated).bind(1, 2)
except TypeError as e:
    print(e)
print(inspect.getfullargspec(plain))
print(inspect.signature(Point).return_annotation, inspect.signature(plain).return_annotation is inspect.Signature.empty)
print(inspect.signature(wrapped, follow_wrapped=False))
print(inspect.signature(plain) == inspect.signature(typed), repr(inspect.signature(Shape.help)))
print(inspect.Parameter("x", inspect.Parameter.KEYWORD_ONLY, default=3).replace(name="y"))
try:
    inspect.signature(int)
except ValueError as e:
    print(e)
print(inspect.signature(plain).parameters)
