"""Result and Option types: mapping, chaining, collecting, a decorator that catches, pattern matching, validation."""

from __future__ import annotations

import functools
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, NoReturn, ParamSpec, TypeVar, Union, overload

T = TypeVar("T")
U = TypeVar("U")
E = TypeVar("E")
F = TypeVar("F")
P = ParamSpec("P")
X = TypeVar("X", bound=Exception)


class Unwrapped(Exception):
    """`unwrap` of what is not there."""


@dataclass(frozen=True)
class Ok(Generic[T]):
    value: T

    def map(self, function: Callable[[T], U]) -> Ok[U]:
        return Ok(function(self.value))

    def map_error(self, function: Callable[[Any], Any]) -> Ok[T]:
        return self

    def then(self, function: Callable[[T], Result[U, E]]) -> Result[U, E]:
        return function(self.value)

    def unwrap(self) -> T:
        return self.value

    def unwrap_or(self, default: object) -> T:
        return self.value

    def __iter__(self) -> Iterator[T]:
        yield self.value

    def __bool__(self) -> bool:
        return True


@dataclass(frozen=True)
class Err(Generic[E]):
    error: E

    def map(self, function: Callable[[Any], Any]) -> Err[E]:
        return self

    def map_error(self, function: Callable[[E], F]) -> Err[F]:
        return Err(function(self.error))

    def then(self, function: Callable[[Any], Any]) -> Err[E]:
        return self

    def unwrap(self) -> NoReturn:
        raise Unwrapped(f"unwrap of {self!r}")

    def unwrap_or(self, default: U) -> U:
        return default

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __bool__(self) -> bool:
        return False


Result = Union[Ok[T], Err[E]]


def catching(*kinds: type[X]) -> Callable[[Callable[P, T]], Callable[P, Result[T, X]]]:
    def decorate(function: Callable[P, T]) -> Callable[P, Result[T, X]]:
        @functools.wraps(function)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> Result[T, X]:
            try:
                return Ok(function(*args, **kwargs))
            except kinds as error:
                return Err(error)

        return wrapper

    return decorate


def collect(results: Iterable[Result[T, E]]) -> Result[list[T], E]:
    values: list[T] = []
    for result in results:
        if isinstance(result, Err):
            return result
        values.append(result.value)
    return Ok(values)


def partition(results: Iterable[Result[T, E]]) -> tuple[list[T], list[E]]:
    good: list[T] = []
    bad: list[E] = []
    for result in results:
        match result:
            case Ok(value):
                good.append(value)
            case Err(error):
                bad.append(error)
    return good, bad


class Option(ABC, Generic[T]):
    @abstractmethod
    def fold(self, some: Callable[[T], U], none: Callable[[], U]) -> U: ...

    def map(self, function: Callable[[T], U]) -> Option[U]:
        return self.fold(lambda v: Some(function(v)), lambda: Nothing[U]())

    def filter(self, wanted: Callable[[T], bool]) -> Option[T]:
        return self.fold(lambda v: self if wanted(v) else Nothing[T](), lambda: self)

    def or_else(self, other: Callable[[], Option[T]]) -> Option[T]:
        return self.fold(lambda _: self, other)

    @overload
    def get(self) -> T | None: ...

    @overload
    def get(self, default: U) -> T | U: ...

    def get(self, default: U | None = None) -> T | U | None:
        found: list[T | U | None] = []
        self.fold(lambda v: found.append(v), lambda: found.append(default))
        return found[0]

    def ok_or(self, error: E) -> Result[T, E]:
        some: Callable[[T], Result[T, E]] = Ok
        return self.fold(some, lambda: Err(error))


@dataclass(frozen=True)
class Some(Option[T]):
    value: T

    def fold(self, some: Callable[[T], U], none: Callable[[], U]) -> U:
        return some(self.value)


@dataclass(frozen=True)
class Nothing(Option[T]):
    def fold(self, some: Callable[[T], U], none: Callable[[], U]) -> U:
        return none()


def first(items: Iterable[T], wanted: Callable[[T], bool] = bool) -> Option[T]:
    for item in items:
        if wanted(item):
            return Some(item)
    return Nothing()


@catching(ValueError, ZeroDivisionError)
def ratio(text: str, *, scale: int = 1) -> float:
    """The ratio that a text says."""
    above, below = text.split("/")
    return scale * int(above) / int(below)


def positive(number: float) -> Result[float, Exception]:
    return Ok(number) if number > 0 else Err(ArithmeticError(f"{number} is not positive"))


def describe(result: Result[float, Exception]) -> str:
    match result:
        case Ok(value) if value == int(value):
            return f"whole {int(value)}"
        case Ok(value):
            return f"{value:.3f}"
        case Err(ZeroDivisionError()):
            return "infinite"
        case Err(error):
            return f"{type(error).__name__}: {error}"


for text in ("6/3", "1/7", "5/0", "x/2", "1", "-4/8"):
    result = ratio(text)
    print(f"{text:5}", describe(result), "|", describe(result.then(positive)), "|", result.map(lambda v: v * 2).unwrap_or("none"), list(result), bool(result))
print(ratio("1/4", scale=10), ratio.__name__, ratio.__doc__, ratio("1/2") == Ok(0.5), {Ok(1), Ok(1), Err(1)} == {Ok(1), Err(1)})
print(collect(map(ratio, ["1/2", "3/4"])), collect(map(ratio, ["1/2", "3/0", "z"])), partition(map(ratio, ["1/2", "3/0", "4/1"])))
print(ratio("1/0").map_error(lambda e: str(e).upper()), ratio("4/1").map_error(str))
try:
    ratio("1/0").unwrap()
except Unwrapped as error:
    print(error)
try:
    catching(KeyError)(lambda: [].pop())()
except IndexError as error:
    print("not caught:", error)
words = ["", "pear", "fig", "banana"]
print(first(words), first(words, lambda w: len(w) > 9), first(words).map(len).filter(lambda n: n > 3), first(words).map(len).filter(lambda n: n > 4))
print(first(words, lambda w: w > "g").get(), first([0, 0]).get(), first([0]).get("none"), Some(3).or_else(lambda: Some(4)), Nothing[int]().or_else(lambda: Some(4)))
print(Some(3).ok_or("e"), Nothing[int]().ok_or("e"), Some(None).get(5), Some([1]) == Some([1]), Nothing[int]() == Nothing[int]())
