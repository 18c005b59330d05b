"""A ledger whose entries name the hash of the one before: appended, checked, forged, forked, proved."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Entry:
    number: int
    payer: str
    payee: str
    cents: int
    before: str = field(repr=False)

    @property
    def digest(self) -> str:
        text = json.dumps(asdict(self), sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()


class Forged(Exception):
    def __init__(self, entry: Entry, reason: str) -> None:
        super().__init__(f"entry {entry.number}: {reason}")
        self.entry = entry


class Ledger:
    GENESIS = "0" * 64

    def __init__(self, entries: Sequence[Entry] = ()) -> None:
        self.entries = list(entries)

    def pay(self, payer: str, payee: str, cents: int) -> Entry:
        if cents <= 0:
            raise ValueError("an amount is above zero")
        if payer != "mint" and self.balance(payer) < cents:
            raise ValueError(f"{payer} has {self.balance(payer) / 100:.2f} only")
        entry = Entry(len(self.entries), payer, payee, cents, self.head)
        self.entries.append(entry)
        return entry

    @property
    def head(self) -> str:
        return self.entries[-1].digest if self.entries else self.GENESIS

    def balance(self, name: str) -> int:
        return sum((e.payee == name) * e.cents - (e.payer == name) * e.cents for e in self.entries)

    def check(self) -> None:
        before = self.GENESIS
        for position, entry in enumerate(self.entries):
            if entry.number != position:
                raise Forged(entry, f"stands at {position}")
            if entry.before != before:
                raise Forged(entry, f"follows {entry.before[:8]}, not {before[:8]}")
            before = entry.digest

    def dump(self) -> str:
        return "\n".join(json.dumps(asdict(e)) for e in self.entries)

    @classmethod
    def load(cls, text: str) -> "Ledger":
        rows: list[dict[str, Any]] = [json.loads(line) for line in text.splitlines()]
        ledger = cls([Entry(**row) for row in rows])
        ledger.check()
        return ledger


def layers(leaves: Sequence[str]) -> Iterator[list[str]]:
    current = list(leaves)
    yield current
    while len(current) > 1:
        if len(current) % 2:
            current = [*current, current[-1]]
        pairs = zip(current[::2], current[1::2], strict=True)
        current = [hashlib.sha256((a + b).encode()).hexdigest() for a, b in pairs]
        yield current


def proof(leaves: Sequence[str], index: int) -> list[tuple[bool, str]]:
    path = []
    for layer in list(layers(leaves))[:-1]:
        other = index ^ 1
        path.append((index % 2 == 1, layer[other] if other < len(layer) else layer[index]))
        index //= 2
    return path


def root_from(leaf: str, path: list[tuple[bool, str]]) -> str:
    for is_right, other in path:
        text = other + leaf if is_right else leaf + other
        leaf = hashlib.sha256(text.encode()).hexdigest()
    return leaf


ledger = Ledger()
for payer, payee, cents in (
    ("mint", "ann", 10_000),
    ("ann", "bo", 2_550),
    ("bo", "cy", 50),
    ("ann", "cy", 1),
):
    print(ledger.pay(payer, payee, cents), ledger.head[:12])
for attempt in (("cy", "ann", 52), ("ann", "bo", 0)):
    try:
        ledger.pay(*attempt)
    except ValueError as error:
        print(error)
print({name: ledger.balance(name) for name in ("ann", "bo", "cy", "mint")})
copy = Ledger.load(ledger.dump())
print(copy.head == ledger.head, len(copy.entries))
first, second, third, fourth = ledger.entries
for forged in (
    [first, replace(second, cents=9_999), third, fourth],
    [first, third, fourth],
    [first, second, third, replace(fourth, before=second.digest)],
):
    try:
        Ledger(forged).check()
    except Forged as error:
        print(error, error.entry.payer)
leaves = [entry.digest for entry in ledger.entries] + [ledger.head]
*_, (root,) = layers(leaves)
print(root[:16], [root_from(leaf, proof(leaves, i)) == root for i, leaf in enumerate(leaves)])
print(root_from(leaves[0], proof(leaves, 1)) == root, [side for side, _ in proof(leaves, 4)])
fork = Ledger(ledger.entries[:2])
fork.pay("bo", "ann", 1)
shared = sum(a == b for a, b in zip(fork.entries, ledger.entries, strict=False))
print(f"the fork shares {shared} of {len(ledger.entries)}, {fork.balance('bo')} cents")
try:
    Ledger.load('{"number": 0, "payer": "a", "payee": "b", "cents": 1}')
except TypeError as error:
    print(error)
