"""Attributes that begin as None without an annotation: what other methods put there is found by its class."""


class Node:
    def __init__(self, value: int) -> None:
        self.value = value
        self.next = None
        self.left, self.right = None, None

    def insert(self, value: int) -> None:
        if value < self.value:
            if self.left is None:
                self.left = Node(value)
            else:
                self.left.insert(value)
        elif self.right is None:
            self.right = Node(value)
        else:
            self.right.insert(value)

    def walk(self) -> list[int]:
        found: list[int] = []
        if self.left is not None:
            found += self.left.walk()
        found.append(self.value)
        if self.right:
            found.extend(self.right.walk())
        return found


class Stack:
    def __init__(self) -> None:
        self.top = None
        self.last_error = None
        self.size = 0

    def push(self, value: int) -> None:
        node = Node(value)
        node.next = self.top
        self.top = node
        self.size += 1

    def pop(self) -> int:
        if self.top is None:
            self.last_error = "empty"
            raise IndexError(self.last_error)
        value = self.top.value
        self.top = self.top.next
        self.size -= 1
        return value


class Job:
    def __init__(self, name: str) -> None:
        self.name = name
        self.started = None
        self.result = None
        self.callback = None

    def run(self, clock: float) -> None:
        self.started = clock
        self.result = [len(self.name), clock]
        if self.callback is not None:
            self.callback(self)

    def on_done(self, callback) -> None:
        self.callback = callback


root = Node(5)
for value in (2, 8, 1, 9, 3):
    root.insert(value)
print(root.walk(), root.next, root.left.value)
stack = Stack()
for value in range(3):
    stack.push(value)
print(stack.pop(), stack.pop(), stack.pop(), stack.size, stack.top)
try:
    stack.pop()
except IndexError as error:
    print("IndexError", error, stack.last_error)
job = Job("load")
print(job.started, job.result, job.callback)
job.on_done(lambda done: print("done", done.name, done.result))
job.run(1.5)
print(job.started + 1, job.result)
try:
    Job("x").started + 1
except TypeError as error:
    print(error)
