"""Everything a disk does, so that its output can be compared between targets."""

import asyncio
import hashlib
import sys

from mirage.storage.block import BlockDevice, DiskError, disk_names, open_disk


def pattern(seed: int, size: int) -> bytes:
    block = b"".join(hashlib.sha256(f"{seed} {i}".encode()).digest() for i in range(16))
    return (block * (size // 512 + 1))[:size]


def digest(data: bytes) -> str:
    return f"{len(data)} bytes {hashlib.sha256(data).hexdigest()[:16]}"


async def sizes(disk: BlockDevice) -> None:
    """From one sector to more than any device takes at once."""
    for count in (0, 1, 2, 7, 8, 127, 128, 129, 500):
        data = pattern(count, count * disk.sector_size)
        await disk.write(count, data)
        back = await disk.read(count, count)
        print(count, digest(back), back == data)


async def at_once(disk: BlockDevice) -> None:
    """Many requests under way, the program goes on meanwhile."""
    ticks = 0

    async def tick() -> None:
        nonlocal ticks
        while True:
            ticks += 1
            await asyncio.sleep(0)

    ticker = asyncio.create_task(tick())
    pieces = [pattern(100 + i, 3 * disk.sector_size) for i in range(40)]
    await asyncio.gather(*(disk.write(1000 + 3 * i, piece) for i, piece in enumerate(pieces)))
    back = await asyncio.gather(*(disk.read(1000 + 3 * i, 3) for i in reversed(range(40))))
    whole = await disk.read(1000, 120)
    ticker.cancel()
    print("at once", back == pieces[::-1], whole == b"".join(pieces), digest(whole))


async def cancelled(disk: BlockDevice) -> None:
    """Who gives up waiting leaves the disk usable."""
    for _ in range(30):
        task = asyncio.create_task(disk.read(0, 300))
        await asyncio.sleep(0)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            pass
    print("cancelled", digest(await disk.read(1000, 120)))


async def mistakes(disk: BlockDevice) -> None:
    last = disk.sectors
    for sector, count in ((-1, 1), (last, 1), (last - 1, 2), (0, -1), (1 << 70, 1)):
        try:
            await disk.read(sector, count)
        except ValueError as error:
            print("ValueError", error)
    print(await disk.read(last, 0), len(await disk.read(last - 1)))
    for data in (b"x", bytes(disk.sector_size + 1)):
        try:
            await disk.write(0, data)
        except ValueError as error:
            print("ValueError", error)
    try:
        await disk.write(last - 1, bytes(2 * disk.sector_size))
    except ValueError as error:
        print("ValueError", error)


async def protected() -> None:
    disk = await open_disk("fixed")
    print(disk, disk.size)
    print(await disk.read(0) == b"F" * 512)
    for attempt in (disk.write(0, bytes(512)), disk.discard(0, 1)):
        try:
            await attempt
        except DiskError as error:
            print("DiskError", error)
    await disk.flush()


async def main() -> None:
    print(sorted(disk_names()))
    try:
        await open_disk("nothing")
    except DiskError as error:
        print(error.errno, str(error).split(";")[0])
    disk = await open_disk("data")
    print(disk, disk.size, disk.can_discard)
    await sizes(disk)
    await at_once(disk)
    await cancelled(disk)
    await mistakes(disk)
    await disk.flush()
    await disk.discard(2000, 16)
    await disk.write(2000, pattern(7, 4 * disk.sector_size))
    await protected()
    await disk.flush()
    disk.close()
    try:
        await disk.read(0)
    except DiskError as error:
        print("DiskError", error)
    print("done", len(sys.argv))


asyncio.run(main())
