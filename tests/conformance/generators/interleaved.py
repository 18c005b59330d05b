"""Many generators alive at once; a round-robin scheduler."""

from typing import Generator


def task(name: str, steps: int) -> Generator[str, None, int]:
    total = 0
    for i in range(steps):
        total += i
        yield f"{name}{i}"
    return total


def schedule(tasks: list[Generator[str, None, int]]) -> list[int]:
    results: list[int] = []
    while tasks:
        current = tasks.pop(0)
        try:
            print(next(current), end=" ")
        except StopIteration as stop:
            results.append(stop.value)
        else:
            tasks.append(current)
    print()
    return results


print(schedule([task("a", 2), task("b", 4), task("c", 0), task("d", 1)]))
gens = [task(str(n), 100) for n in range(50)]
for _ in range(10):
    for g in gens:
        last = next(g)
print(last, sum(len(next(g)) for g in gens))


def recursive(n: int) -> Generator[int, None, None]:
    if n:
        yield n
        yield from recursive(n - 1)


print(sum(recursive(100)))
g = task("x", 1)


def running() -> Generator[int, None, None]:
    try:
        next(me)
    except ValueError as error:
        print(error)
    yield 1


me = running()
next(me)
