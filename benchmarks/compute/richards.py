"""Classes, virtual calls and queues: an operating system's scheduler in the manner of Richards."""

from __future__ import annotations

COUNT = 200000


class Packet:
    def __init__(self, link: Packet | None, kind: int) -> None:
        self.link = link
        self.kind = kind
        self.value = 0


class Task:
    def __init__(self, system: System, number: int) -> None:
        self.system = system
        self.number = number
        self.queue: Packet | None = None
        self.handled = 0

    def put(self, packet: Packet) -> None:
        packet.link = None
        if self.queue is None:
            self.queue = packet
            return
        last = self.queue
        while last.link is not None:
            last = last.link
        last.link = packet

    def take(self) -> Packet | None:
        packet = self.queue
        if packet is not None:
            self.queue = packet.link
            packet.link = None
        return packet

    def run(self) -> bool:
        packet = self.take()
        if packet is None:
            return False
        self.handled += 1
        self.work(packet)
        return True

    def work(self, packet: Packet) -> None:
        raise NotImplementedError


class Worker(Task):
    def work(self, packet: Packet) -> None:
        packet.value = (packet.value * 31 + self.number) % 65521
        self.system.send((self.number + 1) % len(self.system.tasks), packet)


class Handler(Task):
    def work(self, packet: Packet) -> None:
        packet.value ^= packet.kind << 3
        self.system.send((packet.value + self.number) % len(self.system.tasks), packet)


class Device(Task):
    def __init__(self, system: System, number: int) -> None:
        super().__init__(system, number)
        self.pending: list[Packet] = []

    def work(self, packet: Packet) -> None:
        self.pending.append(packet)
        if len(self.pending) > 2:
            for waiting in self.pending:
                self.system.send(0, waiting)
            self.pending = []


class System:
    def __init__(self) -> None:
        self.tasks: list[Task] = []
        self.moves = 0

    def send(self, number: int, packet: Packet) -> None:
        self.moves += 1
        self.tasks[number].put(packet)

    def run(self, limit: int) -> None:
        while self.moves < limit:
            busy = False
            for task in self.tasks:
                if task.run():
                    busy = True
            if not busy:
                return


def main() -> None:
    system = System()
    for i in range(6):
        if i % 3 == 0:
            system.tasks.append(Worker(system, i))
        elif i % 3 == 1:
            system.tasks.append(Handler(system, i))
        else:
            system.tasks.append(Device(system, i))
    for kind in range(12):
        system.send(kind % 6, Packet(None, kind))
    system.run(COUNT * 4)
    print(system.moves, [task.handled for task in system.tasks])


main()
