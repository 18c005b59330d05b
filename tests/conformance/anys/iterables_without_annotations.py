"""What takes any iterable takes generators without annotations."""
import collections
import functools
import heapq
import itertools
import math
import operator
import statistics


def gen(xs):
    for x in xs:
        yield x


def pairs(xs):
    for i, x in enumerate(xs):
        yield str(i), x


def show(f):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


show(lambda: dict(pairs("abc")))
show(lambda: dict(pairs([1, 2.5]), z=3))
show(lambda: {**dict(pairs("q"))})
show(lambda: dict(gen([1])))
show(lambda: list(gen("ab")) + list(gen([1, 2.5])))
show(lambda: (tuple(gen("ab")), set(gen("aa")), frozenset(gen([1])), collections.deque(gen([1, 2]), 1)))
show(lambda: bytes(gen([1, 2, 255])))
show(lambda: bytearray(gen(b"ab")))
show(lambda: bytes(gen(["x"])))
show(lambda: "-".join(gen("abc")))
show(lambda: "-".join(gen([1])))
show(lambda: (min(gen([3, 1.5])), max(gen("ab")), max(gen([]), default=None), min(gen(["bb", "a"]), key=len)))
show(lambda: max(gen([])))
show(lambda: sorted(gen([3, 1.5, 2]), reverse=True))
show(lambda: sorted(gen(["bb", "a"]), key=len))
show(lambda: sorted(gen(["bb", 1])))
show(lambda: (sum(gen([[1], [2]]), []), sum(gen([1, 2]), 0.5), sum(gen([]))))
show(lambda: (math.fsum(gen([0.1] * 10)), math.prod(gen([1, 2.5, 4])), math.prod(gen([2, 3]), start=2)))
show(lambda: (statistics.mean(gen([1, 2, 4.5])), statistics.median(gen([3, 1, 2])), statistics.mode(gen("aab"))))
show(lambda: (collections.Counter(gen("abca")), dict.fromkeys(gen("ab"), 0), any(gen([0, 1])), all(gen([]))))
show(lambda: (list(enumerate(gen("ab"), 1)), list(zip(gen("ab"), gen([1, 2]))), list(map(str, gen([1, 2.5])))))
show(lambda: (list(filter(None, gen([0, 1, "", "x"]))), list(itertools.chain(gen("a"), gen([1]))), list(reversed(list(gen("ab"))))))
show(lambda: (functools.reduce(operator.add, gen([1, 2.5])), functools.reduce(lambda a, b: a + b, gen("xyz"), "")))
show(lambda: (list(itertools.accumulate(gen([1, 2.5, 3]))), list(itertools.islice(gen(range(9)), 2, 7, 2)), heapq.nlargest(2, gen([1, 3.5, 2]))))
show(lambda: (list(heapq.merge(gen([1, 4]), gen([2.5]))), [k for k, g in itertools.groupby(gen("aabb"))], list(itertools.product(gen("ab"), gen([1])))))
d = {"a": 1}
d.update(pairs([7, 8.5]))
print(d)
xs: list[object] = [1]
xs.extend(gen([2.5, "x"]))
xs += gen([None])
print(xs, sum(1 for _ in gen("abc")), *gen("xy"))
first, *rest = gen([1, 2, 3])
print(first, rest, next(gen([9])), next(gen([]), "none"), 2.5 in gen([1, 2.5]))
