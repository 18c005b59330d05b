"""What `Any` may do to a program, found while it is lowered; a program that does it is lowered again.

A type argument is normally true: `list[float]` holds floats, so that its layout is an array of doubles and
what is read from it is not checked.  Only `Any` can break this (`rates: list[float] = json.loads(text)`: that
list was made without knowing).  Where a value whose arguments are unknown becomes one of known arguments,
lowering notes two facts here, and they hold for the whole program:

- the class loses its unboxed layouts (`boxed`), so that every list is an array of words;
- the argument types are `doubtful`: what comes out of any generic object as one of them is checked.

The same goes for numbers.  mypy takes an int where float is declared, and CPython keeps it an int
(`x: float = 1; print(x)` prints 1), while a float is held as a double.  A variable, parameter, attribute or
result that an int (or Any) reaches is noted in `mixed` and holds `int | float` in the next lowering.  Where
no such place can be named (an item of a list), every float inside another type does (`mixed_inside`): what is
read from lists may be an int, and what has a name is mixed once it reaches it.  When that does not settle, or
an int reaches one more place without a name, every float of the user's code is (`mixed_everywhere`).
Who calls a function through a value is not known: its parameters are `handed`, and mixed once some such call
passes what may be an int (`loose`).

A program that never does this pays nothing.

A fact that nothing of this lowering has asked for yet changes nothing of what is lowered: it is used from
there on.  Only one that was asked for before it was found makes the lowering `stale`.
"""

from __future__ import annotations

from typing import Generic, TypeVar, cast

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

T = TypeVar("T")

SETS = ("builtins.set", "builtins.frozenset", "builtins._SetTable")  # which have tables in common
_MOST_LOWERINGS = 4  # in which ints are followed from one name to the next


class Facts(Generic[T]):
    """A set that grows and knows whether what it lacked has been asked for."""

    def __init__(self) -> None:
        self.known: set[T] = set()
        self.stale = False  # something was added that had been asked for
        self._missed: set[T] = set()
        self._was_empty = False

    def __contains__(self, fact: object) -> bool:
        if fact in self.known:
            return True
        self._missed.add(cast(T, fact))
        return False

    def has_any(self, facts: frozenset[T]) -> bool:
        """Some of these are known."""
        if not self.known.isdisjoint(facts):
            return True
        self._missed |= facts
        return False

    def __bool__(self) -> bool:
        self._was_empty |= not self.known
        return bool(self.known)

    def add(self, fact: T) -> None:
        if fact not in self.known:
            self.stale |= fact in self._missed or self._was_empty
            self.known.add(fact)

    def settle(self) -> None:
        """A new lowering begins: nobody has asked yet."""
        self.stale = self._was_empty = False
        self._missed = set()


class Flows:
    """Facts that only grow."""

    def __init__(self) -> None:
        self.boxed = Facts[str]()
        self._doubtful: set[str] = set()
        self._trusted: dict[Type, None] = {}  # types that were asked for and not doubtful
        self.mixed = Facts[object]()  # Var of variables, parameters, attributes; functions for results
        self.undecided = Facts[object]()  # variables that may hold NotImplemented beside a bool
        self.level = 0  # of this lowering: 1 where floats inside types are mixed, 2 where all are
        self.next_level = 0
        self.lowerings = 0  # at level 1
        self.names_nan = False  # `nan in [nan]` asks which object it is: there is no level 1 then
        self.loose = False  # functions held as values are given what may be ints
        self.handed: set[object] = set()  # the parameters of such functions that are declared float
        self._taken: dict[Type, None] = {}  # what such functions take that has type arguments
        self._given_anything = False  # functions held as values are given what is Any
        self.bare = Facts[TypeInfo]()  # `__new__` alone makes objects of these, and no `__init__`
        self.details = False  # functions carry documentation and defaults (mirage.runtime.functions)
        self.signatures = False  # functions carry code that gives their parameters (signatures.py)
        self.places = False  # functions carry where they stand in the source
        self.tells_functions = False  # a function written in C may be asked for its class
        self._classes_asked = False
        self._holds_builtins = False
        self._changed = False
        self._attempts = 0

    @property
    def is_first(self) -> bool:
        """This is the program's first lowering."""
        return self._attempts == 1

    @property
    def mixed_inside(self) -> bool:
        return self.level > 0

    @property
    def mixed_everywhere(self) -> bool:
        return self.level > 1

    @property
    def stale(self) -> bool:
        """What has been lowered depends on something that is no longer so."""
        sets = self.boxed.stale or self.mixed.stale or self.undecided.stale or self.bare.stale
        loose = self.loose or self.mixed_inside
        return sets or self._changed or loose and not self.handed <= self.mixed.known

    def settle(self) -> None:
        """Before the next lowering: what functions held as values may get is mixed."""
        self.lowerings += self.next_level == 1
        if self.lowerings > _MOST_LOWERINGS:
            self.next_level = 2
        self.level = self.next_level
        if self.loose or self.mixed_inside:
            self.mixed.known |= self.handed
        for facts in (self.boxed, self.mixed, self.undecided, self.bare):
            facts.settle()
        self._trusted = {}
        self._changed = False
        self._attempts += 1

    def mix(self, slot: object | None) -> None:
        """An int reaches the place, which is declared float."""
        if slot is not None:
            self.mixed.add(slot)
        else:
            self._rise(self.level + 1)

    def _rise(self, level: int) -> None:
        """The next lowering is at this level."""
        if self.names_nan:
            level = 2
        if self.next_level < level <= 2:
            self.next_level = level
            self._changed = True

    def tell_nans_apart(self) -> None:
        """Containers ask which object a float is, as they do of all items: only nan is unequal to itself."""
        if self.names_nan:
            self._rise(2)

    def keep_details(self) -> None:
        """Documentation and defaults of functions are read."""
        if not self.details:
            self.details = self._changed = True

    def keep_signatures(self) -> None:
        """The parameters of functions are read."""
        self.keep_details()
        if not self.signatures:
            self.signatures = self._changed = True

    def ask_class(self) -> bool:
        """The class of what may be a function is asked for; True where it may be one that is written in C."""
        self._classes_asked = True
        return self._tell_functions()

    def hold_builtin(self) -> None:
        """A function that is written in C on CPython is held as a value."""
        self._holds_builtins = True
        self._tell_functions()

    def _tell_functions(self) -> bool:
        if self._classes_asked and self._holds_builtins and not self.tells_functions:
            self.tells_functions = self._changed = True
        return self.tells_functions

    def keep_places(self) -> None:
        """Where functions stand in the source is read."""
        if not self.places:
            self.places = self._changed = True

    def is_doubtful(self, type_: Type) -> bool:
        if self._doubtful and str(type_) in self._doubtful:
            return True
        self._trusted[type_] = None
        return False

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
            self._rise(2)
        text = str(type_)
        if text not in self._doubtful:
            self._doubtful.add(text)
            self._changed |= text in map(str, self._trusted)

    def take(self, type_: Type) -> None:
        """A function held as a value takes this."""
        match type_:
            case UnionT(items) | TupleT(items):
                for item in items:
                    self.take(item)
            case ClassT(inst) if inst.args and type_ not in self._taken:
                self._taken[type_] = None
                if self._given_anything:
                    self.distrust(type_)

    def give_anything(self) -> None:
        """A function held as a value is given Any: whichever it is may take it for a `list[Point]`."""
        if not self._given_anything:
            self._given_anything = True
            for type_ in self._taken:
                assert isinstance(type_, ClassT)
                self.distrust(type_)

    def box(self, fullname: str) -> None:
        """The class has no unboxed layouts, nor have those that hold its items and walk over them."""
        for one in (fullname, *(SETS if fullname in SETS else ())):
            self.boxed.add(one)

    def distrust(self, type_: ClassT) -> None:
        """An object of this class may have been made with other arguments."""
        self.box(type_.inst.info.fullname)
        for arg in type_.inst.args:
            self.doubt(arg)
