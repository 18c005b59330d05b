"""Modules that import each other, and imports inside functions."""

import a


def late() -> int:
    import b

    return b.VALUE


print(a.call(3), late(), a.VALUE)
