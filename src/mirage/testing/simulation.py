"""Two stacks at the ends of a cable, run from event to event."""

from __future__ import annotations

from mirage.net.clock import earlier
from mirage.net.stack import Stack
from mirage.testing.clock import FakeClock
from mirage.testing.links import MemoryLink
from mirage.testing.pcap import PcapRecorder


class Simulation:
    """`step` moves the clock to the next thing that happens; no time passes otherwise."""

    def __init__(self, left: Stack, right: Stack, link: MemoryLink, clock: FakeClock) -> None:
        self.left: Stack = left
        self.right: Stack = right
        self.link: MemoryLink = link
        self.clock: FakeClock = clock
        self.recorder: PcapRecorder | None = None

    def settle(self) -> None:
        """Everything that happens at this very instant."""
        now = self.clock.now
        for frame in self.link.receive(0, now):
            self.left.receive(frame, now)
        for frame in self.link.receive(1, now):
            self.right.receive(frame, now)
        self.left.poll(now)
        self.right.poll(now)
        for frame in self.left.transmit():
            self._send(0, frame)
        for frame in self.right.transmit():
            self._send(1, frame)

    def _send(self, end: int, frame: bytes) -> None:
        recorder = self.recorder
        if recorder is not None:
            recorder.record(frame, self.clock.now)
        self.link.send(end, frame, self.clock.now)

    def deadline(self) -> int:
        """When something happens next, or NEVER."""
        when = earlier(self.left.deadline(), self.right.deadline())
        return earlier(when, self.link.deadline())

    def step(self) -> bool:
        """Settle, then go to the next event.  False: nothing will ever happen again."""
        self.settle()
        when = self.deadline()
        if when < 0:
            return False
        self.clock.advance_to(when)
        return True

    def run_until(self, when: int) -> None:
        """Let everything happen up to and including an instant."""
        while True:
            self.settle()
            following = self.deadline()
            if following < 0 or following > when:
                break
            self.clock.advance_to(following)
        self.clock.advance_to(when)
        self.settle()
