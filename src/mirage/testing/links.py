"""Cables in memory: a faithful one and one that loses, repeats, reorders and damages frames."""

from __future__ import annotations

from dataclasses import dataclass

from mirage.net.clock import MILLISECOND, NEVER
from mirage.testing.randomness import SeededRandom


class MemoryLink:
    """Two ends, 0 and 1; a frame sent at one arrives `delay` nanoseconds later at the other."""

    def __init__(self, delay: int = MILLISECOND) -> None:
        self.delay: int = delay
        self.sent: int = 0
        self._times: list[list[int]] = [[], []]
        self._frames: list[list[bytes]] = [[], []]

    def send(self, end: int, frame: bytes, now: int) -> None:
        """Put a frame into the cable at `end`."""
        self.sent += 1
        self._schedule(1 - end, frame, now + self.delay)

    def _schedule(self, end: int, frame: bytes, when: int) -> None:
        """Arrivals are kept in order of time; of two at one time the first sent comes first."""
        times = self._times[end]
        index = len(times)
        while index > 0 and times[index - 1] > when:
            index -= 1
        times.insert(index, when)
        self._frames[end].insert(index, frame)

    def receive(self, end: int, now: int) -> list[bytes]:
        """What has arrived at `end` by now."""
        times = self._times[end]
        count = 0
        while count < len(times) and times[count] <= now:
            count += 1
        frames = self._frames[end][:count]
        del times[:count]
        del self._frames[end][:count]
        return frames

    def deadline(self) -> int:
        """When the next frame arrives at either end, or NEVER."""
        when = NEVER
        for times in self._times:
            if times and (when < 0 or times[0] < when):
                when = times[0]
        return when


@dataclass
class Disturbance:
    """What happens to how many of a thousand frames; `jitter` is the most extra delay, in nanoseconds."""

    loss: int = 0
    duplicate: int = 0
    corrupt: int = 0
    reorder: int = 0
    jitter: int = 0


class LossyLink(MemoryLink):
    """A bad cable; the same seed does the same harm to the same frames."""

    def __init__(self, disturbance: Disturbance, seed: int, delay: int = MILLISECOND) -> None:
        super().__init__(delay)
        self.disturbance: Disturbance = disturbance
        self.random: SeededRandom = SeededRandom(seed)
        self.lost: int = 0
        self.damaged: int = 0

    def send(self, end: int, frame: bytes, now: int) -> None:
        """Put a frame into the cable, perhaps."""
        self.sent += 1
        harm = self.disturbance
        random = self.random
        if random.chance(harm.loss):
            self.lost += 1
            return
        copies = 2 if random.chance(harm.duplicate) else 1
        while copies > 0:
            copies -= 1
            when = now + self.delay
            if harm.jitter > 0:
                when += random.below(harm.jitter)
            if random.chance(harm.reorder):
                when += 4 * self.delay + random.below(8 * self.delay + 1)
            if random.chance(harm.corrupt):
                self.damaged += 1
                damaged = bytearray(frame)
                damaged[random.below(len(frame))] ^= 1 << random.below(8)
                self._schedule(1 - end, bytes(damaged), when)
            else:
                self._schedule(1 - end, frame, when)
