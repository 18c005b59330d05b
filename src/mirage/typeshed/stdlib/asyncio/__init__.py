"""asyncio over the machine's clock and sockets: see events.py."""

from __future__ import annotations

from .coroutines import iscoroutine as iscoroutine
from .coroutines import iscoroutinefunction as iscoroutinefunction
from .events import (
    AbstractEventLoop as AbstractEventLoop,
    Handle as Handle,
    TimerHandle as TimerHandle,
    get_event_loop as get_event_loop,
    get_running_loop as get_running_loop,
    new_event_loop as new_event_loop,
    set_event_loop as set_event_loop,
)
from .exceptions import (
    BrokenBarrierError as BrokenBarrierError,
    CancelledError as CancelledError,
    IncompleteReadError as IncompleteReadError,
    InvalidStateError as InvalidStateError,
    LimitOverrunError as LimitOverrunError,
    TimeoutError as TimeoutError,
)
from .futures import Future as Future, isfuture as isfuture
from .locks import (
    Barrier as Barrier,
    BoundedSemaphore as BoundedSemaphore,
    Condition as Condition,
    Event as Event,
    Lock as Lock,
    Semaphore as Semaphore,
)
from .protocols import (
    BaseProtocol as BaseProtocol,
    DatagramProtocol as DatagramProtocol,
    Protocol as Protocol,
)
from .queues import (
    LifoQueue as LifoQueue,
    PriorityQueue as PriorityQueue,
    Queue as Queue,
    QueueEmpty as QueueEmpty,
    QueueFull as QueueFull,
)
from .runners import Runner as Runner, run as run
from .streams import (
    Server as Server,
    StreamReader as StreamReader,
    StreamWriter as StreamWriter,
    open_connection as open_connection,
    start_server as start_server,
)
from .taskgroups import TaskGroup as TaskGroup
from .tasks import (
    ALL_COMPLETED as ALL_COMPLETED,
    FIRST_COMPLETED as FIRST_COMPLETED,
    FIRST_EXCEPTION as FIRST_EXCEPTION,
    Task as Task,
    all_tasks as all_tasks,
    as_completed as as_completed,
    create_task as create_task,
    current_task as current_task,
    ensure_future as ensure_future,
    gather as gather,
    shield as shield,
    sleep as sleep,
    wait as wait,
    wait_for as wait_for,
)
from .timeouts import Timeout as Timeout, timeout as timeout, timeout_at as timeout_at
from .transports import (
    BaseTransport as BaseTransport,
    DatagramTransport as DatagramTransport,
    ReadTransport as ReadTransport,
    Transport as Transport,
    WriteTransport as WriteTransport,
)
