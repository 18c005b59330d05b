"""Far more garbage than memory could hold at once, with data that stays."""


class Node:
    def __init__(self, value: int, next: "Node | None") -> None:
        self.value = value
        self.next = next


def churn(rounds: int) -> int:
    total = 0
    for i in range(rounds):
        head: Node | None = None
        for j in range(100):
            head = Node(i + j, head)
        while head is not None:
            total += head.value
            head = head.next
    return total


kept = [str(i) * 3 for i in range(1000)]
table = {key: len(key) for key in kept}
print(churn(3000))
text = ""
for i in range(300):
    text = "x" * 10000 + str(i)
print(len(text), kept[999], table["777777777"], len(table))
ring = Node(0, None)
ring.next = Node(1, ring)
long: Node | None = None
for i in range(50000):
    long = Node(i, long)
count = 0
while long is not None:
    count += 1
    long = long.next
print(count, ring.next.next is ring)
