"""What `yield` gives when nothing is sent, in generators declared to be sent something."""

from __future__ import annotations

from collections.abc import Generator


def averager() -> Generator[float, float, int]:
    total, count = 0.0, 0
    average = 0.0
    while count < 4:
        value = yield average
        total += value
        count += 1
        average = total / count
    return count


def echo() -> Generator[str, str, None]:
    said = "start"
    while True:
        heard = yield said
        said = f"heard {heard!r}"
        print(heard, heard == "a", bool(heard), type(heard).__name__)


def shout() -> Generator[None, str, None]:
    while True:
        word = yield
        if word is None:
            print("silence")
        else:
            print(word.upper())


def walrus() -> Generator[int, int, None]:
    total = 0
    while (n := (yield total)) != 0:
        try:
            total += n
        except TypeError as error:
            print(type(error).__name__)


def ignored() -> Generator[int, bool, None]:
    yield 1
    flag = yield 2
    print("flag", flag)
    got: bool = yield 3
    print("declared", got)


avg = averager()
next(avg)
print(avg.send(1.0), avg.send(2.5))
try:
    next(avg)
except TypeError as error:
    print("TypeError")
e = echo()
print(next(e), next(e), e.send("a"), e.send(""), sep="|")
s = shout()
next(s)
s.send("loud")
next(s)
s.send("again")
w = walrus()
print(next(w), w.send(5), w.send(7))
print(next(w))
print(w.send(1))
i = ignored()
print(next(i), next(i), next(i))
try:
    i.send(True)
except StopIteration:
    print("over")
