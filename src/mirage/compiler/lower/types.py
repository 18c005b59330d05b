"""The compiler's own types: what mypy said, with every type variable replaced.

A `Type` decides how a value is held (`rep`) and which code a use of it reaches.  Types are interned
or frozen, so they are compared with `==` and serve as dictionary keys.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mirage.compiler.ir.nodes import Rep

if TYPE_CHECKING:
    from mypy.nodes import TypeInfo

    from mirage.compiler.lower.classes import ClassInst


@dataclass(frozen=True)
class Type:
    @property
    def rep(self) -> Rep:
        return Rep.REF

    @property
    def may_be_none(self) -> bool:
        return False


@dataclass(frozen=True)
class PrimT(Type):
    """int, float, bool and the words of mirage.lowlevel."""

    name: str
    held: Rep

    @property
    def rep(self) -> Rep:
        return self.held

    def __str__(self) -> str:
        return self.name


INT = PrimT("int", Rep.INT)
FLOAT = PrimT("float", Rep.F64)
BOOL = PrimT("bool", Rep.BOOL)
WORDS = {name: PrimT(name, Rep(name)) for name in ("u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64")}
I64 = WORDS["i64"]
U64 = WORDS["u64"]
U32 = WORDS["u32"]


@dataclass(frozen=True)
class NoneT(Type):
    @property
    def may_be_none(self) -> bool:
        return True

    def __str__(self) -> str:
        return "None"


@dataclass(frozen=True)
class ObjectT(Type):
    """`object`: any boxed value."""

    @property
    def may_be_none(self) -> bool:
        return True

    def __str__(self) -> str:
        return "object"


@dataclass(frozen=True)
class AnyT(ObjectT):
    """`Any`: a boxed value too, but as a type argument it stands for arguments nobody knows."""

    def __str__(self) -> str:
        return "Any"


@dataclass(frozen=True)
class PassedT(ObjectT):
    """An object of a class that a certain place was given (passed.py)."""

    what: str

    def __str__(self) -> str:
        return f"object {self.what}"


class BelowT(Type):
    """Objects of the classes that derive from this one: asked for by tests, never the type of a value."""

    def __init__(self, inst: ClassInst) -> None:
        self.inst: Final = inst

    def __eq__(self, other: object) -> bool:
        return isinstance(other, BelowT) and self.inst is other.inst

    def __hash__(self) -> int:
        return hash(("below", self.inst))

    def __str__(self) -> str:
        return f"below {self.inst}"


@dataclass(frozen=True)
class NeverT(Type):
    def __str__(self) -> str:
        return "Never"


class ClassT(Type):
    """An instance of `inst` or of a subclass.

    exact   the run-time class is this one; types that differ in this only are equal
    """

    __match_args__ = ("inst", "exact")

    def __init__(self, inst: ClassInst, exact: bool = False) -> None:
        self.inst: Final = inst
        self.exact: Final = exact

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ClassT) and self.inst is other.inst

    def __hash__(self) -> int:
        return hash(self.inst)

    def __repr__(self) -> str:
        return f"ClassT({self.inst}, exact={self.exact})"

    def __str__(self) -> str:
        return str(self.inst)


@dataclass(frozen=True)
class TupleT(Type):
    """A tuple of known length."""

    items: tuple[Type, ...]

    def __str__(self) -> str:
        return f"tuple[{', '.join(map(str, self.items))}]"


@dataclass(frozen=True)
class UnionT(Type):
    items: tuple[Type, ...]

    @property
    def may_be_none(self) -> bool:
        return any(item.may_be_none for item in self.items)

    def without_none(self) -> Type:
        return union([item for item in self.items if not isinstance(item, NoneT)])

    def __str__(self) -> str:
        return " | ".join(map(str, self.items))


@dataclass(frozen=True)
class CallableT(Type):
    """A callable value; only positional parameter types are kept."""

    params: tuple[Type, ...]
    result: Type

    def __str__(self) -> str:
        return f"Callable[[{', '.join(map(str, self.params))}], {self.result}]"


@dataclass(frozen=True)
class TypeT(Type):
    """A class object; `item` is the type of its instances."""

    item: Type

    def __str__(self) -> str:
        return f"type[{self.item}]"


NONE = NoneT()
OBJECT = ObjectT()
ANY = AnyT()
NEVER = NeverT()


def union(items: list[Type]) -> Type:
    flat: list[Type] = []
    for item in items:
        for part in item.items if isinstance(item, UnionT) else (item,):
            if isinstance(part, ObjectT):
                return part
            if not isinstance(part, NeverT) and part not in flat:
                flat.append(part)
    if not flat:
        return NEVER
    if len(flat) == 1:
        return flat[0]
    return UnionT(tuple(flat))


NUMBER = UnionT((INT, FLOAT))
"""What a place declared `float` holds when ints reach it: CPython keeps them ints."""


def holds_int(type_: Type) -> bool:
    """A value of the type may be an int (or a bool)."""
    if isinstance(type_, ClassT):
        return is_int_class(type_)
    return type_ in (INT, BOOL) or isinstance(type_, UnionT) and any(map(holds_int, type_.items))


def may_hold_int(type_: Type) -> bool:
    """A value of the type may be an int, for all that is known."""
    return isinstance(type_, ObjectT) or holds_int(type_)


def is_int_class(type_: Type) -> bool:
    """The objects are ints: members of an IntEnum, objects of a class derived from int."""
    return isinstance(type_, ClassT) and derives_from_int(type_.inst.info)


def derives_from_int(info: TypeInfo) -> bool:
    """The class is one of ints whose objects hold their value in a field (`builtins._IntFields`)."""
    if len(info.mro) < 3 or info.fullname == "builtins.bool":
        return False
    return any(base.fullname == "builtins.int" for base in info.mro[1:])


def is_text(type_: Type) -> bool:
    return isinstance(type_, ClassT) and type_.inst.info.fullname == "builtins.str"


def loses_int(source: Type, target: Type) -> bool:
    """An int among the values of `source` has no place in `target`, which names float."""
    parts = target.items if isinstance(target, UnionT) else (target,)
    return FLOAT in parts and INT not in parts and (holds_int(source) or isinstance(source, AnyT))


def widened(type_: Type) -> Type:
    """float, alone or in a union, as int or float."""
    if type_ == FLOAT:
        return NUMBER
    if isinstance(type_, UnionT) and FLOAT in type_.items and INT not in type_.items:
        return UnionT((INT, *type_.items))
    return type_


def plain(type_: Type) -> Type:
    """The type without what is known of one value alone (`exact`)."""
    match type_:
        case ClassT(inst, True):
            return ClassT(inst)
        case TupleT(items):
            return TupleT(tuple(map(plain, items)))
        case UnionT(items):
            return UnionT(tuple(map(plain, items)))
        case CallableT(params, result):
            return CallableT(tuple(map(plain, params)), plain(result))
        case TypeT(item):
            return TypeT(plain(item))
    return type_


def nests_deeply(type_: Type, levels: int = 16) -> bool:
    """The type is built of more levels than anyone writes: a function makes them in recursion."""
    match type_:
        case ClassT(inst):
            parts = inst.args
        case TupleT(items) | UnionT(items):
            parts = items
        case _:
            return False
    return levels == 0 or any(nests_deeply(part, levels - 1) for part in parts)


def contains_any(type_: Type) -> bool:
    """`Any` stands somewhere inside the type, but for types of functions, whose calls are checked."""
    match type_:
        case AnyT():
            return True
        case ClassT(inst):
            return any(map(contains_any, inst.args))
        case TupleT(items) | UnionT(items):
            return any(map(contains_any, items))
    return False


def contains_object(type_: Type) -> bool:
    """`Any` or `object` stands somewhere inside the type."""
    match type_:
        case ObjectT():
            return True
        case ClassT(inst):
            return any(contains_object(arg) for arg in inst.args)
        case TupleT(items) | UnionT(items):
            return any(map(contains_object, items))
        case CallableT(params, result):
            return contains_object(result) or any(map(contains_object, params))
        case TypeT(item):
            return contains_object(item)
    return False


def result_rep(type_: Type) -> Rep:
    """How a function returns the type: None is nothing at all."""
    return Rep.VOID if isinstance(type_, NoneT | NeverT) else type_.rep


Substitution = dict[tuple[int, str], Type]
