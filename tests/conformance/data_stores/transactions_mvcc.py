"""A key-value store with multi-version snapshots, write conflicts, savepoints, garbage, and retries."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")


class TransactionError(Exception):
    """Base of them all."""


class WriteConflict(TransactionError):
    def __init__(self, key: str, ours: int, theirs: int) -> None:
        super().__init__(f"{key!r} was written at {theirs}, after our snapshot {ours}")


class Closed(TransactionError):
    pass


@dataclass
class Versions:
    stamps: list[int] = field(default_factory=list)
    values: list[int | None] = field(default_factory=list)

    def at(self, stamp: int) -> int | None:
        index = bisect_right(self.stamps, stamp)
        return self.values[index - 1] if index else None

    def add(self, stamp: int, value: int | None) -> None:
        self.stamps.append(stamp)
        self.values.append(value)

    @property
    def latest(self) -> int:
        return self.stamps[-1] if self.stamps else 0


class Store:
    def __init__(self) -> None:
        self.clock = 0
        self.data: dict[str, Versions] = {}
        self.active: list[int] = []
        self.aborted = 0

    @contextmanager
    def transaction(self) -> Iterator[Transaction]:
        tx = Transaction(self, self.clock)
        self.active.append(tx.snapshot)
        try:
            yield tx
            tx.commit()
        except BaseException:
            self.aborted += 1
            raise
        finally:
            tx.open = False
            self.active.remove(tx.snapshot)

    def collect(self) -> int:
        """Forget what no snapshot can see."""
        oldest = min(self.active, default=self.clock)
        dropped = 0
        for key, versions in list(self.data.items()):
            keep = max(0, bisect_right(versions.stamps, oldest) - 1)
            dropped += keep
            del versions.stamps[:keep], versions.values[:keep]
            if versions.values == [None] and versions.latest <= oldest:
                del self.data[key]
                dropped += 1
        return dropped

    def read(self) -> dict[str, int]:
        found = {key: versions.at(self.clock) for key, versions in sorted(self.data.items())}
        return {key: value for key, value in found.items() if value is not None}


class Transaction:
    def __init__(self, store: Store, snapshot: int) -> None:
        self.store, self.snapshot = store, snapshot
        self.layers: list[dict[str, int | None]] = [{}]
        self.open = True

    def _check(self) -> None:
        if not self.open:
            raise Closed("the transaction has ended")

    def get(self, key: str) -> int | None:
        self._check()
        for layer in reversed(self.layers):
            if key in layer:
                return layer[key]
        versions = self.store.data.get(key)
        return None if versions is None else versions.at(self.snapshot)

    def __getitem__(self, key: str) -> int:
        value = self.get(key)
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key: str, value: int) -> None:
        self._check()
        self.layers[-1][key] = value

    def __delitem__(self, key: str) -> None:
        self[key]
        self.layers[-1][key] = None

    def __contains__(self, key: str) -> bool:
        return self.get(key) is not None

    @contextmanager
    def savepoint(self) -> Iterator[None]:
        self.layers.append({})
        try:
            yield
        except BaseException:
            self.layers.pop()
            raise
        top = self.layers.pop()
        self.layers[-1].update(top)

    def commit(self) -> None:
        writes = self.layers[0]
        for key in writes:
            versions = self.store.data.setdefault(key, Versions())
            if versions.latest > self.snapshot:
                raise WriteConflict(key, self.snapshot, versions.latest)
        if writes:
            self.store.clock += 1
            for key, value in writes.items():
                self.store.data[key].add(self.store.clock, value)


def retry(store: Store, work: Callable[[Transaction], T], times: int = 3) -> T:
    problems: list[Exception] = []
    for _ in range(times):
        try:
            with store.transaction() as tx:
                result = work(tx)
            return result
        except WriteConflict as error:
            problems.append(error)
    raise ExceptionGroup(f"gave up after {times}", problems)


store = Store()
with store.transaction() as tx:
    tx["a"], tx["b"], tx["c"] = 1, 2, 3
print(store.read(), store.clock)
with store.transaction() as one, store.transaction() as two:
    one["a"] = 10
    print(one.get("a"), two.get("a"), "d" in one)
    two["b"] = 20
print(store.read(), store.clock)
try:
    with store.transaction() as one:
        with store.transaction() as two:
            two["a"] = 99
        one["a"] = one["a"] + 1
except WriteConflict as error:
    print("conflict:", error)
with store.transaction() as tx:
    tx["d"] = 4
    try:
        with tx.savepoint():
            del tx["a"]
            tx["d"] = 5
            with tx.savepoint():
                tx["e"] = 6
            print(tx.get("a"), tx.get("d"), tx.get("e"), len(tx.layers))
            raise RuntimeError("undo")
    except RuntimeError as error:
        print(error, tx.get("a"), tx.get("d"), tx.get("e"))
    with tx.savepoint():
        del tx["c"]
print(store.read(), store.clock, {k: v.stamps for k, v in store.data.items()})
interferences = 2


def increment(tx: Transaction) -> int:
    global interferences
    tx["a"] = tx["a"] + 1
    if interferences:
        interferences -= 1
        with store.transaction() as other:
            other["a"] = other["a"] * 2
    return tx["a"]


print(retry(store, increment), store.read(), store.aborted)
with store.transaction() as old:
    print(store.collect(), old.get("c"))
    with store.transaction() as tx:
        tx["b"] = 0
    print(old.get("b"), store.collect())
print(store.collect(), {k: list(zip(v.stamps, v.values)) for k, v in store.data.items()})
reads: list[Callable[[], object]] = [lambda: old.get("a"), lambda: old["zz"]]
for act in reads:
    try:
        print(act())
    except Closed as error:
        print("closed:", error)
interferences = 99
try:
    retry(store, increment, 2)
except* WriteConflict as group:
    print(group.message, len(group.exceptions))
with store.transaction() as tx:
    tx["a"] = 0
    del tx["missing"]
