# boot: yes
"""Generator functions: laziness, state, return values."""

from typing import Generator, Iterator


def count(limit: int) -> Iterator[int]:
    print("start")
    n = 0
    while n < limit:
        yield n
        n += 1
    print("end")


def fibonacci() -> Iterator[int]:
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def with_result() -> Generator[int, None, str]:
    yield 1
    yield 2
    return "result"


g = count(2)
print("made")
print(next(g))
print(list(g), list(g))
for n in fibonacci():
    if n > 100:
        break
    print(n, end=" ")
print()
gen = with_result()
print(next(gen), next(gen))
try:
    next(gen)
except StopIteration as stop:
    print("stopped with", stop.value)
try:
    next(gen)
except StopIteration as stop:
    print("again", stop.value)
print(sum(count(4)), [n * 2 for n in count(3)])
