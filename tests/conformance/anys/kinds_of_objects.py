"""isinstance with Hashable and with the classes of functions, named, held in variables and in tuples."""

import types
from collections.abc import Callable, Hashable, Iterable, Sized
from dataclasses import dataclass
from typing import Any


class Plain: ...


class Equal:
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Equal)


class EqualAndHashed(Equal):
    def __hash__(self) -> int:
        return 3


@dataclass
class Record:
    x: int


@dataclass(frozen=True)
class Frozen:
    x: int

    def method(self) -> int:
        return self.x


class NoHash:
    __hash__ = None  # type: ignore[assignment]


def named(x: Any) -> bool:
    return isinstance(x, Hashable)


def of_object(x: object) -> bool:
    return isinstance(x, Hashable)


def held(x: Any, kind: Any) -> bool:
    return isinstance(x, kind)


values: list[Any] = [
    object(),
    Plain(), Equal(), EqualAndHashed(), Record(1), Frozen(1), NoHash(), 1, 2**70, 1.5, True, None, "a", b"", bytearray(),
    [1], {}, {1}, frozenset(), (1, [2]), range(3), named, Plain, {}.keys(), {}.items(), slice(1), Frozen(2).method,
]  # fmt: skip
for test in (named, of_object, lambda x: held(x, Hashable), lambda x: held(x, (Sized, Hashable))):
    print("".join("+" if test(x) else "-" for x in values))
print(issubclass(list, Hashable), issubclass(Plain, Hashable), issubclass(Record, Hashable), isinstance(3, Hashable), isinstance([], Hashable))


class Memo:
    """Results by argument, where it can be a key."""

    def __init__(self, function: Callable[[Any], int]) -> None:
        self.function = function
        self.known: dict[Hashable, int] = {}
        self.missed = 0

    def __call__(self, argument: Any) -> int:
        key = argument if isinstance(argument, Hashable) else repr(argument)
        if key not in self.known:
            self.missed += 1
            self.known[key] = self.function(argument)
        return self.known[key]


size = Memo(lambda x: len(list(x)) if isinstance(x, Iterable) else 0)
print([size(x) for x in ([1, 2], "abc", [1, 2], (1, 2), {1: 2}, 5, 5)], size.missed)

KINDS = {"function": types.FunctionType, "method": types.MethodType, "builtin": types.BuiltinFunctionType}


def kinds(x: Any) -> list[str]:
    return [name for name, kind in KINDS.items() if held(x, kind)]


def outer() -> Callable[[], int]:
    return lambda: 1


things: list[Any] = [outer, outer(), Frozen(3).method, len, [].append, "".join, int.from_bytes, Plain, 3]
for one in things:
    print(kinds(one), held(one, (types.FunctionType, types.MethodType)), isinstance(one, types.FunctionType))


class Odd:
    nothing = property()

    @property
    def fixed(self) -> int:
        return 1


def attempt(work: Callable[[], object]) -> None:
    try:
        print(work())
    except AttributeError as error:
        print(error)


odd: Any = Odd()
attempt(lambda: odd.nothing)
attempt(lambda: setattr(odd, "fixed", 2))
attempt(lambda: delattr(odd, "fixed"))
