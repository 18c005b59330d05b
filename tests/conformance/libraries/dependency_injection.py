"""A container of services: constructors, factories, singletons, scopes, overrides, cycles, protocols as keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, Generic, Protocol, TypeVar, cast

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Lifetime(Enum):
    TRANSIENT = auto()
    SCOPED = auto()
    SINGLETON = auto()


class Missing(LookupError):
    def __init__(self, key: type[Any], path: tuple[str, ...]) -> None:
        super().__init__(f"nothing provides {key.__name__}" + (f" (for {' > '.join(path)})" if path else ""))


class Circular(RuntimeError):
    pass


class Provider(Protocol[T_co]):
    def __call__(self, scope: Scope, /) -> T_co: ...


@dataclass(frozen=True)
class Binding(Generic[T]):
    key: type[T]
    make: Provider[T]
    lifetime: Lifetime = Lifetime.TRANSIENT


class Container:
    def __init__(self) -> None:
        self._bindings: dict[type[Any], Binding[Any]] = {}
        self._singletons: dict[type[Any], Any] = {}

    def bind(self, key: type[T], make: Provider[T], lifetime: Lifetime = Lifetime.TRANSIENT) -> Container:
        self._bindings[key] = Binding(key, make, lifetime)
        self._singletons.pop(key, None)
        return self

    def instance(self, key: type[T], value: T) -> Container:
        return self.bind(key, lambda scope: value, Lifetime.SINGLETON)

    def provides(self, key: type[T], lifetime: Lifetime = Lifetime.SINGLETON) -> Callable[[Provider[T]], Provider[T]]:
        def register(function: Provider[T]) -> Provider[T]:
            self.bind(key, function, lifetime)
            return function

        return register

    @contextmanager
    def override(self, key: type[T], value: T) -> Iterator[None]:
        saved = dict(self._bindings), dict(self._singletons)
        self.instance(key, value)
        self._singletons = {k: v for k, v in self._singletons.items() if k is key}
        try:
            yield
        finally:
            self._bindings, self._singletons = saved

    @contextmanager
    def scope(self) -> Iterator[Scope]:
        scope = Scope(self)
        try:
            yield scope
        finally:
            scope.close()


class Scope:
    def __init__(self, container: Container) -> None:
        self._container = container
        self._objects: dict[type[Any], Any] = {}
        self._path: list[str] = []
        self._closers: list[Callable[[], None]] = []

    def get(self, key: type[T]) -> T:
        binding = cast("Binding[T] | None", self._container._bindings.get(key))
        if binding is None:
            raise Missing(key, tuple(self._path))
        cache = self._container._singletons if binding.lifetime is Lifetime.SINGLETON else self._objects
        if binding.lifetime is not Lifetime.TRANSIENT and key in cache:
            return cast(T, cache[key])
        if key.__name__ in self._path:
            raise Circular(" > ".join([*self._path, key.__name__]))
        self._path.append(key.__name__)
        try:
            value = binding.make(self)
        finally:
            self._path.pop()
        if binding.lifetime is not Lifetime.TRANSIENT:
            cache[key] = value
        return value

    def on_close(self, action: Callable[[], None]) -> None:
        self._closers.append(action)

    def close(self) -> None:
        while self._closers:
            self._closers.pop()()


class Clock(Protocol):
    def now(self) -> int: ...


class Ticking:
    def __init__(self, start: int = 0) -> None:
        self.time = start

    def now(self) -> int:
        self.time += 1
        return self.time


class Frozen:
    def now(self) -> int:
        return 42


@dataclass
class Database:
    url: str
    opened: int = 0
    log: list[str] = field(default_factory=list)

    def session(self) -> Session:
        self.opened += 1
        return Session(self, self.opened)


@dataclass
class Session:
    database: Database
    number: int
    closed: bool = False

    def save(self, text: str) -> None:
        if self.closed:
            raise RuntimeError(f"session {self.number} is closed")
        self.database.log.append(f"{self.number}:{text}")

    def close(self) -> None:
        self.closed = True
        self.database.log.append(f"{self.number} closed")


@dataclass
class Orders:
    session: Session
    clock: Clock

    def place(self, item: str) -> str:
        self.session.save(f"{item}@{self.clock.now()}")
        return f"placed {item}"


class Chicken:
    def __init__(self, egg: Egg) -> None:
        self.egg = egg


class Egg:
    def __init__(self, chicken: Chicken) -> None:
        self.chicken = chicken


container = Container()
database = Database("memory://")
container.instance(Database, database).bind(Orders, lambda s: Orders(s.get(Session), s.get(Ticking)))
container.bind(Chicken, lambda s: Chicken(s.get(Egg))).bind(Egg, lambda s: Egg(s.get(Chicken)))


@container.provides(Session, Lifetime.SCOPED)
def open_session(scope: Scope) -> Session:
    session = scope.get(Database).session()
    scope.on_close(session.close)
    return session


with container.scope() as scope:
    try:
        scope.get(Orders)
    except Missing as error:
        print(error)

made: list[int] = []


@container.provides(Ticking)
def clock(scope: Scope) -> Ticking:
    made.append(len(made))
    return Ticking(10 * len(made))


with container.scope() as first, container.scope() as second:
    print(first.get(Orders).place("tea"), first.get(Orders).place("cup"), second.get(Orders).place("pot"))
    print(first.get(Session) is first.get(Session), first.get(Session) is second.get(Session), first.get(Orders) is first.get(Orders))
    print(first.get(Ticking) is second.get(Ticking), made)
    kept = second.get(Session)
print(database.log)
try:
    kept.save("late")
except RuntimeError as error:
    print(error)
with container.override(Database, Database("other://")), container.scope() as scope:
    print(scope.get(Database).url, scope.get(Session).number, scope.get(Ticking).now(), made)
with container.scope() as scope:
    print(scope.get(Database).url, scope.get(Session).number, scope.get(Ticking).now(), made)
    for key in (Chicken, Frozen, Egg):
        try:
            print(scope.get(key))
        except (Circular, Missing) as error:
            print(type(error).__name__, error)
clocks: list[Clock] = [Frozen(), Ticking(3)]
print([c.now() for c in clocks for _ in range(2)], Lifetime(2), [b.lifetime.name for b in container._bindings.values()])
