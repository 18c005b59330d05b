"""Scripts without annotations: text adventure, inventory, tokens, csv, LRU, events, recursion."""
import functools
import operator
import random
import string
import sys
import textwrap
from collections import OrderedDict, defaultdict, namedtuple, deque, ChainMap
from datetime import date, timedelta


Item = namedtuple("Item", "name price qty")


class Inventory:
    def __init__(self):
        self._items = {}
        self.listeners = []

    def add(self, name, price, qty=1):
        if name in self._items:
            old = self._items[name]
            self._items[name] = old._replace(qty=old.qty + qty)
        else:
            self._items[name] = Item(name, price, qty)
        for fn in self.listeners:
            fn("add", name)

    def total(self):
        return sum(i.price * i.qty for i in self._items.values())

    def cheapest(self, n=2):
        return sorted(self._items.values(), key=operator.attrgetter("price"))[:n]

    def by_qty(self):
        out = defaultdict(list)
        for i in self._items.values():
            out[i.qty].append(i.name)
        return dict(out)

    def __len__(self):
        return len(self._items)

    def __contains__(self, name):
        return name in self._items

    def __getitem__(self, name):
        return self._items[name]

    def __iter__(self):
        return iter(self._items.values())


class LRU:
    def __init__(self, cap):
        self.cap = cap
        self.data = OrderedDict()
        self.hits = self.misses = 0

    def get(self, key, default=None):
        try:
            value = self.data.pop(key)
            self.data[key] = value
            self.hits += 1
            return value
        except KeyError:
            self.misses += 1
            return default

    def put(self, key, value):
        if key in self.data:
            del self.data[key]
        elif len(self.data) >= self.cap:
            self.data.popitem(last=False)
        self.data[key] = value


def parse_csv(text, sep=","):
    lines = [l for l in text.strip().splitlines() if l]
    head = [h.strip() for h in lines[0].split(sep)]
    rows = []
    for line in lines[1:]:
        row = {}
        for h, v in zip(head, line.split(sep)):
            v = v.strip()
            try:
                v = int(v)
            except ValueError:
                try:
                    v = float(v)
                except ValueError:
                    pass
            row[h] = v
        rows.append(row)
    return rows


def aggregate(rows, key, col, fn=sum):
    groups = {}
    for r in rows:
        groups.setdefault(r[key], []).append(r[col])
    return {k: fn(v) for k, v in groups.items()}


def retry(times):
    def deco(f):
        @functools.wraps(f)
        def wrapper(*args, **kwargs):
            last = None
            for attempt in range(1, times + 1):
                try:
                    return f(*args, attempt=attempt, **kwargs)
                except RuntimeError as e:
                    last = e
                    print("attempt", attempt, "failed:", e)
            raise last
        return wrapper
    return deco


@retry(3)
def flaky(x, attempt=0):
    if attempt < x:
        raise RuntimeError(f"not yet ({attempt} < {x})")
    return x * 10


class Graph:
    def __init__(self):
        self.adj = defaultdict(dict)

    def edge(self, a, b, w=1):
        self.adj[a][b] = w
        self.adj[b][a] = w

    def dijkstra(self, src):
        import heapq
        dist = {src: 0}
        pq = [(0, src)]
        while pq:
            d, u = heapq.heappop(pq)
            if d > dist.get(u, float("inf")):
                continue
            for v, w in self.adj[u].items():
                nd = d + w
                if nd < dist.get(v, float("inf")):
                    dist[v] = nd
                    heapq.heappush(pq, (nd, v))
        return dist

    def bfs(self, src):
        seen, q, order = {src}, deque([src]), []
        while q:
            u = q.popleft()
            order.append(u)
            for v in sorted(self.adj[u]):
                if v not in seen:
                    seen.add(v)
                    q.append(v)
        return order


class Shape:
    def area(self):
        raise NotImplementedError

    def __str__(self):
        return f"{type(self).__name__}({self.area():.2f})"


class Circle(Shape):
    def __init__(self, r):
        self.r = r

    def area(self):
        return 3.14159 * self.r ** 2


class Rect(Shape):
    def __init__(self, w, h):
        self.w, self.h = w, h

    def area(self):
        return self.w * self.h


class Poly(Rect):
    def __init__(self, side):
        super().__init__(side, side)
        self.kind = "square"


def permutations(xs):
    if len(xs) <= 1:
        yield xs
        return
    for i, x in enumerate(xs):
        for rest in permutations(xs[:i] + xs[i + 1:]):
            yield [x] + rest


def caesar(text, k):
    out = ""
    for c in text:
        if c in string.ascii_lowercase:
            out += chr((ord(c) - 97 + k) % 26 + 97)
        elif c.isupper():
            out += chr((ord(c) - 65 + k) % 26 + 65)
        else:
            out += c
    return out


def collatz(n, steps=0):
    return steps if n == 1 else collatz(n // 2 if n % 2 == 0 else 3 * n + 1, steps + 1)


def average(*nums, weights=None):
    if not nums:
        return None
    if weights is None:
        weights = [1] * len(nums)
    return sum(n * w for n, w in zip(nums, weights)) / sum(weights)


def deep_get(d, path, default=None):
    for part in path.split("."):
        if isinstance(d, dict):
            d = d.get(part, default)
        elif isinstance(d, list) and part.isdigit():
            d = d[int(part)]
        else:
            return default
    return d


def main():
    inv = Inventory()
    events = []
    inv.listeners.append(lambda kind, name: events.append((kind, name)))
    inv.add("apple", 0.5, 10)
    inv.add("pear", 1, 3)
    inv.add("apple", 0.5)
    inv.add("kiwi", 0.25, 3)
    print(len(inv), inv.total(), [i.name for i in inv.cheapest()], inv.by_qty(), "pear" in inv, inv["apple"])
    print(events, [i.qty for i in inv], max(inv, key=lambda i: i.qty).name)
    c = LRU(2)
    for k in "abcab":
        if c.get(k) is None:
            c.put(k, k.upper())
    print(list(c.data.items()), c.hits, c.misses)
    rows = parse_csv("name, team, score\nann, x, 3\nbob, y, 2.5\ncid, x, 4\n")
    print(rows, aggregate(rows, "team", "score"), aggregate(rows, "team", "score", max), aggregate(rows, "team", "name", len))
    print(flaky(2))
    try:
        flaky(9)
    except RuntimeError as e:
        print("gave up:", e, flaky.__name__)
    g = Graph()
    for a, b, w in [("a", "b", 7), ("a", "c", 3), ("c", "b", 1.5), ("b", "d", 2)]:
        g.edge(a, b, w)
    print(g.dijkstra("a"), g.bfs("a"))
    shapes = [Circle(1), Rect(2, 3.5), Poly(2)]
    print([str(s) for s in shapes], sum(s.area() for s in shapes), sorted(shapes, key=Shape.area)[0].area())
    print(max(shapes, key=lambda s: s.area()).__class__.__name__, [getattr(s, "kind", "-") for s in shapes])
    print(list(permutations([1, 2, 3])), len(list(permutations(list("abcd")))))
    print(caesar("Hello, World!", 3), caesar(caesar("abc xyz", 5), -5))
    print(collatz(27), average(1, 2, 4), average(1, 2, weights=[1, 3]), average())
    tree = {"a": {"b": [1, {"c": "deep"}]}, "x": None}
    print(deep_get(tree, "a.b.1.c"), deep_get(tree, "a.q.z", "dflt"), deep_get(tree, "x"), deep_get(tree, "a.b.0"))
    print(functools.reduce(operator.mul, [1, 2, 3.5]), list(map(lambda p: p[0] + p[1], [(1, 2), (0.5, 1)])))
    start = date(2024, 2, 27)
    print([(start + timedelta(days=n)).isoformat() for n in range(0, 4)], (date(2024, 12, 25) - start).days)
    cm = ChainMap({"a": 1}, {"a": 2, "b": 3})
    print(cm["a"], cm["b"], sorted(cm))
    words = "one two three two one two".split()
    freq = {}
    for w in words:
        freq[w] = freq.get(w, 0) + 1
    print(sorted(freq.items(), key=lambda kv: (-kv[1], kv[0])), {w: len(w) for w in set(words)} == {"one": 3, "two": 3, "three": 5})
    matrix = [[1, 2, 3], [4, 5, 6]]
    print([list(col) for col in zip(*matrix)], [x for row in matrix for x in row if x % 2], sum(sum(r) for r in matrix))
    print(textwrap.shorten("the quick brown fox", 12), "-".join(map(str, range(5))), "abc"[::-1], f"{3.14159:.2f}")
    shapes[0].r = None
    print(shapes[0].area())


if __name__ == "__main__":
    main()
