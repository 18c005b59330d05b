"""Gray codes by reflection and by formula, and the towers they solve."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, product
from operator import xor


def reflected(bits: int) -> list[str]:
    if bits == 0:
        return [""]
    shorter = reflected(bits - 1)
    return ["0" + code for code in shorter] + ["1" + code for code in reversed(shorter)]


def encode(number: int) -> int:
    return number ^ number >> 1


def decode(code: int) -> int:
    number = 0
    while code:
        number ^= code
        code >>= 1
    return number


def mixed(radices: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """A Gray code over digits of several radices: one digit changes by one at a time."""
    digits = [0] * len(radices)
    step = [1] * len(radices)
    while True:
        yield tuple(digits)
        for index in range(len(radices) - 1, -1, -1):
            new = digits[index] + step[index]
            if 0 <= new < radices[index]:
                digits[index] = new
                break
            step[index] = -step[index]
        else:
            return


def distance(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))


class Towers:
    def __init__(self, discs: int) -> None:
        self.pegs: dict[str, list[int]] = {"A": list(range(discs, 0, -1)), "B": [], "C": []}
        self.moves = 0

    def move(self, source: str, target: str) -> None:
        if self.pegs[target] and self.pegs[target][-1] < self.pegs[source][-1]:
            raise ValueError(f"disc {self.pegs[source][-1]} on {self.pegs[target][-1]}")
        self.pegs[target].append(self.pegs[source].pop())
        self.moves += 1

    def holder(self, disc: int) -> str:
        return next(name for name, discs in self.pegs.items() if disc in discs)

    def solve(self, discs: int, source: str = "A", target: str = "C", spare: str = "B") -> Iterator[int]:
        if discs:
            yield from self.solve(discs - 1, source, spare, target)
            self.move(source, target)
            yield discs
            yield from self.solve(discs - 1, spare, target, source)

    def __repr__(self) -> str:
        return " ".join(f"{name}:{''.join(map(str, discs)) or '-'}" for name, discs in self.pegs.items())


for bits in range(1, 5):
    codes = reflected(bits)
    print(bits, codes if bits < 4 else len(codes), {distance(a, b) for a, b in pairwise([*codes, codes[0]])})
print([f"{encode(n):05b}" for n in range(12, 20)])
print(all(decode(encode(n)) == n for n in range(3000)), encode(2**70), decode(2**40))
print(list(mixed((2, 3, 2))))
print(sorted(mixed((3, 2, 4))) == list(product(range(3), range(2), range(4))))
towers = Towers(5)
order = list(towers.solve(5))
changed = [xor(encode(n), encode(n + 1)).bit_length() for n in range(31)]
print(order == changed, towers.moves, towers)
four = Towers(4)
for disc in islice(four.solve(4), 6):
    print(disc, four, four.holder(disc))
try:
    four.move("A", four.holder(1))
except ValueError as error:
    print("illegal:", error)
