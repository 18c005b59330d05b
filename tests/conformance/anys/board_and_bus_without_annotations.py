"""More code without annotations: closures, callbacks, boards, states, mixed containers, class hierarchies."""
import asyncio
import contextlib
import copy
import enum
import itertools
import re
import time


class Board:
    def __init__(self, w, h):
        self.w, self.h = w, h
        self.grid = [[0] * w for _ in range(h)]
        self.score = 0

    def put(self, x, y, value):
        self.grid[y][x] = value
        self.score += 1

    def row(self, y):
        return self.grid[y]

    def total(self):
        return sum(v for r in self.grid for v in r if not isinstance(v, str))

    def show(self):
        return "\n".join(" ".join(f"{v!s:>4}" for v in r) for r in self.grid)

    def neighbours(self, x, y):
        for dx, dy in itertools.product((-1, 0, 1), repeat=2):
            if (dx or dy) and 0 <= x + dx < self.w and 0 <= y + dy < self.h:
                yield self.grid[y + dy][x + dx]


class Event:
    def __init__(self, name, **data):
        self.name = name
        self.data = data
        self.ts = 0

    def __repr__(self):
        return f"<{self.name} {self.data}>"


class Bus:
    def __init__(self):
        self.subs = {}
        self.log = []

    def on(self, name):
        def deco(fn):
            self.subs.setdefault(name, []).append(fn)
            return fn
        return deco

    def emit(self, name, **data):
        ev = Event(name, **data)
        self.log.append(ev)
        return [fn(ev) for fn in self.subs.get(name, [])]


bus = Bus()


@bus.on("sale")
def count_sale(ev, seen=[]):
    seen.append(ev.data.get("amount", 0))
    return sum(seen)


@bus.on("sale")
def shout(ev):
    return ev.name.upper() + "!" * len(ev.data)


class State(enum.Enum):
    IDLE = 0
    RUN = 1
    DONE = 2


class Machine:
    transitions = {State.IDLE: [State.RUN], State.RUN: [State.DONE, State.IDLE], State.DONE: []}

    def __init__(self):
        self.state = State.IDLE
        self.trail = [self.state]

    def go(self, to):
        if to not in self.transitions[self.state]:
            raise ValueError(f"{self.state.name} -> {to.name}")
        self.state = to
        self.trail.append(to)
        return self


class Stack:
    def __init__(self, items=()):
        self._items = list(items)

    def push(self, x):
        self._items.append(x)
        return self

    def pop(self):
        return self._items.pop()

    def __bool__(self):
        return bool(self._items)

    def __len__(self):
        return len(self._items)

    @property
    def top(self):
        return self._items[-1] if self._items else None


def rpn(text):
    ops = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b}
    st = Stack()
    for tok in text.split():
        if tok in ops:
            b, a = st.pop(), st.pop()
            st.push(ops[tok](a, b))
        else:
            st.push(float(tok) if "." in tok else int(tok))
    return st.top


def counter(start=0):
    n = start

    def inc(by=1):
        nonlocal n
        n += by
        return n

    def reset():
        nonlocal n
        n = start

    return inc, reset


def compose(*fns):
    def run(x):
        for f in fns:
            x = f(x)
        return x
    return run


def window(xs, n):
    it = iter(xs)
    buf = list(itertools.islice(it, n))
    if len(buf) == n:
        yield tuple(buf)
    for x in it:
        buf = buf[1:] + [x]
        yield tuple(buf)


def merge(a, b):
    out = dict(a)
    for k, v in b.items():
        if k in out and isinstance(out[k], dict) and isinstance(v, dict):
            out[k] = merge(out[k], v)
        elif k in out and isinstance(out[k], list):
            out[k] = out[k] + (v if isinstance(v, list) else [v])
        else:
            out[k] = v
    return out


def running(xs):
    total, count, low = 0, 0, None
    for x in xs:
        total += x
        count += 1
        low = x if low is None else min(low, x)
        yield total / count, low


def primes(n):
    sieve = [True] * (n + 1)
    sieve[0] = sieve[1] = False
    for i in range(2, int(n ** 0.5) + 1):
        if sieve[i]:
            sieve[i * i::i] = [False] * len(sieve[i * i::i])
    return [i for i, p in enumerate(sieve) if p]


def lcs(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            table[i + 1][j + 1] = table[i][j] + 1 if x == y else max(table[i + 1][j], table[i][j + 1])
    i, j, out = len(a), len(b), []
    while i and j:
        if a[i - 1] == b[j - 1]:
            out.append(a[i - 1])
            i, j = i - 1, j - 1
        elif table[i - 1][j] >= table[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return "".join(reversed(out))


@contextlib.contextmanager
def section(name, depth=0):
    print("  " * depth + "[" + name)
    try:
        yield depth + 1
    finally:
        print("  " * depth + name + "]")


async def fetch(name, delay, log):
    await asyncio.sleep(delay)
    log.append(name)
    if name == "bad":
        raise RuntimeError(name)
    return name, delay


async def gather_all():
    log = []
    results = await asyncio.gather(*(fetch(n, d, log) for n, d in [("a", 0.02), ("b", 0), ("bad", 0.01)]), return_exceptions=True)
    print(log, [r if isinstance(r, tuple) else repr(r) for r in results])
    async with asyncio.timeout(1):
        async with asyncio.TaskGroup() as tg:
            ts = [tg.create_task(fetch(str(i), i / 1000, log)) for i in range(3)]
    print([t.result()[0] for t in ts], len(log))


def main():
    b = Board(3, 2)
    b.put(1, 0, 2.5)
    b.put(2, 1, "x")
    b.put(0, 0, 7)
    print(b.show(), b.total(), b.score, b.row(0), list(b.neighbours(0, 1)))
    print(bus.emit("sale", amount=5), bus.emit("sale", amount=2.5, who="ann"), bus.emit("none"), bus.log)
    m = Machine().go(State.RUN).go(State.DONE)
    print([s.name for s in m.trail])
    try:
        m.go(State.IDLE)
    except ValueError as e:
        print("refused", e)
    print(rpn("3 4 + 2 *"), rpn("1.5 2 * 4 -"), rpn("7 2 /"), len(Stack("abc")), bool(Stack()), Stack().top)
    inc, reset = counter(10)
    print(inc(), inc(5), inc(0.5), reset(), inc())
    print(compose(lambda x: x + 1, str, lambda s: s * 2)(41), compose()(None))
    print(list(window(range(5), 3)), list(window("ab", 3)))
    x = {"a": 1, "b": {"c": [1], "d": 2}}
    y = copy.deepcopy(x)
    print(merge(x, {"b": {"c": 2.5, "e": None}, "f": "new"}), x == y)
    print([(round(a, 3), lo) for a, lo in running([3, 1, 2.5])], primes(30), lcs("AGGTAB", "GXTXAYB"))
    with section("outer") as d, section("inner", d):
        print("    body")
    print(re.sub(r"(\w+)@(\w+)", lambda mo: mo.group(2) + " at " + mo.group(1), "joe@home and ann@work"))
    data = [("x", 3), ("y", 1.5), ("x", None)]
    best = {}
    for k, v in data:
        if v is not None and (k not in best or v > best[k]):
            best[k] = v
    print(best, {k: [v for kk, v in data if kk == k] for k in "xy"})
    tally = {}
    for word in "a b a c".split():
        tally[word] = tally.get(word, 0) + 1.5
    print(tally, sorted(tally, key=tally.get), max(tally.values()))
    rest, acc = 100, []
    for price in (30, 12.5, 60):
        if price <= rest:
            rest -= price
            acc.append((price, rest))
    print(rest, acc)
    asyncio.run(gather_all())
    t = time.perf_counter()
    print(time.perf_counter() >= t)
    grid = {(r, c): r * c for r in range(2) for c in range(2)}
    grid[1, 1] = "end"
    print(grid, [k for k, v in grid.items() if v == "end"])
    return b.grid[5]


main()
