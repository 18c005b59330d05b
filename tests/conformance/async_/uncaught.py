"""An exception out of asyncio.run: the program's own frames."""

import asyncio


async def deep(n: int) -> None:
    await asyncio.sleep(0)
    if n == 0:
        raise LookupError("nothing down here")
    await deep(n - 1)


async def main() -> None:
    print("going down")
    await deep(2)


asyncio.run(main())
