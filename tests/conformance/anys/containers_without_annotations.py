"""Functions without annotations: containers of anything, matches that may be None, objects of several classes."""

import re
from collections import Counter, OrderedDict, defaultdict, deque

LINE = re.compile(r"(\w+)\s*=\s*(.*)")


class Circle:
    def __init__(self, radius):
        self.radius = radius

    def area(self):
        return 3 * self.radius**2


class Square:
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2


class Index:
    def __init__(self):
        self.entries = {}
        self.counts = Counter()
        self.groups = defaultdict(list)
        self.recent = deque(maxlen=3)
        self.order = OrderedDict()
        self.seen = set()

    def add(self, key, value):
        self.entries[key] = value
        self.counts[type(value).__name__] += 1
        self.groups[len(key)].append(value)
        self.recent.append(key)
        self.order.setdefault(key, []).append(value)
        self.seen |= {key.lower()}
        return self


def read(text):
    found = {}
    for line in text.splitlines():
        m = LINE.match(line)
        found[m.group(1)] = m[2]
    return found


def hull(points):
    out = []
    for point in sorted(points):
        while out and out[-1][1] > point[1]:
            out.pop()
        out.append(point)
    return out


def sieve():
    composites = {}
    number = 2
    while True:
        prime = composites.pop(number, None)
        if prime is None:
            yield number
            composites[number * number] = number
        else:
            following = number + prime
            while following in composites:
                following += prime
            composites[following] = prime
        number += 1


def areas(scale):
    shapes = (Circle(1), Square(2), None)
    total = []
    for shape in shapes:
        try:
            total.append(shape.area() * scale)
        except AttributeError as error:
            total.append(str(error))
    return total


def largest(pairs):
    best = None
    for key, value in pairs:
        if best is None or value > best[1]:
            best = key, value
    return best[0], best


def nested(depth):
    table = {}
    here = table
    for n in range(depth):
        here[n] = {}
        here = here[n]
    here["end"] = [[], {}, set()]
    return table


index = Index().add("One", 1).add("Two", 2.5).add("Three", "3").add("Four", None).add("Two", 2)
print(index.entries, index.counts.most_common(2), dict(index.groups), list(index.recent))
print(index.order, sorted(index.seen))
print(read("a = 1\nbc=x y"), hull([(1, 5), (2, 3), (3, 4), (0, 9)]))
primes = sieve()
print([next(primes) for _ in range(12)])
print(areas(2), areas(0.5), nested(3))
print(largest([("a", 3), ("b", 9), ("c", 4)]))
for broken in (lambda: read("nothing"), lambda: largest([])):
    try:
        broken()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
