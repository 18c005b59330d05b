"""Datagrams over loopback: a sequence-numbered transfer with acknowledgements, drops by a fixed rule, retries."""

from __future__ import annotations

import asyncio
import binascii
import struct
from typing import cast

HEAD = struct.Struct("!HHI")


class Receiver(asyncio.DatagramProtocol):
    def __init__(self, drop: set[int]) -> None:
        self.drop = drop
        self.parts: dict[int, bytes] = {}
        self.seen = 0
        self.total = -1
        self.complete = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.DatagramTransport, transport)

    def datagram_received(self, data: bytes, addr: tuple[str | bytes, int]) -> None:
        self.seen += 1
        if self.seen in self.drop:
            return
        number, total, checksum = HEAD.unpack_from(data)
        payload = data[HEAD.size :]
        if binascii.crc32(payload) != checksum:
            self.transport.sendto(b"NAK" + struct.pack("!H", number), addr)
            return
        self.parts[number] = payload
        self.transport.sendto(b"ACK" + struct.pack("!H", number), addr)
        if len(self.parts) == total and not self.complete.done():
            self.complete.set_result(b"".join(self.parts[n] for n in sorted(self.parts)))


class Sender(asyncio.DatagramProtocol):
    def __init__(self) -> None:
        self.answers: asyncio.Queue[tuple[bytes, int]] = asyncio.Queue()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.DatagramTransport, transport)

    def datagram_received(self, data: bytes, addr: tuple[str | bytes, int]) -> None:
        self.answers.put_nowait((data[:3], struct.unpack("!H", data[3:])[0]))

    async def send(self, payload: bytes, size: int, corrupt: set[int]) -> list[str]:
        parts = [payload[at : at + size] for at in range(0, len(payload), size)]
        history: list[str] = []
        for number, part in enumerate(parts):
            attempts = 0
            while True:
                attempts += 1
                checksum = binascii.crc32(part) ^ (number in corrupt and attempts == 1)
                self.transport.sendto(HEAD.pack(number, len(parts), checksum) + part)
                try:
                    async with asyncio.timeout(0.2):
                        kind, which = await self.answers.get()
                except TimeoutError:
                    history.append(f"{number}:timeout")
                    continue
                assert which == number
                if kind == b"ACK":
                    history.append(f"{number}:ok/{attempts}")
                    break
                history.append(f"{number}:nak")
        return history


async def main() -> None:
    loop = asyncio.get_running_loop()
    receiver_transport, receiver = await loop.create_datagram_endpoint(lambda: Receiver({2, 5}), local_addr=("127.0.0.1", 0))
    port = receiver_transport.get_extra_info("sockname")[1]
    sender_transport, sender = await loop.create_datagram_endpoint(Sender, remote_addr=("127.0.0.1", port))
    payload = bytes(i * 7 % 256 for i in range(1000))
    print(await sender.send(payload, 250, corrupt={2}))
    received = await asyncio.wait_for(receiver.complete, 1)
    print(len(received), received == payload, receiver.seen, f"{binascii.crc32(received):08x}")
    sender_transport.close()
    receiver_transport.close()
    await asyncio.sleep(0)
    print(sender_transport.is_closing(), receiver_transport.is_closing(), sender.answers.empty())
    raise SystemExit(len(received) % 256)


asyncio.run(main())
