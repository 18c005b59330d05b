"""Page replacement policies as classes with one interface: FIFO, LRU, clock, optimal, aging; Belady's anomaly."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import OrderedDict, deque
from collections.abc import Iterable, Sequence
from itertools import count


class Policy(ABC):
    def __init__(self, frames: int) -> None:
        if frames < 1:
            raise ValueError(f"{frames} frames")
        self.frames = frames
        self.faults = 0

    def run(self, pages: Sequence[int]) -> int:
        for now, page in enumerate(pages):
            if page in self:
                self.hit(page, now)
            else:
                self.faults += 1
                self.load(page, now)
        return self.faults

    @abstractmethod
    def __contains__(self, page: int) -> bool: ...

    @abstractmethod
    def load(self, page: int, now: int) -> None: ...

    def hit(self, page: int, now: int) -> None:
        """Nothing, for those who do not care."""


class Fifo(Policy):
    def __init__(self, frames: int) -> None:
        super().__init__(frames)
        self.queue: deque[int] = deque(maxlen=frames)

    def __contains__(self, page: int) -> bool:
        return page in self.queue

    def load(self, page: int, now: int) -> None:
        self.queue.append(page)


class Lru(Policy):
    def __init__(self, frames: int) -> None:
        super().__init__(frames)
        self.pages: OrderedDict[int, int] = OrderedDict()

    def __contains__(self, page: int) -> bool:
        return page in self.pages

    def load(self, page: int, now: int) -> None:
        if len(self.pages) == self.frames:
            self.pages.popitem(last=False)
        self.pages[page] = now

    def hit(self, page: int, now: int) -> None:
        self.pages.move_to_end(page)


class Mru(Lru):
    def load(self, page: int, now: int) -> None:
        if len(self.pages) == self.frames:
            self.pages.popitem()
        self.pages[page] = now


class Clock(Policy):
    def __init__(self, frames: int) -> None:
        super().__init__(frames)
        self.slots: list[int | None] = [None] * frames
        self.used = [False] * frames
        self.hand = 0

    def __contains__(self, page: int) -> bool:
        return page in self.slots

    def hit(self, page: int, now: int) -> None:
        self.used[self.slots.index(page)] = True

    def load(self, page: int, now: int) -> None:
        while self.used[self.hand]:
            self.used[self.hand] = False
            self.hand = (self.hand + 1) % self.frames
        self.slots[self.hand], self.used[self.hand] = page, True
        self.hand = (self.hand + 1) % self.frames


class Aging(Policy):
    """Eight bits of history for each page, shifted every fourth reference."""

    def __init__(self, frames: int) -> None:
        super().__init__(frames)
        self.history: dict[int, int] = {}
        self.ticks = count(1)

    def __contains__(self, page: int) -> bool:
        return page in self.history

    def touch(self, page: int) -> None:
        self.history[page] = self.history.get(page, 0) | 0x80
        if next(self.ticks) % 4 == 0:
            self.history = {p: bits >> 1 for p, bits in self.history.items()}

    def hit(self, page: int, now: int) -> None:
        self.touch(page)

    def load(self, page: int, now: int) -> None:
        if len(self.history) == self.frames:
            del self.history[min(self.history, key=lambda p: (self.history[p], p))]
        self.touch(page)


class Optimal(Policy):
    def __init__(self, frames: int) -> None:
        super().__init__(frames)
        self.loaded: set[int] = set()
        self.future: Sequence[int] = ()

    def run(self, pages: Sequence[int]) -> int:
        self.future = pages
        return super().run(pages)

    def __contains__(self, page: int) -> bool:
        return page in self.loaded

    def load(self, page: int, now: int) -> None:
        if len(self.loaded) == self.frames:
            rest = self.future[now + 1 :]
            self.loaded.remove(max(self.loaded, key=lambda p: (rest.index(p) if p in rest else len(rest), p)))
        self.loaded.add(page)


POLICIES: list[type[Policy]] = [Fifo, Lru, Mru, Clock, Aging, Optimal]


def pattern(name: str) -> list[int]:
    match name:
        case "belady":
            return [1, 2, 3, 4, 1, 2, 5, 1, 2, 3, 4, 5]
        case "loop":
            return list(range(6)) * 8
        case "local":
            return [(i // 10 * 3 + i * i % 4) % 12 for i in range(120)]
        case "scan":
            return [n for i in range(10) for n in (i % 3, 100 + i, i % 2)]
    raise KeyError(name)


def table(pages: Sequence[int], frames: Iterable[int]) -> None:
    for policy in POLICIES:
        faults = [policy(n).run(pages) for n in frames]
        grows = any(b > a for a, b in zip(faults, faults[1:]))
        print(f"   {policy.__name__:<8}", *(f"{f:4}" for f in faults), " anomaly" if grows else "")


for name in ("belady", "loop", "local", "scan"):
    pages = pattern(name)
    print(f"{name}: {len(pages)} references to {len(set(pages))} pages")
    table(pages, range(2, 8))
clock = Clock(3)
clock.run([1, 2, 3, 1, 4, 5])
print(clock.slots, clock.used, clock.hand, 4 in clock, None in clock.slots)
print(
    [p(4).run([]) for p in POLICIES],
    Optimal(1).run([1, 1, 2, 2, 1]),
    [p.__mro__[1].__name__ for p in POLICIES],
)
Lru(0)
