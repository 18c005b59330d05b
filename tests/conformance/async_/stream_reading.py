"""StreamReader's ways to read: readexactly, readuntil, read(n), and what ends early."""

import asyncio


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"12345678head\r\n\r\nbody of the message and the rest")
    await writer.drain()
    writer.write_eof()
    await reader.read()
    writer.close()
    await writer.wait_closed()


async def main() -> None:
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port: int = server.sockets[0].getsockname()[1]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    print(await reader.readexactly(8), await reader.readuntil(b"\r\n\r\n"), await reader.readexactly(4))
    try:
        await reader.readexactly(1000)
    except asyncio.IncompleteReadError as error:
        print(error, error.partial)
    print(await reader.read(), reader.at_eof(), await reader.readline())
    writer.close()
    await writer.wait_closed()
    server.close()
    await server.wait_closed()
    await asyncio.sleep(0.02)


asyncio.run(main())
