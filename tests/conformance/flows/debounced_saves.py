"""Debouncing and throttling: many calls, few actions."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable


class Debounced:
    """Runs the action only when nobody has called for `quiet` seconds."""

    def __init__(self, action: Callable[[str], Awaitable[None]], quiet: float) -> None:
        self._action = action
        self._quiet = quiet
        self._handle: asyncio.TimerHandle | None = None
        self._running: set[asyncio.Task[None]] = set()
        self.calls = 0

    def __call__(self, text: str) -> None:
        self.calls += 1
        if self._handle is not None:
            self._handle.cancel()
        loop = asyncio.get_running_loop()
        self._handle = loop.call_later(self._quiet, self._fire, text)

    def _fire(self, text: str) -> None:
        self._handle = None
        task = asyncio.create_task(self._run(text))
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _run(self, text: str) -> None:
        await self._action(text)

    @property
    def pending(self) -> bool:
        return self._handle is not None

    async def drain(self) -> None:
        while self.pending or self._running:
            await asyncio.sleep(self._quiet / 4)


class FirstOfMany:
    """Lets the first call through and swallows the rest until it is opened again."""

    def __init__(self) -> None:
        self._open = True
        self.swallowed: list[str] = []

    def __call__(self, what: str) -> bool:
        if self._open:
            self._open = False
            return True
        self.swallowed.append(what)
        return False

    def reopen(self) -> None:
        self._open = True


async def main() -> None:
    saved: list[str] = []

    async def save(text: str) -> None:
        saved.append(text)
        print("saving", repr(text))

    keep = Debounced(save, 0.03)
    text = ""
    for letter in "draft":
        text += letter
        keep(text)
        await asyncio.sleep(0)
    print("pending", keep.pending, "saved", saved)
    await keep.drain()
    print("pending", keep.pending, "saved", saved)
    keep(text + " two")
    keep(text + " three")
    await keep.drain()
    print(keep.calls, "calls,", len(saved), "saves")

    gate = FirstOfMany()
    for round_ in range(2):
        print(round_, [name for name in ("one", "two", "three") if gate(name)], gate.swallowed)
        gate.reopen()


asyncio.run(main())
