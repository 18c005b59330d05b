"""`global`, `nonlocal` and recursion with state: counters, caches, conditional definitions, names made in branches."""

from __future__ import annotations

from typing import Callable

counter = 0
log: list[str] = []
config = {"depth": 0}
created: int


def bump(by: int = 1) -> int:
    global counter
    counter += by
    return counter


def create() -> None:
    global created, extra
    created = counter * 2
    extra = [created]


def shadow() -> tuple[int, int]:
    counter = 100
    counter += 1

    def inner() -> int:
        global counter
        counter += 5
        return counter

    return counter, inner()


extra: list[int] = []
print(bump(), bump(4), counter, shadow(), counter)
create()
print(created, extra)
try:
    def early() -> int:
        value = later + 1
        return value

    print(early())
except NameError as error:
    print("NameError", error)
later = 41
print(early())


def use_before() -> int:
    if counter > 1000:
        local = 1
    try:
        return local
    except UnboundLocalError as error:
        log.append(str(error))
        return -1


print(use_before(), log)


def ackermann(m: int, n: int) -> int:
    config["depth"] += 1
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


print(ackermann(2, 3), config)


def walk(tree: dict[str, object]) -> tuple[list[str], int]:
    paths: list[str] = []
    deepest = 0
    prefix: list[str] = []

    def visit(node: dict[str, object], depth: int) -> None:
        nonlocal deepest
        deepest = max(deepest, depth)
        for name, child in node.items():
            prefix.append(name)
            if isinstance(child, dict):
                visit(child, depth + 1)
            else:
                paths.append("/".join(prefix) + f"={child}")
            prefix.pop()

    visit(tree, 1)
    return paths, deepest


print(walk({"a": {"b": 1, "c": {"d": 2}}, "e": 3, "f": {}}))
if counter % 2:
    def describe(n: int) -> str:
        return f"odd {n}"
else:
    def describe(n: int) -> str:
        return f"even {n}"
print(describe(counter))


def ping(n: int) -> str:
    return "ping" if n == 0 else pong(n - 1)


def pong(n: int) -> str:
    return "pong" if n == 0 else ping(n - 1)


print(ping(10), ping(11), [pong(k) for k in range(3)])


def machine() -> Callable[[str], str]:
    state = "idle"
    visits: dict[str, int] = {}

    def go(event: str) -> str:
        nonlocal state
        visits[state] = visits.get(state, 0) + 1
        match (state, event):
            case ("idle", "start"):
                state = "busy"
            case ("busy", "stop" | "fail" as how):
                state = "idle" if how == "stop" else "broken"
            case ("broken", _):
                raise RuntimeError(f"broken after {visits}")
        return state

    return go


go = machine()
print([go(e) for e in ("stop", "start", "start", "stop", "start", "fail")])
for i in range(3):
    pass
print(i, [i for i in range(5)][-1], i)
squares = {n: (lambda n: n * n)(n) for n in range(4)}
print(squares)
total = 0
for total in map(bump, [1, 2]):
    total *= 10
print(total, counter)
del log[:]
go("start")
