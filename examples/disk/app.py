"""A counter that outlives the program: how often was it started, and when last?

    truncate -s 1M disk.img
    mirage run examples/disk --disk data=disk.img
"""

import asyncio
import struct
import sys

from mirage.storage.block import DiskError, open_disk

MAGIC = b"counted!"
HEADER = struct.Struct("<8sQ")


async def main() -> int:
    try:
        disk = await open_disk("data")
    except DiskError as error:
        print(error.strerror, file=sys.stderr)
        return 1
    first = await disk.read(0)
    magic, count = HEADER.unpack_from(first)
    if magic != MAGIC:
        count = 0
    count += 1
    print(f"{disk.size >> 10} KB, started {count} time{'' if count == 1 else 's'}")
    if disk.read_only:
        print("the disk is read-only: this start is not counted")
        return 0
    await disk.write(0, HEADER.pack(MAGIC, count).ljust(disk.sector_size, b"\0"))
    await disk.flush()
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
