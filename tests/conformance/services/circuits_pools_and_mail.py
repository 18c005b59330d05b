"""Async services without annotations: pub/sub, connection pool, circuit breaker, actor, retry, SMTP on loopback."""
import asyncio
import collections
import contextlib
import enum
import functools
import itertools
import random
import time
import weakref
from contextlib import asynccontextmanager, AsyncExitStack


class State(enum.Enum):
    CLOSED = enum.auto()
    OPEN = enum.auto()
    HALF = enum.auto()


class CircuitBreaker:
    def __init__(self, limit=2, cooldown=5, clock=None):
        self.limit, self.cooldown = limit, cooldown
        self.clock = clock or time.monotonic
        self.state = State.CLOSED
        self.failures = 0
        self.opened_at = None

    def __call__(self, fn):
        @functools.wraps(fn)
        async def wrapper(*args, **kwargs):
            if self.state is State.OPEN:
                if self.clock() - self.opened_at < self.cooldown:
                    raise RuntimeError(f"{fn.__name__}: circuit open")
                self.state = State.HALF
            try:
                result = await fn(*args, **kwargs)
            except Exception:
                self.failures += 1
                if self.failures >= self.limit or self.state is State.HALF:
                    self.state, self.opened_at = State.OPEN, self.clock()
                raise
            self.failures, self.state = 0, State.CLOSED
            return result
        wrapper.breaker = self
        return wrapper


class Pool:
    def __init__(self, factory, size):
        self.factory = factory
        self.free = asyncio.LifoQueue()
        self.size = size
        self.made = 0
        self.lock = asyncio.Lock()

    @asynccontextmanager
    async def get(self, timeout=None):
        conn = await self._acquire(timeout)
        try:
            yield conn
        finally:
            self.free.put_nowait(conn)

    async def _acquire(self, timeout):
        async with self.lock:
            if self.free.empty() and self.made < self.size:
                self.made += 1
                return self.factory(self.made)
        return await asyncio.wait_for(self.free.get(), timeout)


class Broker:
    def __init__(self):
        self.topics = collections.defaultdict(set)

    @contextlib.contextmanager
    def subscribe(self, *topics):
        q = asyncio.Queue()
        for t in topics:
            self.topics[t].add(q)
        try:
            yield q
        finally:
            for t in topics:
                self.topics[t].discard(q)
                if not self.topics[t]:
                    del self.topics[t]

    async def publish(self, topic, msg):
        for q in self.topics.get(topic, ()):
            await q.put((topic, msg))
        return len(self.topics.get(topic, ()))


class Actor:
    def __init__(self):
        self.inbox = asyncio.Queue()
        self.task = None
        self.handlers = {"add": self.on_add, "get": self.on_get}
        self.total = 0

    async def __aenter__(self):
        self.task = asyncio.create_task(self.run(), name=type(self).__name__)
        return self

    async def __aexit__(self, *exc):
        self.task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self.task

    async def run(self):
        while True:
            kind, payload, fut = await self.inbox.get()
            try:
                res = self.handlers[kind](payload)
                if asyncio.iscoroutine(res):
                    res = await res
            except Exception as e:
                fut.set_exception(e)
            else:
                fut.set_result(res)

    async def ask(self, kind, payload=None):
        fut = asyncio.get_running_loop().create_future()
        await self.inbox.put((kind, payload, fut))
        return await fut

    def on_add(self, n):
        self.total += n

    async def on_get(self, _):
        await asyncio.sleep(0)
        return self.total


def retry(*excs, tries=3, backoff=lambda n: 0):
    def deco(fn):
        @functools.wraps(fn)
        async def run(*a, **k):
            for n in itertools.count(1):
                try:
                    return await fn(*a, **k)
                except excs as e:
                    if n == tries:
                        e.add_note(f"gave up after {n} tries")
                        raise
                    await asyncio.sleep(backoff(n))
        return run
    return deco


class Smtp:
    def __init__(self):
        self.mails = []

    async def handle(self, reader, writer):
        mail = {"to": [], "data": []}

        def reply(code, text):
            writer.write(f"{code} {text}\r\n".encode())
        reply(220, "ready")
        in_data = False
        async for raw in reader:
            line = raw.decode().rstrip("\r\n")
            if in_data:
                if line == ".":
                    in_data = False
                    self.mails.append(mail)
                    mail = {"to": [], "data": []}
                    reply(250, f"queued {len(self.mails)}")
                else:
                    mail["data"].append(line.removeprefix("."))
                continue
            verb, _, arg = line.partition(" ")
            match verb.upper():
                case "HELO" | "EHLO":
                    reply(250, f"hello {arg}")
                case "MAIL":
                    mail["from"] = arg.split(":", 1)[1].strip("<>")
                    reply(250, "ok")
                case "RCPT" if "from" not in mail:
                    reply(503, "need MAIL")
                case "RCPT":
                    mail["to"].append(arg.split(":", 1)[1].strip("<>"))
                    reply(250, "ok")
                case "DATA":
                    in_data = bool(mail["to"])
                    reply(*((354, "go") if in_data else (503, "need RCPT")))
                case "QUIT":
                    reply(221, "bye")
                    break
                case other:
                    reply(502, f"what is {other}?")
            await writer.drain()
        writer.close()
        await writer.wait_closed()


async def smtp_client(port, script):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    out = [(await reader.readline()).decode().strip()]
    for line in script:
        writer.write(line.encode() + b"\r\n")
        if not line.startswith(" ") and not line == "body":
            out.append((await reader.readline()).decode().strip())
    writer.close()
    await writer.wait_closed()
    return out


async def main():
    now = [0]
    cb = CircuitBreaker(clock=lambda: now[0])
    script = iter([1, 0, 0, 1, 0, 1])

    @cb
    async def call(x):
        if not next(script):
            raise ConnectionError("down")
        return x * 2
    for step in range(8):
        try:
            print(step, await call(step), cb.state.name)
        except (RuntimeError, ConnectionError) as e:
            print(step, type(e).__name__, e, cb.state.name)
        now[0] += 2
    print(call.breaker is cb, call.__name__)
    pool = Pool(lambda n: f"conn{n}", 2)
    async with AsyncExitStack() as st:
        a = await st.enter_async_context(pool.get())
        b = await st.enter_async_context(pool.get())
        try:
            async with pool.get(timeout=0.001) as c:
                print(c)
        except asyncio.TimeoutError:
            print("pool exhausted", a, b)
    async with pool.get() as c:
        print("reused", c, pool.made)
    br = Broker()
    with br.subscribe("x", "y") as q1, br.subscribe("x") as q2:
        print(await br.publish("x", 1), await br.publish("y", 2), await br.publish("z", 3), q1.qsize(), q2.qsize(), q1.get_nowait())
    print(dict(br.topics))
    async with Actor() as actor:
        await asyncio.gather(*(actor.ask("add", n) for n in range(5)))
        print(await actor.ask("get"), actor.task.get_name())
        for bad in (("nope",), ("add", "x")):
            try:
                await actor.ask(*bad)
            except (KeyError, TypeError) as e:
                print(type(e).__name__, e)
    print(actor.task.cancelled())
    attempts = []

    @retry(ValueError, OSError, tries=3)
    async def flaky(ok_at):
        attempts.append(ok_at)
        if len(attempts) < ok_at:
            raise ValueError(len(attempts))
        return "ok"
    print(await flaky(2), attempts)
    attempts.clear()
    try:
        await flaky(9)
    except ValueError as e:
        print(repr(e), e.__notes__, attempts)
    smtp = Smtp()
    server = await asyncio.start_server(smtp.handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        print(await smtp_client(port, ["HELO me", "RCPT TO:<b@x>", "MAIL FROM:<a@x>", "DATA", "RCPT TO:<b@x>", "RCPT TO:<c@x>", "DATA", "body", " more", "..dot" if False else "body", ".", "NOOP", "QUIT"]))
    print(smtp.mails)


asyncio.run(main())
