"""Many small writes at once, and as many reads: each block says who it is."""

import asyncio
import sys

from mirage.storage.block import open_disk

BLOCKS = 200


def block(number: int) -> bytes:
    return number.to_bytes(4, "big") * 128


async def main() -> int:
    disk = await open_disk("data")
    await asyncio.gather(*[disk.write(number, block(number)) for number in range(BLOCKS)])
    await disk.flush()
    contents = await asyncio.gather(*[disk.read(number) for number in range(BLOCKS)])
    good = [contents[number] == block(number) for number in range(BLOCKS)]
    print(f"{sum(good)} of {BLOCKS} blocks are right")
    return 0 if all(good) else 1


sys.exit(asyncio.run(main()))
