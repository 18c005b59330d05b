"""The deadlines of many connections: a binary heap whose entries may be out of date.

A connection has at most one valid entry, for the time `connection.armed`; others are passed over.
"""

from __future__ import annotations

from mirage.net.clock import NEVER
from mirage.net.tcp.connection import Connection


class TimerQueue:
    def __init__(self) -> None:
        self.times: list[int] = []
        self.owners: list[Connection] = []

    def arm(self, connection: Connection) -> None:
        """Make sure that the connection is looked at by its deadline."""
        when = connection.deadline()
        if when >= 0 and (connection.armed < 0 or when < connection.armed):
            connection.armed = when
            self._push(when, connection)

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
