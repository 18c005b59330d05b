"""asyncio programs in CPython on our stack, Linux on the other side."""

from __future__ import annotations

import sys

import pytest

pytestmark = pytest.mark.interop

PROGRAM = """
import asyncio
from mirage.net.addresses import parse_ipv4
from mirage.net.stack import Stack, StaticAddress
from mirage.targets.cpython import direct

address = StaticAddress(parse_ipv4("10.78.0.2"), 24)
direct.install("tap1", lambda random: Stack(0x020000780002, random, address))

async def serve(reader, writer):
    total = 0
    while data := await reader.read(65536):
        total += len(data)
        writer.write(data.upper())
        await writer.drain()
    writer.write(b"%d" % total)
    writer.close()
    await writer.wait_closed()

async def main():
    server = await asyncio.start_server(serve, "0.0.0.0", 7)
    print("ready", server.sockets[0].getsockname(), flush=True)
    await asyncio.to_thread(input)
    reader, writer = await asyncio.open_connection("10.78.0.1", 9000)
    writer.write(b"from inside")
    writer.write_eof()
    print((await reader.read()).decode(), flush=True)
    try:
        await asyncio.open_connection("10.78.0.1", 9)
    except OSError as error:
        print(type(error).__name__, flush=True)
    server.close()
    await server.wait_closed()

asyncio.run(main())
"""
CLIENT = """
import socket, threading
data = b"abcdefgh" * 50_000
peer = socket.create_connection(("10.78.0.2", 7), timeout=20)
def send():
    peer.sendall(data)
    peer.shutdown(socket.SHUT_WR)
threading.Thread(target=send).start()
answer = b""
while part := peer.recv(65536):
    answer += part
assert answer == data.upper() + b"400000", len(answer)
print("same")
"""
SERVER = """
import socket
listener = socket.create_server(("10.78.0.1", 9000))
print("ready", flush=True)
peer, _ = listener.accept()
peer.sendall(b"to " + peer.recv(100))
peer.close()
"""


def test_streams_served_and_opened_by_asyncio(namespace):
    namespace.run("ip", "tuntap", "add", "dev", "tap1", "mode", "tap")
    namespace.run("ip", "address", "add", "10.78.0.1/24", "dev", "tap1")
    namespace.run("ip", "link", "set", "tap1", "up")
    program = namespace.start(sys.executable, "-c", PROGRAM)
    server = namespace.start(sys.executable, "-c", SERVER)
    try:
        assert program.stdout.readline() == b"ready ('0.0.0.0', 7)\n"
        assert server.stdout.readline() == b"ready\n"
        for _ in range(2):
            assert namespace.python(CLIENT).stdout == b"same\n"
        program.stdin.write(b"\n")
        program.stdin.close()
        assert program.stdout.read() == b"to from inside\nConnectionRefusedError\n"
        assert program.wait(10) == 0
    finally:
        for process in (program, server):
            process.kill()
            process.wait()
