"""What `Any` may do to a program, found while it is lowered; a program that does it is lowered again.

A type argument is normally true: `list[float]` holds floats, so that its layout is an array of doubles and
what is read from it is not checked.  Only `Any` can break this (`rates: list[float] = json.loads(text)`: that
list was made without knowing).  Where a value whose arguments are unknown becomes one of known arguments,
lowering notes two facts here, and they hold for the whole program:

- the class loses its unboxed layouts (`boxed`), so that every list is an array of words;
- the argument types are `doubtful`: what comes out of any generic object as one of them is checked.

A program that never does this pays nothing.
"""

from __future__ import annotations

from mirage.compiler.lower.types import (
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

    @property
    def version(self) -> int:
        return len(self.boxed) + len(self.doubtful)

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
        self.doubtful.add(str(type_))

    def distrust(self, type_: ClassT) -> None:
        """An object of this class may have been made with other arguments."""
        self.boxed.add(type_.inst.info.fullname)
        for arg in type_.inst.args:
            self.doubt(arg)
