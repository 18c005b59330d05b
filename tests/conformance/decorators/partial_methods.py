"""partialmethod: through the object, through the class, of static and class methods, of another."""

from functools import partial, partialmethod
from typing import Any


def capture(*args: Any, **kwargs: Any) -> tuple[Any, ...]:
    return args, sorted(kwargs.items())


class Cell:
    def __init__(self, name: str) -> None:
        self.name = name
        self.alive = False

    def __repr__(self) -> str:
        return f"Cell({self.name!r})"

    def set_state(self, state: bool, *, quiet: bool = False) -> str:
        self.alive = state
        return f"{self.name} {'quietly ' if quiet else ''}{'on' if state else 'off'}"

    turn_on = partialmethod(set_state, True)
    turn_off = partialmethod(set_state, False)
    hush = partialmethod(set_state, False, quiet=True)
    plain = partialmethod(capture)
    given = partialmethod(capture, 3, b=4)
    nested: partialmethod[Any] = partialmethod(given, 5, c=6)
    static = partialmethod(staticmethod(capture), 8)
    of_class: partialmethod[Any] = partialmethod(classmethod(capture), d=9)
    over = partialmethod(partial(capture, c=6), 7)


class Small(Cell):
    turn_on = partialmethod(Cell.set_state, True, quiet=True)


cell = Cell("a")
print(cell.turn_on(), cell.alive, cell.turn_off(), cell.alive, cell.hush(), cell.turn_on(quiet=True))
print(Cell.turn_on(cell), Cell.hush(cell, quiet=False), cell.alive)
print(cell.plain(), cell.plain(1, x=2), Cell.plain(cell, 5))
print(cell.given(), cell.given(5), cell.given(5, b=7), Cell.given(cell, 5, c=6))
print(cell.nested(), cell.nested(6, d=7), Cell.nested(cell, 6))
print(cell.static(), cell.static(5, d=8), Cell.static(5), Cell.of_class(4)[1], cell.of_class()[0][0] is Cell)
print(cell.over(), cell.over(5), Cell.over(cell, 5, d=8))
print(Small("b").turn_on(), Small("c").turn_off(), Small.turn_on(Small("d")))
held: Any = Small("e")
print(held.turn_on(), held.given(1), held.nested(), held.static(2), held.of_class()[0][0] is Small)
print([method() for method in (cell.turn_on, held.turn_off)])
try:
    print(partialmethod(5))
except TypeError as error:
    print(error)
