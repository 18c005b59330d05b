"""Functions without annotations give their variables one thing after another; mypy does not look into them."""

import functools
import re
from collections import namedtuple


class Machine:
    limit: int = 3

    def __init__(self, name):
        self.name = name
        self.state = "idle"
        self.result = 0
        self.handler = self.on_idle
        self.log = []

    def on_idle(self, event):
        self.state = ("running", event)
        self.handler = self.on_running
        return self.state

    def on_running(self, event):
        self.result = [event] if event != "stop" else None
        if event == "stop":
            self.state, self.handler = None, lambda _: "stopped"
        self.log.append((event, self.result))
        self.log.append(event)
        return self.result

    def send(self, *events):
        return [self.handler(event) for event in events]


def normalised(value):
    value = value or "none"
    text = value
    if isinstance(text, bytes):
        text = text.decode()
    parts = text.split(",")
    parts = tuple(p.strip() for p in parts)
    parts = {p: len(p) for p in parts}
    size = 0
    for p in parts:
        size += parts[p]
    size = f"{size} characters"
    return parts, size


def tokens(text):
    out = []
    number = 1
    for word in text.split():
        if word.isdigit():
            out.append(int(word))
        elif re.fullmatch(r"\d+\.\d+", word):
            out.append(float(word))
        else:
            out.append(word)
        number = number + 0.5
    out.append(number)
    return out


def chain(*functions):
    run = lambda value: value
    for function in functions:
        run = functools.partial(lambda f, g, value: g(f(value)), run, function)
    return run


def swap():
    first, second = 1, "two"
    first, second = second, first
    for first in (2.5, None, [1]):
        pass
    with_index = dict(enumerate("ab"))
    with_index["c"] = 3
    return first, second, with_index


def outer():
    current = None
    total = 0

    def inner(step):
        nonlocal current, total
        current = step
        total = total + len(step) if isinstance(step, str) else str(total)
        return current

    return [inner(s) for s in ("ab", "c", 5)], current, total


def best(rows):
    Row = namedtuple("Row", "name score")
    found = None
    for name, score in rows:
        row = Row(name, score)
        if found is None or row.score > found.score:
            found = row
    found = found and found._asdict()
    return found


def typed(n: int) -> int:
    total = 0
    for i in range(n):
        total += i
    return total


machine = Machine("m")
print(machine.send("start", "work", "stop", "again"), machine.state, machine.log, machine.limit)
print(normalised("a, bc,def"), normalised(b"x,y"), normalised(None))
print(tokens("one 2 3.5 four"))
print(chain(str.strip, len, lambda n: n * [0])("  abc "))
print(swap(), outer())
print(best([("ann", 3), ("bob", 5)]), best([]), typed(5))
try:
    normalised(5)
except AttributeError as error:
    print(error)
