"""Enumerations: the compiler makes the members; here is what they do, and the table behind look-ups."""

import warnings
from builtins import _EnumFields
from builtins import bin as _bin
from builtins import property as _builtins_property
from collections.abc import Callable, Iterator, Mapping
from types import DynamicClassAttribute, MappingProxyType
from typing import Any, Final, Generic, NoReturn, SupportsIndex, TypeVar, cast

from typing_extensions import Self

from mirage.lowlevel import address_of, object_at, unchecked_cast
from mirage.runtime import cloning

_EnumMemberT = TypeVar("_EnumMemberT")
_EnumerationT = TypeVar("_EnumerationT", bound="type[Enum]")


class EnumMeta(type):
    def __iter__(self: type[_EnumMemberT]) -> Iterator[_EnumMemberT]:
        raise TypeError("the compiler iterates over the members")

    def __reversed__(self: type[_EnumMemberT]) -> Iterator[_EnumMemberT]:
        raise TypeError("the compiler iterates over the members")

    def __contains__(self: type[Any], value: object) -> bool:
        raise TypeError("the compiler looks the member up")

    def __getitem__(self: type[_EnumMemberT], name: str) -> _EnumMemberT:
        raise TypeError("the compiler looks the member up")

    @_builtins_property
    def __members__(self: type[_EnumMemberT]) -> MappingProxyType[str, _EnumMemberT]:
        raise TypeError("the compiler finds the members")

    @_builtins_property
    def _member_names_(self) -> list[str]:
        raise TypeError("the compiler finds the members")

    @_builtins_property
    def _member_map_(self: type[_EnumMemberT]) -> dict[str, _EnumMemberT]:
        raise TypeError("the compiler finds the members")

    @_builtins_property
    def _value2member_map_(self: type[_EnumMemberT]) -> dict[Any, _EnumMemberT]:
        raise TypeError("the compiler finds the members")

    def __len__(self) -> int:
        raise TypeError("the compiler counts the members")


EnumType = EnumMeta


class _Table:
    """The members of one class, by name and by value; of a Flag also those made of others."""

    def __init__(self, name: str, qualname: str, flag: bool, boundary: int) -> None:
        self.name = name
        self.qualname = qualname
        self.flag = flag
        self.boundary = boundary  # 0 strict, 1 conform, 2 eject, 3 keep
        self.members: list[Any] = []
        self.names: dict[str, Any] = {}
        self.values: dict[object, Any] = {}
        self.unhashable: list[tuple[object, object]] = []
        self.mask = 0  # the bits that members have
        self.singles = 0  # the bits that have a member of their own


def _new_table(name: str, qualname: str, flag: bool, boundary: int) -> _Table:
    return _Table(name, qualname, flag, boundary)


def _is_hashable(value: object) -> bool:
    if isinstance(value, (list, dict, set, bytearray)):
        return False
    if isinstance(value, tuple):
        for item in value:
            if not _is_hashable(item):
                return False
    return True


def _add_member(table: _Table, name: str, member: object, value: object) -> None:
    """Enter one name of the class body."""
    if name not in table.names:
        table.names[name] = member
    if table.flag and isinstance(value, int):
        if value in table.values:
            return
        table.values[value] = member
        table.mask = table.mask | value
        if value > 0 and value & (value - 1) == 0:
            table.singles = table.singles | value
            table.members.append(member)
        return
    for known in table.members:
        if known is member:
            return
    table.members.append(member)
    if _is_hashable(value):
        table.values[value] = member
    else:
        table.unhashable.append((value, member))


def _members(table: _Table) -> list[Any]:
    return table.members.copy()


def _count(table: _Table) -> int:
    return len(table.members)


def _mapping(table: _Table) -> MappingProxyType[str, Any]:
    return MappingProxyType(table.names)


def _by_names(table: _Table) -> dict[str, Any]:
    return table.names


def _own_names(table: _Table) -> list[str]:
    """Without aliases and, of flags, without those made of others."""
    return [member._name_ for member in table.members]


def _by_values(table: _Table) -> dict[Any, Any]:
    return table.values


def _by_name(table: _Table, name: str) -> Any:
    if name in table.names:
        return table.names[name]
    raise KeyError(name)


def _is_member(table: _Table, value: object) -> bool:
    if not isinstance(value, Enum):
        return False
    for member in table.names.values():
        if member is value:
            return True
    for member in table.values.values():
        if member is value:
            return True
    return False


def _contains(table: _Table, value: object) -> bool:
    if not isinstance(value, Enum):
        kind = _class_name(value)
        raise TypeError(f"unsupported operand type(s) for 'in': '{kind}' and 'EnumType'")
    return _is_member(table, value)


def _class_name(value: object) -> str:
    return type(value).__name__


def _find_own(table: _Table, value: object) -> Any:
    """The member with the value, or None."""
    if isinstance(value, Enum) and _is_member(table, value):
        return value
    if _is_hashable(value):
        return table.values.get(value)
    for known, member in table.unhashable:
        if known == value:
            return member
    return None


def _find(table: _Table, value: object) -> Any:
    found = _find_own(table, value)
    if found is not None:
        return found
    if table.flag:
        if not isinstance(value, int):
            _refuse(table, value)
        return _composite(table, value)
    _refuse(table, value)


def _refuse(table: _Table, value: object) -> NoReturn:
    raise ValueError(f"{value!r} is not a valid {table.qualname}")


def _ask_missing(table: _Table, value: object, hook: Callable[[object], object]) -> Any:
    """What the class's own `_missing_` gives for a value that no member has."""
    error: Exception | None = None
    found: object = None
    try:
        found = hook(value)
    except Exception as raised:
        error = raised
    if error is None:
        if found is not None and _is_member(table, found):
            return found
        if table.flag and isinstance(value, int) and found is None:
            return _composite(table, value)
        if table.boundary == 2 and table.flag and isinstance(found, int):
            return found
        if found is None:
            _refuse(table, value)
        error = TypeError(
            f"error in {table.name}._missing_: returned {found!r} instead of None or a valid member"
        )
    if not isinstance(error, ValueError):
        error.__context__ = ValueError(f"{value!r} is not a valid {table.qualname}")
    raise error


def _check_unique(table: _Table) -> None:
    doubles: list[str] = []
    for name, member in table.names.items():
        if member._name_ != name:
            doubles.append(f"{name} -> {member._name_}")
    if doubles:
        kind = "flag" if table.flag else "enum"
        raise ValueError(f"duplicate values found in <{kind} '{table.name}'>: {', '.join(doubles)}")


def _refuse_reserved(name: str) -> NoReturn:
    raise ValueError(f"_sunder_ names, such as {name!r}, are reserved for future Enum use")


def _check_order(table: _Table, order: list[str]) -> None:
    """`_order_` names the members in their order; aliases may be among them."""
    members = [member._name_ for member in table.members]
    wanted = [name for name in order if name not in table.names or name in members]
    if wanted and wanted != members:
        raise TypeError(f"member order does not match _order_:\n  {members!r}\n  {wanted!r}")


def _next_after(values: list[Any], start: int) -> tuple[Any, bool]:
    """What follows the values, which are sorted; and whether that is not what CPython 3.13 gives."""
    last = values[-1]
    try:
        values.sort()
        if last == values[-1]:
            return last + 1, False
    except TypeError:
        pass
    for value in reversed(values):
        try:
            return value + 1, True
        except TypeError:
            pass
    return start, True


def _next_number(values: list[Any], filename: str, lineno: int, line: str, module: str) -> Any:
    """`auto()` at a place."""
    if not values:
        return 1
    result, old = _next_after(values, 1)
    if old:
        text = (
            "In 3.13 the default `auto()`/`_generate_next_value_` will require all values to be sortable "
            "and support adding +1\nand the value returned will be the largest value in the enum "
            "incremented by 1"
        )
        warnings._warn_at(text, DeprecationWarning, filename, lineno, line, module)
    return result


def _checked_text(value: object) -> str:
    """What a member of a StrEnum is written as: a str, or what `str()` takes."""
    given = value if isinstance(value, tuple) else (value,)
    if len(given) > 3:
        raise TypeError(f"too many arguments for str(): {given!r}")
    if len(given) == 1:
        if not isinstance(given[0], str):
            raise TypeError(f"{given[0]!r} is not a string")
        return given[0]
    for name, text in zip(("encoding", "errors"), given[1:]):
        if not isinstance(text, str):
            raise TypeError(f"{name} must be a string, not {text!r}")
    return _decoded(given)


def _made_text(value: object) -> str:
    """What a member of `class Colour(str, Enum)` is: `str()` of the value, or of its items."""
    if not isinstance(value, tuple):
        return str(value)
    if len(value) > 3:
        raise TypeError(f"str expected at most 3 arguments, got {len(value)}")
    if len(value) < 2:
        return str(value[0]) if value else ""
    for place, name, text in zip((2, 3), ("encoding", "errors"), value[1:]):
        if not isinstance(text, str):
            raise TypeError(f"str() argument '{name}' must be str, not {type(text).__name__}")
    return _decoded(value)


def _decoded(given: tuple[Any, ...]) -> str:
    if isinstance(given[0], str):
        raise TypeError("decoding str is not supported")
    if not isinstance(given[0], (bytes, bytearray, memoryview)):
        kind = type(given[0]).__name__
        raise TypeError(f"decoding to str: need a bytes-like object, {kind} found")
    return str(given[0], given[1], given[2] if len(given) > 2 else "strict")


def _binary(value: int, width: int) -> str:
    """A word in two's complement, its sign set off: `0b0 0101`."""
    sign = "1" if value < 0 else "0"
    digits = format(value & ((1 << width) - 1), "b") if width > 0 else ""
    return "0b" + sign + " " + "0" * (width - len(digits)) + digits


def _composite(table: _Table, value: int) -> Any:
    """The member made of the members whose bits the value has; one object for each value."""
    every = (1 << table.mask.bit_length()) - 1
    original = value
    if value < ~every or value > every or value & (every ^ table.mask) != 0:
        if table.boundary == 0:
            width = max(value.bit_length(), table.mask.bit_length())
            raise ValueError(
                f"<flag '{table.name}'> invalid value {value!r}\n"
                f"    given {_binary(value, width)}\n  allowed {_binary(table.mask, width)}"
            )
        if table.boundary == 1:
            value = value & table.mask
        elif table.boundary == 2:
            return value
        elif value < 0:
            value = max(every + 1, 1 << value.bit_length()) + value
    if value < 0:
        value = every + 1 + value
    known = table.values.get(value)
    if known is None:
        known = _new_composite(table, value)
        table.values[value] = known
    if original < 0:
        table.values[original] = known
    return known


def _new_composite(table: _Table, value: int) -> Any:
    name = _composite_name(table, value)
    pattern: object = None
    for member in table.names.values():
        pattern = member
    made = object_at(cloning.duplicate(address_of(pattern)))
    fields = unchecked_cast(_EnumFields, made)
    fields._name_ = unchecked_cast(str, name)
    fields._value_ = value
    return made


def _composite_name(table: _Table, value: int) -> str | None:
    parts: list[str] = []
    covered = 0
    for member in table.names.values():
        bit: int = member._value_
        if bit & (bit - 1) == 0 and value & table.singles & ~covered & bit != 0:
            parts.append(member._name_)
            covered = covered | bit
    if value & ~table.singles != 0:
        for member in table.names.values():
            bits: int = member._value_
            if bits != 0 and bits & value == bits and member._name_ not in parts:
                parts.append(member._name_)
                covered = covered | bits
    if covered == 0:
        return None
    rest = value ^ covered
    if rest != 0:
        parts.append(str(rest))
    return "|".join(parts)


class Enum(_EnumFields, metaclass=EnumMeta):
    def __new__(cls, value: object) -> "Enum":
        raise ValueError(repr(value) + " is not a valid " + cls.__qualname__)

    @_builtins_property
    def name(self) -> str:
        return self._name_

    @_builtins_property
    def value(self) -> Any:
        return self._value_

    @classmethod
    def _missing_(cls, value: object) -> Any:
        return None

    @staticmethod
    def _generate_next_value_(name: str, start: int, count: int, last_values: list[Any]) -> Any:
        return _next_after(last_values, start)[0] if last_values else start

    def __enum_table__(self) -> _Table:
        """The compiler gives every class with members its own."""
        raise TypeError("an enumeration without members")

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

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: Any, /) -> Self:
        return self


class ReprEnum(Enum):
    """Only the repr is the enumeration's; text and format are those of the mixed-in type."""


class IntEnum(int, ReprEnum):
    """Members that are ints."""

    _value_: int

    @_builtins_property
    def value(self) -> int:
        return self._value_

    def __repr__(self) -> str:
        return "<" + type(self).__name__ + "." + self._name_ + ": " + repr(self._value_) + ">"

    def __str__(self) -> str:
        return str(self._value_)

    def __format__(self, format_spec: str, /) -> str:
        return format(self._value_, format_spec) if format_spec else str(self)


class StrEnum(str, ReprEnum):
    """Members that are strs; the compiler finds their names and values."""

    @staticmethod
    def _generate_next_value_(name: str, start: int, count: int, last_values: list[str]) -> str:
        return name.lower()


class FlagBoundary(StrEnum):
    """What happens to bits that no member has."""

    STRICT = "strict"
    CONFORM = "conform"
    EJECT = "eject"
    KEEP = "keep"


STRICT: Final = FlagBoundary.STRICT
CONFORM: Final = FlagBoundary.CONFORM
EJECT: Final = FlagBoundary.EJECT
KEEP: Final = FlagBoundary.KEEP


class EnumCheck(StrEnum):
    """What `verify` looks at."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS: Final = EnumCheck.CONTINUOUS
NAMED_FLAGS: Final = EnumCheck.NAMED_FLAGS
UNIQUE: Final = EnumCheck.UNIQUE


def _text_name(table: _Table, member: object) -> str:
    for name, known in table.names.items():
        if known is member:
            return name
    raise AttributeError("a member of no enumeration")


def _text_value(table: _Table, member: object) -> str:
    for value, known in table.values.items():
        if known is member:
            return str(value)
    raise AttributeError("a member of no enumeration")


def _text_repr(table: _Table, member: object) -> str:
    return f"<{table.name}.{_text_name(table, member)}: {_text_value(table, member)!r}>"


def _text_str(table: _Table, member: object, plain: bool) -> str:
    return _text_value(table, member) if plain else table.name + "." + _text_name(table, member)


def _text_format(table: _Table, member: object, format_spec: str, plain: bool) -> str:
    return format(_text_str(table, member, plain), format_spec) if format_spec else str(member)


class Flag(Enum):
    """Members that are sets of bits."""

    _value_: int

    @_builtins_property
    def name(self) -> str | None:  # type: ignore[override]
        return self._name_

    @_builtins_property
    def value(self) -> int:
        return self._value_

    @staticmethod
    def _generate_next_value_(name: str, start: int, count: int, last_values: list[Any]) -> int:
        if not last_values:
            return start
        highest = max(last_values)
        if not isinstance(highest, int):
            raise TypeError(f"invalid flag value {highest!r}")
        return 1 << highest.bit_length()

    def __contains__(self, other: Self) -> bool:
        return other._value_ & self._value_ == other._value_

    def __bool__(self) -> bool:
        return self._value_ != 0

    def __iter__(self) -> Iterator[Self]:
        table = self.__enum_table__()
        found: list[Any] = []
        rest = self._value_ & table.mask
        for member in table.names.values():
            bits: int = member._value_
            if bits & (bits - 1) == 0 and rest & bits != 0:
                found.append(member)
                rest = rest & ~bits
        bit = 1
        while bit <= rest:
            if rest & bit != 0:
                found.append(table.values.get(bit))  # None for a bit without a member of its own
            bit = bit << 1
        return iter(found)

    def __len__(self) -> int:
        return self._value_.bit_count()

    def __repr__(self) -> str:
        name: str | None = self._name_
        if name is None:
            return "<" + type(self).__name__ + ": " + repr(self._value_) + ">"
        return "<" + type(self).__name__ + "." + name + ": " + repr(self._value_) + ">"

    def __str__(self) -> str:
        name: str | None = self._name_
        if name is None:
            return type(self).__name__ + "(" + repr(self._value_) + ")"
        return type(self).__name__ + "." + name

    def __or__(self, other: Self) -> Self:
        return cast(Self, _find(self.__enum_table__(), self._value_ | other._value_))

    def __and__(self, other: Self) -> Self:
        return cast(Self, _find(self.__enum_table__(), self._value_ & other._value_))

    def __xor__(self, other: Self) -> Self:
        return cast(Self, _find(self.__enum_table__(), self._value_ ^ other._value_))

    def __invert__(self) -> Self:
        table = self.__enum_table__()
        if table.boundary >= 2:
            return cast(Self, _find(table, ~self._value_))
        return cast(Self, _find(table, table.singles & ~self._value_))


class IntFlag(int, ReprEnum, Flag):
    """Flags that are ints; operators take ints too and give flags."""

    _value_: int

    @_builtins_property
    def value(self) -> int:
        return self._value_

    def __repr__(self) -> str:
        name: str | None = self._name_
        if name is None:
            return "<" + type(self).__name__ + ": " + repr(self._value_) + ">"
        return "<" + type(self).__name__ + "." + name + ": " + repr(self._value_) + ">"

    def __str__(self) -> str:
        return str(self._value_)

    def __format__(self, format_spec: str, /) -> str:
        return format(self._value_, format_spec) if format_spec else str(self)

    def __bool__(self) -> bool:
        return self._value_ != 0

    def __or__(self, other: int) -> Self:  # type: ignore[override]
        return cast(Self, _find(self.__enum_table__(), self._value_ | int(other)))

    def __and__(self, other: int) -> Self:  # type: ignore[override]
        return cast(Self, _find(self.__enum_table__(), self._value_ & int(other)))

    def __xor__(self, other: int) -> Self:  # type: ignore[override]
        return cast(Self, _find(self.__enum_table__(), self._value_ ^ int(other)))

    def __ror__(self, other: int) -> Self:
        return cast(Self, _find(self.__enum_table__(), self._value_ | int(other)))

    def __rand__(self, other: int) -> Self:
        return cast(Self, _find(self.__enum_table__(), self._value_ & int(other)))

    def __rxor__(self, other: int) -> Self:
        return cast(Self, _find(self.__enum_table__(), self._value_ ^ int(other)))

    def __invert__(self) -> Self:
        return cast(Self, _find(self.__enum_table__(), ~self._value_))


class auto:
    """Stands for the next value."""

    value: Any

    def __new__(cls) -> Any:
        raise TypeError("auto() stands for a value in an enumeration's body")


class member(Generic[_EnumMemberT]):
    """A value that is a member for certain: in a class body the compiler takes the value."""

    value: _EnumMemberT

    def __init__(self, value: _EnumMemberT) -> None:
        self.value = value


class nonmember(Generic[_EnumMemberT]):
    """A value that is no member."""

    value: _EnumMemberT

    def __init__(self, value: _EnumMemberT) -> None:
        self.value = value


class property(DynamicClassAttribute):
    """A property of members; there may be a member of its name."""


def unique(enumeration: _EnumerationT) -> _EnumerationT:
    """No member has two names; the compiler looks where it decorates."""
    doubles = _doubles(enumeration.__members__)
    if doubles:
        raise ValueError(f"duplicate values found in {enumeration!r}: {doubles}")
    return enumeration


def _doubles(members: Mapping[str, Any]) -> str:
    return ", ".join([f"{name} -> {one._name_}" for name, one in members.items() if one._name_ != name])


class verify:
    """Checks an enumeration when its class statement has run."""

    _checks: tuple[EnumCheck, ...]

    def __init__(self, *checks: EnumCheck) -> None:
        self._checks = checks

    def __call__(self, enumeration: _EnumerationT) -> _EnumerationT:
        members: Mapping[str, Any] = enumeration.__members__
        flag = issubclass(enumeration, Flag)
        canonical: list[Any] = list(enumeration)
        for check in self._checks:
            if check is UNIQUE:
                doubles = _doubles(members)
                if doubles:
                    raise ValueError(f"aliases found in {enumeration!r}: {doubles}")
            elif check is CONTINUOUS:
                missing = _skipped({one.value for one in canonical}, flag)
                if missing:
                    kind = "flag" if flag else "enum"
                    shown = ", ".join([str(one) for one in missing])
                    raise ValueError(f"invalid {kind} {enumeration.__name__!r}: missing values {shown}"[:256])
            elif check is NAMED_FLAGS:
                _check_named(enumeration.__name__, members, canonical)
        return enumeration


def _skipped(values: set[Any], flag: bool) -> list[int]:
    """Numbers, or bits, between the lowest value and the highest."""
    if len(values) < 2:
        return []
    low, high = min(values), max(values)
    if flag:
        bits = [1 << place for place in range(low.bit_length(), high.bit_length() - 1)]
        return [bit for bit in bits if bit not in values]
    return [number for number in range(low + 1, high) if number not in values]


def _check_named(name: str, members: Mapping[str, Any], canonical: list[Any]) -> None:
    """The bits of aliases have members of their own."""
    known = [one.value for one in canonical]
    names = [one._name_ for one in canonical]
    lacking: list[str] = []
    missing = 0
    for alias, one in members.items():
        if alias in names or one.value < 0:
            continue
        unnamed = [bit for bit in show_flag_values(one.value) if bit not in known]
        if unnamed:
            lacking.append(alias)
            for bit in unnamed:
                missing = missing | bit
    if not lacking:
        return
    if len(lacking) == 1:
        who = f"alias {lacking[0]} is missing"
    else:
        who = f"aliases {', '.join(lacking[:-1])} and {lacking[-1]} are missing"
    what = "value" if missing & (missing - 1) == 0 else "combined values of"
    text = f"{what} {hex(missing)} [use enum.show_flag_values(value) for details]"
    raise ValueError(f"invalid Flag {name!r}: {who} {text}")


def show_flag_values(value: int) -> list[int]:
    """The bits of a value, each alone."""
    rest = int(value)
    if rest < 0:
        raise ValueError(f"{value!r} is not a positive integer")
    found: list[int] = []
    while rest:
        bit = rest & ~(rest - 1)
        found.append(bit)
        rest = rest ^ bit
    return found


def bin(num: SupportsIndex, max_bits: int | None = None) -> str:
    """As the built-in one, in two's complement with the sign set off: `0b0 1010`."""
    number = num.__index__()
    ceiling = 1 << number.bit_length()
    if number >= 0:
        shown = _bin(number + ceiling).replace("1", "0", 1)
    else:
        shown = _bin(~number ^ (ceiling - 1) + ceiling)
    sign, digits = shown[:3], shown[3:]
    if max_bits is not None and len(digits) < max_bits:
        digits = (sign[-1] * max_bits + digits)[-max_bits:]
    return f"{sign} {digits}"


def _spoken_module(one: Any) -> str:
    return str(type(one).__module__).split(".")[-1]


def global_str(self: Enum) -> str:
    """The name alone."""
    name: str | None = self._name_
    if name is None:
        return f"{type(self).__name__}({self._value_!r})"
    return name


def global_enum_repr(self: Enum) -> str:
    """`module.NAME`"""
    return f"{_spoken_module(self)}.{self._name_}"


def global_flag_repr(self: Flag) -> str:
    """`module.NAME|module.OTHER`"""
    module = _spoken_module(self)
    name: str | None = self._name_
    if name is None:
        return f"{module}.{type(self).__name__}({self._value_!r})"
    if not isinstance(self, int):  # CPython 3.11 asks for the bits below with `self - 1`
        raise TypeError(f"unsupported operand type(s) for -: '{type(self).__name__}' and 'int'")
    return "|".join([part if part[:1].isdigit() else f"{module}.{part}" for part in name.split("|")])


def global_enum(cls: _EnumerationT, update_str: bool = False) -> _EnumerationT:
    """Members are shown with their module; the compiler gives the class the methods where it decorates.

    That the module gets the members' names is what no type checker knows of.
    """
    return cls
