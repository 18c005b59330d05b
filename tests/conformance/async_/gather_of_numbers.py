"""Coroutines that give ints for floats, gathered: the list holds what each gave."""

from __future__ import annotations

import asyncio


async def later(value: float) -> float:
    await asyncio.sleep(0)
    return value


def limits() -> list[float]:
    return [1, 2.5, -3]


async def several(values: list[float]) -> None:
    found = await asyncio.gather(*[later(value) for value in values])
    print("kept", len(found))
    for item in found:
        print(item)


print(asyncio.run(later(limits()[0])))
asyncio.run(several(limits()))
