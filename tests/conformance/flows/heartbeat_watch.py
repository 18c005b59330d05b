"""Members that beat, a monitor that judges them by a clock of its own."""

from __future__ import annotations

import asyncio
import enum
from collections.abc import Iterator
from dataclasses import dataclass, replace


class Health(enum.Enum):
    UP = "up"
    SUSPECT = "suspect"
    DOWN = "down"

    @classmethod
    def after(cls, silence: int) -> Health:
        if silence < 2:
            return cls.UP
        return cls.SUSPECT if silence < 4 else cls.DOWN


@dataclass(frozen=True, order=True)
class Member:
    name: str
    last: int
    health: Health = Health.UP


class Clock:
    """Time that moves only when told; sleepers wait on a condition."""

    def __init__(self) -> None:
        self.now = 0
        self._moved = asyncio.Condition()

    async def advance(self) -> None:
        async with self._moved:
            self.now += 1
            self._moved.notify_all()
        for _ in range(5):
            await asyncio.sleep(0)

    async def until(self, moment: int) -> None:
        async with self._moved:
            await self._moved.wait_for(lambda: self.now >= moment)


class Monitor:
    def __init__(self, clock: Clock, *names: str) -> None:
        self._clock = clock
        self._members = {name: Member(name, clock.now) for name in names}
        self.log: list[str] = []

    def beat(self, name: str) -> None:
        old = self._members[name]
        self._members[name] = replace(old, last=self._clock.now)

    def judge(self) -> None:
        for name, member in self._members.items():
            health = Health.after(self._clock.now - member.last)
            if health is not member.health:
                self.log.append(f"t={self._clock.now} {name}: {member.health.value} -> {health.value}")
                self._members[name] = replace(member, health=health)

    def __iter__(self) -> Iterator[Member]:
        return iter(sorted(self._members.values(), key=lambda m: m.name))


async def beating(clock: Clock, monitor: Monitor, name: str, pauses: list[int]) -> str:
    moment = 0
    for pause in pauses:
        moment += pause
        await clock.until(moment)
        monitor.beat(name)
    return name


async def main() -> None:
    clock = Clock()
    monitor = Monitor(clock, "db", "web", "mail")
    plans = {"db": [1] * 10, "web": [1, 3, 1, 5], "mail": [1, 1]}
    tasks = [asyncio.create_task(beating(clock, monitor, name, plan)) for name, plan in plans.items()]
    for _ in range(10):
        await clock.advance()
        monitor.judge()
    print(*monitor.log, sep="\n")
    print("finished:", *(await asyncio.gather(*tasks)))
    for member in monitor:
        print(f"{member.name:<5}{member.last:>3} {member.health.name}")
    try:
        monitor.beat("ftp")
    except KeyError as error:
        print("no member", error)


asyncio.run(main())
