"""The deadlines of many connections: a binary heap whose entries may be out of date.

A connection has at most one valid entry, for the time `connection.armed`; others are passed over, and
taken out when they become many: a timer that is moved forward again and again leaves one each time.
"""

from __future__ import annotations

from typing import Final

from mirage.net.clock import NEVER
from mirage.net.tcp.connection import Connection

SWEEP: Final = 64


class TimerQueue:
    def __init__(self) -> None:
        self.times: list[int] = []
        self.owners: list[Connection] = []
        self.sweep_at: int = SWEEP
        """The number of entries at which those out of date are taken out."""

    def arm(self, connection: Connection) -> None:
        """Make sure that the connection is looked at by its deadline."""
        when = connection.deadline()
        if when >= 0 and (connection.armed < 0 or when < connection.armed):
            connection.armed = when
            self._push(when, connection)
            if len(self.times) >= self.sweep_at:
                self._sweep()

    def due(self, now: int) -> Connection | None:
        """Take out one connection whose entry has expired; its timers may have moved on since."""
        while self.times and self.times[0] <= now:
            when = self.times[0]
            owner = self._pop()
            if when == owner.armed:
                owner.armed = NEVER
                return owner
        return None

    def deadline(self) -> int:
        """The earliest time at which `due` could return something, or NEVER."""
        while self.times:
            owner = self.owners[0]
            when = self.times[0]
            if when == owner.armed:
                actual = owner.deadline()
                if actual == when:
                    return when
                owner.armed = NEVER
                self._pop()
                self.arm(owner)
            else:
                self._pop()
        return NEVER

    def earliest(self) -> int:
        """A time not after `deadline()`, or NEVER: timers that moved on stay where they are."""
        while self.times:
            if self.times[0] == self.owners[0].armed:
                return self.times[0]
            self._pop()
        return NEVER

    def _sweep(self) -> None:
        """Keep the valid entries: the work is shared by as many additions."""
        times = self.times
        owners = self.owners
        self.times = []
        self.owners = []
        index = 0
        while index < len(times):
            owner = owners[index]
            if times[index] == owner.armed:
                owner.armed = NEVER  # of two equal entries one is kept
                self._push(times[index], owner)
            index += 1
        for index in range(len(self.times)):
            self.owners[index].armed = self.times[index]
        self.sweep_at = max(SWEEP, 2 * len(self.times))

    def _push(self, when: int, owner: Connection) -> None:
        times = self.times
        owners = self.owners
        times.append(when)
        owners.append(owner)
        index = len(times) - 1
        while index > 0:
            parent = (index - 1) // 2
            if times[parent] <= when:
                break
            times[index] = times[parent]
            owners[index] = owners[parent]
            index = parent
        times[index] = when
        owners[index] = owner

    def _pop(self) -> Connection:
        times = self.times
        owners = self.owners
        first = owners[0]
        when = times.pop()
        owner = owners.pop()
        size = len(times)
        if size == 0:
            return first
        index = 0
        while True:
            child = 2 * index + 1
            if child >= size:
                break
            if child + 1 < size and times[child + 1] < times[child]:
                child += 1
            if times[child] >= when:
                break
            times[index] = times[child]
            owners[index] = owners[child]
            index = child
        times[index] = when
        owners[index] = owner
        return first
