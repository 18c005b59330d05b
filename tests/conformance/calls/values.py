"""Functions as values: names, documents, defaults, equality, storage."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def greet(name: str, punctuation: str = "!") -> str:
    """Say hello.

    In two paragraphs.
    """
    return f"hello {name}{punctuation}"


def plain(x: int) -> int:
    return x + 1


def outer(k: int) -> Callable[[int], int]:
    def inner(x: int) -> int:
        """Add what outer was given."""
        return x + k

    return inner


class Machine:
    """A machine with operations."""

    def __init__(self) -> None:
        self.value = 0
        self.table: dict[str, Callable[[int], None]] = {"add": self.add, "sub": self.sub}
        self.history: list[Callable[[int], None]] = []

    def add(self, n: int) -> None:
        """Add n."""
        self.value += n

    def sub(self, n: int) -> None:
        self.value -= n

    @staticmethod
    def twice(x: int) -> int:
        return 2 * x

    @classmethod
    def build(cls) -> Machine:
        """Build one."""
        return cls()

    def run(self, *steps: tuple[str, int]) -> int:
        for name, n in steps:
            operation = self.table[name]
            self.history.append(operation)
            operation(n)
        return self.value


def apply_all(functions: list[Callable[[int], int]], x: int) -> list[int]:
    return [function(x) for function in functions]


def main() -> None:
    print(greet.__name__, greet.__qualname__, greet.__module__, repr(greet.__doc__))
    print(plain.__name__, plain.__doc__)
    add = outer(5)
    print(add.__name__, add.__qualname__, add.__doc__, add(1))
    print(
        Machine.__name__, Machine.__doc__, Machine.add.__name__, Machine.add.__qualname__, Machine.add.__doc__
    )
    machine = Machine.build()
    print(machine.run(("add", 5), ("sub", 2), ("add", 10)))
    print([step.__name__ for step in machine.history], machine.add.__qualname__, machine.add.__doc__)
    print(Machine.build.__name__, Machine.build.__doc__, Machine.twice.__qualname__)
    double: Callable[[int], int] = lambda x: x * 2
    print(double.__name__, double.__qualname__, (lambda: 0).__name__)
    print(apply_all([plain, add, double, Machine.twice, abs, int], -3))
    print(plain is plain, plain == plain, plain != double, machine.add == machine.add, add == outer(5))
    print(machine.add == machine.sub, machine.add == Machine().add, machine.add is machine.add)
    table: dict[str, Callable[..., Any]] = {
        "greet": greet,
        "plain": plain,
        "len": len,
        "sorted": sorted,
        "Machine": Machine,
    }
    for name, function in table.items():
        print(name, function.__name__, callable(function))
    print(
        table["greet"]("you", punctuation="?"), table["len"]("four"), table["sorted"]([3, 1, 2], reverse=True)
    )
    print(greet.__defaults__, plain.__defaults__)
    print(
        callable(greet),
        callable(3),
        callable(Machine),
        callable(machine),
        callable(machine.add),
        callable(None),
    )
    functions = {plain, double, abs}
    print(len(functions), plain in functions, greet in functions)
    seen: dict[Callable[[int], int], str] = {plain: "plain", add: "add"}
    print(seen[plain], seen[add], seen.get(double, "none"))
    stored = machine.add
    stored(100)
    print(machine.value, stored.__name__)
    unbound = Machine.sub
    unbound(machine, 3)
    print(machine.value)
    upper = "text".upper
    join = ", ".join
    append = machine.history.append
    append(machine.sub)
    print(upper(), join(["a", "b"]), len(machine.history), upper.__name__)
    methods = [str.upper, str.lower, str.title]
    print([method("heLLo") for method in methods], list(map(str.strip, [" a ", "b "])))
    print(type(plain).__name__, type(machine.add).__name__)
    compare = int.__add__
    print(compare(2, 3), (5).__add__(6), sorted([3, -2, 1], key=abs), max(["a", "bbb", "cc"], key=len))


main()
