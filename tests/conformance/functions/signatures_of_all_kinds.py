"""Signatures of what classes, wrappers and protocols make of functions; commands that tell their usage."""

from __future__ import annotations
import inspect, enum, abc
from dataclasses import dataclass, InitVar, field
from typing import Any, Callable, Generic, TypeVar, Protocol
import functools
import asyncio
T = TypeVar("T")

class Color(enum.Enum):
    RED = 1

class Boom(Exception):
    pass

class Coded(Exception):
    def __init__(self, code: int, *, note: str = "") -> None:
        super().__init__(code)

class Base(abc.ABC):
    @abc.abstractmethod
    def run(self, x: T, *rest: int) -> T: ...

class Impl(Base):
    def run(self, x: T, *rest: int) -> T:
        return x

class Box(Generic[T]):
    def __init__(self, item: T, size: int | None = None) -> None:
        self.item = item
    def get(self, default: T | None = None) -> T:
        return self.item

class Greets(Protocol):
    def greet(self) -> str: ...

class Named:
    def __new__(cls, name: str, *extra: int) -> Named:
        return super().__new__(cls)

class Meta(type):
    def __call__(cls, *args: Any, **kw: Any) -> Any:
        return super().__call__(*args, **kw)

class WithMeta(metaclass=Meta):
    def __init__(self, a: int) -> None: ...

@dataclass(frozen=True)
class Conf:
    host: str
    port: int = 80
    seed: InitVar[int] = 0
    hidden: int = field(default=1, init=False)

@dataclass(frozen=True)
class Sub(Conf):
    pass

class Empty: pass

async def job(n: int, /) -> None: ...

def gen(n: int = 3):
    yield n

class Handler:
    def __init__(self) -> None:
        self.calls: list[str] = []

    def on_event(self, name: str, payload: dict[str, Any] | None = None, *, urgent: bool = False) -> None:
        self.calls.append(name)

def dispatch(handler: Callable[..., Any], available: dict[str, Any]) -> Any:
    sig = inspect.signature(handler)
    kwargs = {k: v for k, v in available.items() if k in sig.parameters}
    return handler(**kwargs)

def area(width: int, height: int) -> int:
    return width * height

print(dispatch(area, {"width": 2, "height": 4, "depth": 3}))
shown: list[Any] = [Color, Boom, Coded, Impl, Impl().run, Box, Box(1).get, Greets, Named, WithMeta, Conf, Empty, job, gen, Handler().on_event]
for f in shown:
    try:
        print(f.__qualname__, inspect.signature(f))
    except ValueError as error:
        print(error)

class Registry:
    def __init__(self) -> None:
        self.commands: dict[str, Callable[..., str]] = {}
    def command(self, f: Callable[..., str]) -> Callable[..., str]:
        self.commands[f.__name__] = f
        return f
    def usage(self) -> None:
        for name, f in self.commands.items():
            parts = []
            for p in inspect.signature(f).parameters.values():
                if p.kind is inspect.Parameter.VAR_POSITIONAL:
                    parts.append(f"[{p.name}...]")
                elif p.default is inspect.Parameter.empty:
                    parts.append(f"<{p.name}>")
                else:
                    parts.append(f"[{p.name}={p.default!r}]")
            print(name, *parts, "-", inspect.getdoc(f))

reg = Registry()

@reg.command
def add(name: str, *tags: str) -> str:
    """Add an item."""
    return name

@reg.command
def rm(name: str, force: bool = False, color: Color = Color.RED) -> str:
    """Remove an item."""
    return name
reg.usage()

def checked(f: Callable[..., Any]) -> Callable[..., Any]:
    sig = inspect.signature(f)
    @functools.wraps(f)
    def inner(*args: Any, **kwargs: Any) -> Any:
        bound = sig.bind(*args, **kwargs)
        bound.apply_defaults()
        print(f.__name__, dict(bound.arguments))
        return f(*bound.args, **bound.kwargs)
    return inner

@checked
def scale(x: float, *more: float, by: float = 2.0, **opts: Any) -> float:
    return x * by + sum(more)

print(scale(1.5), scale(1.0, 2.0, by=3.0, tag="a"))
try:
    scale()
except TypeError as error:
    print(error)
print(inspect.signature(scale), inspect.signature(functools.partial(scale, by=1.0)))
new = inspect.Signature([inspect.Parameter("a", inspect.Parameter.POSITIONAL_ONLY), inspect.Parameter("b", inspect.Parameter.KEYWORD_ONLY, default=2, annotation=int)], return_annotation=str)
print(new, hash(new) == hash(new.replace()), new.replace(return_annotation=inspect.Signature.empty))
add.__signature__ = new  # type: ignore[attr-defined]
print(inspect.signature(add))
for make in (lambda: inspect.Parameter("1x", inspect.Parameter.KEYWORD_ONLY), lambda: inspect.Parameter("for", inspect.Parameter.KEYWORD_ONLY), lambda: inspect.Parameter("a", inspect.Parameter.VAR_KEYWORD, default=1)):
    try:
        make()
    except ValueError as error:
        print(error)
try:
    inspect.Signature([inspect.Parameter("a", inspect.Parameter.KEYWORD_ONLY), inspect.Parameter("b", inspect.Parameter.POSITIONAL_ONLY)])
except ValueError as error:
    print(error)
try:
    inspect.Signature([inspect.Parameter("a", inspect.Parameter.KEYWORD_ONLY), inspect.Parameter("a", inspect.Parameter.KEYWORD_ONLY)])
except ValueError as error:
    print(error)
kinds: list[Any] = [Base, Impl, Greets, Empty, Conf, int, 5, add, len, Impl().run, "x".upper, functools.partial(add, "a")]
for k in kinds:
    print(inspect.isabstract(k), inspect.isfunction(k))
import keyword
print(keyword.iskeyword("for"), keyword.issoftkeyword("match"), keyword.iskeyword("x"), len(keyword.kwlist))
