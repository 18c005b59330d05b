"""Untyped helper code, as scripts have it."""
import collections
import itertools
import json
import math
import re


class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        self.n = len(self.rows)
        self.m = len(self.rows[0]) if self.rows else 0

    def __matmul__(self, other):
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*other.rows)] for r in self.rows])

    def __repr__(self):
        return "Matrix(" + repr(self.rows) + ")"

    def transpose(self):
        return Matrix(zip(*self.rows))

    def map(self, f):
        return Matrix([[f(x) for x in r] for r in self.rows])

    def det(self):
        if self.n == 1:
            return self.rows[0][0]
        total = 0
        for j in range(self.n):
            minor = Matrix([r[:j] + r[j + 1:] for r in self.rows[1:]])
            total += (-1) ** j * self.rows[0][j] * minor.det()
        return total


def stats(xs):
    xs = sorted(xs)
    n = len(xs)
    mean = sum(xs) / n
    var = sum((x - mean) ** 2 for x in xs) / (n - 1)
    mid = n // 2
    median = xs[mid] if n % 2 else (xs[mid - 1] + xs[mid]) / 2
    return {"mean": mean, "sd": round(math.sqrt(var), 4), "median": median, "min": xs[0], "max": xs[-1]}


def histogram(words, width=20):
    counts = collections.Counter(words)
    top = max(counts.values())
    for word, n in sorted(counts.items(), key=lambda p: (-p[1], p[0])):
        print(f"{word:>8} {'#' * (width * n // top):<{width}} {n:3d} {n / len(words):6.1%}")


def group_by(items, key):
    out = {}
    for item in items:
        out.setdefault(key(item), []).append(item)
    return out


def flatten(xs):
    for x in xs:
        if isinstance(x, (list, tuple)):
            yield from flatten(x)
        else:
            yield x


def parse(line):
    m = re.match(r"(\w+)\s*=\s*(.+)", line)
    if not m:
        return None
    k, v = m.groups()
    try:
        return k, json.loads(v)
    except ValueError:
        return k, v.strip()


def memo(f):
    cache = {}

    def inner(*args):
        if args not in cache:
            cache[args] = f(*args)
        return cache[args]

    inner.cache = cache
    return inner


@memo
def paths(r, c):
    if r == 0 or c == 0:
        return 1
    return paths(r - 1, c) + paths(r, c - 1)


def simulate(balance, rate, years=3, fee=0):
    log = []
    for y in range(1, years + 1):
        interest = balance * rate
        balance += interest
        if fee:
            balance -= fee
        log.append((y, round(interest, 2), round(balance, 2)))
    return log


class Account:
    total = 0

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.history = []
        Account.total += 1

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError(f"bad amount {amount}")
        self.balance += amount
        self.history.append(("deposit", amount))
        return self

    def __iadd__(self, amount):
        return self.deposit(amount)

    def __eq__(self, other):
        return isinstance(other, Account) and self.balance == other.balance

    def __lt__(self, other):
        return self.balance < other.balance


def main():
    a = Matrix([[1, 2], [3, 4]])
    b = Matrix([[0.5, 0], [0, 2]])
    print(a @ b, (a @ b).transpose(), a.det(), Matrix([[2, 0.5, 1], [1, 3, 2], [0, 1, 1]]).det())
    print(a.map(lambda x: x / 2), a.map(str))
    print(stats([3, 1, 4, 1, 5, 9, 2.5]), stats([1, 2]))
    histogram("the cat and the dog and the bird".split())
    print(group_by(range(10), lambda n: n % 3), group_by(["a", "bb", "cc"], len))
    print(list(flatten([1, [2, (3, [4.5, "x"])], []])), sum(flatten([1, [2, (3, [4.5])]])))
    for line in ['a = 1', 'b = [1, 2.5, null]', 'c = hello ', '???']:
        got = parse(line)
        print(got if got is None else (got[0], type(got[1]).__name__, got[1]))
    print(paths(6, 6), len(paths.cache))
    print(simulate(1000, 0.05), simulate(100, 0, fee=2.5), simulate(10, 1))
    acc = Account("ann")
    acc.deposit(10).deposit(2.5)
    acc += 3
    other = Account("bob", 15.5)
    print(acc.balance, acc == other, acc < other, max([acc, Account("c", 99)]).owner, Account.total, acc.history)
    try:
        acc.deposit(-1)
    except ValueError as e:
        print("error:", e)
    lo, hi = float("inf"), 0
    for x in (3, 7.5, -2):
        lo = min(lo, x)
        hi = max(hi, x)
    print(lo, hi)
    best, best_score = None, -1
    for word in ("kayak", "hello", "level"):
        score = sum(c in "aeiou" for c in word) + (word == word[::-1]) * 2
        if score > best_score:
            best, best_score = word, score
    print(best, best_score)
    x = 5
    x = "five" if x > 3 else x
    print(x, [i if i % 2 else str(i) for i in range(4)])
    d = dict(zip("abc", itertools.count(1)))
    d["z"] = None
    print(d, {v: k for k, v in d.items()}, d.get("q", []) or "none")
    acc.deposit("x")


main()
