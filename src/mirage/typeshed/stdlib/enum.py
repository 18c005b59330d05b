"""Enumerations: the compiler makes one object for each member, when the program starts."""

from collections.abc import Iterator
from typing import Any, TypeVar

_EnumMemberT = TypeVar("_EnumMemberT")


class EnumMeta(type):
    def __iter__(self: type[_EnumMemberT]) -> Iterator[_EnumMemberT]:
        raise TypeError("the compiler iterates over the members")

    def __reversed__(self: type[_EnumMemberT]) -> Iterator[_EnumMemberT]:
        raise TypeError("the compiler iterates over the members")

    def __contains__(self: type[Any], value: object) -> bool:
        raise TypeError("the compiler looks the member up")

    def __getitem__(self: type[_EnumMemberT], name: str) -> _EnumMemberT:
        raise TypeError("the compiler looks the member up")

    def __len__(self) -> int:
        raise TypeError("the compiler counts the members")


EnumType = EnumMeta


class Enum(metaclass=EnumMeta):
    _name_: str
    _value_: Any

    def __new__(cls, value: object) -> "Enum":
        raise ValueError(repr(value) + " is not a valid " + cls.__qualname__)

    @property
    def name(self) -> str:
        return self._name_

    @property
    def value(self) -> Any:
        return self._value_

    def __eq__(self, other: object, /) -> bool:
        return self is other

    def __hash__(self) -> int:
        return hash(self._name_)

    def __str__(self) -> str:
        return type(self).__name__ + "." + self._name_

    def __repr__(self) -> str:
        return "<" + type(self).__name__ + "." + self._name_ + ": " + repr(self._value_) + ">"

    def __format__(self, format_spec: str, /) -> str:
        return format(str(self), format_spec)


class IntEnum(Enum):
    """Members that compare and compute like their int values."""

    _value_: int

    @property
    def value(self) -> int:
        return self._value_

    def __int__(self) -> int:
        return self._value_

    def __index__(self) -> int:
        return self._value_

    def __bool__(self) -> bool:
        return self._value_ != 0

    def __str__(self) -> str:
        return str(self._value_)

    def __format__(self, format_spec: str, /) -> str:
        return format(self._value_, format_spec)

    def __hash__(self) -> int:
        return hash(self._value_)

    def __eq__(self, other: object, /) -> bool:
        if isinstance(other, IntEnum):
            return self._value_ == other._value_
        return isinstance(other, int) and self._value_ == other

    def __lt__(self, other: "int | IntEnum", /) -> bool:
        return self._value_ < int(other)

    def __le__(self, other: "int | IntEnum", /) -> bool:
        return self._value_ <= int(other)

    def __gt__(self, other: "int | IntEnum", /) -> bool:
        return self._value_ > int(other)

    def __ge__(self, other: "int | IntEnum", /) -> bool:
        return self._value_ >= int(other)

    def __add__(self, other: "int | IntEnum", /) -> int:
        return self._value_ + int(other)

    def __radd__(self, other: int, /) -> int:
        return other + self._value_

    def __sub__(self, other: "int | IntEnum", /) -> int:
        return self._value_ - int(other)

    def __rsub__(self, other: int, /) -> int:
        return other - self._value_

    def __mul__(self, other: "int | IntEnum", /) -> int:
        return self._value_ * int(other)

    def __rmul__(self, other: int, /) -> int:
        return other * self._value_

    def __and__(self, other: "int | IntEnum", /) -> int:
        return self._value_ & int(other)

    def __rand__(self, other: int, /) -> int:
        return other & self._value_

    def __or__(self, other: "int | IntEnum", /) -> int:
        return self._value_ | int(other)

    def __ror__(self, other: int, /) -> int:
        return other | self._value_


class auto:
    """Stands for the next value."""

    value: Any

    def __new__(cls) -> Any:
        raise TypeError("auto() stands for a value in an enumeration's body")


def unique(enumeration: _EnumMemberT) -> _EnumMemberT:
    return enumeration
