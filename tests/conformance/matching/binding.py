"""When names are bound, what is evaluated, and in which order."""

from __future__ import annotations

from typing import Any


class Noisy:
    """Equal to its number; says when it is compared."""

    def __init__(self, n: int) -> None:
        self.n = n

    def __eq__(self, other: object) -> bool:
        print(f"  {self.n} == {other!r}")
        return isinstance(other, int) and other == self.n

    def __repr__(self) -> str:
        return f"Noisy({self.n})"


class Values:
    TWO = 2
    THREE = 3


def subject(n: int) -> Noisy:
    print("subject")
    return Noisy(n)


def guard(name: str, result: bool) -> bool:
    print("  guard", name)
    return result


match subject(3):
    case Values.TWO:
        print("two")
    case Noisy(n=1 | 2):
        print("one or two")
    case Values.THREE if guard("first", False):
        print("never")
    case Values.THREE if guard("second", True):
        print("three")
    case _:
        print("never")

# Names are bound before the guard, and stay bound when it fails.
a = b = -1
match (1, 2):
    case (a, b) if guard(f"{a} {b}", False):
        print("never")
    case (x, y):
        print(a, b, x, y)

# A pattern that fails binds nothing, even after a part of it matched.
c = "old"
match ("new", 5):
    case (c, 6):
        print("never")
    case _:
        print("c is", c)


def unbound(x: object) -> str:
    match x:
        case [first, 2]:
            pass
        case _:
            pass
    try:
        return f"first is {first}"
    except UnboundLocalError as error:
        return str(error)


print(unbound([1, 2]), "|", unbound([1, 3]))


def rebinding(xs: list[int]) -> int:
    """The subject is evaluated once; assigning to its name changes nothing in the match."""
    match xs:
        case [first, *xs]:
            return first * 100 + len(xs)
        case _:
            return -len(xs)


print(rebinding([4, 5, 6]), rebinding([]))


def parameter(x: int | str) -> str:
    match x:
        case int(x) if x > 10:
            x = x + 1
            return f"int {x}"
        case str(x):
            return "str " + x
        case _:
            return f"small {x}"


print(parameter(11), parameter("s"), parameter(3))


def in_loops(items: list[Any]) -> list[str]:
    out: list[str] = []
    for item in items:
        match item:
            case None:
                continue
            case "stop":
                break
            case int(n) if n < 0:
                try:
                    raise ValueError(n)
                except ValueError as error:
                    out.append(f"error {error}")
                    continue
                finally:
                    out.append("finally")
            case [*many]:
                for one in many:
                    match one:
                        case 0:
                            break
                        case _:
                            out.append(f"<{one}>")
                else:
                    out.append("all")
            case other:
                out.append(repr(other))
        out.append(";")
    else:
        out.append("end")
    return out


print(in_loops([1, None, [1, 2], [3, 0, 4], -5, "x"]))
print(in_loops([(1,), "stop", 2]))


def closures() -> list[int]:
    made = []
    for pair in [(1, 2), (3, 4)]:
        match pair:
            case (p, q):
                made.append(lambda: p * 10 + q)
    return [f() for f in made]


print(closures())


def walrus(x: list[int]) -> str:
    match n := len(x):
        case 0:
            return "empty"
        case 1 | 2 if (m := n * 2) > 3:
            return f"{n} {m}"
        case _:
            return f"{n} items"


print(walrus([]), walrus([1]), walrus([1, 2]), walrus([1, 2, 3]))


class Machine:
    state: str | int = "start"
    log: list[str]

    def __init__(self) -> None:
        self.log = []

    def step(self, *event: object) -> None:
        match self.state, event:
            case "start", ("go", int(n)):
                self.state = n
            case int(n), ("tick",) if n > 0:
                self.state = n - 1
            case 0, ("tick",):
                self.state = "done"
            case state, (what, *details):
                self.log.append(f"{state}: {what} {details} ignored")
            case _:
                self.log.append("nothing happened")


machine = Machine()
for event in [("tick",), ("go", 2), ("go", "x"), ("tick",), ("tick",), ("tick",), ("tick", 1, 2), ()]:
    machine.step(*event)
    print(machine.state, end=" ")
print(machine.log)


def generator(xs: list[object]):  # type: ignore[no-untyped-def]
    for x in xs:
        match x:
            case int(n):
                sent = yield n
                match sent:
                    case None:
                        pass
                    case text:
                        yield f"got {text}"
            case [*inner]:
                yield from generator(inner)
            case _:
                return "stopped"
    return "finished"


g = generator([1, [2, [3, "x", 4]], 5])
print(next(g), g.send("hello"), next(g), next(g), next(g))
print(list(generator([[[7]], 8])))


async def waiting(x: object) -> str:
    match x:
        case int(n):
            return f"{n}"
        case [first, second]:
            return f"{await waiting(first)} & {await waiting(second)}"
        case _:
            return "?"


import asyncio  # noqa: E402

print(asyncio.run(waiting([1, [2, "three"]])))
