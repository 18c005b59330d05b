"""wait_for and timeout."""

import asyncio


async def slow(delay: float) -> str:
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print("slow was cancelled")
        raise
    return "done"


async def main() -> None:
    print(await asyncio.wait_for(slow(0.001), 5.0))
    try:
        await asyncio.wait_for(slow(50.0), 0.01)
    except asyncio.TimeoutError as error:
        print("timeout", repr(error))
    try:
        async with asyncio.timeout(0.01):
            await slow(50.0)
    except TimeoutError:
        print("timeout block")
    async with asyncio.timeout(10.0) as limit:
        print(await slow(0.0), limit.expired())
    print(await asyncio.wait_for(slow(0.001), None))


asyncio.run(main())
