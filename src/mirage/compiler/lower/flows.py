"""What `Any` may do to a program, found while it is lowered; a program that does it is lowered again.

A type argument is normally true: `list[float]` holds floats, so that its layout is an array of doubles and
what is read from it is not checked.  Only `Any` can break this (`rates: list[float] = json.loads(text)`: that
list was made without knowing).  Where a value whose arguments are unknown becomes one of known arguments,
lowering notes two facts here, and they hold for the whole program:

- the class loses its unboxed layouts (`boxed`), so that every list is an array of words;
- the argument types are `doubtful`: what comes out of any generic object as one of them is checked.

The same goes for numbers.  mypy takes an int where float is declared, and CPython keeps it an int
(`x: float = 1; print(x)` prints 1), while a float is held as a double.  A variable, parameter, attribute or
result that an int (or Any) reaches is noted in `mixed` and holds `int | float` in the next lowering; where no
such place can be named (an item of a list) every float of the user's code does (`mixed_everywhere`).
Who calls a function through a value is not known: its parameters are `handed`, and mixed once some such call
passes what may be an int (`loose`).

A program that never does this pays nothing.
"""

from __future__ import annotations

from mypy.nodes import TypeInfo

from mirage.compiler.lower.types import (
    FLOAT,
    CallableT,
    ClassT,
    NoneT,
    ObjectT,
    TupleT,
    Type,
    UnionT,
)


class Flows:
    """Facts that only grow; `version` counts them."""

    def __init__(self) -> None:
        self.boxed: set[str] = set()
        self.doubtful: set[str] = set()
        self.mixed: set[object] = set()  # Var of variables, parameters, attributes; functions for results
        self.undecided: set[object] = set()  # variables that may hold NotImplemented beside a bool
        self.mixed_everywhere = False
        self.loose = False  # functions held as values are given what may be ints
        self.handed: set[object] = set()  # the parameters of such functions that are declared float
        self.bare: set[TypeInfo] = set()  # `__new__` alone makes objects of these, and no `__init__`
        self.details = False  # functions carry documentation and defaults (mirage.runtime.functions)

    @property
    def version(self) -> int:
        mixed = self.mixed | self.handed if self.loose else self.mixed
        texts, slots = len(self.boxed) + len(self.doubtful), len(mixed) + len(self.undecided) + len(self.bare)
        return texts + slots + self.mixed_everywhere + self.details

    def settle(self) -> None:
        """Before the next lowering: what functions held as values may get is mixed."""
        if self.loose:
            self.mixed |= self.handed

    def mix(self, slot: object | None) -> None:
        """An int reaches the place, which is declared float."""
        if slot is None:
            self.mixed_everywhere = True
        else:
            self.mixed.add(slot)

    def is_doubtful(self, type_: Type) -> bool:
        return bool(self.doubtful) and str(type_) in self.doubtful

    def doubt(self, type_: Type) -> None:
        """What is read as `type_`, or as a part of it, may be anything."""
        match type_:
            case ObjectT() | NoneT():
                return
            case TupleT(items) | UnionT(items):
                for item in items:
                    self.doubt(item)
            case CallableT():
                return  # a call checks what it is given and what comes back
            case ClassT(inst):
                self.distrust(type_)
                _ = inst
        if type_ == FLOAT:
            self.mixed_everywhere = True
        self.doubtful.add(str(type_))

    def distrust(self, type_: ClassT) -> None:
        """An object of this class may have been made with other arguments."""
        self.boxed.add(type_.inst.info.fullname)
        for arg in type_.inst.args:
            self.doubt(arg)
