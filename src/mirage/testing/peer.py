"""A hand-driven neighbour: every segment it sends is written by the test, every answer read by it."""

from __future__ import annotations

from mirage.net.addresses import parse_ipv4
from mirage.net.arp.packet import REPLY, ArpPacket, build_arp, parse_arp
from mirage.net.ethernet.packet import TYPE_ARP, TYPE_IPV4, parse_ethernet, write_ethernet
from mirage.net.ipv4.packet import PROTOCOL_TCP, parse_ipv4_header, write_ipv4_header
from mirage.net.stack import Stack
from mirage.net.tcp.packet import ACK, SYN, Segment, build_segment, parse_segment, syn_options

MAC = 0x0200000000FE


class Peer:
    """10.0.0.9 on the same cable as the stack; `sequence` and `acknowledgment` are kept by the test."""

    def __init__(self, stack: Stack, port: int, local_port: int = 4000, initial: int = 1000) -> None:
        self.stack: Stack = stack
        self.address: int = parse_ipv4("10.0.0.9")
        self.port: int = port
        self.local_port: int = local_port
        self.sequence: int = initial
        self.acknowledgment: int = 0
        self.now: int = 0
        self.answers: list[Segment] = []
        self.others: list[bytes] = []

    def frame(self, frame: bytearray, type: int) -> None:
        """Give the stack one frame from us."""
        write_ethernet(frame, self.stack.mac, MAC, type)
        self.stack.receive(bytes(frame), self.now)

    def datagram(self, buffer: bytearray, protocol: int) -> None:
        """Give the stack one IPv4 datagram; the buffer's first 34 bytes are room for headers."""
        write_ipv4_header(buffer, self.address, self.stack.address(), protocol, 1, 0)
        self.frame(buffer, TYPE_IPV4)

    def send(
        self,
        flags: int,
        payload: bytes = b"",
        offset: int = 0,
        window: int = 65535,
        options: bytes = b"",
        acknowledgment: int = -1,
    ) -> list[Segment]:
        """One segment at `sequence + offset`; returns the stack's answers."""
        buffer = build_segment(
            self.address,
            self.local_port,
            self.stack.address(),
            self.port,
            self.sequence + offset,
            self.acknowledgment if acknowledgment < 0 else acknowledgment,
            flags,
            window,
            options,
            payload,
            False,
        )
        self.datagram(buffer, PROTOCOL_TCP)
        return self.collect()

    def collect(self) -> list[Segment]:
        """What the stack sends now; its questions about our MAC address are answered."""
        answers: list[Segment] = []
        again = True
        while again:
            again = False
            for frame in self.stack.transmit():
                header = parse_ethernet(frame)
                if header.type == TYPE_ARP:
                    question = parse_arp(frame, 14)
                    if question.target_ip == self.address:
                        reply = ArpPacket(REPLY, MAC, self.address, header.source, question.sender_ip)
                        self.frame(build_arp(reply), TYPE_ARP)
                        again = True
                    continue
                datagram = parse_ipv4_header(frame, 14)
                if datagram.protocol == PROTOCOL_TCP:
                    end = 14 + datagram.total_length
                    answers.append(
                        parse_segment(frame, 34, end, datagram.source, datagram.destination, False)
                    )
                else:
                    self.others.append(frame)
        return answers

    def wait(self, until: int) -> list[Segment]:
        """Let the stack's timers run up to an instant, each at its time; returns what it sent."""
        answers = self.collect()
        while True:
            when = self.stack.deadline()
            if when < 0 or when > until:
                break
            self.now = max(when, self.now)
            self.stack.poll(self.now)
            answers += self.collect()
        self.now = until
        self.stack.poll(until)
        answers += self.collect()
        return answers

    def connect(self, window: int = 65535, mss: int = 1460) -> None:
        """The three-way handshake with a listener of the stack; no window scaling."""
        answers = self.send(SYN, options=syn_options(mss, -1, True), window=window)
        self.sequence += 1
        self.acknowledgment = answers[0].sequence + 1
        self.send(ACK, window=window)
