"""Names computed at run time."""

from __future__ import annotations
from dataclasses import dataclass, field
from typing import Any, ClassVar


class Node:
    pass


@dataclass
class Num(Node):
    value: int


@dataclass
class Add(Node):
    left: Node
    right: Node


@dataclass
class Odd(Node):
    pass


class Visitor:
    def visit(self, node: Node) -> Any:
        method = f"visit_{type(node).__name__}"
        return getattr(self, method, self.generic_visit)(node)

    def generic_visit(self, node: Node) -> Any:
        raise NotImplementedError(f"no visit_{type(node).__name__} in {type(self).__name__}")


class Evaluator(Visitor):
    depth = 0

    def visit_Num(self, node: Num) -> int:
        return node.value

    def visit_Add(self, node: Add) -> int:
        self.depth += 1
        return int(self.visit(node.left)) + int(self.visit(node.right))


class Printer(Visitor):
    def visit_Num(self, node: Num) -> str:
        return str(node.value)

    def visit_Add(self, node: Add) -> str:
        return f"({self.visit(node.left)} + {self.visit(node.right)})"

    def visit_Odd(self, node: Odd) -> str:
        return "odd"


class Shell:
    prompt = "> "

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}

    def do_add(self, *args: str) -> int:
        "Add numbers."
        return sum(map(int, args))

    def do_upper(self, text: str, *, times: int = 1) -> str:
        return text.upper() * times

    @staticmethod
    def do_hello(name: str = "you") -> str:
        return f"hello {name}"

    @classmethod
    def do_class(cls) -> str:
        return cls.__name__

    def run(self, line: str) -> str:
        command, *args = line.split()
        if not hasattr(self, "do_" + command):
            return f"unknown {command}"
        try:
            return f"{self.prompt}{getattr(self, 'do_' + command)(*args)}"
        except (TypeError, ValueError) as e:
            return f"{type(e).__name__}: {e}"


class Record:
    fields: ClassVar[tuple[str, ...]] = ("name", "size", "ratio")
    name: str = "?"
    size: int = 0

    def __init__(self, **values: Any) -> None:
        self.ratio = 0.5
        for key, value in values.items():
            setattr(self, key, value)

    @property
    def area(self) -> int:
        return self.size**2

    @property
    def label(self) -> str:
        return self.name.title()

    @label.setter
    def label(self, value: str) -> None:
        self.name = value.lower()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{f}={getattr(self, f)!r}' for f in self.fields)})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Record):
            return NotImplemented
        return all(getattr(self, f) == getattr(other, f) for f in self.fields)


class Wide(Record):
    fields = (*Record.fields, "extra")

    def __init__(self, **values: Any) -> None:
        self.extra: list[int] = []
        super().__init__(**values)


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0


class Loose:
    def __init__(self) -> None:
        self.real = 1
        self.__secret = 2

    def __getattr__(self, name: str) -> str:
        if name.startswith("no"):
            raise AttributeError(name)
        return name * 2


tree = Add(Num(1), Add(Num(2), Num(3)))
e = Evaluator()
print(e.visit(tree), e.depth, Printer().visit(tree), Printer().visit(Add(Odd(), Num(4))))
try:
    e.visit(Odd())
except NotImplementedError as error:
    print(error)
shell = Shell()
for line in ["add 1 2 3", "add x", "upper abc", "upper", "hello", "hello Ann", "class", "quit"]:
    print(shell.run(line))
a, b = Record(name="box", size=3), Wide(size=3, extra=[1])
print(a, b, a == b, b.extra, a != Record(name="box", size=3), Record().name, Record.name)
for name in ("area", "label", "size"):
    try:
        setattr(b, name, 9 if name == "size" else "New")
        print(name, getattr(b, name), b)
    except AttributeError as error:
        print(type(error).__name__, name)
p = Point(1)
for name in ["x", "y", "z"]:
    print(name, hasattr(p, name), getattr(p, name, None))
try:
    setattr(p, "xy"[0], 5)
except AttributeError as error:
    print(type(error).__name__, error)
l = Loose()
print([getattr(l, n, "-") for n in ("real", "ab", "nope", "_Loose__secret", "__secret")])
rows = [Point(3, 1), Point(1, 2), Point(2, 0)]
for key in ("x", "y"):
    print(key, sorted(rows, key=lambda r: getattr(r, key)), max(getattr(r, key) for r in rows))
maybe: Point | None = None
print(getattr(maybe, "xy"[1], "none"))
print(getattr(p, "zzz"[:2]))
