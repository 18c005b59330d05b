"""A doubly linked list as a full MutableSequence: cursors, splicing, rotation, merge sort, comparisons, iteration while changing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, MutableSequence
from functools import total_ordering
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class Node(Generic[T]):
    __slots__ = ("value", "before", "after")

    def __init__(self, value: T | None = None) -> None:
        self.value = value
        self.before: Node[T] = self
        self.after: Node[T] = self

    def link_before(self, other: Node[T]) -> None:
        """Put this node in front of another."""
        self.before, self.after = other.before, other
        other.before.after = self
        other.before = self

    def unlink(self) -> None:
        self.before.after = self.after
        self.after.before = self.before
        self.before = self.after = self


@total_ordering
class Linked(MutableSequence[T]):
    def __init__(self, items: Iterable[T] = ()) -> None:
        self._end: Node[T] = Node()
        self._size = 0
        self.extend(items)

    def _node(self, index: int, extra: int = 0) -> Node[T]:
        place = index + self._size if index < 0 else index
        if not 0 <= place < self._size + extra:
            raise IndexError(f"list index {index} out of range for {self._size} items")
        node = self._end
        if place <= self._size // 2:
            for _ in range(place + 1):
                node = node.after
        else:
            for _ in range(self._size - place):
                node = node.before
        return node

    @staticmethod
    def _value(node: Node[T]) -> T:
        value: Any = node.value
        return value  # type: ignore[no-any-return]

    @overload
    def __getitem__(self, key: int) -> T: ...

    @overload
    def __getitem__(self, key: slice) -> Linked[T]: ...

    def __getitem__(self, key: int | slice) -> T | Linked[T]:
        if isinstance(key, slice):
            wanted = range(*key.indices(self._size))
            items = list(self)
            return Linked(items[i] for i in wanted)
        return self._value(self._node(key))

    @overload
    def __setitem__(self, key: int, value: T) -> None: ...

    @overload
    def __setitem__(self, key: slice, value: Iterable[T]) -> None: ...

    def __setitem__(self, key: int | slice, value: Any) -> None:
        if isinstance(key, slice):
            items = list(self)
            items[key] = value
            self.clear()
            self.extend(items)
        else:
            self._node(key).value = value

    def __delitem__(self, key: int | slice) -> None:
        if isinstance(key, slice):
            for index in sorted(range(*key.indices(self._size)), reverse=True):
                del self[index]
        else:
            self._node(key).unlink()
            self._size -= 1

    def insert(self, index: int, value: T) -> None:
        place = max(0, min(self._size, index + self._size if index < 0 else index))
        Node(value).link_before(self._end if place == self._size else self._node(place))
        self._size += 1

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[T]:
        node = self._end.after
        while node is not self._end:
            following = node.after
            yield self._value(node)
            node = following if node.after is node else node.after

    def __reversed__(self) -> Iterator[T]:
        node = self._end.before
        while node is not self._end:
            yield self._value(node)
            node = node.before

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Linked):
            return NotImplemented
        return len(self) == len(other) and all(a == b for a, b in zip(self, other))

    def __lt__(self, other: Linked[T]) -> bool:
        return list(self) < list(other)

    def __add__(self, other: Iterable[T]) -> Linked[T]:
        result = Linked(self)
        result.extend(other)
        return result

    def __mul__(self, times: int) -> Linked[T]:
        return Linked(item for _ in range(times) for item in self)

    __rmul__ = __mul__

    def __repr__(self) -> str:
        return f"Linked({list(self)!r})"

    def rotate(self, steps: int) -> None:
        if self._size:
            for _ in range(steps % self._size):
                last = self._end.before
                last.unlink()
                last.link_before(self._end.after)

    def splice(self, index: int, other: Linked[T]) -> None:
        """Move all nodes of another list into this one, before an index; the other is empty after."""
        if other is self:
            raise ValueError("a list cannot be put into itself")
        target = self._end if index >= self._size else self._node(index)
        while other._size:
            node = other._end.after
            node.unlink()
            node.link_before(target)
            other._size -= 1
            self._size += 1

    def sort(self, key: Callable[[T], Any]) -> None:
        if self._size < 2:
            return
        half = Linked[T]()
        for _ in range(self._size // 2):
            node = self._end.after
            node.unlink()
            self._size -= 1
            node.link_before(half._end)
            half._size += 1
        half.sort(key)
        self.sort(key)
        node = self._end.after
        while half._size:
            first = half._end.after
            if node is self._end or not key(self._value(node)) < key(self._value(first)):
                first.unlink()
                first.link_before(node)
                half._size -= 1
                self._size += 1
            else:
                node = node.after


numbers = Linked(range(6))
print(numbers, len(numbers), numbers[0], numbers[-1], numbers[4], numbers[1:5:2], numbers[::-1], 3 in numbers, 9 in numbers)
numbers.append(99)
numbers.insert(0, -1)
numbers.insert(-1, 50)
numbers.insert(100, 7)
numbers[2] = 20
numbers[3:5] = [30, 31, 32]
del numbers[0]
del numbers[-3:]
numbers += (8, 9)
print(numbers, numbers.index(31), numbers.count(8), numbers.pop(), numbers.pop(0), list(reversed(numbers)))
for action in (lambda: numbers[20], lambda: numbers[-20], lambda: numbers.remove(1000), lambda: numbers.index(5, 7), lambda: Linked[int]().pop(), lambda: numbers.splice(0, numbers)):
    try:
        print(action())
    except (IndexError, ValueError) as error:
        print(type(error).__name__, error)
numbers.reverse()
print(numbers, numbers == Linked(list(numbers)), numbers == list(numbers), numbers != Linked([1]), Linked([1, 2]) < Linked([1, 3]), Linked([2]) >= Linked([1, 9]), sorted([Linked("b"), Linked("a")]))
numbers.rotate(2)
left, right = numbers[:3], numbers[3:]
print(numbers, left + right, 2 * left, left * 0)
left.splice(1, right)
print(left, right, len(right), right == Linked[int]())
words = Linked("pear fig banana kiwi apple fig date".split())
words.sort(len)
print(words)
words.sort(lambda w: (w[-1], w))
print(words, [words.pop() for _ in range(len(words) - 1)], words, sum(map(len, Linked(["a", "bb"]))))
try:
    hash(words)
except TypeError as error:
    print(error)
first, *middle, last = Linked("abcde")
print(first, middle, last, dict(zip(Linked("ab"), Linked([1, 2]))), [*Linked("xy"), *Linked([1])], max(Linked([3, 8, 2])))
