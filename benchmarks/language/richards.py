"""Virtual calls and linked queues: an operating system's scheduler (Richards; are-we-fast-yet)."""

from __future__ import annotations

from measuring import measure

IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)
DEVICE_PACKET, WORK_PACKET = 0, 1
DATA_SIZE = 4


class Packet:
    """A message with a few small numbers."""

    def __init__(self, link: Packet | None, identity: int, kind: int) -> None:
        self.link = link
        self.identity = identity
        self.kind = kind
        self.datum = 0
        self.data = [0] * DATA_SIZE


def appended(packet: Packet, queue: Packet | None) -> Packet:
    """The queue with the packet at its end."""
    packet.link = None
    if queue is None:
        return packet
    last = queue
    while last.link is not None:
        last = last.link
    last.link = packet
    return queue


class Task:
    """A task's control block and what it does."""

    def __init__(self, system: System, identity: int, priority: int, queue: Packet | None) -> None:
        self.system = system
        self.identity = identity
        self.priority = priority
        self.queue = queue
        self.waiting = False
        self.held = False
        self.ready = queue is not None
        self.link = system.tasks
        system.tasks = self
        system.table[identity] = self

    def is_stopped(self) -> bool:
        """It cannot run now: held, or waiting with nothing in its queue."""
        return self.held or (self.waiting and not self.ready)

    def add(self, packet: Packet, current: Task) -> Task:
        """Take a packet; the task that runs next."""
        if self.queue is None:
            self.queue = packet
            self.ready = True
            if self.priority > current.priority:
                return self
        else:
            appended(packet, self.queue)
        return current

    def run_once(self) -> Task | None:
        """Do one step with the first packet, if it waited for one; the task that runs next."""
        message: Packet | None = None
        if self.waiting and self.ready and not self.held:
            message = self.queue
            assert message is not None
            self.queue = message.link
            self.waiting = False
            self.ready = self.queue is not None
        return self.act(message)

    def act(self, message: Packet | None) -> Task | None:
        raise NotImplementedError


class IdleTask(Task):
    def __init__(self, system: System, count: int) -> None:
        super().__init__(system, IDLE, 0, None)
        self.count = count
        self.control = 1

    def act(self, message: Packet | None) -> Task | None:
        self.count -= 1
        if self.count == 0:
            return self.system.hold_current()
        if self.control & 1 == 0:
            self.control //= 2
            return self.system.release(DEVICE_A)
        self.control = (self.control // 2) ^ 0xD008
        return self.system.release(DEVICE_B)


class WorkerTask(Task):
    def __init__(self, system: System, queue: Packet | None) -> None:
        super().__init__(system, WORKER, 1000, queue)
        self.destination = HANDLER_A
        self.count = 0

    def act(self, message: Packet | None) -> Task | None:
        if message is None:
            return self.system.wait_current()
        self.destination = HANDLER_B if self.destination == HANDLER_A else HANDLER_A
        message.identity = self.destination
        message.datum = 0
        for i in range(DATA_SIZE):
            self.count += 1
            if self.count > 26:
                self.count = 1
            message.data[i] = 64 + self.count
        return self.system.send(message)


class HandlerTask(Task):
    def __init__(self, system: System, identity: int, priority: int, queue: Packet | None) -> None:
        super().__init__(system, identity, priority, queue)
        self.work: Packet | None = None
        self.devices: Packet | None = None

    def act(self, message: Packet | None) -> Task | None:
        if message is not None:
            if message.kind == WORK_PACKET:
                self.work = appended(message, self.work)
            else:
                self.devices = appended(message, self.devices)
        work = self.work
        if work is None:
            return self.system.wait_current()
        if work.datum >= DATA_SIZE:
            self.work = work.link
            return self.system.send(work)
        device = self.devices
        if device is None:
            return self.system.wait_current()
        self.devices = device.link
        device.datum = work.data[work.datum]
        work.datum += 1
        return self.system.send(device)


class DeviceTask(Task):
    def __init__(self, system: System, identity: int, priority: int) -> None:
        super().__init__(system, identity, priority, None)
        self.pending: Packet | None = None

    def act(self, message: Packet | None) -> Task | None:
        if message is not None:
            self.pending = message
            return self.system.hold_current()
        pending = self.pending
        if pending is None:
            return self.system.wait_current()
        self.pending = None
        return self.system.send(pending)


class System:
    def __init__(self) -> None:
        self.tasks: Task | None = None
        self.table: list[Task | None] = [None] * 6
        self.current: Task | None = None
        self.sent = 0
        self.held = 0

    def running(self) -> Task:
        assert self.current is not None
        return self.current

    def hold_current(self) -> Task | None:
        self.held += 1
        task = self.running()
        task.held = True
        return task.link

    def wait_current(self) -> Task:
        task = self.running()
        task.waiting = True
        return task

    def release(self, identity: int) -> Task:
        task = self.table[identity]
        assert task is not None
        task.held = False
        current = self.running()
        return task if task.priority > current.priority else current

    def send(self, packet: Packet) -> Task:
        task = self.table[packet.identity]
        assert task is not None
        self.sent += 1
        packet.link = None
        current = self.running()
        packet.identity = current.identity
        return task.add(packet, current)

    def schedule(self) -> None:
        self.current = self.tasks
        while self.current is not None:
            if self.current.is_stopped():
                self.current = self.current.link
            else:
                self.current = self.current.run_once()


def simulate(count: int) -> System:
    system = System()
    IdleTask(system, count)
    queue = Packet(Packet(None, WORKER, WORK_PACKET), WORKER, WORK_PACKET)
    WorkerTask(system, queue).waiting = True
    for identity, priority, device in ((HANDLER_A, 2000, DEVICE_A), (HANDLER_B, 3000, DEVICE_B)):
        packets: Packet | None = None
        for _ in range(3):
            packets = Packet(packets, device, DEVICE_PACKET)
        HandlerTask(system, identity, priority, packets).waiting = True
    DeviceTask(system, DEVICE_A, 4000).waiting = True
    DeviceTask(system, DEVICE_B, 5000).waiting = True
    system.schedule()
    return system


def run() -> bool:
    system = simulate(10000)
    return system.sent == 23246 and system.held == 9297


if __name__ == "__main__":
    measure(run)
