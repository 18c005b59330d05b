"""Built-in code tells of classes in C by their whole names, and of functions in C in words of its own."""

from __future__ import annotations

import heapq
import itertools
import math
import operator
import re
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable
from datetime import date, datetime, timedelta
from enum import Enum
from functools import partial
from typing import Any, Protocol


class Level(Enum):
    """After the example in the documentation of enum."""

    LOW = 1
    HIGH = 2

    def __lt__(self, other: Level) -> bool:
        if self.__class__ is other.__class__:
            return bool(self.value < other.value)
        return NotImplemented


class Money:
    def __init__(self, cents: int) -> None:
        self.cents = cents

    def __add__(self, other: Money) -> Money:
        if not isinstance(other, Money):
            return NotImplemented
        return Money(self.cents + other.cents)

    def __repr__(self) -> str:
        return f"Money({self.cents})"


class Tip:
    def __radd__(self, other: object) -> str:
        return f"a tip on {other!r}"


class Plugin(Protocol):
    def price(self) -> int: ...


class Gift:
    def price(self) -> int:
        return 0


def trouble(attempt: Callable[[], object]) -> str:
    try:
        return repr(attempt())
    except (TypeError, AttributeError, ZeroDivisionError, OverflowError) as e:
        return f"{type(e).__name__}: {e}"


def classes_in_c() -> None:
    values: list[Any] = [
        *(date(2024, 2, 29), timedelta(1), deque([1]), OrderedDict(a=1), defaultdict(int), Counter("a")),
        *(partial(max, 1), re.compile("a"), re.match("a", "a"), itertools.count(), itertools.chain([1])),
        *(
            operator.itemgetter(1),
            operator.attrgetter("a"),
            itertools.accumulate([1, 2]),
            [1],
            None,
            1.5,
            Gift,
        ),
    ]
    for value in values:
        print(type(value), type(value).__name__)
        print("  ", trouble(lambda: value @ 1j))
        print("  ", trouble(lambda: value < "s"))
        print("  ", trouble(lambda: len(value)) if not hasattr(value, "__len__") else value)
        print("  ", trouble(lambda: value.nope))
    now: Any = datetime(2024, 2, 29)
    print(trouble(lambda: now - "yesterday"), trouble(lambda: {[now.date()]: 1}), trouble(lambda: {now: 1}))


def functions_in_c() -> None:
    functions: dict[str, Any] = {
        **{"add": operator.add, "neg": operator.neg, "contains": operator.contains, "push": heapq.heappush},
        **{
            "pop": heapq.heappop,
            "sqrt": math.sqrt,
            "atan2": math.atan2,
            "len": len,
            "isinstance": isinstance,
        },
        **{"ord": ord, "hash": hash},
    }
    for name, function in functions.items():
        given: list[tuple[object, ...]] = [(), (1, 2, 3, 4)]
        for args in given:
            print(name, trouble(lambda: function(*args)))
        print(name, trouble(lambda: function(1, x=1)))
    upper: Any = str.upper
    append: Any = list.append
    print(trouble(upper), trouble(lambda: upper("a", 1)), trouble(lambda: upper(3.5)), upper("a"))
    print(trouble(append), trouble(lambda: append([1])), trouble(lambda: append({}, 1)))


def split(total: int, part: float) -> str:
    times, rest = divmod(total, part)
    return f"{times!r} {rest!r} {divmod(part, total)!r}"


def main() -> None:
    classes_in_c()
    functions_in_c()
    low, money = Level.LOW, Money(5)
    operands: list[Any] = [low, money, 3, "s"]
    for left in operands:
        for right in (low, money, Tip(), 3):
            print(trouble(lambda: left < right), trouble(lambda: left + right))
    print(split(7, 2.0), split(7, 2.5), split(-7, 2), split(10**25, 0.3), sep="\n")
    print(
        divmod(True, 0.75),
        divmod(7.5, 2),
        trouble(lambda: split(1, 0.0)),
        trouble(lambda: split(10**400, 2.0)),
    )
    gift: Plugin = Gift()
    anything: list[Any] = [gift, Gift, money, 1, "s", trouble]
    for thing in anything:
        print(hasattr(thing, "__module__"), getattr(thing, "__module__", "none"))
    text: Any = "a b"
    for attempt in (lambda: text.split(1), lambda: text.strip(2.5), lambda: text.startswith(True)):
        print(trouble(attempt).partition(":")[0])
    print(gift.__module__, money.__module__, gift.__class__.__module__)


if __name__ == "__main__":
    main()
