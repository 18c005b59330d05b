"""MappingProxyType, heapq and bisect."""

import bisect
import heapq
from types import MappingProxyType

data = {"x": 1}
view = MappingProxyType(data)
data["y"] = 2
print(view, view["y"], len(view), list(view), "x" in view, view.get("q"), dict(view), sorted(view.items()), view == {"x": 1, "y": 2}, list(view.keys()), list(view.values()))
h = [5, 3, 8, 1]
heapq.heapify(h)
heapq.heappush(h, 0)
print(h, heapq.heappop(h), heapq.heappushpop(h, 2), heapq.heapreplace(h, 9), h, heapq.nlargest(2, h), heapq.nsmallest(3, h, key=lambda x: -x))
print(list(heapq.merge([1, 4], [2, 3], [0])), list(heapq.merge(["b"], ["a", "c"], reverse=False)), list(heapq.merge([3, 1], [2], reverse=True)), list(heapq.merge(["aa", "b"], ["ccc"], key=len)))
xs = [1, 3, 3, 5]
print(bisect.bisect(xs, 3), bisect.bisect_left(xs, 3), bisect.bisect_right(xs, 3, 0, 2), bisect.bisect_left(xs, 4, key=lambda v: v), bisect.bisect_left(["a", "bb", "ccc"], 2, key=len))
bisect.insort(xs, 4)
bisect.insort_left(xs, 3)
bisect.insort_right(xs, 0)
bisect.insort(xs, 2, key=lambda v: v)
print(xs)
names = ["ann", "bob"]
bisect.insort(names, "al")
print(names, bisect.bisect([(1, "a"), (2, "b")], (1, "z")))
try:
    bisect.bisect([1], 1, -1)
except ValueError as error:
    print(error)
