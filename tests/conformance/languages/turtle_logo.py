"""Logo with procedures, repeat, variables and a turtle that draws on a character canvas."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field


class LogoError(Exception):
    pass


@dataclass
class Turtle:
    x: float = 0.0
    y: float = 0.0
    heading: int = 0
    down: bool = True
    lines: list[tuple[float, float, float, float]] = field(default_factory=list)
    length: float = 0.0

    def forward(self, distance: float) -> None:
        angle = math.radians(self.heading)
        x, y = self.x + distance * math.sin(angle), self.y + distance * math.cos(angle)
        if self.down:
            self.lines.append((self.x, self.y, x, y))
            self.length += abs(distance)
        self.x, self.y = round(x, 9), round(y, 9)

    def turn(self, degrees: float) -> None:
        self.heading = (self.heading + int(degrees)) % 360

    def canvas(self) -> str:
        points: dict[tuple[int, int], str] = {}
        for x1, y1, x2, y2 in self.lines:
            steps = max(1, round(max(abs(x2 - x1), abs(y2 - y1))))
            for i in range(steps + 1):
                key = round(x1 + (x2 - x1) * i / steps), round(y1 + (y2 - y1) * i / steps)
                mark = "|" if abs(x2 - x1) < 1e-6 else "-" if abs(y2 - y1) < 1e-6 else "*"
                points[key] = mark if points.get(key, mark) == mark else "+"
        if not points:
            return "(blank)"
        left, right = min(x for x, _ in points), max(x for x, _ in points)
        low, high = min(y for _, y in points), max(y for _, y in points)
        return "\n".join(
            "".join(points.get((x, y), " ") for x in range(left, right + 1)).rstrip()
            for y in range(high, low - 1, -1)
        )


@dataclass(frozen=True)
class Procedure:
    parameters: tuple[str, ...]
    body: tuple[str, ...]


class Stop(Exception):
    """Leaves a procedure."""


class Logo:
    def __init__(self) -> None:
        self.turtle = Turtle()
        self.procedures: dict[str, Procedure] = {}
        self.said: list[str] = []
        t = self.turtle
        self.commands: dict[str, Callable[[float], None]] = {
            "fd": t.forward,
            "bk": lambda n: t.forward(-n),
            "rt": t.turn,
            "lt": lambda n: t.turn(-n),
            "print": lambda n: self.said.append(f"{n:g}"),
        }
        self.depth = 0

    def run(self, source: str) -> None:
        words = source.replace("[", " [ ").replace("]", " ] ").replace("(", " ( ").replace(")", " ) ").split()
        self.execute(iter(words), {})

    def block(self, words: Iterator[str]) -> list[str]:
        if next(words, None) != "[":
            raise LogoError("a list is missing")
        depth, result = 1, list[str]()
        for word in words:
            depth += (word == "[") - (word == "]")
            if depth == 0:
                return result
            result.append(word)
        raise LogoError("a list does not end")

    def value(self, words: Iterator[str], names: dict[str, float]) -> float:
        word = next(words, None)
        if word is None:
            raise LogoError("a value is missing")
        if word.startswith(":"):
            try:
                return names[word[1:]]
            except KeyError:
                raise LogoError(f"{word[1:]} has no value") from None
        if word == "(":
            inner: list[str] = []
            for word in words:
                if word == ")":
                    break
                inner.append(word)
            operands = iter(inner)
            total = self.value(operands, names)
            for sign in operands:
                other = self.value(operands, names)
                match sign:
                    case "+":
                        total += other
                    case "-":
                        total -= other
                    case "*":
                        total *= other
                    case "/":
                        total /= other
                    case _:
                        raise LogoError(f"bad operator {sign}")
            return total
        try:
            return float(word)
        except ValueError:
            raise LogoError(f"not a value: {word}") from None

    def execute(self, words: Iterator[str], names: dict[str, float]) -> None:
        for word in words:
            if word in self.commands:
                self.commands[word](self.value(words, names))
            elif word in ("pu", "pd"):
                self.turtle.down = word == "pd"
            elif word == "repeat":
                count = int(self.value(words, names))
                body = self.block(words)
                for number in range(1, count + 1):
                    self.execute(iter(body), {**names, "repcount": float(number)})
            elif word == "if":
                left, sign, right = self.value(words, names), next(words), self.value(words, names)
                body = self.block(words)
                if {"<": left < right, ">": left > right, "=": left == right}[sign]:
                    self.execute(iter(body), names)
            elif word == "stop":
                raise Stop
            elif word == "to":
                self.define(words)
            elif word in self.procedures:
                self.call(word, words, names)
            else:
                raise LogoError(f"I don't know how to {word}")

    def define(self, words: Iterator[str]) -> None:
        name, parameters, body = next(words), list[str](), list[str]()
        for word in words:
            if word == "end":
                break
            if word.startswith(":") and not body:
                parameters.append(word[1:])
            else:
                body.append(word)
        else:
            raise LogoError(f"{name} does not end")
        self.procedures[name] = Procedure(tuple(parameters), tuple(body))

    def call(self, name: str, words: Iterator[str], names: dict[str, float]) -> None:
        procedure = self.procedures[name]
        local = {p: self.value(words, names) for p in procedure.parameters}
        self.depth += 1
        try:
            if self.depth > 50:
                raise LogoError(f"{name} calls too deeply")
            self.execute(iter(procedure.body), local)
        except Stop:
            pass
        finally:
            self.depth -= 1


SOURCES = {
    "square": "repeat 4 [fd 4 rt 90]",
    "stairs": "rt 90 repeat 3 [fd 4 lt 90 fd 2 rt 90]",
    "spiral": "to spiral :n if :n > 9 [stop] fd :n rt 90 spiral (:n + 1) end spiral 2",
    "tree": "to tree :n if :n < 2 [stop] fd :n lt 45 tree (:n / 2) rt 90 tree (:n / 2) lt 45 bk :n end tree 8",
    "dashes": "rt 90 repeat 4 [fd 2 pu fd 2 pd print (:repcount * :repcount)]",
    "nothing": "",
    "unknown": "fd 3 jump 4",
    "open": "repeat 3 [fd 1",
    "novalue": "fd :size",
    "endless": "to f fd 1 f end f",
    "nan": "fd ten",
    "zero": "fd (3 / 0)",
}
for name, source in SOURCES.items():
    logo = Logo()
    try:
        logo.run(source)
    except LogoError as error:
        print(f"{name}: {error}; {len(logo.turtle.lines)} lines, depth {logo.depth}")
        continue
    except ZeroDivisionError as error:
        print(f"{name}: {error!r}")
        continue
    t = logo.turtle
    print(f"{name}: at ({t.x:.2f}, {t.y:.2f}) heading {t.heading}, drew {t.length:g}", *logo.said)
    print(t.canvas())
