"""Many appends and pops."""

numbers: list[int] = []
for i in range(10000):
    numbers.append(i * i)
print(len(numbers), numbers[9999], sum(numbers))
while len(numbers) > 10:
    numbers.pop()
print(numbers)
queue: list[str] = []
for i in range(50):
    queue.insert(0, str(i))
    if i % 3 == 0:
        queue.pop()
print(queue[:5], len(queue))
lists = [list(range(n)) for n in range(100)]
print(sum(len(inner) for inner in lists), lists[99][50])
