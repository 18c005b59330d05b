"""Unannotated corners: state machine, matrix, interval tree, url shortener, bank with decorators."""
import functools
import itertools
import operator
from collections import ChainMap, defaultdict, namedtuple
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from enum import Enum, IntFlag, auto


def validated(**rules):
    def deco(fn):
        @functools.wraps(fn)
        def wrapper(self, *args, **kwargs):
            names = tuple(rules)
            for name, value in itertools.chain(zip(names, args), kwargs.items()):
                check = rules.get(name)
                if check is not None and not check(value):
                    raise ValueError(f"{fn.__name__}: bad {name}={value!r}")
            wrapper.calls += 1
            return fn(self, *args, **kwargs)
        wrapper.calls = 0
        wrapper.rules = rules
        return wrapper
    return deco


class Light(Enum):
    RED = auto()
    GREEN = auto()
    AMBER = auto()

    def next(self):
        members = list(type(self))
        return members[(members.index(self) + 1) % len(members)]


class Perm(IntFlag):
    R = 4
    W = 2
    X = 1


class Account:
    interest = 0.02
    accounts: dict = {}

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.log = []
        self.accounts[owner] = self

    @validated(amount=lambda a: a > 0)
    def deposit(self, amount):
        self.balance += amount
        self.log.append(("deposit", amount))
        return self

    @validated(amount=lambda a: a > 0, to=lambda t: t in Account.accounts)
    def transfer(self, amount, to=None):
        if amount > self.balance:
            raise RuntimeError("insufficient")
        self.balance -= amount
        target = self.accounts[to]
        target.balance = target.balance + amount
        self.log.append(("transfer", amount, to))

    def accrue(self, years=1):
        for _ in range(years):
            self.balance *= 1 + self.interest
        self.balance = round(self.balance, 2)

    def __lt__(self, other):
        return self.balance < other.balance

    def __repr__(self):
        return f"{type(self).__name__}({self.owner!r}, {self.balance})"


class Interval:
    __slots__ = "lo", "hi", "data"

    def __init__(self, lo, hi, data=None):
        self.lo, self.hi, self.data = lo, hi, data

    def __iter__(self):
        yield from (self.lo, self.hi)

    def __and__(self, o):
        lo, hi = max(self.lo, o.lo), min(self.hi, o.hi)
        return Interval(lo, hi, (self.data, o.data)) if lo < hi else None

    def __contains__(self, x):
        return self.lo <= x < self.hi


class Tree:
    def __init__(self, items):
        items = sorted(items, key=operator.attrgetter("lo"))
        self.root = self.build(items)

    def build(self, items):
        if not items:
            return None
        mid = len(items) // 2
        left, right = self.build(items[:mid]), self.build(items[mid + 1:])
        hi = max([items[mid].hi] + [n["max"] for n in (left, right) if n])
        return {"item": items[mid], "left": left, "right": right, "max": hi}

    def query(self, x):
        out, stack = [], [self.root]
        while stack:
            node = stack.pop()
            if node is None or x >= node["max"]:
                continue
            if x in node["item"]:
                out.append(node["item"].data)
            stack += [node["left"], node["right"]]
        return sorted(out)


class Shortener:
    alphabet = "0123456789abcdefghijklmnopqrstuvwxyz"

    def __init__(self, start=1000):
        self.ids = itertools.count(start)
        self.fwd, self.rev = {}, {}
        self.hits = defaultdict(int)

    def encode(self, n):
        out = ""
        while n:
            n, r = divmod(n, 36)
            out = self.alphabet[r] + out
        return out or "0"

    def shorten(self, url):
        if (code := self.rev.get(url)) is None:
            code = self.encode(next(self.ids))
            self.fwd[code], self.rev[url] = url, code
        return code

    def __getitem__(self, code):
        self.hits[code] += 1
        return self.fwd[code]


class Config(ChainMap):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None


def memo_grid(grid):
    h, w = len(grid), len(grid[0])

    @functools.lru_cache(None)
    def best(i, j):
        if i == h or j == w:
            return float("-inf")
        here = grid[i][j]
        if (i, j) == (h - 1, w - 1):
            return here
        return here + max(best(i + 1, j), best(i, j + 1))
    result = best(0, 0)
    return result, best.cache_info().misses


def pipeline(*stages):
    def run(source):
        for stage in stages:
            source = stage(source)
        return source
    return run


def main():
    a, b = Account("ann", 100), Account("bob")
    a.deposit(50).deposit(amount=0.5)
    a.transfer(30.25, to="bob")
    for bad in (lambda: a.deposit(-1), lambda: a.transfer(1, to="zed"), lambda: b.transfer(1000, to="ann")):
        try:
            bad()
        except (ValueError, RuntimeError) as e:
            print(type(e).__name__, e)
    a.accrue(2)
    print(a, b, a.log, Account.deposit.calls, sorted(Account.transfer.rules), max(a, b).owner, sorted(Account.accounts))
    light = Light.RED
    seen = [(light := light.next()).name for _ in range(4)]
    print(seen, light, Perm.R | Perm.X, Perm(6), Perm.W in Perm(6), int(Perm.R | 1), ~Perm.R & Perm(7))
    t = Tree(Interval(lo, hi, d) for lo, hi, d in ((0, 5, "a"), (3, 9, "b"), (8, 12, "c"), (1.5, 2.5, "d")))
    print([t.query(x) for x in (0, 2, 4, 8, 11.5, 12)])
    both = Interval(0, 5, 1) & Interval(3, 9, 2)
    lo, hi = both
    print(lo, hi, both.data, Interval(0, 1) & Interval(1, 2))
    s = Shortener()
    codes = [s.shorten(u) for u in ("x.org", "y.org", "x.org")]
    print(codes, s[codes[0]], s[codes[0]], dict(s.hits))
    c = Config({"debug": True}, {"debug": False, "port": 80})
    print(c.debug, c.port, c.maps[1]["debug"], getattr(c, "nope", "dflt"), len(c))
    print(memo_grid([[1, 2, 3], [4, -5, 6], [7, 8, 9.5]]))
    p = pipeline(lambda xs: (x * x for x in xs), lambda xs: filter(lambda x: x % 2, xs), list, sum)
    print(p(range(6)), pipeline()("same"))
    with ExitStack() as st:
        log = []
        for n in "abc":
            st.callback(log.append, n)
        st.push(lambda et, ev, tb: log.append(et and et.__name__) or True)
        {}["boom"]
    print(log)
    total = 0
    for x in (1, 2.5, True, None, "3"):
        with suppress(TypeError):
            total += x
    print(total)
    matrix = [[1, 2], [3, 4]]
    matrix = [[sum(a * b for a, b in zip(row, col)) for col in zip(*matrix)] for row in matrix]
    matrix.append(["x"])
    print(matrix, [*zip(*matrix[:2])])


main()
