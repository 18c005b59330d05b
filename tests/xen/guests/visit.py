"""Asks another domain's web server, and says what it said."""

import asyncio
import sys


async def main() -> int:
    reader, writer = await asyncio.open_connection(sys.argv[1], int(sys.argv[2]))
    writer.write(
        b"POST /echo HTTP/1.1\r\nContent-Length: 50000\r\nConnection: close\r\n\r\n"
        + b"mirage " * 7142
        + b"......"
    )
    head = await reader.readuntil(b"\r\n\r\n")
    body = await reader.read(-1)
    writer.close()
    print(head.split(b"\r\n")[0].decode(), len(body), body[:7])
    return 0 if body.startswith(b"mirage ") and len(body) == 50000 else 1


sys.exit(asyncio.run(main()))
