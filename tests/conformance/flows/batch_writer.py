"""A writer that gathers rows into batches: by size, by patience, and at the end."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field


@dataclass(slots=True)
class Sink:
    """Where batches go; refuses the ones with a poisoned row."""

    written: list[tuple[str, ...]] = field(default_factory=list)
    refused: int = 0

    async def write(self, rows: list[str]) -> None:
        await asyncio.sleep(0)
        if any(row.startswith("!") for row in rows):
            self.refused += 1
            raise ValueError(f"poisoned batch of {len(rows)}")
        self.written.append(tuple(rows))


class BatchWriter:
    """Collects rows until there are `limit`, or until nobody adds one for a while."""

    def __init__(self, sink: Sink, limit: int, patience: float) -> None:
        self._sink = sink
        self._limit = limit
        self._patience = patience
        self._queue: asyncio.Queue[str | None] = asyncio.Queue()
        self._task: asyncio.Task[int] | None = None
        self.reasons: list[str] = []

    async def __aenter__(self) -> BatchWriter:
        self._task = asyncio.create_task(self._run())
        return self

    async def __aexit__(self, *details: object) -> None:
        await self._queue.put(None)
        if self._task is not None:
            print("rows seen:", await self._task)

    def add(self, *rows: str) -> None:
        for row in rows:
            self._queue.put_nowait(row)

    async def _flush(self, rows: list[str], reason: str) -> None:
        if not rows:
            return
        self.reasons.append(reason)
        try:
            await self._sink.write(rows)
        except ValueError as error:
            print("one by one after:", error)
            for row in rows:
                try:
                    await self._sink.write([row])
                except ValueError:
                    print("dropped", repr(row))
        finally:
            rows.clear()

    async def _run(self) -> int:
        rows: list[str] = []
        seen = 0
        while True:
            try:
                row = await asyncio.wait_for(self._queue.get(), self._patience)
            except asyncio.TimeoutError:
                await self._flush(rows, "patience")
                continue
            if row is None:
                await self._flush(rows, "end")
                return seen
            seen += 1
            rows.append(row)
            if len(rows) >= self._limit:
                await self._flush(rows, "size")


async def main() -> None:
    sink = Sink()
    async with BatchWriter(sink, 3, 0.02) as writer:
        writer.add("a", "b", "c", "d")
        await asyncio.sleep(0.08)
        writer.add("e", "!f", "g")
        await asyncio.sleep(0)
        writer.add("h")
    print(writer.reasons)
    for number, batch in enumerate(sink.written, 1):
        print(number, *batch, sep=" | ")
    print("refused", sink.refused)


asyncio.run(main())
