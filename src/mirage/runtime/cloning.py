"""Copies of objects whose class is known at run time only: what `copy` and `dataclasses.asdict` stand on.

An object is copied as it lies in memory.  What a container keeps in parts of its own (arrays, tables) is
copied with it; everything else a field refers to is shared, or copied too (`deep`).
"""

from __future__ import annotations

from _collections_abc import dict_items, dict_keys, dict_values
from builtins import _SetTable, async_generator, coroutine, function, generator
from typing import Protocol, runtime_checkable

from mirage.lowlevel import (
    Array,
    address_of,
    class_table,
    copy_memory,
    load32,
    load64,
    object_at,
    store64,
    u64,
)
from mirage.runtime import memory

UNSET = u64(2)  # the word of an attribute that has no value (docs/design/abi.md)


@runtime_checkable
class HasCopy(Protocol):
    def __copy__(self) -> object: ...


@runtime_checkable
class HasDeepCopy(Protocol):
    def __deepcopy__(self, memo: dict[int, object], /) -> object: ...


@runtime_checkable
class Hashed(Protocol):
    """A container that finds its items by their hashes."""

    def _rehash(self) -> None: ...


def is_object(word: u64) -> bool:
    """The word refers to an object in memory: not None, a small int, or the mark of an unset attribute."""
    return word & 1 == 0 and word != 0 and word != UNSET


def description_of(address: u64) -> u64:
    """The entry of the class table."""
    return class_table() + (load64(address) & u64(0xFFFFFFFF)) * 32


def duplicate(address: u64) -> u64:
    """A new object with the same words."""
    description = description_of(address)
    size = u64(load32(description))
    element = u64(load32(description + 4))
    if element != 0:
        size = ((size + 7) & ~u64(7)) + load64(address + 8) * element
    copy = memory.allocate(size)
    copy_memory(copy, address, size)
    store64(copy, load64(address) & u64(0xFFFFFFFF))
    return copy


def is_part(value: object) -> bool:
    """Nothing but its container refers to the object."""
    return isinstance(value, (Array, _SetTable))


def shallow(address: u64) -> u64:
    """A copy that shares what it refers to."""
    copy = duplicate(address)
    description = description_of(address)
    count = u64(load32(description + 12))
    offsets = u64(load32(description + 16))
    index = u64(0)
    while index < count:
        place = copy + u64(load32(offsets + index * 4))
        word = load64(place)
        if is_object(word) and is_part(object_at(word)):
            store64(place, shallow(word))
        index = index + 1
    return copy


def is_atomic(value: object) -> bool:
    """Copies of the value are the value itself."""
    if value is None or value is ... or value is NotImplemented:
        return True
    return isinstance(value, (int, float, complex, str, bytes, range, type, function))


def check_copyable(value: object) -> None:
    if isinstance(value, memoryview):
        raise TypeError("cannot pickle memoryview objects")
    if isinstance(value, (generator, coroutine, async_generator, dict_keys, dict_values, dict_items)):
        raise TypeError("cannot pickle '" + class_name(value) + "' object")


def class_name(value: object) -> str:
    return type(value).__name__


def copied(value: object) -> object:
    """The value copied, sharing what it refers to (copy.copy)."""
    if is_atomic(value) or type(value) is tuple or type(value) is frozenset:
        return value
    if isinstance(value, HasCopy):
        return value.__copy__()
    if type(value) is set:
        return value.copy()
    check_copyable(value)
    return object_at(shallow(address_of(value)))


def remember(value: object, made: object, memo: dict[int, object]) -> None:
    memo[id(value)] = made


def deep_word(word: u64, memo: dict[int, object]) -> u64:
    if not is_object(word):
        return word
    value = object_at(word)
    if is_part(value):
        copy = duplicate(word)
        deepen(copy, memo)
        return copy
    return address_of(deep(value, memo))


def deepen(address: u64, memo: dict[int, object]) -> None:
    """Replace what the object refers to by copies."""
    description = description_of(address)
    count = u64(load32(description + 12))
    offsets = u64(load32(description + 16))
    index = u64(0)
    while index < count:
        place = address + u64(load32(offsets + index * 4))
        store64(place, deep_word(load64(place), memo))
        index = index + 1
    if load32(description + 8) & 1 != 0:
        tail = address + ((u64(load32(description)) + 7) & ~u64(7))
        stop = load64(address + 8)
        index = u64(0)
        while index < stop:
            store64(tail + index * 8, deep_word(load64(tail + index * 8), memo))
            index = index + 1


def deep(value: object, memo: dict[int, object]) -> object:
    """The value copied with everything it refers to (copy.deepcopy)."""
    if is_atomic(value):
        return value
    known = memo.get(id(value))
    if known is not None:
        return known
    if isinstance(value, HasDeepCopy):
        made = value.__deepcopy__(memo)
        remember(value, made, memo)
        return made
    if type(value) is tuple:
        return deep_tuple(value, memo)
    check_copyable(value)
    address = duplicate(address_of(value))
    made = object_at(address)
    remember(value, made, memo)
    deepen(address, memo)
    if isinstance(made, Hashed):
        made._rehash()
    return made


def deep_tuple(value: object, memo: dict[int, object]) -> object:
    """A tuple of the copied items; itself when no item changed.  The tuple may be reached from its items."""
    if not isinstance(value, tuple):
        return value
    items = [deep(item, memo) for item in value]
    known = memo.get(id(value))
    if known is not None:
        return known
    for old, new in zip(value, items, strict=True):
        if old is not new:
            made = tuple(items)
            remember(value, made, memo)
            return made
    return value


def as_class(value: str, cls: type) -> object:
    """A copy of the text that is an object of the class, which is laid out as str is."""
    address = duplicate(address_of(value))
    store64(address, cls._class & 0xFFFFFFFF)
    return object_at(address)
