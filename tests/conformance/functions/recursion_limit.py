"""Recursion without end is caught, and the program goes on."""


def down(n: int) -> int:
    return down(n + 1) + 1


def depth(n: int) -> int:
    return 0 if n == 0 else 1 + depth(n - 1)


for _ in range(3):
    try:
        down(0)
    except RecursionError as error:
        print("caught", type(error).__name__, str(error).startswith("maximum recursion depth exceeded"))
print(depth(500))


class Node:
    def __init__(self, child: "Node | None") -> None:
        self.child = child

    def length(self) -> int:
        return 1 + (self.child.length() if self.child is not None else 0)


node: Node | None = None
for _ in range(300):
    node = Node(node)
assert node is not None
print(node.length())
