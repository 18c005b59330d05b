"""heapq and bisect."""

import bisect
import heapq

heap: list[tuple[int, str]] = []
for priority, name in [(5, "e"), (1, "a"), (3, "c"), (2, "b"), (4, "d")]:
    heapq.heappush(heap, (priority, name))
print(heap[0], [heapq.heappop(heap)[1] for _ in range(5)])
numbers = [9, 4, 7, 1, 8, 2]
heapq.heapify(numbers)
print(numbers, heapq.heappushpop(numbers, 0), heapq.heapreplace(numbers, 5), numbers)
print(heapq.nlargest(3, [5, 1, 9, 3]), heapq.nsmallest(2, [5, 1, 9, 3]), heapq.nlargest(2, ["a", "ccc", "bb"], key=len))
ordered = [1, 3, 3, 5]
print(bisect.bisect_left(ordered, 3), bisect.bisect_right(ordered, 3), bisect.bisect(ordered, 10))
bisect.insort(ordered, 4)
print(ordered)
