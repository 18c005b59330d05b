"""Bound methods stored in attributes, lists, dicts and closures; compared and called later."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial


class Button:
    def __init__(self, name: str) -> None:
        self.name = name
        self.on_click: list[Callable[[int], str]] = []
        self.last: Callable[[], str] | None = None

    def press(self, times: int = 1) -> list[str]:
        return [f(times) for f in self.on_click]

    def hello(self, n: int) -> str:
        return f"{self.name}*{n}"

    def me(self) -> str:
        return self.name

    @classmethod
    def make(cls, name: str) -> Button:
        return cls(name.upper())

    @staticmethod
    def double(n: int) -> str:
        return str(n * 2)


class Fancy(Button):
    def hello(self, n: int) -> str:
        return "~" + super().hello(n) + "~"

    def __call__(self, n: int) -> str:
        return f"called {self.name} {n}"


a, b = Button("a"), Fancy("b")
a.on_click += [a.hello, b.hello, b, Button.double, partial(Fancy.hello, b), lambda n: "l" * n]
print(a.press(), a.press(3))
a.last = b.me
print(a.last(), [f() for f in (a.me, b.me)])
table: dict[str, Callable[[str], Button]] = {"b": Button.make, "f": Fancy.make, "c": Button}
for key, make in table.items():
    made = make(key)
    print(type(made).__name__, made.name, made.hello(2))
print(a.me == a.me, a.me == b.me, a.hello is not None, a.me.__name__, Button.me.__name__)
handlers = {(kind, flag): method for kind in "ab" for flag, method in ((True, a.hello), (False, b.hello))}
print([handlers[key](i) for i, key in enumerate(sorted(handlers))])


class Machine:
    def __init__(self) -> None:
        self.state: Callable[[str], str] = self.idle
        self.log: list[str] = []

    def idle(self, event: str) -> str:
        if event == "start":
            self.state = self.running
        return "idle"

    def running(self, event: str) -> str:
        if event == "stop":
            self.state = self.idle
        elif event == "fail":
            self.state = self.broken
        return "running"

    def broken(self, event: str) -> str:
        return "broken"

    def feed(self, *events: str) -> list[str]:
        for event in events:
            self.log.append(self.state(event))
        return self.log


print(Machine().feed("x", "start", "y", "stop", "start", "fail", "start"))
print(sorted([Button("z"), Button("y")], key=Button.me)[0].name, list(map(a.hello, range(3))))
print(max([a, b], key=lambda x: x.me()).name, list(filter(b.me().__eq__, ["a", "b"])))
