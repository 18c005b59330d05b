"""Reads a disk again and again, until that is not possible any more."""

import asyncio

from mirage.storage.block import open_disk


async def main() -> None:
    disk = await open_disk("data")
    print("reading", flush=True)
    try:
        while True:
            await disk.read(0)
            await asyncio.sleep(0.05)
    except OSError as error:
        print(error.errno, error.strerror)


asyncio.run(main())
