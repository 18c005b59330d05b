"""Long sums and products that cross the edge many times."""


def collatz(n: int) -> tuple[int, int]:
    steps = 0
    highest = n
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        highest = max(highest, n)
        steps += 1
    return steps, highest


print([collatz(n) for n in (1, 7, 27, 97, 871, 6171)])

a, b = 0, 1
for i in range(200):
    a, b = b, a + b
    if i % 20 == 0:
        print(i, a)

value = 1
for i in range(100):
    value = value * 6364136223846793005 + 1442695040888963407
    value &= 2**64 - 1
    if i % 10 == 0:
        print(value)
