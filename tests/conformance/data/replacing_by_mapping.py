"""`_replace` of a named tuple with names that are known at run time only."""

from collections import namedtuple
from typing import Any
Item = namedtuple("Item", "name qty price", defaults=[1, 0.0])
def up(i, **ch):
    return i._replace(**ch)
def up2(i: Item, **ch: Any) -> Item:
    return i._replace(**ch)
i = Item("a")
print(up2(i, qty=3))
print(up(i, qty=3), up(i, qty=3, price=2.5), up(i))
for f in (lambda: up(i, weight=3), lambda: up2(i, weight=3)):
    try:
        print(f())
    except ValueError as e:
        print(e)
def up3(i, n):
    return i._replace(qty=n, name="z")
print(up3(i, 5), up(i, **{"name": None}))
