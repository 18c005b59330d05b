"""A mail server spoken to in lines: states, multi-line data with dot-stuffing, pipelined commands, mailboxes."""

from __future__ import annotations

import asyncio
import enum
import re
from dataclasses import dataclass, field
from typing import ClassVar

ADDRESS = re.compile(r"<([\w.+-]+@[\w-]+(?:\.[\w-]+)+)>(?:\s+SIZE=(\d+))?$", re.IGNORECASE)


class Phase(enum.IntEnum):
    START = 0
    GREETED = 1
    SENDER = 2
    RECIPIENTS = 3
    DATA = 4


@dataclass
class Envelope:
    sender: str = ""
    recipients: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    @property
    def headers(self) -> dict[str, str]:
        found: dict[str, str] = {}
        last = ""
        for line in self.lines:
            if not line:
                break
            if line[0] in " \t" and last:
                found[last] += " " + line.strip()
            elif ":" in line:
                name, value = line.split(":", 1)
                last = name.lower()
                found[last] = value.strip()
        return found


class MailError(Exception):
    def __init__(self, code: int, text: str) -> None:
        super().__init__(text)
        self.code = code


class Session(asyncio.Protocol):
    boxes: ClassVar[dict[str, list[Envelope]]] = {"ann@example.org": [], "bob@example.org": []}
    limit: ClassVar[int] = 200

    def __init__(self) -> None:
        self.phase = Phase.START
        self.pending = b""
        self.mail = Envelope()
        self.errors = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.WriteTransport)
        self.transport = transport
        self.say(220, "ready")

    def say(self, code: int, text: str, *more: str) -> None:
        lines = (text, *more)
        for line in lines[:-1]:
            self.transport.write(f"{code}-{line}\r\n".encode())
        self.transport.write(f"{code} {lines[-1]}\r\n".encode())

    def data_received(self, data: bytes) -> None:
        *lines, self.pending = (self.pending + data).split(b"\r\n")
        for raw in lines:
            if self.transport.is_closing():
                return
            line = raw.decode("utf-8", "replace")
            if self.phase is Phase.DATA:
                self.content(line)
                continue
            verb, _, rest = line.partition(" ")
            try:
                self.command(verb.upper(), rest.strip())
            except MailError as error:
                self.errors += 1
                self.say(error.code, str(error))
                if self.errors >= 4:
                    self.say(421, "too many errors")
                    self.transport.close()

    def need(self, phase: Phase) -> None:
        if self.phase < phase:
            raise MailError(503, f"{phase.name.lower()} comes first")

    def address(self, text: str, prefix: str) -> tuple[str, int]:
        head, colon, rest = text.partition(":")
        found = ADDRESS.match(rest.strip())
        if head.upper() != prefix or not colon or found is None:
            raise MailError(501, f"syntax: {prefix}:<address>")
        return found[1].lower(), int(found[2] or 0)

    def command(self, verb: str, rest: str) -> None:
        match verb:
            case "HELO" | "EHLO" if rest:
                self.phase = Phase.GREETED
                self.mail = Envelope()
                if verb == "EHLO":
                    self.say(250, f"hello {rest}", "PIPELINING", f"SIZE {self.limit}")
                else:
                    self.say(250, f"hello {rest}")
            case "MAIL":
                self.need(Phase.GREETED)
                self.mail.sender, size = self.address(rest, "FROM")
                if size > self.limit:
                    raise MailError(552, f"{size} is more than {self.limit}")
                self.phase = Phase.SENDER
                self.say(250, "sender ok")
            case "RCPT":
                self.need(Phase.SENDER)
                who, _ = self.address(rest, "TO")
                if who not in self.boxes:
                    raise MailError(550, f"no mailbox {who}")
                self.mail.recipients.append(who)
                self.phase = Phase.RECIPIENTS
                self.say(250, "recipient ok")
            case "DATA":
                self.need(Phase.RECIPIENTS)
                self.phase = Phase.DATA
                self.say(354, "end with a dot")
            case "RSET":
                self.mail = Envelope()
                self.phase = min(self.phase, Phase.GREETED)
                self.say(250, "reset")
            case "QUIT":
                self.say(221, "bye")
                self.transport.close()
            case "":
                raise MailError(500, "empty command")
            case _:
                raise MailError(500, f"unknown command {verb!r}")

    def content(self, line: str) -> None:
        if line != ".":
            self.mail.lines.append(line[1:] if line.startswith(".") else line)
            return
        for who in self.mail.recipients:
            self.boxes[who].append(self.mail)
        self.say(250, f"queued {len(self.mail.lines)} lines for {len(self.mail.recipients)}")
        self.mail = Envelope()
        self.phase = Phase.GREETED


async def talk(port: int, *chunks: str) -> list[str]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for chunk in chunks:
        writer.write(chunk.replace("\n", "\r\n").encode())
        await writer.drain()
        await asyncio.sleep(0.001)
    writer.write_eof()
    answer = (await reader.read()).decode()
    writer.close()
    return answer.split("\r\n")[:-1]


async def main() -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Session, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    dialogues = [
        ("EHLO client\nMAIL FROM:<me@here.net> SIZE=100\nRCPT TO:<ann@example.org>\nRCPT TO:<BOB@example.org>\nDATA\n",
         "Subject: a long\n  subject\nTo: ann\n\nHello\n..dotted\n.", "\nQUIT\n"),
        ("MAIL FROM:<a@b.c>\nHELO x\nRCPT TO:<ann@example.org>\nmail from:<a@b.c>\nrcpt to:<zoe@example.org>\nrset\nDATA\n",),
        ("HE", "LO y\nMAIL FROM:<a@b.c> SIZE=1000\nMAIL TO:<a@b.c>\nMAIL FROM:me\n\nNOOP\nQUIT\n"),
        ("HELO z\nMAIL FROM:<a@b.c>\nRCPT TO:<ann@example.org>\nDATA\nno headers é\n.\nHELO\nQUIT\nHELO again\n",),
    ]
    for chunks in dialogues:
        print(*await talk(port, *chunks), sep="\n  ")
    server.close()
    await server.wait_closed()
    for who, mails in Session.boxes.items():
        print(who, [(m.sender, m.headers, m.lines[-1]) for m in mails])
    shared = Session.boxes["ann@example.org"][0]
    print(shared is Session.boxes["bob@example.org"][0], shared.recipients, Phase.DATA > Phase.START, repr(min(Phase)))


asyncio.run(main())
