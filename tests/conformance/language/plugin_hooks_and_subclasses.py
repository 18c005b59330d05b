"""Hooks of classes: __init_subclass__ with arguments, __set_name__, class decorators, __call__, factories, registries."""

from __future__ import annotations

from typing import Any, Callable, ClassVar, TypeVar

C = TypeVar("C", bound="Handler")


class Option:
    """A named, typed option of a handler."""

    order: ClassVar[list[str]] = []

    def __init__(self, default: int) -> None:
        self.default = default
        self.name = "?"

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name
        Option.order.append(f"{owner.__name__}.{name}")

    def __get__(self, obj: Handler | None, owner: type | None = None) -> int:
        if obj is None:
            return self.default
        return obj.settings.get(self.name, self.default)


class Handler:
    kinds: ClassVar[dict[str, type[Handler]]] = {}
    priority: ClassVar[int] = 0
    settings: dict[str, int]

    def __init_subclass__(cls, kind: str = "", priority: int | None = None, **rest: Any) -> None:
        super().__init_subclass__(**rest)
        if kind:
            if kind in Handler.kinds:
                raise TypeError(f"{kind} is taken by {Handler.kinds[kind].__name__}")
            Handler.kinds[kind] = cls
        if priority is not None:
            cls.priority = priority

    def __init__(self, **settings: int) -> None:
        self.settings = settings

    def __call__(self, text: str) -> str:
        raise NotImplementedError

    @classmethod
    def make(cls, kind: str, **settings: int) -> Handler:
        return cls.kinds[kind](**settings)


class Upper(Handler, kind="upper", priority=5):
    def __call__(self, text: str) -> str:
        return text.upper()


class Repeat(Handler, kind="repeat"):
    times = Option(2)
    gap = Option(0)

    def __call__(self, text: str) -> str:
        return (text + " " * self.gap) * self.times


class Loud(Upper, kind="loud"):
    marks = Option(1)

    def __call__(self, text: str) -> str:
        return super().__call__(text) + "!" * self.marks


def counted(cls: type[C]) -> type[C]:
    COUNTS[cls.__name__] = 0
    return cls


COUNTS: dict[str, int] = {}


@counted
class Trim(Handler, kind="trim", priority=9):
    def __call__(self, text: str) -> str:
        COUNTS["Trim"] += 1
        return text.strip()


class Chain(Handler):
    def __init__(self, *parts: Handler) -> None:
        super().__init__()
        self.parts = sorted(parts, key=lambda p: -p.priority)

    def __call__(self, text: str) -> str:
        for part in self.parts:
            text = part(text)
        return text

    def __or__(self, other: Handler) -> Chain:
        return Chain(*self.parts, other)


print(list(Handler.kinds), Option.order, [cls.priority for cls in Handler.kinds.values()])
chain = Chain(Handler.make("loud", marks=3), Handler.make("trim"), Handler.make("repeat", times=3, gap=1))
print(repr(chain("  hey ")), [type(p).__name__ for p in chain.parts], COUNTS)
print(repr((chain | Trim() | Upper())(" a ")), COUNTS, callable(chain), Repeat.times, Repeat(times=7).times, Repeat(gap=1).gap)
try:

    class Again(Handler, kind="upper"):
        pass

except TypeError as error:
    print(error)
print("upper" in Handler.kinds and Handler.kinds["upper"] is Upper, issubclass(Loud, Upper), Loud.priority, Chain.priority)
actions: list[Callable[[str], str]] = [Upper(), str.title, Trim().__call__, lambda s: s[::-1], chain]
print([action(" ab c ") for action in actions], sum(COUNTS.values()))
for kind in ("trim", "nothing"):
    try:
        print(Handler.make(kind)("  x"))
    except KeyError as error:
        print("no kind", error)
Handler()("text")
