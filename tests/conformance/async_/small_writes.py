"""Many small writes in one step of a task: they arrive whole, in order, and before what follows them."""

from __future__ import annotations

import asyncio


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer words; what the answer is decides how the connection goes on."""
    while True:
        try:
            word = (await reader.readuntil(b";")).decode()[:-1]
        except asyncio.IncompleteReadError as error:
            writer.write(b"rest:" + error.partial)
            break
        if word == "many":
            for i in range(1000):
                writer.write(f"{i},".encode())
            await writer.drain()
            print("buffered", writer.transport.get_write_buffer_size())
            writer.write(b";")
        elif word == "large":
            writer.write(b"<")
            writer.write(b"x" * 300_000)
            writer.writelines([b"a", b"b", bytearray(b"c")])
            writer.write(b">;")
            await writer.drain()
        elif word == "eof":
            writer.write(b"last")
            writer.write(b"")
            writer.write_eof()
            try:
                writer.write(b"more")
            except RuntimeError as error:
                print(error)
            break
        elif word == "close":
            writer.write(b"bye")
            writer.write(b"!")
            writer.close()
            writer.write(b"lost")
            print("closing", writer.is_closing())
            break
        else:
            writer.write(word.upper().encode())
            writer.write(b";")
    writer.close()


async def conversation(port: int, requests: list[bytes], end: bool) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for request in requests:
        writer.write(request)
    if end:
        writer.write_eof()
    answer = await reader.read()
    if len(answer) > 80:
        print(len(answer), answer[:20], answer[-20:], sum(answer) % 65521)
    else:
        print(answer)
    writer.close()
    await writer.wait_closed()


async def main() -> None:
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        await conversation(port, [b"one;", b"two;", b"thr", b"ee;", b"end"], True)
        await conversation(port, [b"many;"] * 3, True)
        await conversation(port, [b"a;many;", b"large;b;"], True)
        await conversation(port, [b"a;", b"eof;"], True)
        await conversation(port, [b"a;close;b;"], False)
        print(await asyncio.gather(*[echoed(port, f"word{i}") for i in range(20)]))
    print("done")


async def echoed(port: int, word: str) -> str:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for _ in range(3):
        for character in word:
            writer.write(character.encode())
        writer.write(b";")
    parts = [(await reader.readuntil(b";")).decode() for _ in range(3)]
    writer.close()
    return "".join(parts)


asyncio.run(main())
