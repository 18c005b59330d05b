"""Takes a line of input, tells it to the first who connects, and ends with an exit code of its own."""

import asyncio
import sys


async def main(line: str) -> int:
    served = asyncio.Event()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readline()
        writer.write(line.encode() + b"\n")
        await writer.drain()
        writer.close()
        served.set()

    await asyncio.start_server(answer, "0.0.0.0", 8080)
    print("serving", flush=True)
    await served.wait()
    return 5


sys.exit(asyncio.run(main(input())))
