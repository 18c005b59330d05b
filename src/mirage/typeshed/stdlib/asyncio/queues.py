"""Queues between tasks."""

from __future__ import annotations

import heapq
from collections import deque
from typing import TYPE_CHECKING, Generic, TypeVar

from . import locks
from .futures import Future

if TYPE_CHECKING:
    from _typeshed import SupportsRichComparisonT
else:
    SupportsRichComparisonT = TypeVar("SupportsRichComparisonT")

__all__ = ("Queue", "PriorityQueue", "LifoQueue", "QueueFull", "QueueEmpty")

_T = TypeVar("_T")


class QueueEmpty(Exception):
    """`get_nowait` on an empty queue."""


class QueueFull(Exception):
    """`put_nowait` on a full queue."""


def _wake_next(waiters: deque[Future[None]]) -> None:
    while waiters:
        waiter = waiters.popleft()
        if not waiter.done():
            waiter.set_result(None)
            break


class Queue(Generic[_T]):
    """First in, first out; `put` waits when `maxsize` items are in (0: never)."""

    _maxsize: int
    _items: deque[_T]
    _getters: deque[Future[None]]
    _putters: deque[Future[None]]
    _unfinished_tasks: int
    _finished: locks.Event

    def __init__(self, maxsize: int = 0) -> None:
        self._maxsize = maxsize
        self._getters = deque()
        self._putters = deque()
        self._unfinished_tasks = 0
        self._finished = locks.Event()
        self._finished.set()
        self._init(maxsize)

    def _init(self, maxsize: int) -> None:
        self._items = deque()

    def _get(self) -> _T:
        return self._items.popleft()

    def _put(self, item: _T) -> None:
        self._items.append(item)

    def _list(self) -> list[_T]:
        return list(self._items)

    def _format(self) -> str:
        result = f"maxsize={self._maxsize!r}"
        if self.qsize():
            result += f" _queue={self._list()!r}"
        if self._getters:
            result += f" _getters[{len(self._getters)}]"
        if self._putters:
            result += f" _putters[{len(self._putters)}]"
        if self._unfinished_tasks:
            result += f" tasks={self._unfinished_tasks}"
        return result

    def __repr__(self) -> str:
        return f"<{type(self).__name__} at {id(self):#x} {self._format()}>"

    def __str__(self) -> str:
        return f"<{type(self).__name__} {self._format()}>"

    def qsize(self) -> int:
        return len(self._items)

    @property
    def maxsize(self) -> int:
        return self._maxsize

    def empty(self) -> bool:
        return self.qsize() == 0

    def full(self) -> bool:
        return self._maxsize > 0 and self.qsize() >= self._maxsize

    def _new_waiter(self, waiters: deque[Future[None]]) -> Future[None]:
        waiter: Future[None] = Future(loop=self._finished._get_loop())
        waiters.append(waiter)
        return waiter

    async def put(self, item: _T) -> None:
        while self.full():
            putter = self._new_waiter(self._putters)
            try:
                await putter
            except BaseException:
                putter.cancel()
                if putter in self._putters:  # a get_nowait may have taken it out
                    self._putters.remove(putter)
                if not self.full() and not putter.cancelled():
                    _wake_next(self._putters)  # woken, but not able to use it: pass it on
                raise
        self.put_nowait(item)

    def put_nowait(self, item: _T) -> None:
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished_tasks += 1
        self._finished.clear()
        _wake_next(self._getters)

    async def get(self) -> _T:
        while self.empty():
            getter = self._new_waiter(self._getters)
            try:
                await getter
            except BaseException:
                getter.cancel()
                if getter in self._getters:
                    self._getters.remove(getter)
                if not self.empty() and not getter.cancelled():
                    _wake_next(self._getters)
                raise
        return self.get_nowait()

    def get_nowait(self) -> _T:
        if self.empty():
            raise QueueEmpty
        item = self._get()
        _wake_next(self._putters)
        return item

    def task_done(self) -> None:
        if self._unfinished_tasks <= 0:
            raise ValueError("task_done() called too many times")
        self._unfinished_tasks -= 1
        if self._unfinished_tasks == 0:
            self._finished.set()

    async def join(self) -> None:
        """Wait until `task_done` has been called for every item."""
        if self._unfinished_tasks > 0:
            await self._finished.wait()


class PriorityQueue(Queue[SupportsRichComparisonT]):
    """The smallest item comes out first."""

    _heap: list[SupportsRichComparisonT]

    def _init(self, maxsize: int) -> None:
        self._heap = []

    def _get(self) -> SupportsRichComparisonT:
        return heapq.heappop(self._heap)

    def _put(self, item: SupportsRichComparisonT) -> None:
        heapq.heappush(self._heap, item)

    def _list(self) -> list[SupportsRichComparisonT]:
        return list(self._heap)

    def qsize(self) -> int:
        return len(self._heap)


class LifoQueue(Queue[_T]):
    """The newest item comes out first."""

    _stack: list[_T]

    def _init(self, maxsize: int) -> None:
        self._stack = []

    def _get(self) -> _T:
        return self._stack.pop()

    def _put(self, item: _T) -> None:
        self._stack.append(item)

    def _list(self) -> list[_T]:
        return list(self._stack)

    def qsize(self) -> int:
        return len(self._stack)
