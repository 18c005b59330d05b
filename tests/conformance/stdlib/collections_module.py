"""deque, defaultdict, Counter, OrderedDict."""

from collections import Counter, OrderedDict, defaultdict, deque

queue: deque[int] = deque([1, 2, 3])
queue.append(4)
queue.appendleft(0)
print(queue, queue.pop(), queue.popleft(), len(queue), queue[1], list(queue), 2 in queue)
queue.rotate(1)
queue.extend([7, 8])
queue.extendleft([9])
print(queue, deque(range(10), maxlen=3), bool(deque()))
groups: defaultdict[str, list[int]] = defaultdict(list)
for n in range(6):
    groups["even" if n % 2 == 0 else "odd"].append(n)
print(dict(groups), groups["none"], len(groups))
counts: defaultdict[str, int] = defaultdict(int)
for c in "hello":
    counts[c] += 1
print(sorted(counts.items()))
counter = Counter("mississippi")
print(counter.most_common(2), counter["s"], counter["z"], sum(counter.values()), sorted(counter))
counter.update("sss")
print(counter["s"], counter)
ordered: OrderedDict[str, int] = OrderedDict()
ordered["b"] = 1
ordered["a"] = 2
ordered.move_to_end("b")
print(list(ordered), ordered.popitem())
