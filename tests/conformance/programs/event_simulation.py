"""A bank simulated by a heap of events and a linear congruential generator."""

import heapq
from dataclasses import dataclass


class Random:
    def __init__(self, seed: int) -> None:
        self.state = seed

    def below(self, n: int) -> int:
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % n


@dataclass(order=True)
class Event:
    time: int
    number: int
    kind: str


class Bank:
    def __init__(self, tellers: int, seed: int) -> None:
        self.free = tellers
        self.random = Random(seed)
        self.events: list[Event] = []
        self.waiting: list[tuple[int, int]] = []
        self.number = 0
        self.waits: list[int] = []

    def schedule(self, time: int, kind: str) -> None:
        self.number += 1
        heapq.heappush(self.events, Event(time, self.number, kind))

    def run(self, customers: int) -> None:
        time = 0
        for _ in range(customers):
            time += self.random.below(10)
            self.schedule(time, "arrive")
        while self.events:
            event = heapq.heappop(self.events)
            if event.kind == "arrive":
                self.waiting.append((event.time, event.number))
            else:
                self.free += 1
            while self.free and self.waiting:
                since, _ = self.waiting.pop(0)
                self.waits.append(event.time - since)
                self.free -= 1
                self.schedule(event.time + 5 + self.random.below(15), "leave")


for tellers in (1, 2, 3):
    bank = Bank(tellers, 2024)
    bank.run(200)
    print(tellers, len(bank.waits), sum(bank.waits) / len(bank.waits), max(bank.waits), bank.free)
