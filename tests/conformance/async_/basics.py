# boot: yes
"""run, await, sleep, return values, exceptions."""

import asyncio


async def double(n: int) -> int:
    await asyncio.sleep(0)
    return n * 2


async def fail() -> None:
    await asyncio.sleep(0.001)
    raise ValueError("failed")


async def main() -> int:
    print(await double(4), await double(await double(1)))
    try:
        await fail()
    except ValueError as error:
        print("caught", error)
    total = 0
    for n in range(3):
        total += await double(n)
    print([await double(n) for n in range(3)], total)
    return total


print(asyncio.run(main()))
print(asyncio.run(double(21)))
