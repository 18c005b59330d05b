"""A list with a `__getitem__` of its own: slices of what is declared a list go through it."""

from __future__ import annotations


class Window(list[int]):
    """Its items are read one to the right."""

    def __getitem__(self, key):  # type: ignore[no-untyped-def, override]
        if isinstance(key, slice):
            return ["slice", key.start, key.stop]
        return super().__getitem__(key + 1)


def shown(numbers: list[int]) -> None:
    print(numbers[0], numbers[1:3], numbers[:2], numbers[-1:], len(numbers))


window = Window([1, 2, 3, 4])
plain: list[int] = window
print(window[0], window[1:2], plain[0], plain[1:3], list.__getitem__(window, 0))
shown(window)
shown([1, 2, 3])
