"""Deques at work: sliding maxima, a moving average, round-robin scheduling, undo history, a palindrome test, Josephus."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Generator, Iterable, Iterator


def sliding_max(values: Iterable[int], width: int) -> Iterator[int]:
    window: deque[tuple[int, int]] = deque()
    for index, value in enumerate(values):
        while window and window[-1][1] <= value:
            window.pop()
        window.append((index, value))
        if window[0][0] <= index - width:
            window.popleft()
        if index >= width - 1:
            yield window[0][1]


def moving_average(values: Iterable[float], width: int) -> Iterator[float]:
    stream = iter(values)
    window = deque(itertools.islice(stream, width - 1), maxlen=width)
    window.appendleft(0.0)
    total = sum(window)
    for value in stream:
        total += value - window.popleft()
        window.append(value)
        yield total / width


def task(name: str, steps: int) -> Generator[str, None, int]:
    for step in range(steps):
        yield f"{name}{step}"
    return steps


def round_robin(tasks: Iterable[Generator[str, None, int]]) -> Iterator[str]:
    queue = deque(tasks)
    while queue:
        current = queue.popleft()
        try:
            yield next(current)
        except StopIteration as stop:
            yield f"[{stop.value}]"
        else:
            queue.append(current)


class Editor:
    def __init__(self, depth: int) -> None:
        self.text = ""
        self.undone: list[str] = []
        self.past: deque[str] = deque(maxlen=depth)

    def type(self, text: str) -> Editor:
        self.past.append(self.text)
        self.undone.clear()
        self.text += text
        return self

    def undo(self) -> bool:
        if not self.past:
            return False
        self.undone.append(self.text)
        self.text = self.past.pop()
        return True

    def redo(self) -> bool:
        try:
            text = self.undone.pop()
        except IndexError:
            return False
        self.past.append(self.text)
        self.text = text
        return True


def palindrome(text: str) -> bool:
    letters = deque(c for c in text.casefold() if c.isalnum())
    while len(letters) > 1:
        if letters.popleft() != letters.pop():
            return False
    return True


def josephus(people: int, step: int) -> list[int]:
    circle = deque(range(1, people + 1))
    out: list[int] = []
    while circle:
        circle.rotate(1 - step)
        out.append(circle.popleft())
    return out


print(list(sliding_max([1, 3, -1, -3, 5, 3, 6, 7], 3)), list(sliding_max([], 2)), list(sliding_max([4], 2)))
print([round(v, 3) for v in moving_average([40, 30, 50, 46, 39, 44], 3)])
print(" ".join(round_robin([task("a", 3), task("b", 1), task("c", 2), task("d", 0)])))
editor = Editor(2)
editor.type("one ").type("two ").type("three")
print([editor.undo() for _ in range(3)], repr(editor.text), [editor.redo() for _ in range(3)], repr(editor.text))
print([palindrome(t) for t in ("A man, a plan, a canal: Panama", "", "x", "ab", "Été")], josephus(7, 3), josephus(1, 9))

d: deque[object] = deque([1, "two", 3.0], maxlen=4)
d.extend([None, (5,)])
d.extendleft(iter("xy"))
print(d, d.maxlen, len(d), d[1], d[-1], d.index("two") if "two" in d else "gone", d.count(None))
d.reverse()
d.insert(1, "in") if len(d) < 4 else d.rotate(2)
print(d, list(itertools.islice(d, 1, 3)), d == deque(d), d.copy() is d, deque([1, 2]) + deque([3], 2), deque("ab") * 2, deque("ab", 3) * 4)
q = deque(range(10), 6)
del q[2]
q[0] = -1
q += [77]
q *= 1
q.remove(9)
print(q, sorted(q, reverse=True), min(q), sum(q), deque([1, 2, 3]) < deque([1, 2, 4]), hash(tuple(q)) == hash(tuple(q)))
problems = 0
for action in ("remove", "index", "insert", "pop", "item", "iterate"):
    try:
        match action:
            case "remove":
                q.remove(1000)
            case "index":
                q.index(6, 3)
            case "insert":
                full = deque([1, 2], 2)
                full.insert(1, 5)
            case "pop":
                deque[int]().popleft()
            case "item":
                print(q[-99])
            case "iterate":
                for item in q:
                    q.append(item)
    except (ValueError, IndexError, RuntimeError) as error:
        problems += 1
        print(action, type(error).__name__, error)
deque([1], maxlen=-problems)
