"""The disk interface of docs/design/abi.md over the target's block devices; a handle is one of theirs.

Requests run while the program does other things: the run loop sleeps until the network, a timer or a disk has
something.
"""

from __future__ import annotations

from asyncio import events
from asyncio.futures import Future
from typing import Any

from mirage.drivers.disk import DISCARD, FLUSH, READ, Disk
from mirage.targets.current_disks import device_names, open_device
from mirage.targets.pvh import program

_EIO = 5


class _Request:
    """One piece of a transfer; `data` and `error` (an errno) are set when the device has ended it."""

    def __init__(self, future: Future[Any]) -> None:
        self.future = future
        self.data = b""
        self.error = 0


class _Open(events._Watched):
    """A device in use."""

    def __init__(self, name: str, disk: Disk, handle: int) -> None:
        self.name = name
        self.disk = disk
        self.handle = handle
        self.requests: dict[int, _Request] = {}
        self.waiting_for_room: list[Future[Any]] = []
        self.loop: events.AbstractEventLoop | None = None
        self.broken = ""  # why the device is not used any more

    async def begin(self, kind: int, sector: int, count: int, data: bytes, start: int) -> _Request:
        """Give a request to the device, which waits for room first."""
        loop = events.get_running_loop()
        while True:
            if self.broken:
                raise OSError(_EIO, self.broken)
            number = self.disk.begin(kind, sector, count, data, start)
            if number >= 0:
                break
            self.watch(loop)
            room = loop.create_future()
            self.waiting_for_room.append(room)
            await room
        request = _Request(loop.create_future())
        self.requests[number] = request
        self.watch(loop)
        return request

    def watch(self, loop: events.AbstractEventLoop) -> None:
        """Let the loop call us when a request has ended."""
        if self.loop is not loop:
            self.loop = loop
            loop._watch(self.handle, self, True, False)

    def _handle_readable(self) -> None:
        disk = self.disk
        try:
            number = disk.take_done()
            while number >= 0:
                self._end(number)
                number = disk.take_done()
        except OSError as error:
            self._give_up(str(error.strerror))
        loop = self.loop
        if not self.requests and loop is not None:
            loop._unwatch(self.handle)
            self.loop = None
        waiting = self.waiting_for_room
        self.waiting_for_room = []
        for room in waiting:
            if not room.done():
                room.set_result(None)

    def _end(self, number: int) -> None:
        request = self.requests.pop(number)
        request.error = self.disk.status(number)
        request.data = self.disk.finish(number)
        if not request.future.done():  # else whoever asked was cancelled
            request.future.set_result(None)

    def _give_up(self, why: str) -> None:
        """The device breaks the rules: nothing it says counts any more."""
        self.broken = why
        for request in self.requests.values():
            request.error = _EIO
            if not request.future.done():
                request.future.set_result(None)
        self.requests.clear()


class _Disks(program.Source):
    """All open devices, for the run loop."""

    def ready(self) -> list[int]:
        return [one.handle * 4 + 1 for one in _open if one.requests and one.disk.has_ended()]

    def prepare_to_sleep(self) -> bool:
        result = True
        for one in _open:
            if one.requests and not one.disk.prepare_to_sleep():
                result = False
        return result

    def wake(self) -> None:
        for one in _open:
            if one.requests:
                one.disk.wake()


_open: list[_Open] = []


def names() -> list[str]:
    return list(device_names())


def open_disk(name: str) -> int:
    """The disk's handle, -1 when there is none of this name.  Raises OSError."""
    for one in _open:
        if one.name == name:
            return one.handle
    disk = open_device(name)
    if disk is None:
        return -1
    if not _open:
        program.set_source(_Disks())
    made = _Open(name, disk, program.FIRST_HANDLE + len(_open))
    _open.append(made)
    return made.handle


def _of(handle: int) -> _Open:
    return _open[handle - program.FIRST_HANDLE]


def sector_size(handle: int) -> int:
    return _of(handle).disk.sector_size


def sectors(handle: int) -> int:
    return _of(handle).disk.sectors


def is_read_only(handle: int) -> bool:
    return _of(handle).disk.read_only


def can_discard(handle: int) -> bool:
    return _of(handle).disk.discard != 0


async def transfer(handle: int, kind: int, sector: int, count: int, data: bytes) -> bytes:
    """One transfer, 0 read, 1 write, 2 flush, 3 discard, in as many requests as it takes.  Raises OSError."""
    one = _of(handle)
    disk = one.disk
    if kind == FLUSH:
        if disk.can_flush:
            one_request = await one.begin(FLUSH, 0, 0, data, 0)
            disk.kick()
            await one_request.future
            _check(one, one_request)
        return b""
    most = disk.discard if kind == DISCARD else disk.piece
    requests: list[_Request] = []
    done = 0
    while done < count:
        here = min(most, count - done)
        requests.append(await one.begin(kind, sector + done, here, data, done * disk.sector_size))
        disk.kick()
        done += here
    for request in requests:
        await request.future
    for request in requests:
        _check(one, request)
    if kind != READ:
        return b""
    return requests[0].data if len(requests) == 1 else b"".join([request.data for request in requests])


def _check(one: _Open, request: _Request) -> None:
    if request.error != 0:
        text = one.broken or ("not supported by the device" if request.error != _EIO else "I/O error")
        raise OSError(request.error, text)


def close(handle: int) -> None:
    """The device stays in use: requests may be under way."""
