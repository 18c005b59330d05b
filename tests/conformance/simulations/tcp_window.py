"""A sliding-window transfer over a lossy channel: generators as endpoints, timers in a heap, go-back-n and selective repeat."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Protocol


@dataclass(frozen=True)
class Segment:
    number: int
    data: str = ""
    ack: bool = False

    def __str__(self) -> str:
        return f"ack {self.number}" if self.ack else f"seg {self.number} {self.data!r}"


class Clock:
    def __init__(self) -> None:
        self.now = 0
        self.heap: list[tuple[int, int, Callable[[], None]]] = []
        self.tickets = count()

    def after(self, delay: int, action: Callable[[], None]) -> None:
        heapq.heappush(self.heap, (self.now + delay, next(self.tickets), action))

    def run(self, until: int) -> None:
        while self.heap and self.heap[0][0] <= until:
            self.now, _, action = heapq.heappop(self.heap)
            action()


class Receiver(Protocol):
    def receive(self, segment: Segment) -> None: ...


@dataclass
class Channel:
    clock: Clock
    lose: Callable[[int], bool]
    delay: Callable[[int], int]
    target: Receiver | None = None
    sent: int = 0
    lost: int = 0

    def send(self, segment: Segment) -> None:
        self.sent += 1
        if self.lose(self.sent):
            self.lost += 1
            return
        self.clock.after(self.delay(self.sent), lambda: self.deliver(segment))

    def deliver(self, segment: Segment) -> None:
        assert self.target is not None
        self.target.receive(segment)


@dataclass
class Sender:
    clock: Clock
    out: Channel
    parts: list[str]
    window: int
    timeout: int
    selective: bool = False
    base: int = 0
    next: int = 0
    acked: set[int] = field(default_factory=set)
    resent: int = 0

    @property
    def done(self) -> bool:
        return self.base == len(self.parts)

    def pump(self) -> None:
        while self.next < min(len(self.parts), self.base + self.window):
            self.transmit(self.next)
            self.next += 1

    def transmit(self, number: int) -> None:
        self.out.send(Segment(number, self.parts[number]))
        self.clock.after(self.timeout, lambda: self.expired(number))

    def expired(self, number: int) -> None:
        if number < self.base or number in self.acked or (not self.selective and number != self.base):
            return
        again = [number] if self.selective else range(self.base, self.next)
        for n in again:
            self.resent += 1
            if n == number:
                self.transmit(n)
            else:
                self.out.send(Segment(n, self.parts[n]))
        self.timeout = min(self.timeout * 2, 64) if not self.selective else self.timeout

    def receive(self, segment: Segment) -> None:
        if self.selective:
            self.acked.add(segment.number)
            while self.base in self.acked:
                self.base += 1
        elif segment.number > self.base:
            self.base = segment.number
            if self.base < self.next:
                number = self.base
                self.clock.after(self.timeout, lambda: self.expired(number))
        self.pump()


@dataclass
class Sink:
    back: Channel
    selective: bool
    wanted: int = 0
    held: dict[int, str] = field(default_factory=dict)
    text: str = ""
    duplicates: int = 0

    def receive(self, segment: Segment) -> None:
        if segment.number < self.wanted or segment.number in self.held:
            self.duplicates += 1
        elif self.selective or segment.number == self.wanted:
            self.held[segment.number] = segment.data
        while self.wanted in self.held:
            self.text += self.held.pop(self.wanted)
            self.wanted += 1
        self.back.send(Segment(segment.number if self.selective else self.wanted, ack=True))


class TransferFailed(Exception):
    def __init__(self, sink: Sink, at: int) -> None:
        super().__init__(f"only {sink.wanted} segments by {at}")
        self.partial = sink.text


def transfer(
    text: str, size: int, window: int, lose: Callable[[int], bool], selective: bool, until: int = 4000
) -> str:
    clock = Clock()
    forth = Channel(clock, lose, lambda n: 5 + n * 7 % 4)
    back = Channel(clock, lambda n: lose(n + 3), lambda n: 5 + n % 2)
    parts = [text[i : i + size] for i in range(0, len(text), size)]
    sender = Sender(clock, forth, parts, window, 16, selective)
    sink = Sink(back, selective)
    forth.target, back.target = sink, sender
    sender.pump()
    clock.run(until)
    if not sender.done:
        raise TransferFailed(sink, until)
    assert sink.text == text, sink.text
    return f"t={clock.now:>4} sent={forth.sent:>3} lost={forth.lost + back.lost:>2} resent={sender.resent:>3} dup={sink.duplicates:>3}"


TEXT = "The quick brown fox — naïve & hungry — jumps over 13 lazy dogs. " * 2
losses: dict[str, Callable[[int], bool]] = {
    "never": lambda n: False,
    "every 5th": lambda n: n % 5 == 0,
    "bursts": lambda n: n % 12 in (3, 4, 5),
    "heavy": lambda n: n * 2654435761 % 2**32 < 2**31,
}
for name, lose in losses.items():
    for selective in (False, True):
        for window in (1, 4, 8):
            print(
                f"{name:<10}{'selective' if selective else 'go-back-n':<10}w={window} {transfer(TEXT, 5, window, lose, selective)}"
            )
print(
    Segment(3, "x"),
    Segment(4, ack=True),
    Segment(1) == Segment(1, ""),
    transfer("", 5, 3, losses["never"], True),
)
try:
    transfer(TEXT, 5, 3, lambda n: n > 6, True, 200)
except TransferFailed as failure:
    print(failure, repr(failure.partial))
transfer("abc", 1, 2, lambda n: True, False, 300)
