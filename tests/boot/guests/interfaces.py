"""Serves on every interface; connects to each argument (HOST:PORT) and says from where, and what it hears."""

import asyncio
import sys


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    line = await reader.readline()
    writer.write(writer.get_extra_info("sockname")[0].encode() + b" " + line)
    writer.close()


async def main() -> None:
    server = await asyncio.start_server(answer, "", 8080)
    for argument in sys.argv[1:]:
        host, _, port = argument.partition(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        writer.write(b"hello\n")
        print(argument, writer.get_extra_info("sockname")[0], await reader.read(), flush=True)
        writer.close()
    print("serving", flush=True)
    await server.serve_forever()


asyncio.run(main())
