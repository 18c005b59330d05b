"""Small physics: integrators as functions over vectors, conserved quantities, heat on a rod, and a falling chain."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

Vector = tuple[float, ...]
Derivative = Callable[[float, Vector], Vector]
Step = Callable[[Derivative, float, Vector, float], Vector]


def combine(a: Vector, scale: float, b: Vector) -> Vector:
    return tuple(x + scale * y for x, y in zip(a, b, strict=True))


def euler(f: Derivative, t: float, y: Vector, h: float) -> Vector:
    return combine(y, h, f(t, y))


def midpoint(f: Derivative, t: float, y: Vector, h: float) -> Vector:
    return combine(y, h, f(t + h / 2, combine(y, h / 2, f(t, y))))


def runge_kutta(f: Derivative, t: float, y: Vector, h: float) -> Vector:
    k1 = f(t, y)
    k2 = f(t + h / 2, combine(y, h / 2, k1))
    k3 = f(t + h / 2, combine(y, h / 2, k2))
    k4 = f(t + h, combine(y, h, k3))
    total = tuple(a + 2 * b + 2 * c + d for a, b, c, d in zip(k1, k2, k3, k4))
    return combine(y, h / 6, total)


def trajectory(step: Step, f: Derivative, y: Vector, h: float) -> Iterator[tuple[float, Vector]]:
    n = 0
    while True:
        yield n * h, y
        y = step(f, n * h, y, h)
        n += 1


def at(step: Step, f: Derivative, y: Vector, end: float, steps: int) -> Vector:
    return next(islice(trajectory(step, f, y, end / steps), steps, None))[1]


def decay(t: float, y: Vector, rate: float = 1.0) -> Vector:
    return tuple(-rate * x for x in y)


def orbit(t: float, state: Vector) -> Vector:
    x, y, vx, vy = state
    r3 = math.hypot(x, y) ** 3
    return vx, vy, -x / r3, -y / r3


def energy(state: Vector) -> float:
    x, y, vx, vy = state
    return (vx * vx + vy * vy) / 2 - 1 / math.hypot(x, y)


@dataclass
class Rod:
    cells: list[float]
    conductivity: float = 0.2
    fixed: bool = True

    def step(self) -> None:
        if not 0 <= self.conductivity <= 0.5:
            raise ValueError(f"unstable at {self.conductivity}")
        old = self.cells[:]
        last = len(old) - 1
        for i, here in enumerate(old):
            left = old[i - 1] if i else here
            right = old[i + 1] if i < last else here
            if not (self.fixed and i in (0, last)):
                self.cells[i] = here + self.conductivity * (left - 2 * here + right)

    def run(self, steps: int) -> Rod:
        for _ in range(steps):
            self.step()
        return self

    def __str__(self) -> str:
        top = max(map(abs, self.cells)) or 1.0
        return "".join(" .:-=+*#%@"[min(9, int(abs(c) / top * 9.999))] for c in self.cells)


def order(step: Step, exact: float) -> list[float]:
    errors = [abs(at(step, decay, (1.0,), 1.0, n)[0] - exact) for n in (10, 20, 40)]
    return [round(math.log2(a / b), 1) for a, b in zip(errors, errors[1:])]


def crossing(points: Sequence[tuple[float, Vector]]) -> float:
    """When y first goes from negative to positive, by interpolation."""
    for (t0, a), (t1, b) in zip(points, points[1:]):
        if a[1] < 0 <= b[1]:
            return t0 + (t1 - t0) * -a[1] / (b[1] - a[1])
    raise LookupError("never crosses")


STEPS: list[Step] = [euler, midpoint, runge_kutta]
for step in STEPS:
    value = at(step, decay, (1.0, 2.0), 2.0, 50)
    print(f"{step.__name__:<12}", *(f"{v:.9f}" for v in value), order(step, math.exp(-1)))
print(f"{at(runge_kutta, partial(decay, rate=3.0), (1.0,), 1.0, 100)[0]:.8f} {math.exp(-3):.8f}")
start = (1.0, 0.0, 0.0, 1.2)
for step in STEPS:
    points = list(islice(trajectory(step, orbit, start, 0.05), 400))
    drift = energy(points[-1][1]) - energy(start)
    radii = [math.hypot(*p[:2]) for _, p in points]
    try:
        period = f"{crossing(points):.4f}"
    except LookupError as error:
        period = str(error)
    print(
        f"{step.__name__:<12} drift {drift:+.3e}, radii {min(radii):.4f}..{max(radii):.4f}, period {period}"
    )
axis = 1 / (2 / 1.0 - 1.44)
print(f"expected {2 * math.pi * axis**1.5:.4f} axis {axis:.4f}")
for rod in (Rod([100.0] + [0.0] * 30), Rod([0.0] * 15 + [90.0] + [0.0] * 15, fixed=False)):
    for steps in (0, 10, 90, 900):
        print(f"|{rod.run(steps)}| total {sum(rod.cells):.6f}")
print(
    [round(c, 3) for c in Rod([1.0, 0.0, 0.0, 0.0, 1.0]).run(500).cells], Rod([5.0]).run(3), Rod([-1.0, 3.0])
)
try:
    combine((1.0,), 1.0, (1.0, 2.0))
except ValueError as error:
    print(error)
print(
    at(euler, lambda t, y: (2 * t,), (0.0,), 3.0, 3000)[0].__round__(3),
    at(runge_kutta, lambda t, y: (2 * t,), (0.0,), 3.0, 7)[0].__round__(9),
)
at(runge_kutta, orbit, (0.0, 0.0, 1.0, 1.0), 1.0, 1)
