"""send, and what yield gives back."""

from typing import Generator


def averager() -> Generator[float, float, str]:
    total, count, average = 0.0, 0, 0.0
    while count < 3:
        value = yield average
        total += value
        count += 1
        average = total / count
    return f"average {average}"


def echo() -> Generator[str, int | None, None]:
    text = "first"
    while True:
        got = yield text
        if got is None:
            text = "nothing"
        elif got < 0:
            return
        else:
            text = f"got {got}"


gen = averager()
print(next(gen), gen.send(10.0), gen.send(20.0))
try:
    gen.send(33.0)
except StopIteration as stop:
    print(stop.value)
e = echo()
print(next(e), e.send(5), next(e), e.send(None), e.send(2**70))
try:
    e.send(-1)
except StopIteration:
    print("over")
try:
    echo().send(1)
except TypeError as error:
    print(error)
