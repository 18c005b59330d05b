"""Sorting while the list changes: whatever is done to it, the sorted items come back, and ValueError says so."""

import random
from functools import cmp_to_key


def attempt(label: str, items: list[int], key: object = None) -> None:
    print(label, len(items), items == sorted(items), items[:5])


def comparing(items: list[int], act: int) -> object:
    state = [0]

    def compare(a: int, b: int) -> int:
        state[0] += 1
        if act == 0:
            items.append(3)
            items.pop()
        elif act == 1 and state[0] == 1:
            items.append(9)
            del items[:]
        elif act == 2:
            items.extend([1, 2])
        elif act == 3:
            items.clear()
        elif act == 4:
            assert len(items) == 0 and items == []
        return (a > b) - (a < b)

    return cmp_to_key(compare)


random.seed(4)
for act in range(6):
    numbers = list(range(40))
    random.shuffle(numbers)
    try:
        numbers.sort(key=comparing(numbers, act))  # type: ignore[call-overload]
        print(act, "sorted")
    except ValueError as error:
        print(act, error)
    attempt("after", numbers)

words = ["pear", "fig", "apple", "kiwi"]


def length(word: str) -> int:
    words.append("x")
    words.pop()
    return len(word)


try:
    words.sort(key=length)
except ValueError as error:
    print(error, words)


class Item:
    def __init__(self, rank: int) -> None:
        self.rank = rank

    def __lt__(self, other: "Item") -> bool:
        shelf.append(other)
        return self.rank < other.rank


shelf = [Item(3), Item(1), Item(2)]
try:
    shelf.sort()
except ValueError as error:
    print(error, [item.rank for item in shelf])
