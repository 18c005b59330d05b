"""Distributions as a class: dice added, mapped, conditioned, exact fractions; Markov chains; the birthday problem."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from fractions import Fraction
from functools import reduce
from itertools import product
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)
U = TypeVar("U", bound=Hashable)


class Dist(Generic[T]):
    def __init__(self, weights: dict[T, Fraction]) -> None:
        total = sum(weights.values(), Fraction(0))
        if total <= 0:
            raise ValueError(f"weights add up to {total}")
        self.p = {k: w / total for k, w in weights.items() if w}

    @staticmethod
    def uniform(*items: U) -> Dist[U]:
        weights: defaultdict[U, Fraction] = defaultdict(Fraction)
        for item in items:
            weights[item] += 1
        return Dist(weights)

    def map(self, f: Callable[[T], U]) -> Dist[U]:
        weights: defaultdict[U, Fraction] = defaultdict(Fraction)
        for item, p in self.p.items():
            weights[f(item)] += p
        return Dist(weights)

    def bind(self, f: Callable[[T], Dist[U]]) -> Dist[U]:
        weights: defaultdict[U, Fraction] = defaultdict(Fraction)
        for item, p in self.p.items():
            for inner, q in f(item).p.items():
                weights[inner] += p * q
        return Dist(weights)

    def given(self, test: Callable[[T], bool]) -> Dist[T]:
        return Dist({k: p for k, p in self.p.items() if test(k)})

    def __getitem__(self, item: T) -> Fraction:
        return self.p.get(item, Fraction(0))

    def __iter__(self) -> Iterator[tuple[T, Fraction]]:
        return iter(sorted(self.p.items(), key=lambda kv: (-kv[1], str(kv[0]))))

    def chance(self, test: Callable[[T], bool]) -> Fraction:
        return sum((p for k, p in self.p.items() if test(k)), Fraction(0))

    def __str__(self) -> str:
        return " ".join(f"{k}:{p}" for k, p in self)


def add(a: Dist[int], b: Dist[int]) -> Dist[int]:
    return a.bind(lambda x: b.map(lambda y: x + y))


def mean(d: Dist[int]) -> Fraction:
    return sum((k * p for k, p in d), Fraction(0))


def walk(chain: dict[str, Dist[str]], start: str, steps: int) -> Dist[str]:
    return reduce(lambda d, _: d.bind(lambda s: chain[s]), range(steps), Dist.uniform(start))


d6 = Dist.uniform(*range(1, 7))
two = add(d6, d6)
print(two, mean(two), two.chance(lambda n: n >= 10), two[7], two[13])
print(two.given(lambda n: n % 2 == 0), mean(two.given(lambda n: n > 9)))
best = d6.bind(lambda a: d6.bind(lambda b: d6.map(lambda c: sum(sorted((a, b, c))[1:]))))
print(best, float(mean(best)), best.map(lambda n: "high" if n > 8 else "low"))
exploding = d6.bind(lambda n: d6.map(lambda m: n + m) if n == 6 else Dist.uniform(n))
print(exploding, mean(exploding))
weather = {"sun": Dist({"sun": Fraction(3), "rain": Fraction(1)}), "rain": Dist.uniform("sun", "rain", "rain")}
print(walk(weather, "sun", 3), float(walk(weather, "rain", 25)["sun"]), walk(weather, "sun", 0))
doors = Dist.uniform(*product("abc", "abc"))
switch = doors.bind(lambda cp: Dist.uniform(*[d for d in "abc" if d not in cp]).map(lambda o: next(d for d in "abc" if d not in (cp[1], o)) == cp[0]))
print("Monty", switch)
shared = next(n for n in range(1, 100) if reduce(lambda p, i: p * Fraction(365 - i, 365), range(n), Fraction(1)) < Fraction(1, 2))
print(shared, Dist.uniform("a", "b", "a").map(str.upper), len(add(two, two).p), add(two, two)[14])
two.given(lambda n: n > 12)
