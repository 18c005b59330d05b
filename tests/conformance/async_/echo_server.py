"""A TCP server and its clients in one program, over the machine's loopback."""

import asyncio


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while line := await reader.readline():
        if line == b"quit\n":
            break
        writer.write(b"echo " + line)
        await writer.drain()
    writer.close()
    await writer.wait_closed()


async def client(port: int, name: str) -> list[str]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    replies: list[str] = []
    for n in range(3):
        writer.write(f"{name} {n}\n".encode())
        await writer.drain()
        replies.append((await reader.readline()).decode().strip())
    writer.write(b"quit\n")
    replies.append(repr(await reader.read()))
    writer.close()
    await writer.wait_closed()
    return replies


async def main() -> None:
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port: int = server.sockets[0].getsockname()[1]
    async with server:
        for replies in await asyncio.gather(client(port, "ann"), client(port, "bob")):
            print(replies)
        await asyncio.sleep(0.02)
    print("closed")


asyncio.run(main())
