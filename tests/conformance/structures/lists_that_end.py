"""Linked lists walked as people write it: mypy believes `node.next is not None` of nodes that came later."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass
class Node:
    value: int
    next: Node | None = None

    def cut(self) -> None:
        self.next = None

    def twice(self) -> int:
        return self.value * 2


def build(*values: int) -> Node | None:
    head: Node | None = None
    for value in reversed(values):
        head = Node(value, head)
    return head


def length(head: Node | None) -> int:
    if not head or not head.next:
        return 1 if head else 0
    count = 0
    while head:
        head = head.next
        count += 1
    return count


def middle(head: Node) -> int:
    slow: Node | None = head
    fast: Node | None = head
    while fast and fast.next:
        fast = fast.next.next
        slow = slow.next if slow else None
    assert slow is not None
    return slow.value


def is_palindrome(head: Node | None) -> bool:
    if head is None or head.next is None:
        return True
    places: dict[int, list[int]] = {}
    position = 0
    while head:
        places.setdefault(head.value, []).append(position)
        head = head.next
        position += 1
    return all(len(p) < 2 or p[0] + p[-1] == position - 1 for p in places.values())


def drop(head: Node | None, unwanted: int) -> Node | None:
    while head and head.value == unwanted:
        head = head.next
    node = head
    while node and node.next:
        if node.next.value == unwanted:
            node.next = node.next.next
        else:
            node = node.next
    return head


def use_after_cut(node: Node) -> None:
    if node.next is not None:
        print(node.next.value, node.next.twice(), node.next == Node(2))
        node.cut()
        try:
            print(node.next.value)
        except AttributeError as error:
            print(error)
        try:
            print(node.next.twice())
        except AttributeError as error:
            print(error)
        try:
            node.next.value = 5
        except AttributeError as error:
            print(error)
        print("still there" if node.next else "gone")
    shelf: dict[str, Node | None] = {"a": Node(1), "b": None}
    if shelf["a"]:
        print(shelf["a"].value, shelf["a"].twice())
        shelf["a"].value += 3
        known: Node = shelf["a"]
        shelf["a"] = None
        print(known.value, shelf)


def backwards(anything: Any) -> None:
    for item in reversed(anything):
        print(item, end=" ")
    for index, item in enumerate(reversed(anything)):
        print(f"{index}:{item}", end=" ")
    walker = reversed(anything)
    print(next(walker), list(walker), [*zip(anything, reversed(anything))])


def main() -> None:
    for values in ((), (1,), (1, 2), (1, 2, 1), (3, 1, 1, 3), (1, 1, 2, 1)):
        head = build(*values)
        print(values, length(head), is_palindrome(head), drop(build(*values), 1), head and middle(head))
    use_after_cut(Node(1, Node(2)))
    for anything in ([1, 2], "ab", range(3), {1: 2, 3: 4}, (5, 6), {"k": 1}.items()):
        backwards(anything)
    last = Node(1, Node(2))
    if last.next:
        last.cut()
        last.next.cut()


main()
