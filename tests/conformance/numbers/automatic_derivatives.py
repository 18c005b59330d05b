"""Dual numbers and reverse mode: derivatives of ordinary functions, Newton, gradients, a small network that learns."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Union

Number = Union[int, float]


@dataclass(frozen=True)
class Dual:
    """value + slope * e with e*e = 0."""

    value: float
    slope: float = 0.0

    @staticmethod
    def of(x: Dual | Number) -> Dual:
        return x if isinstance(x, Dual) else Dual(float(x))

    def __add__(self, other: Dual | Number) -> Dual:
        o = Dual.of(other)
        return Dual(self.value + o.value, self.slope + o.slope)

    __radd__ = __add__

    def __neg__(self) -> Dual:
        return Dual(-self.value, -self.slope)

    def __sub__(self, other: Dual | Number) -> Dual:
        return self + -Dual.of(other)

    def __rsub__(self, other: Number) -> Dual:
        return Dual.of(other) - self

    def __mul__(self, other: Dual | Number) -> Dual:
        o = Dual.of(other)
        return Dual(self.value * o.value, self.value * o.slope + self.slope * o.value)

    __rmul__ = __mul__

    def __truediv__(self, other: Dual | Number) -> Dual:
        o = Dual.of(other)
        return Dual(self.value / o.value, (self.slope * o.value - self.value * o.slope) / o.value**2)

    def __rtruediv__(self, other: Number) -> Dual:
        return Dual.of(other) / self

    def __pow__(self, n: int) -> Dual:
        return Dual(self.value**n, n * self.value ** (n - 1) * self.slope)

    def __abs__(self) -> Dual:
        return self if self.value >= 0 else -self

    def __lt__(self, other: Dual | Number) -> bool:
        return self.value < Dual.of(other).value


def lifted(plain: Callable[[float], float], slope: Callable[[float], float]) -> Callable[[Dual], Dual]:
    @wraps(plain)
    def function(x: Dual) -> Dual:
        return Dual(plain(x.value), slope(x.value) * x.slope)

    return function


sin = lifted(math.sin, math.cos)
exp = lifted(math.exp, math.exp)
log = lifted(math.log, lambda x: 1 / x)
sqrt = lifted(math.sqrt, lambda x: 0.5 / math.sqrt(x))


def derivative(f: Callable[[Dual], Dual]) -> Callable[[float], float]:
    return lambda x: f(Dual(x, 1.0)).slope


def newton(f: Callable[[Dual], Dual], x: float, steps: int = 50) -> Iterator[float]:
    for _ in range(steps):
        y = f(Dual(x, 1.0))
        if y.slope == 0:
            raise ArithmeticError(f"flat at {x}")
        step = y.value / y.slope
        x -= step
        yield x
        if abs(step) < 1e-14 * max(1.0, abs(x)):
            return
    raise ArithmeticError("no convergence")


@dataclass(eq=False)
class Node:
    """A value that remembers how it was made."""

    value: float
    parents: tuple[tuple[Node, float], ...] = ()
    grad: float = field(default=0.0, init=False)

    def __add__(self, other: Node) -> Node:
        return Node(self.value + other.value, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other: Node) -> Node:
        return Node(self.value * other.value, ((self, other.value), (other, self.value)))

    def __sub__(self, other: Node) -> Node:
        return Node(self.value - other.value, ((self, 1.0), (other, -1.0)))

    def tanh(self) -> Node:
        y = math.tanh(self.value)
        return Node(y, ((self, 1 - y * y),))

    def backward(self) -> None:
        order: list[Node] = []
        seen: set[int] = set()

        def visit(node: Node) -> None:
            if id(node) not in seen:
                seen.add(id(node))
                for parent, _ in node.parents:
                    visit(parent)
                order.append(node)

        visit(self)
        self.grad = 1.0
        for node in reversed(order):
            for parent, weight in node.parents:
                parent.grad += weight * node.grad


class Network:
    def __init__(self, sizes: Sequence[int], source: random.Random) -> None:
        self.layers = [
            [[Node(source.uniform(-1, 1)) for _ in range(a + 1)] for _ in range(b)]
            for a, b in zip(sizes, sizes[1:])
        ]

    def __call__(self, inputs: Sequence[float]) -> list[Node]:
        values = [Node(x) for x in inputs]
        for layer in self.layers:
            values = [sum((w * v for w, v in zip(row, values)), start=row[-1]).tanh() for row in layer]
        return values

    def parameters(self) -> Iterator[Node]:
        for layer in self.layers:
            for row in layer:
                yield from row

    def train(self, data: Sequence[tuple[Sequence[float], float]], rate: float) -> float:
        loss = Node(0.0)
        for inputs, wanted in data:
            error = self(inputs)[0] - Node(wanted)
            loss = loss + error * error
        for parameter in self.parameters():
            parameter.grad = 0.0
        loss.backward()
        for parameter in self.parameters():
            parameter.value -= rate * parameter.grad
        return loss.value


def main() -> None:
    functions: list[Callable[[Dual], Dual]] = [
        lambda x: 3 * x**3 - 2 * x + 1,
        lambda x: sin(x) * exp(-x) if x < 5 else x,
        lambda x: 1 / (1 + exp(0 - x)),
        lambda x: abs(x - 2) + log(x),
        lambda x: sqrt(x * x + 1) / x,
        lambda x: Dual(7.0),
    ]
    for f in functions:
        print([f"{f(Dual(x, 1.0)).value:.10g} {derivative(f)(x):.10g}" for x in (0.5, 1.0, 3.25)])
    print(
        functions[0](Dual(2.0, 1.0)),
        sin.__name__,
        Dual(1.0) == Dual(1.0, 0),
        5 - Dual(2.0, 1.0),
        Dual(0.0, 1.0) ** 2,
    )
    print(
        [round(x, 12) for x in newton(lambda x: x * x - 2, 1.0)],
        list(newton(lambda x: exp(x) - 3, 1.0))[-1] - math.log(3) < 1e-15,
    )
    for start in (0.0, 1.0):
        try:
            print(list(newton(lambda x: x**3 - 2 * x + 2 if start else x**2 + 1, start, 6)))
        except ArithmeticError as error:
            print(type(error).__name__, error)
    x, y = Node(2.0), Node(-3.0)
    z = (x * y + x).tanh() * y
    z.backward()
    print(z.value, x.grad, y.grad)
    network = Network((2, 3, 1), random.Random(3))
    table = [((-1.0, -1.0), -0.9), ((-1.0, 1.0), 0.9), ((1.0, -1.0), 0.9), ((1.0, 1.0), -0.9)]
    losses = [network.train(table, 0.1) for _ in range(301)]
    print([f"{losses[k]:.6f}" for k in (0, 50, 100, 200, 300)], sum(1 for _ in network.parameters()))
    print([f"{network(inputs)[0].value:+.4f}" for inputs, _ in table])


main()
