"""`bind` in all its ways, as CPython's own tests have them."""
import inspect
from functools import partial, partialmethod, wraps
from typing import Any


def call(func: Any, *args: Any, **kwargs: Any) -> Any:
    sig = inspect.signature(func)
    ba = sig.bind(*args, **kwargs)
    return func(*ba.args, **ba.kwargs)


def attempt(func: Any, *args: Any, **kwargs: Any) -> None:
    try:
        print(call(func, *args, **kwargs))
    except TypeError as error:
        print("TypeError:", error)


def empty() -> int:
    return 42


def var(*args: Any, **kwargs: Any) -> Any:
    return args, kwargs


def just_args(a: Any, b: Any, c: Any) -> Any:
    return a, b, c


def defaults(a: Any, b: Any, c: Any = 100) -> Any:
    return a, b, c


def varargs(a: Any, b: Any, c: Any, *args: Any) -> Any:
    return a, b, c, args


def kwonly(a: Any, b: Any, c: Any = 3, *, d: Any, e: Any = 5, **kwargs: Any) -> Any:
    return a, b, c, d, e, kwargs


def posonly(a_po: Any, b_po: Any, c_po: Any = 3, /, foo: Any = 42, *, bar: Any = 50, **kwargs: Any) -> Any:
    return a_po, b_po, c_po, foo, bar, kwargs


def self_named(self: Any, ham: Any) -> Any:
    return self, ham


attempt(empty)
attempt(empty, 1)
attempt(empty, spam=1)
attempt(var)
attempt(var, 1, x=2)
attempt(just_args, 1, 2, 3)
attempt(just_args, 1, 2)
attempt(just_args, 1, 2, 3, 4)
attempt(just_args, 1, b=20, c=3)
attempt(just_args, 1, 2, 3, b=20)
attempt(defaults, 1, 2)
attempt(defaults, b=2, a=1)
attempt(defaults, 1, c=2)
attempt(varargs, 1, 2, 3, 4, 5)
attempt(varargs, 1, 2, 3)
attempt(varargs, 1, 2, c=3)
attempt(kwonly, 1, 2, d=4)
attempt(kwonly, 1, 2, 3, 4)
attempt(kwonly, 1, 2, d=4, z=9)
attempt(kwonly, 1, 2, e=1)
attempt(posonly, 1, 2, 4, 5, bar=6)
attempt(posonly, 1, 2)
attempt(posonly, 1, 2, foo=4, bar=5)
attempt(posonly, 1, foo=2)
attempt(posonly, 1, 2, foo=4, c_po=4)
attempt(posonly, b_po=4, foo=4)
attempt(posonly, 1, 2, other=3)
attempt(self_named, self=1, ham=2)

partials: list[Any] = [
    partial(just_args, 1),
    partial(just_args, b=2),
    partial(defaults, c=7),
    partial(partial(kwonly, 1), d=9),
    partial(kwonly, 1, 2, 3, d=4, q=1),
    partial(varargs, 1, 2, 3, 4),
    partial(posonly, 1),
    partial(var, 1, k=2),
]
for one in partials:
    print(inspect.signature(one))
try:
    wrong: Any = empty
    inspect.signature(partial(wrong, 1))
except ValueError as error:
    print(str(error).partition("object")[0], "|", error.__cause__)


class Widget:
    def move(self, x: int, y: int = 0) -> None: ...

    @classmethod
    def load(cls, *names: str) -> None: ...

    def odd(self, *args: Any) -> None: ...

    @property
    def size(self) -> int:
        return 1


print(inspect.signature(Widget.move), inspect.signature(Widget().move), inspect.signature(Widget().odd))
print(inspect.signature(Widget.load), inspect.signature(Widget))
move = inspect.signature(Widget.move)
print(list(move.parameters), move.parameters["y"].default, "z" in move.parameters, len(move.parameters))
without = move.replace(parameters=list(move.parameters.values())[1:])
print(without, without == inspect.signature(Widget().move), without != move)
ba = inspect.signature(kwonly).bind_partial(1, d=3)
print(ba.arguments, ba.args, ba.kwargs)
ba.apply_defaults()
print(ba.arguments, ba.signature == inspect.signature(kwonly))
ba.arguments["b"] = 8
print(ba.args, ba.kwargs, ba == inspect.signature(kwonly).bind_partial(1, d=3))
p = inspect.Parameter("foo", inspect.Parameter.POSITIONAL_OR_KEYWORD, default=42, annotation=int)
print(p, repr(p), p.replace(kind=inspect.Parameter.KEYWORD_ONLY).kind, p == p.replace(), p == p.replace(default=1))
print({p: 1}[p.replace()], p.replace(default=inspect.Parameter.empty), p.kind < inspect.Parameter.VAR_POSITIONAL)
for kind in inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.VAR_KEYWORD:
    print(kind, int(kind), kind.name, kind.description, repr(kind))


def cached(func: Any) -> Any:
    @wraps(func)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        bound = inspect.signature(func).bind(*args, **kwargs)
        bound.apply_defaults()
        key = tuple(bound.arguments.items())
        if key not in memo:
            memo[key] = func(*args, **kwargs)
        return memo[key]

    memo: dict[Any, Any] = {}
    return wrapper


@cached
def power(base: int, exponent: int = 2) -> int:
    print("computing", base, exponent)
    return base**exponent


print(power(3), power(3, 2), power(base=3), power(2, exponent=3))
print(inspect.getfullargspec(kwonly))
print(inspect.getfullargspec(Widget().move).args, inspect.getfullargspec(power).varargs)
