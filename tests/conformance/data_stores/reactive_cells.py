"""Cells that depend on each other: automatic tracking, lazy recomputation, cycles, batches, watchers, and memo counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import ClassVar, Generic, TypeVar, cast
from weakref import WeakSet

T = TypeVar("T")


class CycleError(RuntimeError):
    pass


class Node:
    stack: ClassVar[list[Computed[object]]] = []
    pending: ClassVar[list[Watcher]] = []
    depth: ClassVar[int] = 0

    def __init__(self, name: str) -> None:
        self.name = name
        self.readers: WeakSet[Computed[object]] = WeakSet()

    def reading(self) -> None:
        if Node.stack:
            reader = Node.stack[-1]
            self.readers.add(reader)
            reader.sources[self.name] = self

    def changed(self) -> None:
        for reader in sorted(self.readers, key=lambda r: r.name):
            reader.invalidate()

    @staticmethod
    def flush() -> None:
        while Node.pending and Node.depth == 0:
            Node.pending.pop(0).run()


class Cell(Node, Generic[T]):
    def __init__(self, name: str, value: T) -> None:
        super().__init__(name)
        self._value = value
        self.writes = 0

    @property
    def value(self) -> T:
        self.reading()
        return self._value

    @value.setter
    def value(self, new: T) -> None:
        if Node.stack:
            raise CycleError(f"{Node.stack[-1].name} writes {self.name} while it is computed")
        if new != self._value:
            self._value = new
            self.writes += 1
            self.changed()
            Node.flush()


class Computed(Node, Generic[T]):
    def __init__(self, name: str, rule: Callable[[], T]) -> None:
        super().__init__(name)
        self.rule = rule
        self.fresh = False
        self.runs = 0
        self.sources: dict[str, Node] = {}
        self._value: T | None = None
        self.error: Exception | None = None

    def me(self) -> Computed[object]:
        return cast("Computed[object]", self)

    @property
    def value(self) -> T:
        self.reading()
        if not self.fresh:
            if self.me() in Node.stack:
                names = [node.name for node in Node.stack]
                raise CycleError(" > ".join([*names[names.index(self.name) :], self.name]))
            for source in self.sources.values():
                source.readers.discard(self.me())
            self.sources.clear()
            Node.stack.append(self.me())
            self.runs += 1
            self.error = None
            try:
                self._value = self.rule()
            except CycleError:
                raise
            except Exception as error:
                self.error = error
            finally:
                Node.stack.pop()
            self.fresh = True
        if self.error is not None:
            raise self.error
        return cast(T, self._value)

    def invalidate(self) -> None:
        if self.fresh:
            self.fresh = False
            self.changed()


class Watcher(Computed[None]):
    def __init__(self, name: str, rule: Callable[[], None]) -> None:
        super().__init__(name, rule)
        self.run()

    def run(self) -> None:
        try:
            self.value
        except Exception as error:
            print(f"   {self.name} failed: {type(error).__name__} {error}")

    def invalidate(self) -> None:
        if self.fresh:
            self.fresh = False
            Node.pending.append(self)


@contextmanager
def batch() -> Iterator[None]:
    Node.depth += 1
    try:
        yield
    finally:
        Node.depth -= 1
        Node.flush()


price, count = Cell("price", 10), Cell("count", 3)
discount: Cell[float | None] = Cell("discount", None)
net = Computed("net", lambda: price.value * count.value)
total = Computed("total", lambda: net.value if discount.value is None else net.value * (1 - discount.value))
each = Computed("each", lambda: total.value / count.value)
label = Computed("label", lambda: f"{count.value} for {total.value:.2f}")
watch = Watcher("watch", lambda: print(f"   watch: {label.value}"))
print(each.value, total.value, [c.runs for c in (net, total, each, label, watch)])
price.value = 12
price.value = 12
print(each.value, [c.runs for c in (net, total, each, label, watch)], price.writes)
with batch():
    count.value = 5
    discount.value = 0.5
    price.value = 20
    print("in batch", label.value, label.runs)
print(sorted(total.sources), sorted(net.sources), len(price.readers))
discount.value = None
print([c.runs for c in (net, total, each, label, watch)])
count.value = 0
for attempt in range(2):
    try:
        print(each.value)
    except ZeroDivisionError as error:
        print("each:", error, each.runs)
count.value = 4
print(each.value, each.runs)
flag = Cell("flag", True)
loop: Computed[int] = Computed("loop", lambda: other.value + 1 if flag.value else 0)
other: Computed[int] = Computed("other", lambda: loop.value * 2)
for attempt in range(2):
    try:
        print(loop.value, other.value)
    except CycleError as error:
        print("cycle:", error, Node.stack)
    flag.value = False
bad = Computed("bad", lambda: setattr(price, "value", 1))
try:
    bad.value
except CycleError as error:
    print("refused:", error)
names: Cell[tuple[str, ...]] = Cell("names", ("b", "a"))
ordered = Computed("ordered", lambda: sorted(names.value))
failing = Watcher("failing", lambda: print("   first:", ordered.value[0]))
names.value = ()
names.value = ("z", "y")
try:
    with batch():
        names.value = ("q",)
        raise KeyError("left the batch")
except KeyError as error:
    print(error, failing.runs, ordered.runs)
loop.rule = lambda: loop.value
flag.value = True
loop.value
